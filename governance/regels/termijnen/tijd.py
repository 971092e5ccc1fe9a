"""Terms of law as values, and counting with them: weeks, 'vóór 15 september', public holidays, working days.

Source: Algemene termijnenwet (BWBR0002448), art. 1 (a term that ends on a Saturday, Sunday or public holiday runs on to
the next working day; a term that is counted back does not), art. 3 (the holidays; Good Friday is on a par) and art. 4
(not for terms of more than twelve weeks). Units: weeks of seven days; a date is a calendar day without a time.
Not modelled: art. 2 (at least two working days in a term of three days or more: that is always so from a week on), and
the bridging days of art. 3 lid 3, which a royal decree names: the caller gives them as `gelijkgesteld`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import ClassVar

from samenwerkingswijzer.opmaak import datum

EEN_DAG = timedelta(days=1)
ZATERDAG = 5
# The longest term, in weeks, that the Algemene termijnenwet extends (art. 4).
LANGSTE_VERLENGDE_TERMIJN = 12
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
GEEN_DAGEN: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Weken:
    """A number of weeks, counted from or back from a day: the end has the same day of the week."""

    aantal: int
    eenheid: ClassVar[str] = "weken"

    def na(self, dag: date) -> date:
        """The day so many weeks after."""
        return dag + timedelta(weeks=self.aantal)

    def voor(self, dag: date) -> date:
        """The day so many weeks before."""
        return dag - timedelta(weeks=self.aantal)


@dataclass(frozen=True)
class VoorDag:
    """'Vóór' a day of a year: the last day that is in time is the day before.

    `jaren` is counted from the year that the paper is about: -1 is the year before it, 1 the year after.
    """

    dag: int
    maand: int
    jaren: int
    eenheid: ClassVar[str] = "dag van het jaar"

    def laatste_dag(self, jaar: int) -> date:
        """The last day that is in time."""
        return self.grens(jaar) - EEN_DAG

    def grens(self, jaar: int) -> date:
        """The day itself, which is too late."""
        return date(jaar + self.jaren, self.maand, self.dag)


@dataclass(frozen=True)
class InJaar:
    """Some time in a year: the last day is 31 December. `jaren` as with `VoorDag`."""

    jaren: int
    eenheid: ClassVar[str] = "kalenderjaar"

    def laatste_dag(self, jaar: int) -> date:
        """The last day that is in time."""
        return date(jaar + self.jaren, 12, 31)


@dataclass(frozen=True)
class ZonderTermijn:
    """The law wants something and names no term, or ties it to another act."""

    eenheid: ClassVar[str] = "geen termijn"


Termijn = Weken | VoorDag | InJaar | ZonderTermijn


@dataclass(frozen=True)
class Einde:
    """The end of a term: as counted, and after the Algemene termijnenwet. `reden` is empty when the two are equal."""

    geteld: date
    dag: date
    reden: str = ""


def pasen(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar: the algorithm of Meeus, Jones and Butcher, with its own letters."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    (d, e), (i, k) = divmod(b, 4), divmod(c, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    m = (32 + 2 * e + 2 * i - h - k) % 7
    maand, dag = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """The day on which the birthday of the King is celebrated (since 2014): 27 April, or 26 when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.weekday() == ZATERDAG + 1 else dag


@cache
def feestdagen(jaar: int) -> dict[date, str]:
    """The public holidays of a year with their names (Algemene termijnenwet art. 3 lid 1 and 2)."""
    paas = pasen(jaar)
    return {
        date(jaar, 1, 1): "nieuwjaarsdag",
        paas - 2 * EEN_DAG: "Goede Vrijdag",
        paas + EEN_DAG: "tweede paasdag",
        koningsdag(jaar): "Koningsdag",
        paas + 39 * EEN_DAG: "Hemelvaartsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        paas + 50 * EEN_DAG: "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }


def is_werkdag(dag: date, gelijkgesteld: Collection[date] = GEEN_DAGEN) -> bool:
    """Whether a term can end here: no Saturday, Sunday, public holiday or day on a par with one."""
    return dag.weekday() < ZATERDAG and dag not in feestdagen(dag.year) and dag not in gelijkgesteld


def volgende_werkdag(dag: date, gelijkgesteld: Collection[date] = GEEN_DAGEN) -> date:
    """The day itself when it is a working day, otherwise the first one after it."""
    while not is_werkdag(dag, gelijkgesteld):
        dag += EEN_DAG
    return dag


def vorige_werkdag(dag: date, gelijkgesteld: Collection[date] = GEEN_DAGEN) -> date:
    """The day itself when it is a working day, otherwise the last one before it."""
    while not is_werkdag(dag, gelijkgesteld):
        dag -= EEN_DAG
    return dag


def einde(begin: date, termijn: Weken, gelijkgesteld: Collection[date] = GEEN_DAGEN) -> Einde:
    """The end of a term that runs from a day, extended where the Algemene termijnenwet says so."""
    geteld = termijn.na(begin)
    if termijn.aantal > LANGSTE_VERLENGDE_TERMIJN or is_werkdag(geteld, gelijkgesteld):
        return Einde(geteld, geteld)
    dag = volgende_werkdag(geteld, gelijkgesteld)
    waarom = feestdagen(geteld.year).get(geteld) or WEEKDAGEN[geteld.weekday()]
    if geteld in gelijkgesteld:
        waarom = "een dag die met een feestdag gelijkstaat"
    reden = f"De termijn eindigt op {waarom} {datum(geteld)}. De Algemene termijnenwet verlengt haar tot {datum(dag)}."
    return Einde(geteld, dag, reden)
