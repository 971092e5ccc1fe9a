"""Counting with versions of a rule: which row of law answers, and which day it gives.

Which version applies follows from the day that is counted, so no list of transition years is needed: a fixed day counts
when the row is law on that day, a term that runs is that of the day it starts, and a term that is counted back is that
of the day it ends on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from governance.regels.termijnen.grondslag import Grondslag, Hoofdstuk, Wetboek, geldend, versies
from governance.regels.termijnen.grondslagen import WETBOEK
from governance.regels.termijnen.stap import Stap
from governance.regels.termijnen.tijd import GEEN_DAGEN, InJaar, VoorDag, Weken, einde
from samenwerkingswijzer.opmaak import datum

KORTER = "Tot en met {dag} gold een kortere termijn."


@dataclass(frozen=True)
class Wet:
    """The rules of one chapter; `dagen` are the days on a par with a holiday (Algemene termijnenwet art. 3 lid 3)."""

    hoofdstuk: str = Hoofdstuk.GEEN
    boek: Wetboek = field(default_factory=lambda: WETBOEK)
    dagen: Collection[date] = GEEN_DAGEN

    def rij(self, sleutel: str, dag: date) -> Grondslag | None:
        """The version of a rule on a day."""
        return geldend(self.boek, sleutel, self.hoofdstuk, dag)

    def gronden(self, sleutel: str, dag: date | None = None) -> tuple[Grondslag, ...]:
        """The version of a rule on a day, or without a day the newest one, as the grounds of a step."""
        rij = self.rij(sleutel, dag or date.max)
        return (rij,) if rij else ()


@dataclass(frozen=True)
class Uitkomst:
    """A day with the rules it comes from; `reden` when the Algemene termijnenwet moved it."""

    dag: date
    grondslagen: tuple[Grondslag, ...]
    reden: str = ""


def vaste_dag(wet: Wet, sleutel: str, jaar: int) -> Uitkomst | None:
    """The last day in time of a rule that names a day or a year; None in a year in which we know no version."""
    for rij in versies(wet.boek, sleutel, wet.hoofdstuk):
        if isinstance(rij.termijn, VoorDag | InJaar) and rij.geldt(rij.termijn.laatste_dag(jaar)):
            return Uitkomst(rij.termijn.laatste_dag(jaar), (rij,))
    return None


def weken_na(wet: Wet, sleutel: str, begin: date) -> Uitkomst | None:
    """The end of a term of weeks that starts on a day, and the Algemene termijnenwet if it moved."""
    rij = wet.rij(sleutel, begin)
    if rij is None or not isinstance(rij.termijn, Weken):
        return None
    eind = einde(begin, rij.termijn, wet.dagen)
    verlengd = geldend(wet.boek, "verlengen", Hoofdstuk.GEEN, eind.dag) if eind.reden else None
    return Uitkomst(eind.dag, (rij, verlengd) if verlengd else (rij,), eind.reden)


def weken_voor(wet: Wet, sleutel: str, eind: date) -> Uitkomst | None:
    """The last day to start a term of weeks that must have run before a day.

    Around a change of law the last day of the old version may be that day: it had the shorter term.
    """
    mogelijk = [
        Uitkomst(dag, (rij,), KORTER.format(dag=datum(dag)) if dag == rij.geldig_tot else "")
        for rij in versies(wet.boek, sleutel, wet.hoofdstuk)
        if isinstance(rij.termijn, Weken) and rij.geldt(dag := min(rij.termijn.voor(eind), rij.geldig_tot or date.max))
    ]
    return max(mogelijk, key=lambda uitkomst: uitkomst.dag, default=None)


def vroegste(*mogelijk: Uitkomst | None) -> Uitkomst | None:
    """The earliest of several limits that all apply, with its own grounds first; None when there is none."""
    bekend = [uitkomst for uitkomst in mogelijk if uitkomst is not None]
    if not bekend:
        return None
    eerste = min(bekend, key=lambda uitkomst: uitkomst.dag)
    gronden = dict.fromkeys((*eerste.grondslagen, *(uitkomst.grondslagen[0] for uitkomst in bekend)))
    return Uitkomst(eerste.dag, tuple(gronden), eerste.reden)


def stap_op(uitkomst: Uitkomst | None, stap: Stap) -> Stap:
    """A step with the day, the grounds and the reason of an outcome; without an outcome the step stays as it is."""
    if uitkomst is None:
        return stap
    uitleg = f"{stap.uitleg} {uitkomst.reden}".strip()
    return replace(stap, wettelijk=uitkomst.dag, grondslagen=uitkomst.grondslagen, uitleg=uitleg)


def dag_van(uitkomst: Uitkomst | None) -> date | None:
    """The day of an outcome, if there is one."""
    return uitkomst.dag if uitkomst else None
