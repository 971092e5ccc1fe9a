"""What moved in two weeks and who must know: a meeting of the board, our own calendar, nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from governance.agenda.lezen import lees
from governance.agenda.verschoven import Verschoven, van_verband
from governance.models import Stukkenronde
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import NU, VANDAAG, maak_gemeente, maak_moment, maak_raadskalender, maak_regeling, maak_ronde
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
LANG_GELEDEN, HEDEN = NU - timedelta(days=30), Peildatum(VANDAAG)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    maak_gemeente(LANG_GELEDEN)
    maak_raadskalender(date(2026, 6, 2), date(2026, 6, 23), op=LANG_GELEDEN)
    alfa: Samenwerkingsverband = maak_regeling(LANG_GELEDEN)
    maak_ronde(alfa, 2028, op=LANG_GELEDEN, vergadering=date(2027, 7, 8))
    maak_ronde(alfa, op=LANG_GELEDEN, ontvangen=date(2026, 4, 13))
    return alfa


def anders(verband: Samenwerkingsverband) -> dict[str, Verschoven]:
    gevonden = van_verband(lees(HEDEN), HEDEN, verband.pk)
    return {een.moment.kenmerk.split(f"{verband.pk}-", 1)[1]: een for een in gevonden}


def test_zonder_wijziging_verschoof_er_niets(verband: Samenwerkingsverband) -> None:
    assert anders(verband) == {}


def test_wie_de_vergadering_van_het_bestuur_verzet_ziet_wat_meeschuift(verband: Samenwerkingsverband) -> None:
    ronde = Stukkenronde.objects.get(jaar=2028)
    ronde.vergadering = date(2027, 7, 1)
    bewaar(ronde, door=None, op=NU)
    gevonden = anders(verband)
    toezenden = gevonden["begroting-2028-1-ontwerp_toezenden"]
    assert (toezenden.was, toezenden.moment.datum) == (date(2027, 4, 15), date(2027, 4, 8))
    assert toezenden.weten == "accounthouder"
    zienswijze = gevonden["begroting-2028-1-zienswijze_begroting"]
    assert (zienswijze.wettelijk_was, zienswijze.moment.wettelijk) == (date(2027, 7, 8), date(2027, 7, 1))
    assert zienswijze.weten == "raad, griffie en accounthouder"
    assert not any(sleutel.startswith("begroting-2027") for sleutel in gevonden)


def test_een_vergadering_van_de_raad_erbij_verschuift_ook(verband: Samenwerkingsverband) -> None:
    maak_raadskalender(date(2026, 6, 30))
    (een,) = anders(verband).values()
    assert (een.was, een.moment.datum) == (date(2026, 6, 23), date(2026, 6, 30))
    assert een.andere_dag
    assert not een.andere_termijn


def test_wat_nieuw_of_gedaan_is_verschuift_niet(verband: Samenwerkingsverband) -> None:
    maak_moment(verband)
    ronde = Stukkenronde.objects.get(jaar=2027)
    ronde.zienswijze_verzonden = date(2026, 5, 19)
    bewaar(ronde, door=None, op=NU)
    assert anders(verband) == {}
