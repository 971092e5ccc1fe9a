"""Progress is written by who may, in a round that runs, and what is finished is only opened with a reason."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from evaluatie.handelingen.voortgang import heropen, schrijf, te_beginnen
from evaluatie.models import Voortgang
from evaluatie.regels.ronde import Ogenblik, Ronde
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import AMSTERDAM, NU, maak_gebruiker, maak_verband, maak_voortgang
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
NU_RONDE = Ronde(2025, Ogenblik.JAARREKENING)
WAARDEN: dict[str, Any] = {
    "resultaten": "Er is veel bereikt.",
    "begroot": None,
    "werkelijk": None,
    "kosten": "",
    "risicos": "",
    "beantwoordt": "ja",
    "motief": "Het scheelt geld.",
    "veranderd": "",
}


@pytest.fixture
def door() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband()


def schrijf_op(verband: Samenwerkingsverband, door: Gebruiker, versie: int | None = None, **anders: Any) -> Voortgang:
    """Write the round that runs on the day of the tests."""
    vast: dict[str, Any] = {"ronde": NU_RONDE, "waarden": WAARDEN, "afronden": False, "op": NU}
    return schrijf(verband=verband, versie=versie, door=door, **(vast | anders))


def test_bewaren_aanvullen_en_afronden(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    rij = schrijf_op(verband, door)
    assert (rij.status, rij.versie) == ("concept", 1)
    rij = schrijf_op(verband, door, 1, waarden={**WAARDEN, "risicos": "De rente."})
    assert (rij.risicos, rij.versie) == ("De rente.", 2)
    rij = schrijf_op(verband, door, 2, afronden=True)
    assert (rij.status, rij.afgerond_op, rij.afgerond_door) == ("afgerond", NU, door)
    assert Gebeurtenis.objects.count() == 3


def test_niets_veranderd_bewaart_niets(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    schrijf_op(verband, door)
    assert schrijf_op(verband, door, 1).versie == 1


@pytest.mark.parametrize("leeg", ["resultaten", "motief"])
def test_afronden_vraagt_resultaten_en_motief(leeg: str, verband: Samenwerkingsverband, door: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Vul de resultaten in, en of het aan het motief beantwoordt"):
        schrijf_op(verband, door, waarden={**WAARDEN, leeg: ""}, afronden=True)
    assert Voortgang.objects.count() == 0


def test_afgerond_verandert_pas_na_heropenen_met_een_reden(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    rij = schrijf_op(verband, door, afronden=True)
    with pytest.raises(ValidationError, match="Open haar eerst opnieuw"):
        schrijf_op(verband, door, 1, waarden={**WAARDEN, "risicos": "x"})
    with pytest.raises(ValidationError, match="waarom u de voortgang opnieuw opent"):
        heropen(voortgang=rij, versie=1, reden=" ", door=door, op=NU)
    open_ = heropen(voortgang=rij, versie=1, reden="Een cijfer klopte niet.", door=door, op=NU + timedelta(hours=1))
    assert (open_.status, open_.afgerond_op, open_.afgerond_door) == ("concept", None, None)
    assert [een.status for een in rij.history.order_by("versie")] == ["afgerond", "concept"]
    with pytest.raises(ValidationError, match="Deze stap kan nu niet"):
        heropen(voortgang=open_, versie=2, reden="Nog eens.", door=door, op=NU + timedelta(hours=2))


@pytest.mark.parametrize(
    ("ronde", "kan"),
    [
        (NU_RONDE, True),
        (Ronde(2026, Ogenblik.BEGROTING), True),
        (Ronde(2024, Ogenblik.JAARREKENING), False),
        (Ronde(2027, Ogenblik.BEGROTING), False),
    ],
)
def test_alleen_de_ronde_van_nu_en_die_ervoor(
    ronde: Ronde, kan: bool, verband: Samenwerkingsverband, door: Gebruiker
) -> None:
    assert te_beginnen(ronde, NU) is kan
    if not kan:
        with pytest.raises(ValidationError, match="voorbij of nog niet begonnen"):
            schrijf_op(verband, door, ronde=ronde)


def test_een_concept_van_lang_geleden_mag_nog_af(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    maak_voortgang(verband, 2023, op=datetime(2024, 3, 1, tzinfo=AMSTERDAM), klaar=False)
    rij = schrijf_op(verband, door, 1, ronde=Ronde(2023, Ogenblik.JAARREKENING), afronden=True)
    assert rij.status == "afgerond"


def test_wie_een_oude_versie_zag_overschrijft_niets(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    schrijf_op(verband, door)
    for versie in (None, 7):
        with pytest.raises(VersieConflict):
            schrijf_op(verband, door, versie, waarden={**WAARDEN, "risicos": "x"})


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_wie_niet_mag_schrijft_niets(rol: Rol, verband: Samenwerkingsverband) -> None:
    with pytest.raises(PermissionDenied):
        schrijf_op(verband, maak_gebruiker(rol))
    assert Voortgang.objects.count() == 0
