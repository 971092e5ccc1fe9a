"""A gap becomes one item, and an item takes only the steps that the table knows."""

from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from evaluatie.handelingen.ontwikkelagenda import geldige_stap, zet_op_agenda
from evaluatie.models import Ontwikkelpunt
from evaluatie.models.ontwikkelpunt import BEGIN, VOLGENDE, Stand
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_gebruiker, maak_ontwikkelpunt, maak_verband
from verbanden.handelingen import rijen
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
POORT = rijen.Poort(controle=geldige_stap)
WIE_EN_WANNEER: dict[str, Any] = {"eigenaar": "griffie", "termijn": VANDAAG}


@pytest.fixture
def door() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband()


def test_een_gat_wordt_een_punt_en_blijft_er_een(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    eerste = zet_op_agenda(verband=verband, titel="Regelen: iets", herkomst="regime:iets", door=door, op=NU)
    tweede = zet_op_agenda(verband=verband, titel="Nog eens", herkomst="regime:iets", door=door, op=NU)
    assert eerste == tweede
    assert [(p.titel, p.stand) for p in Ontwikkelpunt.objects.all()] == [("Regelen: iets", "voorgesteld")]
    assert Gebeurtenis.objects.count() == 1


def test_wat_klaar_is_kan_opnieuw_op_de_agenda(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    maak_ontwikkelpunt(verband, herkomst="regime:iets", stand="klaar", eigenaar="griffie")
    zet_op_agenda(verband=verband, titel="Weer kapot", herkomst="regime:iets", door=door, op=NU)
    assert sorted(Ontwikkelpunt.objects.values_list("stand", flat=True)) == ["klaar", "voorgesteld"]


def test_wie_niet_mag_zet_niets_op_de_agenda(verband: Samenwerkingsverband) -> None:
    with pytest.raises(PermissionDenied):
        zet_op_agenda(verband=verband, titel="x", herkomst="regime:x", door=maak_gebruiker(Rol.RAADSLID), op=NU)
    assert Ontwikkelpunt.objects.count() == 0


@pytest.mark.parametrize(("was", "wordt"), list(product(Stand, Stand)))
def test_alleen_stappen_uit_de_tabel(was: Stand, wordt: Stand, verband: Samenwerkingsverband, door: Gebruiker) -> None:
    punt = maak_ontwikkelpunt(verband, stand=was, **WIE_EN_WANNEER)

    def stap() -> None:
        rijen.wijzig(
            verband=verband, rij=punt, versie=punt.versie, waarden={"stand": wordt}, door=door, op=NU, poort=POORT
        )

    if wordt is was or wordt in VOLGENDE[was]:
        stap()
    else:
        with pytest.raises(ValidationError, match=f"Van {was.label.lower()} kan dit punt alleen naar "):
            stap()
    punt.refresh_from_db()
    assert punt.stand == (wordt if wordt in VOLGENDE[was] else was)


@pytest.mark.parametrize("stand", list(Stand))
def test_een_nieuw_punt_begint_vooraan(stand: Stand, verband: Samenwerkingsverband, door: Gebruiker) -> None:
    def begin() -> None:
        waarden = {"titel": "Punt", "stand": stand, **WIE_EN_WANNEER}
        rijen.voeg_toe(verband=verband, model=Ontwikkelpunt, waarden=waarden, door=door, op=NU, poort=POORT)

    if stand in BEGIN:
        begin()
    else:
        with pytest.raises(ValidationError, match="begint als voorgesteld of gepland"):
            begin()
    assert Ontwikkelpunt.objects.count() == (stand in BEGIN)
