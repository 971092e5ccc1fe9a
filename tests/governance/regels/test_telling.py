"""Counting scores: nobody is lost, and in an aggregated count only what belongs to three people or more shows."""

from hypothesis import given
from hypothesis import strategies as st

from governance.regels.groepen import COLLEGE, DREMPEL, RAAD
from governance.regels.telling import Stem, Telling, genoemd, tel

RAADSSTEM = st.builds(
    Stem,
    kant=st.just(RAAD),
    fractie=st.sampled_from("ABCD"),
    plek=st.integers(0, 3),
    redenen=st.sets(st.sampled_from(["geld", "opgave"])).map(lambda keuze: tuple(sorted(keuze))),
    zin=st.sampled_from(["", "Wachttijd", "wachttijd ", "Tekort"]),
)
COLLEGESTEM = st.builds(Stem, kant=st.just(COLLEGE), fractie=st.just("College"), plek=st.integers(0, 3))
STEMMEN = st.lists(RAADSSTEM | COLLEGESTEM, max_size=25)


@given(STEMMEN)
def test_iedereen_telt_een_keer(stemmen: list[Stem]) -> None:
    for samengevat in (True, False):
        telling = tel(stemmen, 4, samengevat=samengevat)
        if not telling.verborgen:
            assert sum(telling.allen or ()) == len(stemmen)
            assert telling.allen == tuple(sum(stem.plek == plek for stem in stemmen) for plek in range(4))
    assert tel(stemmen, 4, samengevat=True).verborgen == (len(stemmen) < DREMPEL)


@given(STEMMEN)
def test_samengevat_heeft_elke_groep_drie_mensen_of_meer(stemmen: list[Stem]) -> None:
    assert all(groep.totaal >= DREMPEL for groep in tel(stemmen, 4, samengevat=True).groepen)


@given(STEMMEN.flatmap(lambda stemmen: st.tuples(st.just(stemmen), st.permutations(stemmen))))
def test_de_volgorde_van_scoren_is_nergens_aan_te_zien(paar: tuple[list[Stem], list[Stem]]) -> None:
    een, ander = paar
    assert tel(een, 4, samengevat=True) == tel(ander, 4, samengevat=True)
    assert tel(een, 4, samengevat=False) == tel(ander, 4, samengevat=False)


@given(STEMMEN)
def test_de_indeling_hangt_niet_af_van_wat_mensen_kozen(stemmen: list[Stem]) -> None:
    gelijk = [Stem(stem.kant, stem.fractie, 0) for stem in stemmen]
    indeling = [[(g.naam, g.fracties, g.totaal) for g in tel(s, 4, samengevat=True).groepen] for s in (stemmen, gelijk)]
    assert indeling[0] == indeling[1]


def test_een_klein_college_laat_zich_ook_niet_uit_de_maat_afleiden() -> None:
    stemmen = [Stem(RAAD, "A", 0)] * 4 + [Stem(RAAD, "B", 1)] * 3 + [Stem(COLLEGE, "College", 3)]
    telling = tel(stemmen, 4, samengevat=True)
    assert (telling.raad, telling.college, telling.verschil) == (None, None, None)
    assert [groep.naam for groep in telling.groepen] == ["A", "B en college"]


def test_zinnen_staan_niet_op_volgorde_van_binnenkomst() -> None:
    assert genoemd(["Zorg", " zorg", "", "Afval", "Tekort", "tekort"]) == (("Tekort", 2), ("Zorg", 2), ("Afval", 1))


def test_een_stem_laat_zich_niet_afdrukken() -> None:
    assert "geld" not in repr(Stem(RAAD, "A", 2, ("geld",), "Wachttijd"))
    assert Telling().eensgezindheid is None
