"""A weighing: begun, answered by several people in turn, and closed by a choice of people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.handelingen import afwegingen
from governance.handelingen.afwegingen import AntwoordConflict, Inzending
from governance.models import Afweging, Antwoord, Regimekeuze
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, geef_antwoord, maak_accounthouder, maak_afwegingskader, maak_gebruiker, maak_verband
from tests.governance.regels.test_matching import GEVALLEN

pytestmark = pytest.mark.django_db
NETWERK: dict[str, Any] = next(geval["antwoorden"] for geval in GEVALLEN if geval["id"] == "jeugdnetwerk")
BESLUIT: dict[str, Any] = {"besluit_van": "college", "besloten_op": date(2026, 5, 19), "motivering": ""}


@pytest.fixture
def houder() -> Gebruiker:
    maak_afwegingskader()
    return maak_gebruiker(Rol.ACCOUNTHOUDER)


@pytest.fixture
def afweging(houder: Gebruiker) -> Afweging:
    verband = maak_verband()
    maak_accounthouder(verband, houder)
    return afwegingen.begin(verband=verband, aanleiding="Het contract loopt af.", door=houder, op=NU)


def kies(afweging: Afweging, door: Gebruiker, vorm: str, **anders: Any) -> Regimekeuze:
    rollen, afspraken = anders.pop("rollen", []), anders.pop("afspraken", [])
    return afwegingen.kies(
        afweging=afweging, vorm=vorm, rollen=rollen, afspraken=afspraken, gegevens=BESLUIT | anders, door=door, op=NU
    )


def test_verschillende_mensen_antwoorden_na_elkaar(afweging: Afweging, houder: Gebruiker) -> None:
    controller = maak_gebruiker(Rol.CONTROLLER)
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    geef_antwoord(afweging, controller, geld="klein", risico="weet_niet")
    assert list(Antwoord.objects.values_list("kenmerk", "optie", "invuller_id")) == [
        ("aard_taak", "afstemmen", houder.id),
        ("geld", "klein", controller.id),
        ("risico", "weet_niet", controller.id),
    ]
    assert Gebeurtenis.objects.latest("id").details == {"vragen": ["geld", "risico"]}


@pytest.mark.parametrize("optie", ["", "bestaat_niet", "uitvoeren "])
def test_alleen_een_antwoord_van_dit_instrument_telt(afweging: Afweging, houder: Gebruiker, optie: str) -> None:
    with pytest.raises(ValidationError, match="Kies een van de antwoorden"):
        geef_antwoord(afweging, houder, aard_taak="afstemmen", wettelijk_kader=optie)
    assert Antwoord.objects.count() == 0


@pytest.mark.parametrize("versie", [None, 1])
def test_wie_een_oud_antwoord_zag_overschrijft_niets(afweging: Afweging, houder: Gebruiker, versie: int | None) -> None:
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    ander = Inzending("aard_taak", "uitvoeren", 1)
    afwegingen.beantwoord(afweging=afweging, inzendingen=[ander], door=houder, op=NU)
    nieuw = [Inzending("geld", "klein", None), Inzending("aard_taak", "beleid", versie)]
    with pytest.raises(AntwoordConflict) as conflict:
        afwegingen.beantwoord(afweging=afweging, inzendingen=nieuw, door=houder, op=NU)
    assert conflict.value.kenmerken == ("aard_taak",)
    assert list(Antwoord.objects.values_list("kenmerk", "optie")) == [("aard_taak", "uitvoeren")]


def test_een_tweede_afweging_begint_pas_na_een_keuze(afweging: Afweging, houder: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="Er loopt al een afweging"):
        afwegingen.begin(verband=afweging.verband, aanleiding="", door=houder, op=NU)
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    kies(afweging, houder, "netwerk")
    nieuw = afwegingen.begin(verband=afweging.verband, aanleiding="", door=houder, op=NU)
    assert (nieuw.pk != afweging.pk, Afweging.objects.count()) == (True, 2)


def test_de_keuze_bewaart_het_advies_van_toen(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, **NETWERK)
    keuze = kies(afweging, houder, "netwerk")
    assert (keuze.advies, keuze.vorm, keuze.wijkt_af) == ("netwerk", "netwerk", False)
    with pytest.raises(ValidationError, match="al een keuze vastgelegd"):
        geef_antwoord(afweging, houder, risico="klein")
    with pytest.raises(ValidationError, match="al een keuze vastgelegd"):
        kies(afweging, houder, "convenant", motivering="Toch anders.")


def test_een_afwijking_vraagt_een_motivering_en_blijft_zichtbaar(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, **NETWERK)
    with pytest.raises(ValidationError, match="wijkt af van het advies"):
        kies(afweging, houder, "convenant")
    keuze = kies(afweging, houder, "convenant", motivering="De partners willen een handtekening.")
    assert (keuze.advies, keuze.vorm, keuze.wijkt_af) == ("netwerk", "convenant", True)
    assert Gebeurtenis.objects.latest("id").details == {"verband": afweging.verband_id, "wijkt_af": True}


def test_met_te_weinig_antwoorden_is_er_geen_advies_om_van_af_te_wijken(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    keuze = kies(afweging, houder, "stichting")
    assert (keuze.advies, keuze.vorm, keuze.wijkt_af) == ("", "stichting", False)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"rollen": ["delegatie"]}, "'Delegatie: de bevoegdheid gaat over' bestaat niet bij deze vorm"),
        ({"afspraken": ["adviescommissie"]}, "'Gemeenschappelijke adviescommissie' bestaat niet bij deze vorm"),
        (
            {"vorm": "openbaar_lichaam", "rollen": ["alleen_mandaat", "delegatie"], "motivering": "Toch."},
            "sluiten elkaar uit. Kies er een.",
        ),
    ],
)
def test_wat_niet_samengaat_wordt_geweigerd(
    afweging: Afweging, houder: Gebruiker, anders: dict[str, Any], melding: str
) -> None:
    geef_antwoord(afweging, houder, **NETWERK)
    with pytest.raises(ValidationError, match=melding):
        kies(afweging, houder, **{"vorm": "netwerk", **anders})
    assert Regimekeuze.objects.count() == 0


def test_de_wet_wint_ook_van_een_besluit(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, eigen_organisatie="eigen")
    with pytest.raises(ValidationError, match="Volgens de wet kan deze vorm niet"):
        kies(afweging, houder, "netwerk", motivering="Toch.")
    assert Regimekeuze.objects.count() == 0


@pytest.mark.parametrize(("wat", "waarde", "melding"), [
    ("vorm", "luchtkasteel", "staat niet in het afwegingskader"),
    ("rollen", ["luchtkasteel"], "staat niet in het afwegingskader"),
    ("afspraken", ["alleen_mandaat"], "staat niet in het afwegingskader"),
    ("dag", NU.date() + timedelta(days=1), "niet in de toekomst"),
])  # fmt: skip
def test_een_keuze_die_niet_kan_wordt_geweigerd(
    afweging: Afweging, houder: Gebruiker, wat: str, waarde: Any, melding: str
) -> None:
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    gegevens = BESLUIT | ({"besloten_op": waarde} if wat == "dag" else {})
    delen: dict[str, Any] = {"vorm": "netwerk", "rollen": [], "afspraken": []}
    if wat != "dag":
        delen[wat] = waarde
    with pytest.raises(ValidationError, match=melding):
        afwegingen.kies(afweging=afweging, gegevens=gegevens, door=houder, op=NU, **delen)


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_wie_het_verband_niet_bewerkt_weegt_ook_niet(afweging: Afweging, rol: Rol) -> None:
    ander = maak_gebruiker(rol)
    with pytest.raises(PermissionDenied):
        geef_antwoord(afweging, ander, aard_taak="afstemmen")
    with pytest.raises(PermissionDenied):
        kies(afweging, ander, "netwerk")
    with pytest.raises(PermissionDenied):
        afwegingen.begin(verband=afweging.verband, aanleiding="", door=ander, op=NU)


def test_zonder_instrument_begint_er_niets() -> None:
    with pytest.raises(ValidationError, match="nog niet gepubliceerd"):
        afwegingen.begin(verband=maak_verband(), aanleiding="", door=maak_gebruiker(Rol.CONTROLLER), op=NU)
