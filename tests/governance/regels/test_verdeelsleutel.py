"""The key beside each part: the largest difference, its direction, and sums that are not 100."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.verdeelsleutel import AFRONDING, HONDERD, Deel, vergelijk, waarschuwingen, zin

PROCENT = st.decimals(0, 100, places=3)
DEEL = st.builds(Deel, st.text(max_size=4), *[st.none() | PROCENT] * 3)


def deel(partij: str, *procenten: float | None) -> Deel:
    return Deel(partij, *(None if p is None else Decimal(str(p)) for p in procenten))


@pytest.mark.parametrize(
    ("delen", "woorden"),
    [
        ([], "Er is nog geen sleutel te vergelijken met een deel in de taak of de baten."),
        ([deel("A", 50, 50, None)], "Er is nog geen sleutel te vergelijken met een deel in de taak of de baten."),
        ([deel("A", None, None, 50)], "Er is nog geen sleutel te vergelijken met een deel in de taak of de baten."),
        ([deel("A", 40, 40, 40), deel("B", 60, None, 60)],
         "De sleutel is gelijk aan het deel van elke partij dat bekend is."),
        ([deel("A", 19, 19, 18), deel("B", 38, 39, 39), deel("C", 43, 42, 43)],
         "De sleutel past: hij wijkt hoogstens 1 procentpunt af van een deel in de taak of de baten."),
        ([deel("A", 19, 19, 17)],
         "De sleutel past: hij wijkt hoogstens 2 procentpunt af van een deel in de taak of de baten."),
        ([deel("A", 40, 30, 38.4), deel("B", 60, 70, 61.6)],
         "A betaalt volgens de sleutel 8,4 procentpunt meer dan het eigen deel in de baten."),
        ([deel("A", 44, None, 38.4)],
         "A betaalt volgens de sleutel 5,6 procentpunt minder dan het eigen deel in de taak."),
    ],
)  # fmt: skip
def test_een_zin_zegt_of_de_sleutel_past(delen: list[Deel], woorden: str) -> None:
    assert zin(vergelijk(delen)) == woorden


@pytest.mark.parametrize(
    ("delen", "zinnen"),
    [
        ([deel("A", 40, 40, 40), deel("B", 60, 60, 60)], ()),
        ([deel("A", 33.3, None, 33.3), deel("B", 33.3, None, 33.3), deel("C", 33.3, None, 33.3)], ()),
        ([deel("A", 40, None, 40), deel("B", 40, None, None)], ("De delen in de taak zijn samen 80,0%, niet 100%.",)),
        ([deel("A", 70, None, 40), deel("B", 60, 90, None), deel("C", None, 20, None)],
         ("De delen in de taak zijn samen 130,0%, niet 100%.", "De delen in de baten zijn samen 110,0%, niet 100%.")),
        ([deel("A", None, None, 99.4)], ("De delen in de sleutel zijn samen 99,4%, niet 100%.",)),
        ([deel("A", None, None, 99.5)], ()),
        ([], ()),
    ],
)  # fmt: skip
def test_wat_samen_geen_honderd_is_staat_erbij(delen: list[Deel], zinnen: tuple[str, ...]) -> None:
    assert waarschuwingen(vergelijk(delen)) == zinnen


@given(st.lists(DEEL, max_size=8))
def test_het_grootste_verschil_is_het_grootste(delen: list[Deel]) -> None:
    beeld = vergelijk(delen)
    verschillen = [v for d in delen for maat in ("taak", "baten") if (v := d.verschil(maat)) is not None]
    assert (beeld.grootste is None) == (not verschillen)
    if beeld.grootste is not None:
        assert abs(beeld.grootste.verschil) == max(abs(verschil) for verschil in verschillen)
        assert abs(beeld.grootste.verschil) <= HONDERD


@given(st.lists(DEEL, max_size=8))
def test_de_volgorde_verandert_het_beeld_niet(delen: list[Deel]) -> None:
    heen, terug = vergelijk(delen), vergelijk(delen[::-1])
    assert heen.grootste == terug.grootste
    assert heen.niet_honderd == terug.niet_honderd
    assert zin(heen) == zin(terug)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_delen_die_kloppen_geven_geen_waarschuwing(gewichten: list[int]) -> None:
    """Shares rounded to three decimals stay within what rounding may leave."""
    totaal = sum(gewichten)
    procenten = [(HONDERD * gewicht / totaal).quantize(Decimal("0.001")) for gewicht in gewichten]
    beeld = vergelijk(Deel(str(nummer), p, p, p) for nummer, p in enumerate(procenten))
    assert abs(sum(procenten) - HONDERD) <= AFRONDING
    assert beeld.niet_honderd == ()
    assert beeld.grootste is not None
    assert beeld.grootste.verschil == 0
