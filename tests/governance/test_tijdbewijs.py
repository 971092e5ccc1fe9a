"""What the agenda proves of 'the raad is there in time': weeks between paper and meeting, and papers that came late."""

from __future__ import annotations

from datetime import date

import pytest

from governance.bewijs import bewijzen
from samenwerkingswijzer.bewijs import Bewijsstand
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import VANDAAG, maak_gemeente, maak_raadskalender, maak_regeling, maak_ronde

pytestmark = pytest.mark.django_db
HEDEN = Peildatum(VANDAAG)


@pytest.fixture(autouse=True)
def kalender() -> None:
    maak_gemeente()
    maak_raadskalender(date(2026, 4, 21), date(2026, 6, 2), date(2026, 6, 30))


def bewijs(verband_id: int, uitgangspunt: str) -> list[tuple[Bewijsstand, str]]:
    return [(een.stand, een.zin) for een in bewijzen(HEDEN, verband_id) if een.uitgangspunt == uitgangspunt]


def test_zonder_stukken_is_er_geen_bewijs() -> None:
    assert bewijs(maak_regeling().pk, "raad_op_tijd") == []


@pytest.mark.parametrize(
    ("wijzigingen", "stand", "zin"),
    [
        ([], Bewijsstand.MET, "Bij 1 van 1 stukken heeft de raad minstens 4 weken tussen ontvangst en vergadering."),
        ([date(2026, 4, 8)], Bewijsstand.DEELS, "Bij 1 van 2 stukken"),
        ([date(2026, 4, 8), date(2026, 4, 9)], Bewijsstand.NIET, "Bij 1 van 3 stukken"),
    ],
)
def test_vier_weken_tussen_ontvangst_en_vergadering(wijzigingen: list[date], stand: Bewijsstand, zin: str) -> None:
    verband = maak_regeling()
    maak_ronde(verband, ontvangen=date(2026, 4, 13))
    for nummer, dag in enumerate(wijzigingen, start=1):
        maak_ronde(
            verband, 2026, stuk="begrotingswijziging", nummer=nummer, ontvangen=dag, gevraagd_voor=date(2026, 4, 24)
        )
    ((gevonden, woorden),) = bewijs(verband.pk, "raad_op_tijd")
    assert gevonden is stand
    assert woorden.startswith(zin)


def test_of_stukken_op_tijd_kwamen() -> None:
    verband = maak_regeling()
    assert bewijs(verband.pk, "actieve_verantwoording") == [
        (Bewijsstand.ONBEKEND, "Wanneer stukken kwamen, heeft niemand genoteerd.")
    ]
    maak_ronde(verband, kaders_ontvangen=date(2026, 4, 1), ontvangen=date(2026, 4, 13))
    maak_ronde(verband, 2025, stuk="jaarrekening", ontvangen=date(2026, 5, 4))
    # Of a year: the accounts came after 29 April (Wgr art. 34b); the frame and the draft of 2027 in time.
    ((stand, zin),) = bewijs(verband.pk, "actieve_verantwoording")
    assert (stand, zin) == (Bewijsstand.DEELS, "In een jaar kwamen 2 van 3 stukken op tijd.")
