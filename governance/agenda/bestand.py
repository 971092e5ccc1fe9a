"""The long term agenda as a file: one table, or months on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from governance.agenda.feiten import Verbandkern
from governance.agenda.moment import Agendamoment
from governance.agenda.regel import Regel, noot, regels, uitleg
from governance.agenda.selectie import Selectie
from governance.agenda.weergave import alle_maanden, maandnaam
from governance.models import Momentstatus, RolRaad
from samenwerkingswijzer.opmaak import datum
from verbanden.models import Klasse
from verbanden.uitvoer import Bestand, Waarde, maak_tabel

TITEL = "Lange-termijn-agenda"
KOPPEN = (
    "Datum", "Verband", "Wat", "Wie", "Rol van de raad", "Status", "Partner vraagt voor", "Wettelijk tot en met",
    "Hoe berekend", "Laatste raad", "Wat u moet weten", "Wat dit voor ons betekent", "Belangrijkheid", "Link",
)  # fmt: skip


def maak(formaat: str, selectie: Selectie) -> Bestand:
    """The chosen moments as a table in one of the formats of `verbanden.uitvoer`."""
    rijen = (_rij(moment, selectie) for moment in selectie.momenten)
    return maak_tabel(formaat, TITEL, KOPPEN, rijen, selectie.dag)


def _rij(moment: Agendamoment, selectie: Selectie) -> list[Waarde]:
    verband: Verbandkern | None = selectie.agenda.verbanden.get(moment.verband_id or 0)
    weten = noot(moment, selectie.dag)
    klasse = selectie.klassen.get(moment.verband_id or 0)
    return [
        moment.datum,
        verband.roepnaam if verband else "Onze gemeente",
        moment.titel,
        moment.wie,
        RolRaad(moment.rol).label,
        Momentstatus(moment.tekst.status).label,
        moment.gevraagd,
        moment.wettelijk,
        uitleg(moment),
        moment.laatste,
        " ".join(filter(None, ("Laatste kans." if weten.laatste_kans else "", weten.kop, weten.zin))),
        moment.tekst.lokale_betekenis,
        Klasse(klasse).label if klasse else "Nog niet bepaald",
        moment.tekst.url,
    ]


def maanden(selectie: Selectie) -> Iterator[tuple[str, list[Regel], list[str]]]:
    """Per month its name, its lines, and the recesses that begin in it."""
    lijst = regels(selectie.momenten, selectie.agenda.verbanden, selectie.dag, samen=not selectie.keuze.get("verband"))
    per_maand = {maand: list(groep) for maand, groep in groupby(lijst, key=lambda regel: regel.datum.replace(day=1))}
    for maand in alle_maanden(selectie, per_maand):
        yield maandnaam(maand), per_maand.get(maand, []), list(_recessen(selectie, maand))


def _recessen(selectie: Selectie, maand: date) -> Iterator[str]:
    for reces in selectie.agenda.kalender.kalender.recessen:
        if reces.van.replace(day=1) == maand:
            yield f"{reces.naam.capitalize()}: {datum(reces.van)} tot en met {datum(reces.tot)}."


def keuzezin(selectie: Selectie) -> str:
    """Which part of the agenda this is."""
    if selectie.van == date.min:
        return "Alle momenten."
    return f"Van {datum(selectie.van)} tot en met {datum(selectie.tot)}."
