"""Until when the raad may still react."""

from __future__ import annotations

from datetime import date

import pytest

from governance.dashboard.reageren import nog_te_reageren
from samenwerkingswijzer.functies import Tijdlijnmoment

DAG, MORGEN, LAATSTE = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("wie", "dag", "uiterlijk", "telt"),
    [
        ("Raad", MORGEN, LAATSTE, True),
        ("Raad", DAG, LAATSTE, True),
        ("Raad", date(2026, 5, 31), LAATSTE, False),
        ("Raad", MORGEN, None, False),
        ("College", MORGEN, LAATSTE, False),
    ],
)
def test_a_coming_moment_of_the_raad_with_a_last_day(wie: str, dag: date, uiterlijk: date | None, telt: bool) -> None:
    moment = Tijdlijnmoment(dag, "Zienswijze", 1, wie, uiterlijk=uiterlijk)
    assert (nog_te_reageren([moment], DAG) == [moment]) is telt
