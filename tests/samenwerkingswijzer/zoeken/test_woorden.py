"""Words, slips of the pen and weights: pure rules, by table and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.zoeken.bron import Zoekstuk
from samenwerkingswijzer.zoeken.fragment import LENGTE, fragment, markering, merk
from samenwerkingswijzer.zoeken.gewicht import gewichten, namen
from samenwerkingswijzer.zoeken.termen import gelijkenis, splits
from samenwerkingswijzer.zoeken.typefout import afstand, mag_verschillen, varianten
from samenwerkingswijzer.zoeken.woorden import initialen, kaal, vouw, woorden

WOORD = st.text("abcdefgh", min_size=4, max_size=8)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Coöperatie Één", ["cooperatie", "een"]),
        ("risico's in 2027", ["risico", "in", "2027"]),
        ("Rotterdam-Rijnmond (VRR)", ["rotterdam", "rijnmond", "vrr"]),
        ("5 weken", ["5", "weken"]),
        ("x" * 200, []),
        ("<script>% _ '", ["script"]),
    ],
)
def test_the_words_of_a_text(tekst: str, verwacht: list[str]) -> None:
    assert woorden(tekst) == verwacht


@given(st.text())
def test_folding_keeps_every_place(tekst: str) -> None:
    assert len(vouw(tekst)) == len(tekst) or any(len(teken.lower()) != 1 for teken in tekst)


@pytest.mark.parametrize(
    ("naam", "letters"),
    [
        ("Metropoolregio Rotterdam Den Haag", "MRDH"),
        ("Veiligheidsregio Rotterdam-Rijnmond", "VRR"),
        ("Inkoopkring Voorbeeld (fictief)", ""),
        ("Rogplus", ""),
    ],
)
def test_first_letters_of_a_name(naam: str, letters: str) -> None:
    assert initialen(naam) == letters


def test_a_name_is_also_what_stands_in_brackets() -> None:
    stuk = Zoekstuk("verband", 1, "Metropoolregio Rotterdam Den Haag", "/", namen=("Metropoolregio (MRDH)",))
    assert {"MRDH", "Metropoolregio"} <= set(namen(stuk))


def test_lay_out_is_not_quoted() -> None:
    assert kaal("## Kop\n\n- een **punt** en [tekst](/pad/)\n\n| a | b |\n|---|---|\n| c | d |") == (
        "Kop een punt en tekst a b c d"
    )


@given(WOORD)
def test_one_slip_is_one_apart(woord: str) -> None:
    assert all(afstand(woord, ander) == 1 for ander in list(varianten(woord))[:40])


@given(WOORD, WOORD)
def test_distance_is_the_same_both_ways(een: str, ander: str) -> None:
    assert afstand(een, ander) == afstand(ander, een)
    assert (afstand(een, ander) == 0) == (een == ander)


@pytest.mark.parametrize(("woord", "fouten"), [("bbv", 0), ("mrdh", 1), ("verlaten", 1), ("begroting", 2)])
def test_longer_words_forgive_more(woord: str, fouten: int) -> None:
    assert mag_verschillen(woord) == fouten
    assert bool(varianten(woord)) == (4 <= len(woord) <= 8)


def test_a_compound_falls_apart_in_words_that_are_known() -> None:
    bekend = {"samenwerking", "verbanden", "begroting", "behandeling"}
    assert splits("samenwerkingsverbanden", bekend) == ["samenwerking", "verbanden"]
    assert splits("begrotingsbehandeling", bekend) == ["begroting", "behandeling"]
    assert splits("begrotingszaak", bekend) == []


def test_likeness_falls_from_the_word_itself_to_a_part_of_it() -> None:
    rij = [
        gelijkenis("begroting", "begrot", "begroting", "begrot", "begroting"),
        gelijkenis("begroting", "begrot", "begrotingen", "begrot", "begrotingen"),
        gelijkenis("begroting", "begrot", "begrotingsjaar", "begrotingsjar", "begrotingsjar"),
        gelijkenis("begroting", "begrot", "ontwerpbegrotingen", "ontwerpbegrot", "ontwerpbegrotingen"),
        gelijkenis("begroting", "begrot", "herbegrotingsplan", "herbegrotingsplan", "herbegrotingsplan"),
    ]
    assert rij == sorted(rij, reverse=True)
    assert rij[-1] > 0
    assert gelijkenis("raad", "rad", "gerade", "gerad", "gerade") > 0  # ends with it
    assert gelijkenis("raad", "rad", "beradene", "beraden", "beradene") == 0


def test_a_name_counts_more_than_a_mention_and_a_long_text_less() -> None:
    kort = gewichten(Zoekstuk("x", 1, "Begroting", "/", tekst="Over geld."), "Moment")
    lang = gewichten(Zoekstuk("x", 1, "Anders", "/", tekst="begroting " + "woord " * 900), "Moment")
    assert kort["begroting"] > kort["moment"] > kort["geld"] > lang["begroting"] > 0
    assert all(0 < gewicht < 1 for gewicht in (*kort.values(), *lang.values()))


MARKERING = markering({"begroting", "begrotingen"}, {"begrot"})


def test_a_piece_is_quoted_around_the_word_and_marks_it() -> None:
    tekst = "Eerst iets anders. " * 30 + "Dan de Begroting van 2027 <b>en</b> meer. " + "En nog wat. " * 40
    delen = fragment(tekst, MARKERING)
    assert ("Begroting", True) in delen
    assert [raak for _, raak in delen].count(True) == 1
    assert "".join(deel for deel, _ in delen).startswith("… Dan de Begroting van 2027 <b>en</b>")
    assert sum(len(deel) for deel, _ in delen) <= LENGTE + 4


@given(st.text(alphabet="abegrotin é.<&", max_size=500))
def test_a_piece_never_changes_the_text(tekst: str) -> None:
    delen = [deel for deel, _ in fragment(tekst, MARKERING) if deel not in ("… ", " …")]
    assert "".join(delen) in tekst
    assert "".join(deel for deel, _ in merk(tekst, MARKERING)) == tekst


def test_only_whole_words_are_marked() -> None:
    assert merk("Begrotingsronde en begrotingen", MARKERING) == [("Begrotingsronde en ", False), ("begrotingen", True)]
    assert merk("Een uittreedsom", markering({"uittreedsom"}, {"uittred"}))[1] == ("uittreedsom", True)
    assert fragment("Niets hiervan.", MARKERING) == [("Niets hiervan.", False)]
    assert fragment("", MARKERING) == []
