"""When an item of the ontwikkelagenda is late."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.signalen import over_tijd

DAG = date(2026, 5, 20)


@pytest.mark.parametrize(("dagen", "gevonden"), [(30, False), (31, True), (0, False), (-5, False)])
def test_over_tijd(dagen: int, gevonden: bool) -> None:
    assert over_tijd(DAG - timedelta(days=dagen), DAG, Decimal(30)) is gevonden


def test_zonder_datum_is_niets_te_laat() -> None:
    assert not over_tijd(None, DAG, Decimal(0))


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 700), st.integers(0, 700))
def test_meer_geduld_geeft_niet_meer(termijn: date, een: int, twee: int) -> None:
    laag, hoog = sorted((een, twee))
    assert over_tijd(termijn, DAG, Decimal(hoog)) <= over_tijd(termijn, DAG, Decimal(laag))
