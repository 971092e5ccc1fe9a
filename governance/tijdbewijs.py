"""Evidence for the principles out of the agenda: whether the raad had time, and whether papers came in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from governance.agenda.lezen import lees
from governance.agenda.moment import Agendamoment
from governance.regels.termijnen.vergaderingen import Eisen
from governance.signalering.stukken import STUKKEN
from samenwerkingswijzer.bewijs import Bewijs, Bewijsstand
from samenwerkingswijzer.peildatum import Peildatum

JAAR = timedelta(days=366)
WEEK = 7


def bewijzen(peildatum: Peildatum, verband: Any) -> Iterator[Bewijs]:
    """What the agenda says of a year back and a year ahead; no queries besides the agenda, which is remembered."""
    dag = peildatum.dag
    momenten = [een for een in lees(peildatum).per_verband.get(verband.id, ()) if dag - JAAR <= een.datum <= dag + JAAR]
    url = reverse("governance:agenda_verband", args=[verband.slug])
    bij_de_raad = [een for een in momenten if een.in_de_raad and een.vanaf is not None and not een.voorlopig]
    if bij_de_raad:
        yield Bewijs("raad_op_tijd", *tijd_van(bij_de_raad), url)
    verwacht = [een for een in momenten if een.stapsleutel and een.stapsleutel.stap in STUKKEN and _telt(een, dag)]
    if any(een.gedaan for een in verwacht):
        yield Bewijs("actieve_verantwoording", *op_tijd(verwacht), url)
    else:
        zin = "Wanneer stukken kwamen, heeft niemand genoteerd."
        yield Bewijs("actieve_verantwoording", Bewijsstand.ONBEKEND, zin, url)


def tijd_van(momenten: Sequence[Agendamoment]) -> tuple[Bewijsstand, str]:
    """Whether there were enough weeks between paper and meeting, and in words for how many papers."""
    minimum = Eisen().minimum_weken
    kort = sum(_weken(een) < minimum or een.te_laat for een in momenten)
    zin = f"Bij {len(momenten) - kort} van {len(momenten)} stukken heeft de raad minstens {minimum} weken"
    return _stand(kort), f"{zin} tussen ontvangst en vergadering."


def op_tijd(stukken: Sequence[Agendamoment]) -> tuple[Bewijsstand, str]:
    """Whether papers came before the last day by law."""
    laat = sum(een.stap is not None and (een.stap.gebeurd is None or een.stap.was_te_laat) for een in stukken)
    return _stand(laat), f"In een jaar kwamen {len(stukken) - laat} van {len(stukken)} stukken op tijd."


def _stand(fout: int) -> Bewijsstand:
    """One that went wrong is partly, more is not."""
    return (Bewijsstand.MET, Bewijsstand.DEELS)[fout] if fout <= 1 else Bewijsstand.NIET


def _weken(moment: Agendamoment) -> int:
    return (moment.datum - (moment.vanaf or moment.datum)).days // WEEK


def _telt(moment: Agendamoment, dag: date) -> bool:
    """Whether it came, or should have been here."""
    return moment.gedaan or (moment.wettelijk is not None and moment.wettelijk < dag)
