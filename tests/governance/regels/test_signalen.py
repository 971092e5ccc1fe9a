"""When a moment asks for attention: tables and properties."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.signalen import na_uiterste_dag, raad_aan_zet

DAG = date(2026, 5, 20)
DAGEN = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("rol", "over", "gevonden"),
    [
        ("besluitvorming", 0, True),
        ("informeren", 28, True),
        ("informeren", 29, False),
        ("informeren", -1, False),
        ("", 3, False),
    ],
)
def test_raad_aan_zet(rol: str, over: int, gevonden: bool) -> None:
    assert raad_aan_zet(rol, DAG + timedelta(days=over), DAG, Decimal(28)) is gevonden


@pytest.mark.parametrize(
    ("over", "uiterlijk", "gevonden"),
    [(9, 8, True), (9, 9, False), (9, None, False), (-1, -3, False), (0, -1, True)],
)
def test_na_uiterste_dag(over: int, uiterlijk: int | None, gevonden: bool) -> None:
    laatste = None if uiterlijk is None else DAG + timedelta(days=uiterlijk)
    assert na_uiterste_dag(DAG + timedelta(days=over), laatste, DAG) is gevonden


@given(DAGEN, DAGEN, st.integers(0, 700), st.integers(0, 700))
def test_verder_vooruit_kijken_geeft_niet_minder(datum: date, dag: date, een: int, twee: int) -> None:
    laag, hoog = sorted((een, twee))
    assert raad_aan_zet("informeren", datum, dag, Decimal(laag)) <= raad_aan_zet(
        "informeren", datum, dag, Decimal(hoog)
    )
