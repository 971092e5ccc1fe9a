"""Whether all parties look the same way, what order cannot change, and what is said of who is unknown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.models import Standpunt
from governance.regels.congruentie import KIJKEN, Houding, Perspectief, Uitkomst, congruentie, verouderd, zinnen

ZELF, SAMEN = Perspectief.ZELF_PER_VERBAND, Perspectief.SAMEN_PER_VERBAND
RUILEN, GEHEEL = Perspectief.ZELF_OVER_VERBANDEN, Perspectief.SAMEN_OVER_VERBANDEN
ONBEKEND = Perspectief.ONBEKEND
DAGEN = st.dates(date(2015, 1, 1), date(2030, 12, 31))
HOUDING = st.builds(Houding, st.text(max_size=4), st.sampled_from(Perspectief), DAGEN)


def partijen(*perspectieven: Perspectief) -> list[Houding]:
    return [Houding(f"Partij {nummer}", perspectief) for nummer, perspectief in enumerate(perspectieven)]


def test_de_perspectieven_zijn_die_van_het_register() -> None:
    assert [perspectief.value for perspectief in Perspectief] == Standpunt.Perspectief.values
    assert [label.split(":")[0] for label in Standpunt.Perspectief.labels[:4]] == [
        f"{kijk.nummer} {kijk.naam}" for kijk in KIJKEN
    ]
    assert [(kijk.nummer, kijk.samen, kijk.over_verbanden) for kijk in KIJKEN] == [
        (1, False, False),
        (2, True, False),
        (3, False, True),
        (4, True, True),
    ]


@pytest.mark.parametrize(
    ("perspectieven", "uitkomst", "woorden"),
    [
        ([], Uitkomst.ONBEKEND,
         ("Dat weten wij nog niet.", "Van geen enkele partij is vastgelegd hoe zij kijkt.")),
        ([ONBEKEND, ONBEKEND], Uitkomst.ONBEKEND,
         ("Dat weten wij nog niet.", "Van geen enkele partij is vastgelegd hoe zij kijkt.")),
        ([SAMEN, ONBEKEND], Uitkomst.ONBEKEND,
         ("Dat weten wij nog niet.", "Van één partij is vastgelegd hoe zij kijkt. Vergelijken kan vanaf twee.")),
        ([SAMEN, SAMEN, SAMEN], Uitkomst.CONGRUENT,
         ("Ja.", "Drie partijen kijken op dezelfde manier: samen zoeken.")),
        ([GEHEEL, GEHEEL, ONBEKEND], Uitkomst.CONGRUENT,
         ("Ja, voor zover wij weten.", "Twee partijen kijken op dezelfde manier: samen het geheel wegen.")),
        ([ZELF, SAMEN], Uitkomst.VERSCHILLEND,
         ("Nee: twee partijen kijken op twee manieren.",
          "Zij verschillen over wie bepaalt wat de samenwerking moet opleveren: ieder zelf of samen.")),
        ([SAMEN, GEHEEL, GEHEEL], Uitkomst.VERSCHILLEND,
         ("Nee: drie partijen kijken op twee manieren.",
          "Zij verschillen over waar het moet uitkomen: per verband of over meer verbanden.")),
        ([ZELF, GEHEEL], Uitkomst.VERSCHILLEND,
         ("Nee: twee partijen kijken op twee manieren.",
          "Zij verschillen over wie bepaalt, en over één of meer verbanden tegelijk.")),
        ([ZELF, SAMEN, RUILEN, GEHEEL] * 3, Uitkomst.VERSCHILLEND,
         ("Nee: 12 partijen kijken op vier manieren.",
          "Zij verschillen over wie bepaalt, en over één of meer verbanden tegelijk.")),
    ],
)  # fmt: skip
def test_het_antwoord_en_waar_het_op_rust(
    perspectieven: list[Perspectief], uitkomst: Uitkomst, woorden: tuple[str, str]
) -> None:
    vergeleken = congruentie(partijen(*perspectieven))
    assert vergeleken.uitkomst is uitkomst
    assert zinnen(vergeleken) == woorden


def test_alleen_wie_bekend_is_telt_voor_de_dagen() -> None:
    vergeleken = congruentie(
        [
            Houding("A", SAMEN, date(2026, 3, 1)),
            Houding("B", ONBEKEND, date(2020, 1, 1)),
            Houding("C", SAMEN, date(2025, 6, 3)),
            Houding("D"),
        ]
    )
    assert (vergeleken.oudste, vergeleken.nieuwste) == (date(2025, 6, 3), date(2026, 3, 1))
    assert vergeleken.onbekend == ("B", "D")
    leeg = congruentie([Houding("D")])
    assert (leeg.oudste, leeg.nieuwste) == (None, None)


@given(st.lists(HOUDING, max_size=8))
def test_de_volgorde_van_de_partijen_doet_er_niet_toe(houdingen: list[Houding]) -> None:
    heen, terug = congruentie(houdingen), congruentie(houdingen[::-1])
    assert (heen.uitkomst, heen.kijken, heen.oudste, heen.nieuwste) == (
        terug.uitkomst, terug.kijken, terug.oudste, terug.nieuwste,
    )  # fmt: skip
    assert len(heen.bekend) + len(heen.onbekend) == len(houdingen)


@given(st.lists(HOUDING, max_size=8), HOUDING)
def test_een_partij_erbij_maakt_een_verschil_nooit_gelijk(houdingen: list[Houding], erbij: Houding) -> None:
    if congruentie(houdingen).uitkomst is Uitkomst.VERSCHILLEND:
        assert congruentie([*houdingen, erbij]).uitkomst is Uitkomst.VERSCHILLEND


@given(st.lists(HOUDING, max_size=8), st.text(max_size=4))
def test_wie_niet_bekend_is_verandert_het_antwoord_niet(houdingen: list[Houding], naam: str) -> None:
    assert congruentie([*houdingen, Houding(naam)]).uitkomst is congruentie(houdingen).uitkomst


@pytest.mark.parametrize(
    ("datum", "dag", "maanden", "oud"),
    [
        (date(2025, 5, 20), date(2026, 5, 20), 12, False),
        (date(2025, 5, 19), date(2026, 5, 20), 12, True),
        (date(2026, 2, 28), date(2026, 3, 31), 1, False),
        (date(2026, 2, 27), date(2026, 3, 31), 1, True),
        (date(2024, 2, 29), date(2025, 2, 28), 12, False),
        (date(2025, 12, 1), date(2026, 1, 1), 1, False),
        (date(2030, 1, 1), date(2026, 1, 1), 12, False),
        (None, date(2026, 1, 1), 12, False),
    ],
)
def test_wat_lang_geleden_is_heet_verouderd(datum: date | None, dag: date, maanden: int, oud: bool) -> None:
    assert verouderd(datum, dag, maanden) is oud


@given(DAGEN, DAGEN, st.integers(0, 60))
def test_wat_verouderd_is_wordt_niet_weer_vers(datum: date, dag: date, maanden: int) -> None:
    if verouderd(datum, dag, maanden):
        assert verouderd(datum, dag + timedelta(days=1), maanden)
        assert verouderd(datum - timedelta(days=1), dag, maanden)
