"""Counting days: holidays by the calendar, terms that run on, and terms that do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.termijnen.tijd import (
    Einde,
    InJaar,
    VoorDag,
    Weken,
    einde,
    feestdagen,
    is_werkdag,
    koningsdag,
    pasen,
    volgende_werkdag,
    vorige_werkdag,
)

DAGEN = st.dates(date(2015, 1, 1), date(2100, 12, 31))
# From printed calendars.
PASEN = {
    2015: (4, 5), 2016: (3, 27), 2017: (4, 16), 2018: (4, 1), 2019: (4, 21), 2020: (4, 12), 2021: (4, 4),
    2022: (4, 17), 2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16),
    2029: (4, 1), 2030: (4, 21), 2031: (4, 13), 2032: (3, 28), 2033: (4, 17), 2034: (4, 9), 2035: (3, 25),
    2038: (4, 25), 2049: (4, 18), 2076: (4, 19),
}  # fmt: skip


@pytest.mark.parametrize("jaar", PASEN)
def test_pasen(jaar: int) -> None:
    assert pasen(jaar) == date(jaar, *PASEN[jaar])


@given(st.integers(1600, 4000))
def test_pasen_is_een_zondag_tussen_22_maart_en_25_april(jaar: int) -> None:
    assert pasen(jaar).isoweekday() == 7
    assert date(jaar, 3, 22) <= pasen(jaar) <= date(jaar, 4, 25)


def test_de_feestdagen_van_2026() -> None:
    """Algemene termijnenwet art. 3 lid 1 and 2."""
    assert feestdagen(2026) == {
        date(2026, 1, 1): "nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "tweede paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "tweede pinksterdag",
        date(2026, 12, 25): "eerste kerstdag",
        date(2026, 12, 26): "tweede kerstdag",
    }


def test_koningsdag_is_nooit_op_zondag() -> None:
    assert [koningsdag(jaar).day for jaar in (2024, 2025, 2026, 2031)] == [27, 26, 27, 26]


def test_voor_een_dag_is_de_dag_ervoor() -> None:
    assert VoorDag(1, 7, 0).laatste_dag(2026) == date(2026, 6, 30)
    assert VoorDag(1, 7, 0).grens(2026) == date(2026, 7, 1)
    assert VoorDag(30, 4, -1).laatste_dag(2027) == date(2026, 4, 29)
    assert VoorDag(1, 3, 1).laatste_dag(2027) == date(2028, 2, 29)
    assert InJaar(-1).laatste_dag(2027) == date(2026, 12, 31)


def test_een_termijn_loopt_door_over_een_weekend_en_een_feestdag() -> None:
    """Saturday 4 April 2026: Easter Monday is no working day either, so it ends on Tuesday."""
    assert einde(date(2026, 2, 7), Weken(8)) == Einde(
        date(2026, 4, 4),
        date(2026, 4, 7),
        "De termijn eindigt op zaterdag 4 april 2026. De Algemene termijnenwet verlengt haar tot 7 april 2026.",
    )


def test_een_termijn_van_meer_dan_twaalf_weken_loopt_niet_door() -> None:
    zaterdag = date(2026, 1, 3)
    assert einde(zaterdag, Weken(12)).dag == date(2026, 3, 30)
    assert einde(zaterdag, Weken(13)) == Einde(date(2026, 4, 4), date(2026, 4, 4))


def test_een_gelijkgestelde_dag_heet_zo() -> None:
    eind = einde(date(2026, 3, 20), Weken(8), {date(2026, 5, 15)})
    assert eind.dag == date(2026, 5, 18)
    assert "een dag die met een feestdag gelijkstaat 15 mei 2026" in eind.reden


@given(DAGEN, st.integers(0, 12))
def test_het_einde_is_de_eerste_werkdag_vanaf_de_getelde_dag(begin: date, weken: int) -> None:
    eind = einde(begin, Weken(weken))
    assert is_werkdag(eind.dag)
    assert eind.geteld == begin + timedelta(days=7 * weken)
    assert not any(is_werkdag(eind.geteld + timedelta(days=plek)) for plek in range((eind.dag - eind.geteld).days))
    assert bool(eind.reden) == (eind.dag != eind.geteld)
    assert (eind.dag - eind.geteld).days <= 5


@given(DAGEN, DAGEN, st.integers(0, 12))
def test_later_beginnen_is_nooit_eerder_klaar(een: date, ander: date, weken: int) -> None:
    eerst, laatst = sorted((een, ander))
    assert einde(eerst, Weken(weken)).dag <= einde(laatst, Weken(weken)).dag


@given(DAGEN)
def test_een_werkdag_blijft_waar_hij_is(dag: date) -> None:
    for zoek in (volgende_werkdag, vorige_werkdag):
        assert is_werkdag(zoek(dag))
        assert zoek(zoek(dag)) == zoek(dag)
    assert vorige_werkdag(dag) <= dag <= volgende_werkdag(dag)


@given(DAGEN)
def test_elke_week_telt_twee_werkdagen(begin: date) -> None:
    """So art. 2 of the Algemene termijnenwet never matters for a term of a week or longer... but around Christmas."""
    dagen = [begin + timedelta(days=plek) for plek in range(1, 15)]
    assert sum(is_werkdag(dag) for dag in dagen) >= 2
