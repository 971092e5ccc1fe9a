from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbanden.models import Stadium
from verbanden.regels.cijfers import ZEKERHEID, is_verwacht, leidend, solvabiliteit, tekortjaren, verschil

BEDRAG = st.decimals(-(10**9), 10**9, places=2)
POSITIEF = st.decimals(0, 10**9, places=2)


def test_elk_stadium_heeft_een_zekerheid() -> None:
    assert sorted(ZEKERHEID) == sorted(Stadium.values)


@given(st.sets(st.sampled_from(ZEKERHEID), min_size=1))
def test_het_zekerste_stadium_leidt(stadia: set[str]) -> None:
    assert ZEKERHEID.index(leidend(stadia)) == min(ZEKERHEID.index(stadium) for stadium in stadia)


def test_zonder_stadium_leidt_er_niets() -> None:
    with pytest.raises(ValueError, match="empty"):
        leidend([])


def test_begroot_en_verwacht_moeten_nog_blijken() -> None:
    assert [stadium for stadium in ZEKERHEID if is_verwacht(stadium)] == ["verwacht", "begroot"]


@pytest.mark.parametrize(
    ("nieuw", "oud", "procent"),
    [("25506", "23400", "9"), ("110", "100", "10"), ("-50", "-100", "50"), ("90", "100", "-10"), ("5", "0", None)],
)
def test_verschil_in_procenten(nieuw: str, oud: str, procent: str | None) -> None:
    assert verschil(Decimal(nieuw), Decimal(oud)) == (None if procent is None else Decimal(procent))


@given(POSITIEF, POSITIEF)
def test_solvabiliteit_ligt_tussen_nul_en_honderd(eigen: Decimal, vreemd: Decimal) -> None:
    uitkomst = solvabiliteit(eigen, vreemd)
    assert (uitkomst is None) == (eigen + vreemd == 0)
    assert uitkomst is None or 0 <= uitkomst <= 100


@pytest.mark.parametrize(
    ("resultaten", "jaren"),
    [
        ({}, 0),
        ({2025: 5}, 0),
        ({2025: -5}, 1),
        ({2023: -1, 2024: -1, 2025: -1}, 3),
        ({2023: -1, 2024: 0, 2025: -1}, 1),
        ({2024: -1, 2025: 3}, 0),
    ],
)
def test_jaren_achter_elkaar_met_tekort(resultaten: dict[int, int], jaren: int) -> None:
    assert tekortjaren({jaar: Decimal(bedrag) for jaar, bedrag in resultaten.items()}) == jaren
