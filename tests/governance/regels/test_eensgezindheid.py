"""Consensus on an ordered scale: a table with values worked out by hand, and what always holds."""

from decimal import Decimal
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.eensgezindheid import eensgezindheid, minst_eens_eerst, verschil

AANTALLEN = st.lists(st.integers(0, 40), min_size=4, max_size=4)
GEVULD = AANTALLEN.filter(any)


@pytest.mark.parametrize(
    ("aantallen", "verwacht"),
    [
        ((5, 0, 0, 0), 1.0),
        ((0, 0, 9, 0), 1.0),
        ((4, 0, 0, 4), 0.0),
        ((1, 0, 0, 1), 0.0),
        # Half on each of two neighbours: mean 0.5, so 1 + log2(1 - 0.5 / 3).
        ((3, 3, 0, 0), 1 + log2(5 / 6)),
        # Half on the first and half on the third: mean 1, so 1 + log2(1 - 1 / 3).
        ((2, 0, 2, 0), 1 + log2(2 / 3)),
        # Evenly spread: mean 1.5, distances 1.5 and 0.5, so 1 + (log2(1 / 2) + log2(5 / 6)) / 2.
        ((1, 1, 1, 1), 1 + (log2(1 / 2) + log2(5 / 6)) / 2),
    ],
)
def test_voorbeelden(aantallen: tuple[int, ...], verwacht: float) -> None:
    assert eensgezindheid(aantallen) == pytest.approx(verwacht, abs=1e-9)


def test_zonder_scores_is_er_geen_maat() -> None:
    assert eensgezindheid((0, 0, 0, 0)) is None
    assert eensgezindheid(()) is None


@given(GEVULD)
def test_tussen_nul_en_een_en_gespiegeld_hetzelfde(aantallen: list[int]) -> None:
    maat = eensgezindheid(aantallen)
    assert maat is not None
    assert 0 <= maat <= 1
    assert eensgezindheid(aantallen[::-1]) == maat


@given(GEVULD, st.integers(1, 9))
def test_het_gaat_om_aandelen_niet_om_hoeveel_mensen(aantallen: list[int], keer: int) -> None:
    assert eensgezindheid([aantal * keer for aantal in aantallen]) == eensgezindheid(aantallen)


@given(GEVULD)
def test_een_alleen_als_iedereen_hetzelfde_koos(aantallen: list[int]) -> None:
    assert (eensgezindheid(aantallen) == 1.0) == (sum(map(bool, aantallen)) == 1)


@given(GEVULD)
def test_nul_alleen_als_de_helft_aan_elke_kant_staat(aantallen: list[int]) -> None:
    gesplitst = aantallen[0] == aantallen[3] > 0 and not aantallen[1] and not aantallen[2]
    assert (eensgezindheid(aantallen) == 0.0) == gesplitst


@given(st.lists(AANTALLEN, max_size=8))
def test_de_minst_eensgezinde_eerst_en_wat_niemand_scoorde_laatst(rijen: list[list[int]]) -> None:
    genummerd = list(enumerate(rijen))
    volgorde = minst_eens_eerst(genummerd)
    maten = [eensgezindheid(rijen[nummer]) for nummer in volgorde]
    met = [maat for maat in maten if maat is not None]
    assert maten == [*sorted(met), *[None] * (len(maten) - len(met))]
    assert sorted(volgorde) == list(range(len(rijen)))


@pytest.mark.parametrize(
    ("raad", "college", "verwacht"),
    [
        ((1, 0, 0, 0), (0, 1, 0, 0), "1.0"),
        ((0, 1, 0, 0), (1, 0, 0, 0), "-1.0"),
        ((10, 8, 5, 0), (0, 1, 4, 0), "1.0"),
        ((2, 2, 0, 0), (2, 2, 0, 0), "0.0"),
    ],
)
def test_verschil_in_klassen(raad: tuple[int, ...], college: tuple[int, ...], verwacht: str) -> None:
    assert verschil(raad, college) == Decimal(verwacht)


def test_zonder_college_is_er_geen_verschil() -> None:
    assert verschil((1, 0, 0, 0), (0, 0, 0, 0)) is None
