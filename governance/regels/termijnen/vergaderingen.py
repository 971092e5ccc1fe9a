"""The council's own calendar beside a legal date: the last meeting before it, the agenda, the recess, the time left.

Source: our own filling, not law: council members say that papers come too late to change anything. Meetings, recesses
and numbers are plain values that the municipality keeps. Units: days are calendar days, weeks are seven days.
A meeting on the last day itself does not count: what the council decides must still be sent. A meeting that falls in a
recess is never chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from governance.regels.termijnen.stap import Keten
from governance.regels.termijnen.tijd import EEN_DAG, GEEN_DAGEN, is_werkdag


@dataclass(frozen=True)
class Reces:
    """A recess of the council; both days are part of it."""

    naam: str
    van: date
    tot: date

    def omvat(self, dag: date) -> bool:
        """Whether a day lies in it."""
        return self.van <= dag <= self.tot


@dataclass(frozen=True)
class Eisen:
    """What the municipality asks: weeks for the council between paper and meeting, days between agenda and meeting."""

    minimum_weken: int = 4
    agendadagen: int = 14


@dataclass(frozen=True)
class Vergaderkalender:
    """The council's meetings and recesses; `bekend_tot` is the last day it was filled for (None: the last meeting)."""

    vergaderingen: tuple[date, ...] = ()
    recessen: tuple[Reces, ...] = ()
    bekend_tot: date | None = None
    dagen: Collection[date] = GEEN_DAGEN

    def reces(self, dag: date) -> Reces | None:
        """The recess a day lies in."""
        return next((reces for reces in self.recessen if reces.omvat(dag)), None)

    @cached_property
    def bruikbaar(self) -> tuple[date, ...]:
        """The meetings outside recesses, each once, in order."""
        return tuple(sorted({dag for dag in self.vergaderingen if not self.reces(dag)}))

    def tussen(self, vanaf: date | None, uiterlijk: date) -> tuple[date, ...]:
        """The meetings from a day on and before the last day, outside recesses, in order."""
        begin = 0 if vanaf is None else bisect_left(self.bruikbaar, vanaf)
        return self.bruikbaar[begin : bisect_left(self.bruikbaar, uiterlijk)]

    def gevuld_tot(self, dag: date) -> bool:
        """Whether the calendar says anything of the days before this one."""
        laatste = self.bekend_tot or max(self.vergaderingen, default=None)
        return laatste is not None and laatste >= dag - EEN_DAG

    def recesdagen(self, vanaf: date, tot: date) -> int:
        """How many days of a period, its last day included, lie in a recess."""
        aantal = 0
        for reces in sorted(self.recessen, key=lambda reces: reces.van):
            begin, eind = max(reces.van, vanaf), min(reces.tot, tot)
            if eind >= begin:
                aantal += (eind - begin).days + 1
                vanaf = eind + EEN_DAG
        return aantal


@dataclass(frozen=True)
class Ruimte:
    """What the council can do before a date.

    `vergadering`: its last meeting in time, None when there is none. `agenda`: the last working day, outside recesses,
    to hand in a paper for it. `weken`: whole weeks from `vanaf` to that meeting, None when one of them is not known.
    """

    vanaf: date | None
    uiterlijk: date
    vergadering: date | None
    agenda: date | None
    weken: int | None
    te_kort: bool
    reces: str
    recesdagen: int
    kalender_bekend: bool

    @property
    def in_reces(self) -> bool:
        """Whether the last day lies in a recess: who waits for it is too late."""
        return bool(self.reces)

    @property
    def agenda_voorbij(self) -> bool:
        """Whether the paper comes after the last day for the agenda."""
        return self.agenda is not None and self.vanaf is not None and self.vanaf > self.agenda

    @property
    def geen_vergadering(self) -> bool:
        """Whether the council does not meet in time, as far as the calendar was filled."""
        return self.vergadering is None and self.kalender_bekend


def ruimte(
    uiterlijk: date, kalender: Vergaderkalender, *, vanaf: date | None = None, eisen: Eisen | None = None
) -> Ruimte:
    """The room before a date; `vanaf` is the day the paper came or will come."""
    eisen = eisen or Eisen()
    vergadering = max(kalender.tussen(vanaf, uiterlijk), default=None)
    dagen = (vergadering - vanaf).days if vergadering and vanaf else None
    reces = kalender.reces(uiterlijk)
    bekend = kalender.gevuld_tot(uiterlijk)
    return Ruimte(
        vanaf=vanaf,
        uiterlijk=uiterlijk,
        vergadering=vergadering,
        agenda=agendadag(vergadering, kalender, eisen.agendadagen) if vergadering else None,
        weken=None if dagen is None else dagen // 7,
        te_kort=dagen < eisen.minimum_weken * 7 if dagen is not None else bekend and vergadering is None,
        reces=reces.naam if reces else "",
        recesdagen=kalender.recesdagen(vanaf, uiterlijk) if vanaf else 0,
        kalender_bekend=bekend,
    )


def agendadag(vergadering: date, kalender: Vergaderkalender, agendadagen: int) -> date:
    """The last day to hand in: so many days before the meeting, moved back to a working day outside recesses."""
    dag = vergadering - timedelta(days=agendadagen)
    while kalender.reces(dag) or not is_werkdag(dag, kalender.dagen):
        dag -= EEN_DAG
    return dag


def raadsruimte(keten: Keten, kalender: Vergaderkalender, *, eisen: Eisen | None = None) -> dict[str, Ruimte]:
    """The room for each step in which the council acts and that has a date; its paper comes with the step before."""
    ruimten: dict[str, Ruimte] = {}
    for vorige, stap in zip((None, *keten.stappen), keten.stappen, strict=False):
        if stap.voor_de_raad and stap.uiterlijk:
            vanaf = (vorige.gebeurd or vorige.uiterlijk) if vorige else None
            ruimten[stap.sleutel] = ruimte(stap.uiterlijk, kalender, vanaf=vanaf, eisen=eisen)
    return ruimten
