"""The way in: the whole agenda on a reference date, remembered for as long as nothing new was recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from governance.agenda import feiten, opmaken
from governance.agenda.feiten import Raadskalender, Verbandkern
from governance.agenda.ketens import rondes
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.models import Moment, Raadsvergadering, Reces, Stapmoment, Stukkenronde
from governance.regels.termijnen.grondslag import MET_REGELS
from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

MODELLEN = (Samenwerkingsverband, Stukkenronde, Stapmoment, Moment, Raadsvergadering, Reces)
# How far the timeline of a dashboard looks back and ahead for steps that are computed.
TERUG, VOORUIT = timedelta(days=366), timedelta(days=550)


@dataclass(frozen=True, eq=False)
class Agenda:
    """All moments, by date and partnership, with the partnerships and our own calendar. Compared by identity."""

    momenten: tuple[Agendamoment, ...]
    verbanden: dict[int, Verbandkern]
    kalender: Raadskalender

    @cached_property
    def per_verband(self) -> dict[int, tuple[Agendamoment, ...]]:
        """The moments of each partnership, by date."""
        groepen: dict[int, list[Agendamoment]] = {}
        for moment in self.momenten:
            if moment.verband_id is not None:
                groepen.setdefault(moment.verband_id, []).append(moment)
        return {nummer: tuple(groep) for nummer, groep in groepen.items()}


_geheugen: Leesgeheugen[Agenda] = Leesgeheugen(*MODELLEN)


def lees(peildatum: Peildatum) -> Agenda:
    """The agenda on a reference date: one query when nothing changed since it was read, otherwise four to six."""
    return _geheugen.haal(peildatum, lambda: _lees(peildatum))


def _lees(peildatum: Peildatum) -> Agenda:
    verbanden = feiten.verbanden(peildatum)
    kalender = feiten.raadskalender(peildatum)
    momenten = [opmaken.van_rij(rij, kalender) for rij in feiten.eigen(peildatum) if rij.verband_id in verbanden]
    momenten += berekend(peildatum, verbanden, kalender)
    momenten += opmaken.van_onszelf(peildatum.dag.year, kalender)
    namen = {nummer: plek for plek, nummer in enumerate(verbanden)}
    momenten.sort(key=lambda moment: (moment.datum, namen.get(moment.verband_id or 0, -1), moment.titel))
    return Agenda(tuple(momenten), verbanden, kalender)


def berekend(peildatum: Peildatum, verbanden: dict[int, Verbandkern], kalender: Raadskalender) -> list[Agendamoment]:
    """The steps of every regeling that has a calendar by law; no query when there is no such regeling."""
    regelingen = [verband for verband in verbanden.values() if verband.lopend and heeft_kalender(verband)]
    if not regelingen:
        return []
    bekend, geschreven = feiten.rondes(peildatum), feiten.geschreven(peildatum)
    return [
        moment
        for verband in regelingen
        for ronde in rondes(bekend.get(verband.id, ()), peildatum.dag.year)
        for moment in opmaken.van_ronde(
            verband.id, verband.regeling, ronde, geschreven.get((verband.id, *ronde[:3]), ()), kalender
        )
    ]


def heeft_kalender(verband: Verbandkern) -> bool:
    """Whether the law gives it dates: a regeling with a board, of a chapter whose rules are in the tables."""
    return verband.regeling.heeft_bestuur and verband.wgr_hoofdstuk in MET_REGELS


def tijdlijn(peildatum: Peildatum, verband_ids: Iterable[int] | None) -> list[Tijdlijnmoment]:
    """Moments of these partnerships (None: of all) as events of the timeline; steps only of the years around."""
    agenda = lees(peildatum)
    van, tot = peildatum.dag - TERUG, peildatum.dag + VOORUIT
    if verband_ids is None:
        kies: Iterable[Agendamoment] = agenda.momenten
    else:
        kies = [moment for nummer in set(verband_ids) for moment in agenda.per_verband.get(nummer, ())]
    return [
        als_tijdlijn(moment, agenda.verbanden)
        for moment in kies
        if moment.verband_id is not None
        and not moment.vervallen
        and (not moment.berekend or van <= moment.datum <= tot)
    ]


def als_tijdlijn(moment: Agendamoment, verbanden: dict[int, Verbandkern]) -> Tijdlijnmoment:
    """A moment for pages that know only the registry. A computed step that only informs has no role for the raad."""
    return Tijdlijnmoment(
        datum=moment.datum,
        titel=moment.titel,
        verband_id=moment.verband_id or 0,
        wie=moment.wie[:1].upper() + moment.wie[1:],
        rol_raad=moment.rol if moment.van_de_raad or not moment.berekend else "",
        uitleg=moment.tekst.invloed,
        uiterlijk=moment.wettelijk if moment.wie == opmaken.RAAD else None,
        url=moment.tekst.url,
        pagina=adres(moment, verbanden),
    )


def adres(moment: Agendamoment, verbanden: dict[int, Verbandkern]) -> str:
    """The page of a moment; empty for one of our own municipality."""
    if moment.moment_id is not None:
        return f"/agenda/momenten/{moment.moment_id}/"
    if moment.stapsleutel is None or moment.verband_id not in verbanden:
        return ""
    return stapadres(verbanden[moment.verband_id].slug, moment.stapsleutel)


def stapadres(slug: str, sleutel: Stapsleutel) -> str:
    """The page of a computed step."""
    return f"/agenda/momenten/{slug}/{sleutel.stuk}/{sleutel.jaar}/{sleutel.nummer}/{sleutel.stap}/"


def dag_van(dag: date, jaren: int) -> date:
    """The same day some years later; 29 February becomes the 28th."""
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return dag.replace(year=dag.year + jaren, day=28)
