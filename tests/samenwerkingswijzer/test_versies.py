"""Putting two versions together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.versies import Soort, een_tekst, verschil, voeg_samen

VELDEN = ("a", "b", "c", "d")
WAARDEN = st.fixed_dictionaries({veld: st.integers(0, 2) for veld in VELDEN})
TEKST = st.text(alphabet="ab \n", max_size=30)


@given(WAARDEN, WAARDEN, WAARDEN)
def test_niets_gaat_verloren(basis: dict[str, Any], mijn: dict[str, Any], ander: dict[str, Any]) -> None:
    samen = voeg_samen(basis, mijn, ander)
    for veld in VELDEN:
        if veld in samen.botsingen:
            assert basis[veld] != mijn[veld] != ander[veld] != basis[veld]
        elif basis[veld] == mijn[veld]:
            assert samen.waarden[veld] == ander[veld]
        else:
            assert samen.waarden[veld] == mijn[veld]


@given(WAARDEN, WAARDEN)
def test_zonder_begin_is_elk_verschil_een_keuze(mijn: dict[str, Any], ander: dict[str, Any]) -> None:
    samen = voeg_samen(None, mijn, ander)
    assert set(samen.botsingen) == {veld for veld in VELDEN if mijn[veld] != ander[veld]}
    assert samen.waarden == mijn


@given(TEKST, TEKST)
def test_stukken_zijn_samen_de_tekst(oud: str, nieuw: str) -> None:
    stukken = verschil(oud, nieuw)
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not Soort.WEG) == nieuw
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not Soort.ERBIJ) == oud


@pytest.mark.parametrize(
    ("basis", "mijn", "ander", "samen"),
    [
        (
            "Tot 100 per jaar. Daarna de raad.",
            "Tot 100 per jaar en meldt dat. Daarna de raad.",
            "Tot 150 per jaar. Daarna de raad.",
            "Tot 150 per jaar en meldt dat. Daarna de raad.",
        ),
        ("een twee drie", "een TWEE drie", "een twée drie", "een TWEE drie\neen twée drie"),
        ("een", "een", "een twee", "een twee"),
        ("Tot 100.000.", "Tot 150.000.", "Tot 100.500.", "Tot 150.000.\nTot 100.500."),
        ("", "mijn", "die van u", "mijn\ndie van u"),
        ("zelfde", "anders", "anders", "anders"),
    ],
)
def test_een_tekst(basis: str, mijn: str, ander: str, samen: str) -> None:
    assert een_tekst(basis, mijn, ander) == samen
