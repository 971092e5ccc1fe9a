"""The rules of the register: tables, and what holds for every number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbanden.regels import signalen as regels

DAG = date(2026, 5, 20)
EURO = st.decimals(-(10**9), 10**9, places=2)
BEDRAG = st.none() | EURO
REEKS = st.dictionaries(st.integers(2020, 2028), BEDRAG, max_size=6)
PROCENT = st.decimals(0, 200, places=1)
DAGEN = st.dates(date(2015, 1, 1), date(2035, 12, 31))
MAANDEN = st.integers(1, 120).map(Decimal)


@pytest.mark.parametrize(
    ("bedragen", "grens", "procent"),
    [
        ({2026: Decimal(100), 2027: Decimal(106)}, 5, 6),
        ({2026: Decimal(100), 2027: Decimal(105)}, 5, None),
        ({2026: Decimal(100), 2027: Decimal(94)}, 5, None),
        ({2026: Decimal(0), 2027: Decimal(94)}, 5, None),
        ({2025: Decimal(50), 2026: Decimal(100), 2027: None}, 5, 100),
        ({2026: None, 2027: Decimal(100)}, 5, None),
        ({2025: Decimal(50), 2027: Decimal(100)}, 5, None),
        ({2026: Decimal(100), 2027: Decimal(100), 2028: Decimal(900)}, 5, None),
        ({}, 5, None),
    ],
)
def test_bijdrage_sprong(bedragen: dict[int, Decimal | None], grens: int, procent: int | None) -> None:
    gevonden = regels.bijdrage_sprong(bedragen, 2027, Decimal(grens))
    assert (gevonden.procent if gevonden else None) == procent


@pytest.mark.parametrize(
    ("resultaten", "grens", "gevonden"),
    [
        ({2024: Decimal(-9), 2025: Decimal(-5)}, 0, (2025, Decimal(-5))),
        ({2024: Decimal(-9), 2025: Decimal(5)}, 0, None),
        ({2025: Decimal(0)}, 0, None),
        ({2025: Decimal(-5)}, -10, None),
        ({2024: Decimal(-5), 2025: None}, 0, (2024, Decimal(-5))),
        ({}, 0, None),
    ],
)
def test_verlies(resultaten: dict[int, Decimal | None], grens: int, gevonden: object) -> None:
    assert regels.verlies(resultaten, Decimal(grens)) == gevonden


@pytest.mark.parametrize(
    ("eigen", "vreemd", "deel"),
    [
        ({2025: Decimal(5)}, {2025: Decimal(95)}, 5),
        ({2025: Decimal(10)}, {2025: Decimal(90)}, None),
        ({2025: Decimal(-5)}, {2025: Decimal(105)}, -5),
        ({2025: Decimal(5)}, {2025: None}, None),
        ({2025: Decimal(0)}, {2025: Decimal(0)}, None),
        ({2024: Decimal(5), 2025: Decimal(50)}, {2024: Decimal(95), 2025: Decimal(50)}, None),
    ],
)
def test_weinig_vermogen(eigen: dict[int, Decimal | None], vreemd: dict[int, Decimal | None], deel: int | None) -> None:
    gevonden = regels.weinig_vermogen(eigen, vreemd, Decimal(10))
    assert (gevonden[1] if gevonden else None) == deel


@pytest.mark.parametrize(
    ("gevolg", "gedekt", "gevonden"),
    [
        (Decimal(50_000), "nee", True),
        (Decimal(49_999), "nee", False),
        (Decimal(90_000), "ja", False),
        (Decimal(90_000), "onbekend", False),
        (None, "nee", False),
    ],
)
def test_ongedekt(gevolg: Decimal | None, gedekt: str, gevonden: bool) -> None:
    assert regels.ongedekt(gevolg, gedekt, Decimal(50_000)) is gevonden


@pytest.mark.parametrize(
    ("oordelen", "gevonden"),
    [
        (["aandacht", "op_koers"], ("op_koers", "aandacht")),
        (["bijsturen", "geen", "aandacht"], ("aandacht", "bijsturen")),
        (["op_koers", "aandacht"], None),
        (["aandacht", "aandacht", "op_koers"], None),
        (["geen", "op_koers"], None),
        (["bijsturen"], None),
        ([], None),
    ],
)
def test_verslechterd(oordelen: list[str], gevonden: object) -> None:
    assert regels.verslechterd(oordelen) == gevonden


@pytest.mark.parametrize(
    ("van", "maanden"),
    [
        (date(2025, 11, 20), 6),
        (date(2025, 11, 21), 5),
        (date(2026, 5, 20), 0),
        (date(2024, 5, 20), 24),
        (date(2026, 6, 1), -1),
    ],
)
def test_maanden_oud(van: date, maanden: int) -> None:
    assert regels.maanden_oud(van, DAG) == maanden


@pytest.mark.parametrize(
    ("klasse", "mandaat", "datum", "wat"),
    [
        ("", "", None, "is geen ruimte en mandaat van het college vastgelegd"),
        ("politiek_belangrijk", " ", DAG, "is geen ruimte en mandaat van het college vastgelegd"),
        ("politiek_belangrijk", "Tot € 5.", DAG, ""),
        ("politiek_belangrijk", "Tot € 5.", date(2025, 3, 20), "is het mandaat van het college 14 maanden oud"),
        ("ambtelijk_belangrijk", "", None, ""),
    ],
)
def test_mandaat_ontbreekt(klasse: str, mandaat: str, datum: date | None, wat: str) -> None:
    assert regels.mandaat_ontbreekt(klasse, mandaat, datum, DAG, Decimal(14)) == wat


@given(REEKS, PROCENT, PROCENT)
def test_een_hogere_grens_voor_de_bijdrage_geeft_niet_meer(
    bedragen: dict[int, Decimal | None], een: Decimal, twee: Decimal
) -> None:
    laag, hoog = sorted((een, twee))
    if regels.bijdrage_sprong(bedragen, 2027, hoog):
        assert regels.bijdrage_sprong(bedragen, 2027, laag)


@given(REEKS, EURO, EURO)
def test_een_hogere_grens_voor_verlies_geeft_niet_minder(
    resultaten: dict[int, Decimal | None], een: Decimal, twee: Decimal
) -> None:
    laag, hoog = sorted((een, twee))
    if regels.verlies(resultaten, laag):
        assert regels.verlies(resultaten, hoog) == regels.verlies(resultaten, laag)


@given(REEKS, REEKS, PROCENT, PROCENT)
def test_een_hogere_ondergrens_voor_vermogen_geeft_niet_minder(
    eigen: dict[int, Decimal | None], vreemd: dict[int, Decimal | None], een: Decimal, twee: Decimal
) -> None:
    laag, hoog = sorted((een, twee))
    if regels.weinig_vermogen(eigen, vreemd, laag):
        assert regels.weinig_vermogen(eigen, vreemd, hoog)


@given(BEDRAG, st.sampled_from(["ja", "nee", "onbekend"]), EURO, EURO)
def test_een_hogere_grens_voor_een_risico_geeft_niet_meer(
    gevolg: Decimal | None, gedekt: str, een: Decimal, twee: Decimal
) -> None:
    laag, hoog = sorted((een, twee))
    assert regels.ongedekt(gevolg, gedekt, hoog) <= regels.ongedekt(gevolg, gedekt, laag)


@given(DAGEN, DAGEN, MAANDEN, MAANDEN)
def test_een_hogere_ouderdom_geeft_niet_meer(van: date, dag: date, een: Decimal, twee: Decimal) -> None:
    laag, hoog = sorted((een, twee))
    if regels.te_oud(van, dag, hoog) is not None:
        assert regels.te_oud(van, dag, laag) is not None


@given(DAGEN, DAGEN, MAANDEN)
def test_ouderdom_hangt_alleen_af_van_de_twee_dagen(van: date, dag: date, maanden: Decimal) -> None:
    oud = regels.maanden_oud(van, dag)
    assert regels.maanden_oud(van, dag + timedelta(days=1)) in (oud, oud + 1)
    assert (regels.te_oud(van, dag, maanden) is not None) == (oud >= maanden)


@given(DAGEN, DAGEN, st.integers(0, 700), st.integers(0, 700))
def test_een_ruimer_venster_geeft_niet_minder(uiterlijk: date, dag: date, een: int, twee: int) -> None:
    laag, hoog = sorted((een, twee))
    assert regels.in_venster(uiterlijk, dag, Decimal(laag)) <= regels.in_venster(uiterlijk, dag, Decimal(hoog))


@given(st.dictionaries(st.integers(2020, 2028), st.none(), max_size=6), PROCENT)
def test_wat_niemand_weet_geeft_geen_signaal(leeg: dict[int, None], grens: Decimal) -> None:
    assert regels.bijdrage_sprong(leeg, 2028, grens) is None
    assert regels.verlies(leeg, grens) is None
    assert regels.weinig_vermogen(leeg, leeg, grens) is None
    assert regels.te_oud(None, DAG, grens) is None
    assert not regels.ongedekt(None, "nee", grens)
    assert not regels.cijfers_verouderd(None, DAG)
