"""The table that says the same as the year view: per paper of the raad when it came, until when, and the room left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.agenda.lezen import adres
from governance.agenda.moment import Agendamoment
from governance.agenda.regel import uitleg
from governance.agenda.selectie import Selectie


@dataclass(frozen=True)
class Termijnregel:
    """One paper on which the raad acts."""

    naam: str
    pagina: str
    titel: str
    vanaf: date | None
    verwacht: bool
    gevraagd: date | None
    te_vroeg: bool
    gepland: date
    laatste: date | None
    wettelijk: date
    uitleg: str
    bron: str
    laatste_kans: bool
    ruimte: str


def termijnen(selectie: Selectie) -> list[Termijnregel]:
    """Papers with a last day by law, by that day."""
    gekozen = [moment for moment in selectie.momenten if moment.berekend and moment.in_de_raad]
    gekozen.sort(key=lambda moment: (moment.wettelijk or date.max, moment.titel))
    return [_regel(moment, selectie) for moment in gekozen if moment.wettelijk]


def _regel(moment: Agendamoment, selectie: Selectie) -> Termijnregel:
    verband = selectie.agenda.verbanden.get(moment.verband_id or 0)
    gronden = moment.stap.grondslagen if moment.stap else ()
    return Termijnregel(
        naam=verband.roepnaam if verband else "Onze gemeente",
        pagina=adres(moment, selectie.agenda.verbanden),
        titel=moment.titel,
        vanaf=moment.vanaf,
        verwacht=moment.voorlopig,
        gevraagd=moment.gevraagd,
        te_vroeg=moment.vraagt_te_vroeg,
        gepland=moment.datum,
        laatste=moment.laatste,
        wettelijk=moment.wettelijk or moment.datum,
        uitleg=uitleg(moment),
        bron=gronden[0].bron if gronden else "",
        laatste_kans=moment.laatste_kans and moment.datum >= selectie.dag and not moment.gedaan,
        ruimte=ruimte(moment),
    )


def ruimte(moment: Agendamoment) -> str:
    """The room left, in words."""
    if moment.gedaan:
        return "gedaan"
    if moment.zonder_vergadering:
        return "geen raad op tijd"
    if moment.reces:
        return f"eindigt in het {moment.reces}"
    if moment.later:
        return f"nog {moment.later} {'vergadering' if moment.later == 1 else 'vergaderingen'} later"
    return "" if moment.laatste else "kalender nog niet gevuld"
