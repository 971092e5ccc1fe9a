"""Which round of progress runs on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.ronde import Ogenblik, Ronde, ronde_op


@pytest.mark.parametrize(
    ("dag", "jaar", "moment", "klaar"),
    [
        (date(2026, 1, 1), 2025, Ogenblik.JAARREKENING, date(2026, 4, 15)),
        (date(2026, 6, 30), 2025, Ogenblik.JAARREKENING, date(2026, 4, 15)),
        (date(2026, 7, 1), 2027, Ogenblik.BEGROTING, date(2026, 10, 1)),
        (date(2026, 12, 31), 2027, Ogenblik.BEGROTING, date(2026, 10, 1)),
    ],
)
def test_in_het_voorjaar_de_jaarrekening_en_daarna_de_begroting(
    dag: date, jaar: int, moment: Ogenblik, klaar: date
) -> None:
    ronde = ronde_op(dag)
    assert (ronde.jaar, ronde.moment, ronde.klaar_op) == (jaar, moment, klaar)


@given(st.dates(date(2001, 1, 1), date(2090, 12, 31)))
def test_elke_dag_ligt_in_een_ronde_en_de_vorige_hield_net_op(dag: date) -> None:
    ronde = ronde_op(dag)
    assert ronde.begint <= dag
    assert ronde.begint < ronde.klaar_op
    assert ronde_op(ronde.begint) == ronde
    assert ronde_op(ronde.begint - timedelta(days=1)) == ronde.vorige
    assert ronde.vorige.begint < ronde.begint


def test_twee_keer_terug_is_een_jaar_terug() -> None:
    assert Ronde(2027, Ogenblik.BEGROTING).vorige.vorige == Ronde(2026, Ogenblik.BEGROTING)
    assert Ronde(2025, Ogenblik.JAARREKENING).vorige.vorige == Ronde(2024, Ogenblik.JAARREKENING)
