"""The days that matter around one moment, in order, each with what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from governance.agenda.moment import Agendamoment
from governance.agenda.regel import uitleg
from samenwerkingswijzer.opmaak import over


@dataclass(frozen=True)
class Dag:
    """A day, what it is, whether it is the moment itself, and whether the partner asks too early."""

    dag: date
    wat: str
    nu: bool = False
    vroeg: bool = False


def dagen(moment: Agendamoment, vandaag: date) -> list[Dag]:
    """From the day the paper comes to the last day by law."""
    return sorted(_dagen(moment, vandaag), key=lambda een: (een.dag, een.nu))


def _dagen(moment: Agendamoment, vandaag: date) -> Iterator[Dag]:
    if moment.vanaf and moment.in_de_raad:
        yield Dag(moment.vanaf, "het stuk komt uiterlijk" if moment.voorlopig else "het stuk kwam")
    if moment.gevraagd:
        yield Dag(moment.gevraagd, "partner vraagt vóór deze dag", vroeg=moment.vraagt_te_vroeg)
    if moment.agenderen and not moment.gedaan:
        yield Dag(moment.agenderen, "laatste dag om het te agenderen")
    wie = moment.vergadering or moment.wie
    yield Dag(moment.datum, f"{wie}, {over(moment.datum, vandaag)}" if moment.datum >= vandaag else wie, nu=True)
    if moment.laatste and moment.laatste != moment.datum:
        yield Dag(moment.laatste, "laatste raad op tijd")
    if moment.wettelijk and moment.wettelijk != moment.datum:
        hoe = uitleg(moment)
        wat = "wettelijk tot en met" if moment.berekend else "uiterlijk"
        yield Dag(moment.wettelijk, f"{wat}: {hoe}" if hoe else wat)
