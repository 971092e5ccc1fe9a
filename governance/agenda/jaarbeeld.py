"""The year as a drawing: a lane per partnership, with windows in which the raad can act, days, and recesses.

Positions are percentages of the width, so that a lane fits every screen. Every lane says in words what it draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from governance.agenda.baan import Baan, Groep, Jaarbeeld, Punt, Schaal, Venster
from governance.agenda.moment import VAN_DE_RAAD, Agendamoment
from governance.agenda.selectie import Selectie
from samenwerkingswijzer import merken
from samenwerkingswijzer.opmaak import MAANDEN, MAANDEN_KORT, dag_maand, datum
from verbanden.models import Klasse

BAAN, LAGE_BAAN, STAPEL = 30, 24, 14
BREEDSTE = 366
# Days between two dates that are written beside a point.
VRIJ = 24


def jaarbeeld(selectie: Selectie) -> Jaarbeeld:
    """Twelve months from the first month of the choice on."""
    van = max(selectie.van, date(1900, 1, 1)) if selectie.van != date.min else selectie.dag
    van = van.replace(day=1)
    schaal = Schaal(van, van + timedelta(days=BREEDSTE))
    achtergrond = _achtergrond(selectie, schaal)
    eigen = [_vergaderbaan(selectie, schaal, achtergrond), *_samen(selectie, schaal, achtergrond)]
    groepen = [Groep(None, tuple(eigen))]
    for klasse in (*Klasse.values, ""):
        rijen = tuple(_banen(selectie, schaal, achtergrond, klasse))
        if rijen:
            groepen.append(Groep(merken.klasse(klasse or None), rijen))
    maanden = schaal.maanden
    titel = f"{MAANDEN[maanden[0].month - 1].capitalize()} {maanden[0].year} tot en met "
    titel += f"{MAANDEN[maanden[-1].month - 1]} {maanden[-1].year}"
    return Jaarbeeld(titel, _kop(selectie, schaal), tuple(groepen))


def _banen(selectie: Selectie, schaal: Schaal, achtergrond: Baan, klasse: str) -> Iterable[tuple[str, str, SafeString]]:
    for verband in selectie.agenda.verbanden.values():
        past = not selectie.keuze.get("verband") or selectie.keuze["verband"] == verband.slug
        if not verband.lopend or not past or selectie.klassen.get(verband.id, "") != klasse:
            continue
        momenten = [
            moment
            for moment in selectie.agenda.per_verband.get(verband.id, ())
            if selectie.past(moment) and (schaal.bevat(moment.datum) or _venster_in_beeld(moment, schaal))
        ]
        yield verband.roepnaam, f"/verbanden/{verband.slug}/agenda/", baan_html(baan(momenten, schaal, achtergrond))


def _venster_in_beeld(moment: Agendamoment, schaal: Schaal) -> bool:
    if moment.vanaf is None or moment.wettelijk is None or not moment.in_de_raad:
        return False
    return moment.vanaf <= schaal.tot and moment.wettelijk >= schaal.van


def baan(momenten: Sequence[Agendamoment], schaal: Schaal, achtergrond: Baan) -> Baan:
    """The lane of these moments; windows at the same time lie under each other."""
    met_venster = [moment for moment in momenten if _venster_in_beeld(moment, schaal)]
    lagen: list[date] = []
    hoogtes: dict[int, int] = {}
    for moment in met_venster:
        laag = next((nummer for nummer, einde in enumerate(lagen) if moment.vanaf and einde < moment.vanaf), len(lagen))
        lagen[laag : laag + 1] = [moment.wettelijk or moment.datum]
        hoogtes[id(moment)] = laag
    stapels, gelabeld = max(len(lagen), 1), met_datums(momenten)
    hoogte = BAAN if stapels == 1 else 8 + stapels * (STAPEL + 4)
    venster = BAAN - 12 if stapels == 1 else STAPEL

    def y_van(moment: Agendamoment) -> int:
        laag = hoogtes.get(id(moment), 0)
        return 6 + laag * (STAPEL + 4) if stapels > 1 else 6

    return Baan(
        hoogte=hoogte,
        zin=" ".join(f"{zin(moment)}." for moment in momenten) or "Geen moment gepland.",
        vensters=tuple(_venster(moment, schaal, y_van(moment), venster) for moment in met_venster),
        punten=tuple(
            _punt(moment, schaal, min(y_van(moment) + venster // 2, hoogte - 8), met_datum=moment in gelabeld)
            for moment in momenten
            if schaal.bevat(moment.datum)
        ),
        strepen=(),
        achtergrond=achtergrond.achtergrond,
        maanden=achtergrond.maanden,
        vandaag=achtergrond.vandaag,
    )


def _venster(moment: Agendamoment, schaal: Schaal, y: int, hoogte: int) -> Venster:
    vanaf, wettelijk = moment.vanaf or moment.datum, moment.wettelijk or moment.datum
    gevraagd = schaal.x(moment.gevraagd) if moment.gevraagd and schaal.bevat(moment.gevraagd) else ""
    return Venster(
        schaal.x(vanaf),
        schaal.breedte(vanaf, wettelijk),
        schaal.x(wettelijk),
        y,
        hoogte,
        moment.voorlopig,
        gevraagd,
        schaal.bevat(wettelijk) and not moment.voorlopig,
    )


def met_datums(momenten: Sequence[Agendamoment]) -> list[Agendamoment]:
    """The moments of the raad that get their date beside them: decisions first, and never two on top of each other."""
    van_de_raad = [moment for moment in momenten if moment.wie in VAN_DE_RAAD]
    gekozen: list[Agendamoment] = []
    for moment in sorted(van_de_raad, key=lambda een: (not een.in_de_raad, not een.beslist, een.datum)):
        if all(abs((moment.datum - ander.datum).days) >= VRIJ for ander in gekozen):
            gekozen.append(moment)
    return gekozen


def _punt(moment: Agendamoment, schaal: Schaal, y: int, *, met_datum: bool) -> Punt:
    toon = moment.wie in VAN_DE_RAAD
    rol = moment.rol if toon or moment.rol not in ("informeren", "") else "college"
    tekst = f"{moment.datum.day} {MAANDEN_KORT[moment.datum.month - 1]}" if met_datum else ""
    links = (moment.datum - schaal.van).days > BREEDSTE * 0.12
    return Punt(schaal.x(moment.datum), y, rol, tekst, moment.beslist and toon, links)


def zin(moment: Agendamoment) -> str:
    """What a moment of a lane says to who cannot see it."""
    dag = datum(moment.datum)
    if not moment.in_de_raad or moment.vanaf is None or moment.wettelijk is None:
        return f"{dag}, {moment.wie}: {moment.titel}"
    verwacht = "naar verwachting " if moment.voorlopig else ""
    gevraagd = f", partner vraagt vóór {dag_maand(moment.gevraagd)}" if moment.gevraagd else ""
    loopt = f"raad {verwacht}in stelling van {dag_maand(moment.vanaf)} tot en met {datum(moment.wettelijk)}"
    return f"{moment.titel}: {loopt}{gevraagd}, raad op {dag}"


def _achtergrond(selectie: Selectie, schaal: Schaal) -> Baan:
    """What every lane has behind it: recesses, the first of each month, and today."""
    recessen = selectie.agenda.kalender.kalender.recessen
    vlakken = tuple(
        (schaal.x(reces.van), schaal.breedte(reces.van, reces.tot + timedelta(days=1)))
        for reces in recessen
        if reces.van <= schaal.tot and reces.tot >= schaal.van
    )
    maanden = tuple(schaal.x(maand) for maand in schaal.maanden[1:])
    vandaag = schaal.x(selectie.dag) if schaal.bevat(selectie.dag) else ""
    return Baan(LAGE_BAAN, "", (), (), (), vlakken, maanden, vandaag)


def _vergaderbaan(selectie: Selectie, schaal: Schaal, achtergrond: Baan) -> tuple[str, str, SafeString]:
    kalender = selectie.agenda.kalender.kalender
    dagen = [dag for dag in kalender.vergaderingen if schaal.bevat(dag)]
    recessen = [reces for reces in kalender.recessen if reces.van <= schaal.tot and reces.tot >= schaal.van]
    zin_ = (
        f"De raad vergadert op {', '.join(map(datum, dagen))}."
        if dagen
        else "Er staat geen vergadering in de kalender."
    )
    vrij = ", ".join(f"{datum(reces.van)} tot en met {datum(reces.tot)}" for reces in recessen)
    zin_ += f" Reces: {vrij}." if vrij else ""
    strepen = tuple(map(schaal.x, dagen))
    gemaakt = Baan(LAGE_BAAN, zin_, (), (), strepen, achtergrond.achtergrond, achtergrond.maanden, achtergrond.vandaag)
    return "De raad vergadert", "", baan_html(gemaakt)


def _samen(selectie: Selectie, schaal: Schaal, achtergrond: Baan) -> list[tuple[str, str, SafeString]]:
    """The lane of our own municipality, when it has something."""
    eigen = [m for m in selectie.momenten if m.verband_id is None and schaal.bevat(m.datum)]
    return [("Onze gemeente", "", baan_html(baan(eigen, schaal, achtergrond)))] if eigen else []


def _kop(selectie: Selectie, schaal: Schaal) -> SafeString:
    maanden = [
        (
            schaal.x(maand),
            MAANDEN_KORT[maand.month - 1],
            MAANDEN_KORT[maand.month - 1][0],
            str(maand.year) if maand.month == 1 or maand == schaal.maanden[0] else "",
        )
        for maand in schaal.maanden[:-1]
    ]
    vandaag = schaal.x(selectie.dag) if schaal.bevat(selectie.dag) else ""
    return SafeString(
        render_to_string("governance/agenda/jaarkop.html", {"maanden": maanden, "vandaag": vandaag}).strip()
    )


@lru_cache(maxsize=4096)
def baan_html(baan_: Baan) -> SafeString:
    """A lane as markup, drawn once per distinct content."""
    return SafeString(render_to_string("governance/agenda/baan.html", {"baan": baan_}).strip())
