"""The term of the council, against days that everybody can look up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.raadsperiode import WOENSDAG, raadsperiode


@pytest.mark.parametrize(
    ("dag", "begin", "eind"),
    [
        (date(2022, 3, 29), date(2018, 4, 4), date(2022, 3, 29)),
        (date(2022, 3, 30), date(2022, 3, 30), date(2026, 3, 31)),
        (date(2026, 1, 1), date(2022, 3, 30), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 4, 1), date(2030, 4, 2)),
        (date(2028, 2, 29), date(2026, 4, 1), date(2030, 4, 2)),
    ],
)
def test_de_periode_begint_op_de_woensdag_na_de_verkiezing(dag: date, begin: date, eind: date) -> None:
    periode = raadsperiode(dag)
    assert (periode.begin, periode.eind) == (begin, eind)


def test_in_woorden() -> None:
    assert raadsperiode(date(2026, 11, 22)).woorden == "2026-2030"


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_elke_dag_valt_in_een_periode_en_de_volgende_sluit_aan(dag: date) -> None:
    periode = raadsperiode(dag)
    assert periode.begin <= dag <= periode.eind
    assert periode.begin.weekday() == WOENSDAG
    assert raadsperiode(periode.eind + timedelta(days=1)).begin == periode.eind + timedelta(days=1)
