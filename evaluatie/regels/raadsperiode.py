"""The term of the council that a day falls in, from the law. Pure.

Source: Kieswet art. C 4: the members of the councils are elected for four years and step down together on the Wednesday
from 29 March to 4 April. Regular elections were in March 2022 and 2026. A council that came from a merger of
municipalities has another first term; that is not known here. Before 2022 the day could differ by a few days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

EEN_VERKIEZINGSJAAR = 2022
JAREN = 4
EERSTE_MOGELIJKE_DAG = (3, 29)
WOENSDAG = 2


@dataclass(frozen=True)
class Raadsperiode:
    """From the first day of a council up to and including the last one."""

    begin: date
    eind: date

    @property
    def woorden(self) -> str:
        """'2026-2030', as people name it."""
        return f"{self.begin.year}-{self.eind.year}"


def raadsperiode(dag: date) -> Raadsperiode:
    """The term that `dag` falls in; the day of the change belongs to the new council."""
    jaar = dag.year - (dag.year - EEN_VERKIEZINGSJAAR) % JAREN
    if dag < wisseling(jaar):
        jaar -= JAREN
    return Raadsperiode(wisseling(jaar), wisseling(jaar + JAREN) - timedelta(days=1))


def wisseling(jaar: int) -> date:
    """The Wednesday from 29 March to 4 April of a year."""
    eerste = date(jaar, *EERSTE_MOGELIJKE_DAG)
    return eerste + timedelta(days=(WOENSDAG - eerste.weekday()) % 7)
