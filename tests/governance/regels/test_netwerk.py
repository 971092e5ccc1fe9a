"""Partners and tables: counts both ways, and the circle that meets itself again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.netwerk import Kring, Tafels, dezelfde_kring, per_partner

TAFELS = st.dictionaries(st.integers(1, 8), st.frozensets(st.integers(100, 107)), max_size=8)


def tafels(**wie: str) -> Tafels:
    """Tables a, b, ... as numbers; every letter is a partner."""
    return {ord(tafel): frozenset(map(ord, partners)) for tafel, partners in wie.items()}


def kring(bij: str, wie: str) -> Kring:
    return Kring(frozenset(map(ord, bij)), frozenset(map(ord, wie)))


def test_de_tafels_van_elke_partner() -> None:
    assert per_partner(tafels(a="XY", b="X", c="")) == {ord("X"): {ord("a"), ord("b")}, ord("Y"): {ord("a")}}
    assert per_partner({}) == {}


@pytest.mark.parametrize(
    ("aan", "gevonden"),
    [
        (tafels(), None),
        (tafels(a="", b=""), None),
        (tafels(a="X", b="X"), None),
        (tafels(a="XY", b="YZ"), None),
        (tafels(a="XY", b="XY"), kring("ab", "XY")),
        (tafels(a="XY", b="XYZ", c="Z"), kring("ab", "XY")),
        (tafels(a="XY", b="XYZ", c="XYZ"), kring("abc", "XY")),
        (tafels(a="VWXYZ", b="VWXYZ", c="VW", d="Q"), kring("ab", "VWXYZ")),
    ],
)
def test_de_grootste_kring(aan: Tafels, gevonden: Kring | None) -> None:
    assert dezelfde_kring(aan) == gevonden


@given(TAFELS)
def test_beide_kanten_tellen_evenveel_zetels(aan: Tafels) -> None:
    gezien = per_partner(aan)
    assert sum(map(len, gezien.values())) == sum(map(len, aan.values()))
    assert all(partner in aan[tafel] for partner, hun in gezien.items() for tafel in hun)


@given(TAFELS)
def test_de_hele_kring_zit_aan_elke_tafel_van_de_kring(aan: Tafels) -> None:
    gevonden = dezelfde_kring(aan)
    if gevonden:
        assert len(gevonden.tafels) > 1
        assert len(gevonden.partners) > 1
        assert {tafel for tafel, wie in aan.items() if gevonden.partners <= wie} == gevonden.tafels
    else:
        assert not any(a < b and len(aan[a] & aan[b]) > 1 and aan[a] <= aan[b] for a in aan for b in aan)


@given(TAFELS, st.randoms(use_true_random=False))
def test_de_volgorde_maakt_niet_uit(aan: Tafels, toeval: object) -> None:
    paren = list(aan.items())
    toeval.shuffle(paren)  # type: ignore[attr-defined]  # a random generator of hypothesis
    assert dezelfde_kring(dict(paren)) == dezelfde_kring(aan)
