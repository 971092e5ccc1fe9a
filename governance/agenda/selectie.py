"""The part of the agenda that a reader asked for: a period, and which moments in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from governance.agenda.lezen import Agenda, dag_van
from governance.agenda.moment import Agendamoment
from governance.forms.agenda import ALLES, NIET_BEPAALD, VERDER
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid

Klassen = Mapping[int, str]


@dataclass(frozen=True)
class Selectie:
    """The moments of a choice, in a period (both days included), with the class of each partnership."""

    agenda: Agenda
    klassen: Klassen
    dag: date
    van: date
    tot: date
    keuze: Mapping[str, str]

    @cached_property
    def momenten(self) -> tuple[Agendamoment, ...]:
        """What was asked for, by date."""
        return tuple(
            moment for moment in self.agenda.momenten if self.van <= moment.datum <= self.tot and self.past(moment)
        )

    @cached_property
    def komend(self) -> tuple[Agendamoment, ...]:
        """Every moment of the raad from today on that is not done, whatever was chosen."""
        return tuple(
            moment
            for moment in self.agenda.momenten
            if moment.datum >= self.dag and moment.van_de_raad and not moment.gedaan and self.loopt(moment)
        )

    def past(self, moment: Agendamoment) -> bool:
        """Whether a moment answers to the choice."""
        if moment.vervallen or not self.loopt(moment):
            return False
        keuze, verband = self.keuze, self.agenda.verbanden.get(moment.verband_id or 0)
        return (
            (not keuze.get("verband") or (verband is not None and verband.slug == keuze["verband"]))
            and (not keuze.get("rol") or moment.rol == keuze["rol"])
            and (not keuze.get("klasse") or self.klasse(moment) == keuze["klasse"])
            and _wie(moment, keuze.get("wie", ""))
        )

    def loopt(self, moment: Agendamoment) -> bool:
        """Whether its partnership has not ended; a moment of ourselves has none."""
        return moment.verband_id is None or self.agenda.verbanden[moment.verband_id].lopend

    def klasse(self, moment: Agendamoment) -> str:
        """The class of its partnership, or that none was decided; empty for a moment of ourselves."""
        return self.klassen.get(moment.verband_id, NIET_BEPAALD) if moment.verband_id else ""


def _wie(moment: Agendamoment, wie: str) -> bool:
    if wie == "iedereen":
        return True
    return moment.van_de_raad or (wie == "college" and moment.van_het_college)


def kies(agenda: Agenda, peildatum: Peildatum, keuze: Mapping[str, str]) -> Selectie:
    """The part of the agenda that was asked for; one query."""
    van, tot = periode(keuze.get("periode", VERDER), peildatum.dag)
    return Selectie(agenda, klassen(peildatum), peildatum.dag, van, tot, keuze)


def klassen(peildatum: Peildatum) -> dict[int, str]:
    """The class in force per partnership; one query."""
    rijen = Belangrijkheid.objects.op(peildatum.moment).laatste(peildatum.dag)
    return dict(rijen.values_list("verband_id", "klasse"))


def periode(gevraagd: str, dag: date) -> tuple[date, date]:
    """The first and the last day: twelve months ahead, one year, or everything."""
    if gevraagd == ALLES:
        return date.min, date.max
    if gevraagd:
        return date(int(gevraagd), 1, 1), date(int(gevraagd), 12, 31)
    return dag, dag_van(dag, 1) - timedelta(days=1)


def jaren(agenda: Agenda, dag: date) -> list[int]:
    """The years with a moment, this year among them."""
    return sorted({moment.datum.year for moment in agenda.momenten} | {dag.year})
