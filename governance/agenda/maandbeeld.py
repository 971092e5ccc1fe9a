"""One month as a calendar: weeks of seven days, each with what happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from governance.agenda.regel import Regel, regels
from governance.agenda.selectie import Selectie
from samenwerkingswijzer.opmaak import dag_maand

WEEK = 7
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True)
class Kalenderdag:
    """A day of the calendar; `buiten`: it belongs to another month. `vergadering`: raad, commissie or nothing."""

    datum: date
    buiten: bool
    vandaag: bool
    vergadering: str
    reces: str
    reces_begint: bool
    regels: tuple[Regel, ...]

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to say of it."""
        return not self.regels and not self.vergadering

    @property
    def naam(self) -> str:
        """'dinsdag 23 juni'."""
        return f"{WEEKDAGEN[self.datum.weekday()]} {dag_maand(self.datum)}"


def weken(selectie: Selectie, eerste: date) -> list[list[Kalenderdag]]:
    """The weeks of the month that begins on `eerste`, from Monday; days of other months hold nothing."""
    volgende = (eerste + timedelta(days=32)).replace(day=1)
    begin = eerste - timedelta(days=eerste.weekday())
    aantal = -(-(volgende - begin).days // WEEK)
    samen = not selectie.keuze.get("verband")
    per_dag: dict[date, list[Regel]] = {}
    for regel in regels(selectie.momenten, selectie.agenda.verbanden, selectie.dag, samen=samen):
        per_dag.setdefault(regel.datum, []).append(regel)
    return [
        [_dag(begin + timedelta(days=WEEK * week + dag), eerste, per_dag, selectie) for dag in range(WEEK)]
        for week in range(aantal)
    ]


def _dag(dag: date, eerste: date, per_dag: dict[date, list[Regel]], selectie: Selectie) -> Kalenderdag:
    buiten = dag.month != eerste.month
    reces = selectie.agenda.kalender.kalender.reces(dag)
    return Kalenderdag(
        dag,
        buiten,
        dag == selectie.dag,
        "" if buiten else selectie.agenda.kalender.soort_op(dag),
        reces.naam if reces and not buiten else "",
        reces is not None and (dag in (reces.van, eerste) or dag.weekday() == 0),
        () if buiten else tuple(per_dag.get(dag, ())),
    )
