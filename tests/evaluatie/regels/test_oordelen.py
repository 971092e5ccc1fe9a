"""What judgements say together: weight counts, order does not, and no judgement says nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.oordelen import Richting, richting, verschil
from evaluatie.regels.planning import planning

WAARDEN = st.one_of(st.none(), st.integers(1, 4))
OORDELEN = st.lists(st.tuples(WAARDEN, st.integers(1, 2)), max_size=12)
ZWAARTE = [Richting.BIJSTUREN, Richting.AANDACHT, Richting.OP_KOERS]
DAGEN = {"opzet": (1, 31), "gegevens": (3, 31), "oordeel": (4, 30)}


@pytest.mark.parametrize(
    ("oordelen", "uitkomst"),
    [
        ([], Richting.GEEN),
        ([(None, 2)], Richting.GEEN),
        ([(3, 1)], Richting.OP_KOERS),
        ([(4, 1), (2, 1)], Richting.OP_KOERS),
        ([(3, 1), (2, 1)], Richting.AANDACHT),
        ([(2, 1)], Richting.AANDACHT),
        ([(2, 1), (1, 1)], Richting.BIJSTUREN),
        ([(1, 2), (4, 1)], Richting.AANDACHT),
        ([(1, 1), (None, 2)], Richting.BIJSTUREN),
    ],
)
def test_waar_oordelen_samen_heen_wijzen(oordelen: list[tuple[int | None, int]], uitkomst: Richting) -> None:
    assert richting(oordelen) is uitkomst


@given(OORDELEN, st.randoms())
def test_de_volgorde_maakt_niet_uit(oordelen: list[tuple[int | None, int]], toeval: object) -> None:
    door_elkaar = sorted(oordelen, key=lambda een: (een[0] is None, een[0] or 0, een[1]))
    assert richting(door_elkaar) is richting(oordelen)


@given(OORDELEN, st.integers(1, 2))
def test_een_beter_oordeel_erbij_maakt_het_nooit_slechter(oordelen: list[tuple[int | None, int]], gewicht: int) -> None:
    voor, na = richting(oordelen), richting([*oordelen, (4, gewicht)])
    assert na is not Richting.GEEN
    assert voor is Richting.GEEN or ZWAARTE.index(na) >= ZWAARTE.index(voor)


@given(OORDELEN)
def test_geen_oordeel_telt_niet_mee(oordelen: list[tuple[int | None, int]]) -> None:
    assert richting([*oordelen, (None, 2)]) is richting(oordelen)


@given(st.lists(WAARDEN, max_size=8))
def test_verschil_ligt_tussen_nul_en_drie(waarden: list[int | None]) -> None:
    assert 0 <= verschil(waarden) <= 3
    assert verschil([*waarden, None]) == verschil(waarden)
    assert verschil([waarde for waarde in waarden if waarde == 2]) == 0


@given(st.integers(2000, 2090), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_een_planning_ligt_nooit_in_het_verleden_en_loopt_op(jaar: int, vandaag: date) -> None:
    dagen = list(planning(jaar, vandaag, DAGEN).values())
    assert dagen == sorted(dagen)
    assert all(dag >= vandaag for dag in dagen)


def test_een_planning_op_tijd_volgt_het_kader() -> None:
    assert planning(2026, date(2026, 11, 2), DAGEN)["opzet"] == date(2027, 1, 31)
    assert planning(2025, date(2026, 11, 2), DAGEN)["opzet"] == date(2026, 11, 2) + timedelta(days=30)
