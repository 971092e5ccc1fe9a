"""What moved lately: the agenda of now beside the agenda as the portal knew it some weeks ago. Nothing is stored.

A meeting of a board, our own calendar or a day of a paper that changed moves what follows from it; this says what, and
who must know. Source: own filling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from governance.agenda.lezen import Agenda, adres, lees
from governance.agenda.moment import Agendamoment
from samenwerkingswijzer.peildatum import Peildatum, einde_van

TERUG = timedelta(days=14)


@dataclass(frozen=True)
class Verschoven:
    """A moment to come that is on another day than it was, or of which the last day by law changed."""

    moment: Agendamoment
    naam: str
    pagina: str
    was: date
    wettelijk_was: date | None

    @property
    def weten(self) -> str:
        """Who must know."""
        if self.moment.van_de_raad:
            return "raad, griffie en accounthouder"
        return "college en accounthouder" if self.moment.van_het_college else "accounthouder"

    @property
    def andere_dag(self) -> bool:
        """Whether the moment itself moved, and not only its last day."""
        return self.was != self.moment.datum

    @property
    def andere_termijn(self) -> bool:
        """Whether the last day by law moved."""
        return self.wettelijk_was != self.moment.wettelijk


def verschoven(agenda: Agenda, peildatum: Peildatum) -> tuple[Verschoven, ...]:
    """What moved in two weeks, by date. The earlier agenda is remembered, so mostly one query."""
    toen = lees(Peildatum(peildatum.dag, einde_van(peildatum.dag - TERUG)))
    return _vergelijk(agenda, toen, peildatum.dag)


def van_verband(agenda: Agenda, peildatum: Peildatum, verband_id: int) -> list[Verschoven]:
    """What moved of one partnership."""
    return [een for een in verschoven(agenda, peildatum) if een.moment.verband_id == verband_id]


@lru_cache(maxsize=8)
def _vergelijk(agenda: Agenda, toen: Agenda, dag: date) -> tuple[Verschoven, ...]:
    """Agendas are compared by identity, so a pair is looked at once."""
    was = {een.kenmerk: een for een in toen.momenten if _komt(een, dag)}
    return tuple(_verschillen(agenda, was, dag))


def _verschillen(agenda: Agenda, was: dict[str, Agendamoment], dag: date) -> Iterator[Verschoven]:
    for moment in agenda.momenten:
        if not _komt(moment, dag):
            continue
        eerder = was.get(moment.kenmerk)
        if eerder and (eerder.datum, eerder.wettelijk) != (moment.datum, moment.wettelijk):
            verband = agenda.verbanden.get(moment.verband_id or 0)
            naam = verband.roepnaam if verband else "Onze gemeente"
            yield Verschoven(moment, naam, adres(moment, agenda.verbanden), eerder.datum, eerder.wettelijk)


def _komt(moment: Agendamoment, dag: date) -> bool:
    """Whether it is still to be done, on a day or before a last day that lies ahead."""
    return not moment.gedaan and max(moment.datum, moment.wettelijk or moment.datum) >= dag
