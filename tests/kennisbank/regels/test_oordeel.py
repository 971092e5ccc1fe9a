"""The stand on a principle never says more than its evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.regels.oordeel import Stand, samen
from samenwerkingswijzer.bewijs import Bewijsstand

MET, DEELS, NIET, ONBEKEND = Stand.MET, Stand.DEELS, Stand.NIET, Stand.ONBEKEND
STANDEN = st.lists(st.sampled_from(Stand))


@pytest.mark.parametrize(
    ("standen", "verwacht"),
    [
        ([], ONBEKEND),
        ([ONBEKEND, ONBEKEND], ONBEKEND),
        ([MET, MET], MET),
        ([MET, ONBEKEND], DEELS),
        ([NIET, ONBEKEND], NIET),
        ([MET, NIET], DEELS),
        ([DEELS], DEELS),
    ],
)
def test_what_pieces_of_evidence_say_together(standen: list[Stand], verwacht: Stand) -> None:
    assert samen(standen) is verwacht


@given(STANDEN)
def test_it_is_only_met_when_every_piece_says_so(standen: list[Stand]) -> None:
    assert (samen(standen) is MET) == (bool(standen) and set(standen) == {MET})


@given(STANDEN)
def test_order_and_repetition_change_nothing(standen: list[Stand]) -> None:
    assert samen(standen) is samen(list(reversed(standen))) is samen([*standen, *standen])


@given(STANDEN)
def test_not_knowing_something_more_never_makes_it_better(standen: list[Stand]) -> None:
    beter = [NIET, ONBEKEND, DEELS, MET]
    erbij = samen([*standen, ONBEKEND])
    assert erbij is samen(standen) or (samen(standen), erbij) == (MET, DEELS)
    assert beter.index(erbij) <= beter.index(samen(standen))


def test_the_words_are_those_of_the_evidence() -> None:
    assert {stand.value for stand in Stand} == {stand.value for stand in Bewijsstand}
