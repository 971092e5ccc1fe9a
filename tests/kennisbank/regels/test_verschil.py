"""Differences between versions lose nothing: the old and the new text can be read back from the pieces."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.regels.verschil import LANGSTE_ALINEA, per_alinea
from samenwerkingswijzer.versies import Soort, Stuk

WOORDEN = st.sampled_from(["raad", "college", "12", "weken", "-", "\n", "\n\n", " ", ".", "**", "## kop"])
TEKST = st.one_of(st.text(max_size=200), st.lists(WOORDEN, max_size=60).map("".join))


def samen(stukken: list[Stuk], *soorten: Soort) -> str:
    return "".join(stuk.tekst for stuk in stukken if stuk.soort in soorten)


@given(TEKST, TEKST)
def test_both_texts_can_be_read_back(oud: str, nieuw: str) -> None:
    stukken = per_alinea(oud, nieuw)
    assert samen(stukken, Soort.ZELFDE, Soort.ERBIJ) == nieuw
    assert samen(stukken, Soort.ZELFDE, Soort.WEG) == oud


@given(TEKST)
def test_the_same_text_has_no_difference(tekst: str) -> None:
    assert {stuk.soort for stuk in per_alinea(tekst, tekst)} <= {Soort.ZELFDE}


def test_only_the_changed_words_of_a_paragraph_are_told() -> None:
    stukken = per_alinea(
        "Eerste.\n\nDe raad heeft acht weken.\n\nLaatste.", "Eerste.\n\nDe raad heeft twaalf weken.\n\nLaatste."
    )
    assert [(stuk.soort.value, stuk.tekst) for stuk in stukken if stuk.soort is not Soort.ZELFDE] == [
        ("weg", "acht"),
        ("erbij", "twaalf"),
    ]


def test_a_huge_paragraph_is_told_as_replaced_and_costs_little() -> None:
    oud, nieuw = "a b " * LANGSTE_ALINEA, "b a " * LANGSTE_ALINEA
    begin = perf_counter()
    assert [stuk.soort for stuk in per_alinea(oud, nieuw)] == [Soort.WEG, Soort.ERBIJ]
    assert perf_counter() - begin < 1
