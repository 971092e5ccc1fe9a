"""Dutch notation: a table of examples, and what is written can be read back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer import opmaak

BEDRAGEN = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
NU = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("functie", "waarde", "verwacht"),
    [
        (opmaak.bedrag, Decimal(25_506_000), "€ 25.506.000"),
        (opmaak.bedrag, Decimal("3900.50"), "€ 3.900,50"),
        (opmaak.bedrag, Decimal(-200), "− € 200"),
        (opmaak.bedrag, 0, "€ 0"),
        (opmaak.duizend, Decimal(25_506_499), "25.506"),
        (opmaak.duizend, Decimal(25_506_500), "25.507"),
        (opmaak.duizend, Decimal(-400), "0"),
        (opmaak.duizend, Decimal(-1_500_000), "−1.500"),
        (opmaak.kop, Decimal(25_506_000), "€ 25,5 mln"),
        (opmaak.kop, Decimal(216_000), "€ 216.000"),
        (opmaak.kop, Decimal(-600_000), "− € 600.000"),
        (opmaak.miljoen, Decimal(-600_000), "− € 0,6 mln"),
        (opmaak.miljoen, Decimal(1_234_567_890), "€ 1.234,6 mln"),
        (opmaak.procent, Decimal(9), "9,0%"),
        (opmaak.procent, Decimal("-0.04"), "0,0%"),
        (opmaak.getal, 1234, "1.234"),
        (opmaak.datum, date(2026, 6, 23), "23 juni 2026"),
        (opmaak.datum_kort, date(2026, 6, 3), "3-6-2026"),
        (opmaak.dag_maand, date(2026, 3, 1), "1 maart"),
        (opmaak.afbreekbaar, "vastgesteld", "vast\u00adgesteld"),
        (opmaak.afbreekbaar, "begroot", "begroot"),
        (opmaak.tijd, time(16, 2), "16.02"),
        (opmaak.tijd, datetime(2026, 5, 18, 14, 42, tzinfo=UTC), "16.42"),
        (opmaak.datum, datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1 januari 2027"),
    ],
)
def test_notatie(functie: Callable[[Any], str], waarde: Any, verwacht: str) -> None:
    assert functie(waarde).replace(opmaak.VASTE_SPATIE, " ") == verwacht


@pytest.mark.parametrize(("waarde", "verwacht"), [(Decimal(9), "+9,0%"), (Decimal("-3.44"), "−3,4%"), (0, "0,0%")])
def test_verschil_krijgt_een_teken(waarde: Decimal, verwacht: str) -> None:
    assert opmaak.procent(waarde, teken=True) == verwacht


def test_een_bedrag_breekt_niet_over_twee_regels() -> None:
    assert " " not in opmaak.kop(Decimal(-25_506_000))


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 5, 20), "vandaag"),
        (date(2026, 5, 21), "morgen"),
        (date(2026, 5, 19), "gisteren"),
        (date(2026, 6, 2), "over 13 dagen"),
        (date(2026, 6, 23), "over 5 weken"),
        (date(2026, 9, 1), "over 15 weken"),
        (date(2027, 5, 20), "over 12 maanden"),
        (date(2026, 5, 18), "2 dagen geleden"),
        (date(2023, 5, 1), "3 jaar geleden"),
    ],
)
def test_hoever_weg(dag: date, verwacht: str) -> None:
    assert opmaak.over(dag, NU) == verwacht


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (NU, "van vandaag"),
        (date(2026, 5, 19), "1 dag oud"),
        (date(2026, 5, 18), "2 dagen oud"),
        (date(2024, 5, 1), "2 jaar oud"),
    ],
)
def test_hoe_oud(dag: date, verwacht: str) -> None:
    assert opmaak.oud(dag, NU) == verwacht


def test_niets_uit_de_toekomst_is_oud() -> None:
    with pytest.raises(ValueError, match="toekomst"):
        opmaak.oud(date(2026, 5, 21), NU)


@pytest.mark.parametrize("waarde", [None, 1.5, "100"])
def test_alleen_een_getal_wordt_opgemaakt(waarde: Any) -> None:
    with pytest.raises(TypeError):
        opmaak.getal(waarde)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("3.900", Decimal(3900)),
        ("3900", Decimal(3900)),
        (" € 3.900,50 ", Decimal("3900.50")),
        ("−200", Decimal(-200)),
        ("-200", Decimal(-200)),
        ("– 200", Decimal(-200)),
        ("1\u00a0000", Decimal(1000)),
        ("0", Decimal(0)),
    ],
)
def test_lees_bedrag(tekst: str, verwacht: Decimal) -> None:
    assert opmaak.lees_bedrag(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst", ["", "3,9 mln", "3.9", "39.00", "1.2345", "1e5", "NaN", "∞", "٣", "1,234", "--1", "1" * 40, "1\x002"]
)
def test_lees_bedrag_weigert_met_een_zin(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].+\.$"):
        opmaak.lees_bedrag(tekst)


@pytest.mark.parametrize(
    ("tekst", "verwacht"), [("18,0%", Decimal(18)), ("18,25 %", Decimal("18.25")), ("0", Decimal(0))]
)
def test_lees_procent(tekst: str, verwacht: Decimal) -> None:
    assert opmaak.lees_procent(tekst) == verwacht


def test_lees_getal_zonder_decimalen() -> None:
    with pytest.raises(ValueError, match="heel getal"):
        opmaak.lees_getal("1,5")


@pytest.mark.parametrize("tekst", ["13-4-2026", "13-04-2026", "2026-04-13", " 13/4/2026 ", "13.4.2026"])
def test_lees_datum(tekst: str) -> None:
    assert opmaak.lees_datum(tekst) == date(2026, 4, 13)


@pytest.mark.parametrize("tekst", ["", "31-2-2026", "13-4-26", "gisteren", "2026-13-01", "0-0-0000", "٣-4-2026"])
def test_lees_datum_weigert_met_een_voorbeeld(tekst: str) -> None:
    with pytest.raises(ValueError, match="zoals 13-4-2026"):
        opmaak.lees_datum(tekst)


@given(BEDRAGEN)
def test_een_geschreven_bedrag_is_terug_te_lezen(waarde: Decimal) -> None:
    assert opmaak.lees_bedrag(opmaak.bedrag(waarde)) == waarde


@given(st.dates(min_value=date(1000, 1, 1)))
def test_een_geschreven_datum_is_terug_te_lezen(dag: date) -> None:
    assert opmaak.lees_datum(opmaak.datum_kort(dag)) == dag


def _lees(lees: Callable[[str], object], tekst: str) -> object:
    """What a reader makes of a text: a value, or the sentence of its refusal."""
    try:
        return lees(tekst)
    except ValueError as fout:
        return str(fout)


@given(st.text(max_size=30), st.sampled_from([opmaak.lees_bedrag, opmaak.lees_procent, opmaak.lees_datum]))
def test_lezen_geeft_een_waarde_of_een_zin(tekst: str, lees: Callable[[str], object]) -> None:
    uitkomst = _lees(lees, tekst)
    assert not isinstance(uitkomst, str) or uitkomst.endswith(".")
