"""Moments as a calendar that other programs read (RFC 5545, RFC 7986): whole days, the same name when a date moves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from governance.agenda.lezen import Agenda, adres
from governance.agenda.moment import Agendamoment
from governance.agenda.regel import ROLLEN, noot
from samenwerkingswijzer.opmaak import datum

SOORT = "text/calendar; charset=utf-8"
MAKER = "-//Samenwerkingswijzer//Agenda//NL"
VERVERS = "PT6H"


def kalender(momenten: Iterable[Agendamoment], agenda: Agenda, *, naam: str, basis: str, nu: datetime) -> bytes:
    """These moments as one calendar. `basis` is the address of the portal without its last slash; `nu` is aware."""
    blad = Calendar()
    blad.add("prodid", MAKER)
    blad.add("version", "2.0")
    blad.add("method", "PUBLISH")
    blad.add("x-wr-calname", naam)
    blad.add("x-published-ttl", VERVERS)
    for moment in momenten:
        blad.add_component(_gebeurtenis(moment, agenda, basis, nu))
    inhoud: bytes = blad.to_ical()
    return inhoud


def _gebeurtenis(moment: Agendamoment, agenda: Agenda, basis: str, nu: datetime) -> Event:
    verband = agenda.verbanden.get(moment.verband_id or 0)
    wie = verband.roepnaam if verband else "Onze gemeente"
    pagina = adres(moment, agenda.verbanden)
    event = Event()
    event.add("uid", f"{moment.kenmerk}@{basis.partition('://')[2]}")
    event.add("dtstamp", nu)
    event.add("dtstart", moment.datum)
    event.add("dtend", moment.datum + timedelta(days=1))
    event.add("summary", f"{wie}: {moment.titel}")
    event.add("description", omschrijving(moment, nu.date()))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if moment.vervallen else "TENTATIVE" if moment.voorlopig else "CONFIRMED")
    if pagina:
        event.add("url", f"{basis}{pagina}")
    return event


def omschrijving(moment: Agendamoment, dag: date) -> str:
    """Who, the role of the raad, the days of partner and law, and what to know."""
    weten = noot(moment, dag)
    regels = [f"Wie: {moment.wie}."]
    if ROLLEN[moment.rol]:
        regels.append(f"Rol van de raad: {ROLLEN[moment.rol].lower()}.")
    if moment.gevraagd:
        regels.append(f"Partner vraagt vóór {datum(moment.gevraagd)}.")
    if moment.wettelijk:
        regels.append(f"Mag tot en met {datum(moment.wettelijk)}.")
    if weten.laatste_kans:
        regels.append("Laatste kans.")
    regels += [zin for zin in (weten.kop, weten.zin) if zin]
    return "\n".join(regels)
