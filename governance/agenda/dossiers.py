"""What the dossiers of zienswijzen say to the agenda: days of a paper that only they hold, and moments of their own.

A dossier of a budget, or of the only change of it in a year, is about a paper of which the agenda knows the chain: its
days fill that chain. Any other dossier is a moment itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from governance.agenda import opmaken
from governance.agenda.feiten import Raadskalender, Ronde, Stapschrift, Verbandkern
from governance.agenda.moment import Agendamoment, Tekst
from governance.models import Zienswijze
from governance.models.zienswijze import onderwerp_van
from governance.regels.termijnen.stap import RAAD, Raadsrol, Stap
from governance.zienswijze.stappen import volgende
from governance.zienswijze.termijn import ZIENSWIJZE, keten_van
from samenwerkingswijzer.peildatum import Peildatum

VAN_EEN_RONDE = frozenset({Zienswijze.Stuk.BEGROTING.value, Zienswijze.Stuk.BEGROTINGSWIJZIGING.value})


class Dossierfeit(NamedTuple):
    """The days of one dossier, without its texts."""

    id: int
    verband_id: int
    stuk: str
    jaar: int
    aanduiding: str
    status: str
    ontvangen_op: date
    gevraagd_voor: date | None
    vergadering: date | None
    advies_op: date | None
    raadstekst_op: date | None
    vastgesteld_op: date | None
    verzonden_op: date | None
    antwoord_op: date | None
    beoordeeld_op: date | None
    geen_op: date | None

    @property
    def gegeven(self) -> date | None:
        """When the raad was done with it: it sent a zienswijze, or decided to give none."""
        return self.verzonden_op or self.geen_op

    @property
    def aan_zet(self) -> str:
        """Whose turn it is, with an article; empty when it is nobody's."""
        stap = volgende(self)
        return stap.wie if stap else ""


def lees(peildatum: Peildatum) -> list[Dossierfeit]:
    """The days of every dossier; one query."""
    rijen = Zienswijze.objects.op(peildatum.moment).order_by("ontvangen_op", "id")
    return [Dossierfeit._make(rij) for rij in rijen.values_list(*Dossierfeit._fields)]


def van_ronde(feit: Dossierfeit, verbanden: Mapping[int, Verbandkern]) -> bool:
    """Whether the agenda knows the paper of this dossier: a budget or its change, of who has a calendar by law."""
    verband = verbanden.get(feit.verband_id)
    kent = verband is not None and verband.lopend and verband.heeft_kalender
    return kent and feit.stuk in VAN_EEN_RONDE and not feit.aanduiding


def aangevuld(rondes: Mapping[int, Iterable[Ronde]], feiten: Iterable[Dossierfeit]) -> dict[int, list[Ronde]]:
    """The papers with the days of their dossier; a paper that only a dossier knows is added."""
    samen = {nummer: {ronde[:3]: ronde for ronde in eigen} for nummer, eigen in rondes.items()}
    for feit in feiten:
        if feit.stuk in VAN_EEN_RONDE and not feit.aanduiding:
            eigen, sleutel = samen.setdefault(feit.verband_id, {}), (feit.stuk, feit.jaar, 1)
            eigen[sleutel] = _vul(eigen.get(sleutel, Ronde(*sleutel)), feit)
    return {nummer: list(eigen.values()) for nummer, eigen in samen.items()}


def _vul(ronde: Ronde, feit: Dossierfeit) -> Ronde:
    """What happened and what is asked is kept in the dossier; when the board meets, in its calendar if it is there."""
    return ronde._replace(
        vergadering=ronde.vergadering or feit.vergadering,
        gevraagd_voor=feit.gevraagd_voor or ronde.gevraagd_voor,
        ontvangen=feit.ontvangen_op,
        zienswijze_verzonden=feit.gegeven,
        reactie_ontvangen=feit.antwoord_op,
        dossier=feit.id,
        aan_zet=feit.aan_zet,
    )


def losse(
    feiten: Iterable[Dossierfeit], verbanden: Mapping[int, Verbandkern], kalender: Raadskalender
) -> Iterator[Agendamoment]:
    """A moment of the raad for each dossier that stands on its own, when there is a day to work towards."""
    for feit in feiten:
        if feit.verband_id in verbanden and not van_ronde(feit, verbanden):
            moment = _moment(feit, verbanden[feit.verband_id], kalender)
            if moment is not None:
                yield moment


def _moment(feit: Dossierfeit, verband: Verbandkern, kalender: Raadskalender) -> Agendamoment | None:
    stap = raadsstap(feit, verband)
    titel = f"Zienswijze op {onderwerp_van(feit)}"
    schrift = Stapschrift(Tekst(), None)
    moment = opmaken.van_stap(feit.verband_id, None, stap, titel, schrift, feit.ontvangen_op, kalender)
    if moment is None:
        return None
    return replace(moment, pagina=f"/zienswijzen/{feit.id}/", dossier=feit.id, aan_zet=feit.aan_zet)


def raadsstap(feit: Dossierfeit, verband: Verbandkern) -> Stap:
    """The step of the raad by law; where the law names no term, one with only the day that the partnership asks."""
    keten = keten_van(feit, verband.regeling, feit.vergadering)
    sleutels = {stuk.value: sleutel for stuk, sleutel in ZIENSWIJZE.items()}
    stap = next((een for een in keten.stappen if een.sleutel == sleutels.get(feit.stuk)), None)
    if stap is None:
        stap = Stap(
            "zienswijze",
            "Zienswijze van de raad",
            RAAD,
            "bestuur",
            Raadsrol.OORDEELSVORMING,
            keten.reden,
            gevraagd=feit.gevraagd_voor,
        )
    return replace(stap, gebeurd=feit.gegeven)
