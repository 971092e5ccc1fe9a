"""Groups that may be shown: nobody is lost, and no subtraction uncovers fewer than three people."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.groepen import COLLEGE, DREMPEL, RAAD, SAMEN, apart, verdeel

FRACTIES = st.dictionaries(st.sampled_from([f"Fractie {letter}" for letter in "ABCDEFG"]), st.integers(0, 6))
COLLEGES = st.integers(0, 6)


@pytest.mark.parametrize(
    ("fracties", "college", "verwacht"),
    [
        ({}, 0, []),
        ({"A": 2}, 0, []),
        ({"A": 1, "B": 1}, 0, []),
        ({"A": 1}, 1, []),
        ({"A": 3}, 0, [(RAAD, "A", 3)]),
        ({"A": 4, "B": 3}, 5, [(RAAD, "A", 4), (RAAD, "B", 3), (COLLEGE, "College", 5)]),
        ({"A": 4, "B": 2, "C": 1}, 5, [(RAAD, "A", 4), (RAAD, "Overige fracties", 3), (COLLEGE, "College", 5)]),
        # One fractie of two beside larger ones: it takes the smallest of those along.
        ({"A": 6, "B": 4, "C": 2}, 3, [(RAAD, "A", 6), (RAAD, "Overige fracties", 6), (COLLEGE, "College", 3)]),
        ({"A": 3, "B": 2}, 3, [(RAAD, "Raad", 5), (COLLEGE, "College", 3)]),
        ({"A": 2, "B": 2}, 0, [(RAAD, "Raad", 4)]),
        # A small college never stands alone, and the raad is then not told apart from it.
        ({"A": 4, "B": 3}, 1, [(RAAD, "A", 4), (SAMEN, "B en college", 4)]),
        ({"A": 4, "B": 2, "C": 1}, 2, [(RAAD, "A", 4), (SAMEN, "Overige fracties en college", 5)]),
        ({"A": 2}, 4, [(SAMEN, "Raad en college", 6)]),
        ({"A": 2}, 1, [(SAMEN, "Raad en college", 3)]),
        ({}, 4, [(COLLEGE, "College", 4)]),
        ({}, 2, []),
        # A fractie may carry any name.
        ({"Overige fracties": 4, "B": 2, "C": 1}, 3, [
            (RAAD, "Overige fracties", 4), (RAAD, "Overige fracties samen", 3), (COLLEGE, "College", 3)
        ]),
    ],
)  # fmt: skip
def test_voorbeelden(fracties: dict[str, int], college: int, verwacht: list[tuple[str, str, int]]) -> None:
    assert [(blok.kant, blok.naam, blok.aantal) for blok in verdeel(fracties, college)] == verwacht


@given(FRACTIES, COLLEGES)
def test_iedereen_staat_in_een_groep_of_er_is_niets(fracties: dict[str, int], college: int) -> None:
    blokken = verdeel(fracties, college)
    totaal = sum(fracties.values()) + college
    assert sum(blok.aantal for blok in blokken) == (totaal if totaal >= DREMPEL else 0)
    genoemd = [naam for blok in blokken for naam in blok.fracties]
    assert len(genoemd) == len(set(genoemd))
    assert len({blok.naam for blok in blokken}) == len(blokken)
    for blok in blokken:
        met_college = college if blok.kant in (COLLEGE, SAMEN) else 0
        assert blok.aantal == sum(fracties[naam] for naam in blok.fracties) + met_college


@given(FRACTIES, COLLEGES)
def test_geen_aftreksom_laat_minder_dan_drie_over(fracties: dict[str, int], college: int) -> None:
    """Of every two totals that can be made, one within the other, the difference is nobody or three people or more."""
    blokken = verdeel(fracties, college)
    totalen = [frozenset(deel) for n in range(len(blokken) + 1) for deel in combinations(blokken, n)]
    for groot in totalen:
        for klein in totalen:
            if klein <= groot:
                over = sum(blok.aantal for blok in groot) - sum(blok.aantal for blok in klein)
                assert over == 0 or over >= DREMPEL


@given(FRACTIES, COLLEGES)
def test_de_raad_is_alleen_te_zien_als_hij_en_het_college_groot_genoeg_zijn(
    fracties: dict[str, int], college: int
) -> None:
    kanten = {blok.kant for blok in verdeel(fracties, college)}
    raad = sum(fracties.values())
    if RAAD in kanten and SAMEN not in kanten:
        assert raad >= DREMPEL
    if {RAAD, COLLEGE} <= kanten:
        assert min(raad, college) >= DREMPEL
    assert not {COLLEGE, SAMEN} <= kanten


@given(FRACTIES, COLLEGES)
def test_de_volgorde_van_de_fracties_maakt_niet_uit(fracties: dict[str, int], college: int) -> None:
    assert verdeel(dict(reversed(fracties.items())), college) == verdeel(fracties, college)


def test_op_naam_staat_elke_fractie_apart() -> None:
    assert [(blok.naam, blok.aantal) for blok in apart({"B": 1, "A": 4, "C": 0}, 2)] == [
        ("A", 4),
        ("B", 1),
        ("College", 2),
    ]
