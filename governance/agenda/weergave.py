"""The list as markup: months with their lines, recesses between them, and the band with totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from governance.agenda.lezen import Agenda, adres
from governance.agenda.moment import Agendamoment
from governance.agenda.regel import Regel, regels
from governance.agenda.selectie import Selectie
from governance.regels.termijnen.vergaderingen import Reces
from samenwerkingswijzer.opmaak import MAANDEN


@dataclass(frozen=True)
class Maand:
    """A month with its lines as markup, and the recesses that begin in it."""

    sleutel: str
    titel: str
    aantal: int
    rijen: SafeString
    recessen: tuple[Reces, ...]


@dataclass(frozen=True)
class Kans:
    """The first last chance: when, of whom, and until which day the law allows it."""

    datum: date
    naam: str
    pagina: str
    tot: date | None


@dataclass(frozen=True)
class Totalen:
    """The band at the top; `reces` is the first term that ends in a recess."""

    in_stelling: int
    kans: Kans | None
    te_vroeg: int
    in_reces: int
    reces: Kans | None


def maanden(selectie: Selectie) -> list[Maand]:
    """The lines per month; a recess stands after the month in which it begins."""
    agenda, samen = selectie.agenda, not selectie.keuze.get("verband")
    lijst = list(regels(selectie.momenten, agenda.verbanden, selectie.dag, samen=samen))
    per_maand = {maand: list(groep) for maand, groep in groupby(lijst, key=lambda r: r.datum.replace(day=1))}
    recessen = in_periode(selectie)
    return [
        Maand(
            f"{maand:%Y-%m}",
            maandnaam(maand),
            len(per_maand.get(maand, ())),
            SafeString("".join(map(regel_html, per_maand.get(maand, ())))),
            tuple(reces for reces in recessen if reces.van.replace(day=1) == maand),
        )
        for maand in alle_maanden(selectie, per_maand)
    ]


def in_periode(selectie: Selectie) -> list[Reces]:
    """The recesses of the chosen period."""
    recessen = selectie.agenda.kalender.kalender.recessen
    return [reces for reces in recessen if reces.tot >= selectie.van and reces.van <= selectie.tot]


def alle_maanden(selectie: Selectie, met_regels: Iterable[date]) -> list[date]:
    """The first days of the months with lines, and of those in which a recess begins; none without lines."""
    maanden_ = set(met_regels)
    return sorted(maanden_ | {reces.van.replace(day=1) for reces in in_periode(selectie)}) if maanden_ else []


@lru_cache(maxsize=16384)
def regel_html(regel: Regel) -> str:
    """A line of the list, rendered once per distinct content."""
    return render_to_string("governance/agenda/regel.html", {"regel": regel})


def maandnaam(maand: date) -> str:
    """'Juni 2026'."""
    return f"{MAANDEN[maand.month - 1].capitalize()} {maand.year}"


def totalen(selectie: Selectie) -> Totalen:
    """What the raad faces now, over all partnerships."""
    agenda, dag = selectie.agenda, selectie.dag
    in_reces = [moment for moment in selectie.komend if moment.reces and not moment.voorlopig]
    return Totalen(
        in_stelling=sum(moment.open_op(dag) for moment in agenda.momenten),
        kans=next((kans(moment, agenda) for moment in selectie.komend if moment.laatste_kans), None),
        te_vroeg=sum(moment.vraagt_te_vroeg for moment in selectie.komend),
        in_reces=len(in_reces),
        reces=next((kans(moment, agenda) for moment in in_reces), None),
    )


def kans(moment: Agendamoment, agenda: Agenda) -> Kans:
    """A moment in a few words."""
    verband = agenda.verbanden.get(moment.verband_id or 0)
    return Kans(
        moment.datum,
        verband.roepnaam if verband else "Onze gemeente",
        adres(moment, agenda.verbanden),
        moment.wettelijk,
    )


def samenvatting(selectie: Selectie) -> str:
    """One sentence: how many moments, and how many of them before the next long recess."""
    lijst = selectie.momenten
    aantal = f"{len(lijst)} {'moment' if len(lijst) == 1 else 'momenten'}"
    reces = next(_lange_recessen(selectie), None)
    if reces is None:
        return f"{aantal}."
    ervoor = sum(moment.datum < reces.van for moment in lijst)
    return f"{aantal}, waarvan {ervoor} vóór het {reces.naam}."


def _lange_recessen(selectie: Selectie) -> Iterator[Reces]:
    """Recesses ahead of more than three weeks."""
    recessen = selectie.agenda.kalender.kalender.recessen
    return (r for r in recessen if r.van > selectie.dag and r.van <= selectie.tot and (r.tot - r.van).days > 21)
