"""The way in: the whole agenda on a reference date, remembered for as long as nothing new was recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property

from governance.agenda import bronnen, dossiers, feiten, ketens, opmaken
from governance.agenda.dossiers import Dossierfeit
from governance.agenda.feiten import Raadskalender, Ronde, Verbandkern
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.models import Moment, Raadsvergadering, Reces, Stapmoment, Stukkenronde, Zienswijze
from samenwerkingswijzer.functies import Tijdlijnmoment
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

MODELLEN = (Samenwerkingsverband, Stukkenronde, Stapmoment, Moment, Raadsvergadering, Reces, Zienswijze)
# How far the timeline of a dashboard looks back and ahead for steps that are computed.
TERUG, VOORUIT = timedelta(days=366), timedelta(days=550)


@dataclass(frozen=True, eq=False)
class Agenda:
    """All moments on a day, by date and partnership, with the partnerships, our own calendar and the papers.

    `rondes`: the papers with stored days. Compared by identity.
    """

    dag: date
    momenten: tuple[Agendamoment, ...]
    verbanden: dict[int, Verbandkern]
    kalender: Raadskalender
    rondes: dict[int, list[Ronde]] = field(default_factory=dict)

    @cached_property
    def per_verband(self) -> dict[int, tuple[Agendamoment, ...]]:
        """The moments of each partnership, by date."""
        groepen: dict[int, list[Agendamoment]] = {}
        for moment in self.momenten:
            if moment.verband_id is not None:
                groepen.setdefault(moment.verband_id, []).append(moment)
        return {nummer: tuple(groep) for nummer, groep in groepen.items()}

    @cached_property
    def tijdlijnen(self) -> dict[int, tuple[Tijdlijnmoment, ...]]:
        """The timeline of each partnership, by date; steps that are computed only of the years around the day."""
        van, tot = self.dag - TERUG, self.dag + VOORUIT
        return {
            nummer: tuple(
                als_tijdlijn(moment, self.verbanden)
                for moment in momenten
                if not moment.vervallen and (not moment.berekend or van <= moment.datum <= tot)
            )
            for nummer, momenten in self.per_verband.items()
        }


@cache
def _geheugen() -> Leesgeheugen[Agenda]:
    """Made when it is first asked: by then every source has registered."""
    return Leesgeheugen(*MODELLEN, *(model for bron in bronnen.alle() for model in bron.modellen))


def lees(peildatum: Peildatum) -> Agenda:
    """The agenda on a reference date: one query when nothing changed since it was read, otherwise five and more."""
    return _geheugen().haal(peildatum, lambda: _lees(peildatum))


def _lees(peildatum: Peildatum) -> Agenda:
    verbanden = feiten.verbanden(peildatum)
    kalender = feiten.raadskalender(peildatum)
    momenten = [opmaken.van_rij(rij, kalender) for rij in feiten.eigen(peildatum) if rij.verband_id in verbanden]
    zienswijzen = dossiers.lees(peildatum)
    rondes = stukken(peildatum, verbanden, zienswijzen)
    momenten += berekend(peildatum, verbanden, kalender, rondes)
    momenten += dossiers.losse(zienswijzen, verbanden, kalender)
    for bron in bronnen.alle():
        momenten += bron.lees(peildatum, verbanden, kalender)
    momenten += opmaken.van_onszelf(peildatum.dag.year, kalender)
    namen = {nummer: plek for plek, nummer in enumerate(verbanden)}
    momenten.sort(key=lambda moment: (moment.datum, namen.get(moment.verband_id or 0, -1), moment.titel))
    return Agenda(peildatum.dag, tuple(momenten), verbanden, kalender, rondes)


def stukken(
    peildatum: Peildatum, verbanden: dict[int, Verbandkern], zienswijzen: Iterable[Dossierfeit]
) -> dict[int, list[Ronde]]:
    """The papers with stored days of every regeling that has a calendar by law; no query when there is none."""
    if not any(verband.lopend and verband.heeft_kalender for verband in verbanden.values()):
        return {}
    return dossiers.aangevuld(feiten.rondes(peildatum), zienswijzen)


def berekend(
    peildatum: Peildatum, verbanden: dict[int, Verbandkern], kalender: Raadskalender, bekend: dict[int, list[Ronde]]
) -> list[Agendamoment]:
    """The steps of every regeling that has a calendar by law; no query when there is no such regeling."""
    regelingen = [verband for verband in verbanden.values() if verband.lopend and verband.heeft_kalender]
    if not regelingen:
        return []
    geschreven = feiten.geschreven(peildatum)
    return [
        moment
        for verband in regelingen
        for ronde in ketens.rondes(verband, bekend.get(verband.id, ()), peildatum.dag.year)
        for moment in opmaken.van_ronde(
            verband.id, verband.regeling, ronde, geschreven.get((verband.id, *ronde[:3]), ()), kalender
        )
    ]


def tijdlijn(peildatum: Peildatum, verband_ids: Iterable[int] | None) -> list[Tijdlijnmoment]:
    """Moments of these partnerships (None: of all) as events of the timeline; steps only of the years around."""
    tijdlijnen = lees(peildatum).tijdlijnen
    nummers = tijdlijnen if verband_ids is None else set(verband_ids)
    return [moment for nummer in nummers for moment in tijdlijnen.get(nummer, ())]


def als_tijdlijn(moment: Agendamoment, verbanden: dict[int, Verbandkern]) -> Tijdlijnmoment:
    """A moment for pages that know only the registry. A computed step that only informs has no role for the raad."""
    return Tijdlijnmoment(
        datum=moment.datum,
        titel=moment.titel,
        verband_id=moment.verband_id or 0,
        wie=moment.wie[:1].upper() + moment.wie[1:],
        rol_raad=moment.rol if moment.van_de_raad or not moment.berekend else "",
        uitleg=moment.tekst.invloed or wat_kan(moment),
        uiterlijk=moment.wettelijk if moment.wie == opmaken.RAAD else None,
        url=moment.tekst.url,
        pagina=adres(moment, verbanden),
    )


def wat_kan(moment: Agendamoment) -> str:
    """To read after 'u kunt nog', as long as its dossier runs; empty otherwise."""
    if not moment.aan_zet or moment.gedaan or moment.wie != opmaken.RAAD:
        return ""
    return f"een zienswijze geven. Nu aan zet in het dossier: {moment.aan_zet}."


def adres(moment: Agendamoment, verbanden: dict[int, Verbandkern]) -> str:
    """The page of a moment; empty for one of our own municipality."""
    if moment.pagina:
        return moment.pagina
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
