"""The agenda of one partnership: who does what and when, per paper, with what the law says and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from governance.agenda import feiten, opmaken
from governance.agenda.feiten import Ronde, Verbandkern
from governance.agenda.ketens import keten as keten_van
from governance.agenda.ketens import rondes
from governance.agenda.lezen import Agenda, adres, stapadres
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.models.stukkenronde import stuktitel
from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.stap import Stap
from samenwerkingswijzer.peildatum import Peildatum

JAREN_TERUG = 1
NOG_GEEN_REGELING = "Deze regeling is er nog niet. Begroting en jaarrekening staan hier zodra de fase 'uitvoeren' is."


@dataclass(frozen=True)
class Stapregel:
    """One step of a paper; without `moment` it has no date yet."""

    stap: Stap
    moment: Agendamoment | None
    pagina: str

    @property
    def stand(self) -> str:
        """'te laat gedaan', 'gedaan', 'verwacht', or nothing."""
        if self.stap.gebeurd is not None:
            return "gedaan, maar te laat" if self.stap.was_te_laat else "gedaan"
        return "verwacht" if self.stap.voorlopig else ""


@dataclass(frozen=True)
class Stukbeeld:
    """A paper with its steps, or the reason that there are none."""

    titel: str
    ronde: Ronde
    regels: tuple[Stapregel, ...]
    reden: str
    bekend: bool
    niet_gemodelleerd: tuple[str, ...]


def stukken(verband: Verbandkern, agenda: Agenda, peildatum: Peildatum) -> list[Stukbeeld]:
    """The papers from last year on, the first to be decided first. One query."""
    if not verband.heeft_kalender:
        return []
    bekend = agenda.rondes.get(verband.id, [])
    van_de_wet = (moment for moment in agenda.per_verband.get(verband.id, ()) if moment.stapsleutel is not None)
    momenten = {moment.stapsleutel: moment for moment in van_de_wet}
    sleutels = {ronde[:3] for ronde in feiten.rondes(peildatum).get(verband.id, ())}
    beelden = [
        Stukbeeld(
            stuktitel(ronde.stuk, ronde.jaar, ronde.nummer),
            ronde,
            tuple(_regels(verband, ronde, keten.stappen, momenten)),
            keten.reden,
            ronde[:3] in sleutels,
            tuple(dict.fromkeys(zin for stap in keten.stappen for zin in stap.niet_gemodelleerd)),
        )
        for ronde, keten in (
            (ronde, keten_van(verband.regeling, ronde)) for ronde in rondes(verband, bekend, peildatum.dag.year)
        )
    ]
    return sorted((b for b in beelden if _recent(b, peildatum.dag)), key=_volgorde)


def _regels(
    verband: Verbandkern,
    ronde: Ronde,
    stappen: Sequence[Stap],
    momenten: dict[Stapsleutel | None, Agendamoment],
) -> list[Stapregel]:
    sleutels = [Stapsleutel(ronde.stuk, ronde.jaar, ronde.nummer, stap.sleutel) for stap in stappen]
    return [
        Stapregel(stap, momenten.get(sleutel), stapadres(verband.slug, sleutel))
        for stap, sleutel in zip(stappen, sleutels, strict=True)
    ]


def _recent(beeld: Stukbeeld, dag: date) -> bool:
    dagen = [regel.moment.datum for regel in beeld.regels if regel.moment]
    return bool(beeld.reden) or not dagen or max(dagen).year >= dag.year - JAREN_TERUG + 1


def _volgorde(beeld: Stukbeeld) -> tuple[date, str]:
    dagen = [regel.moment.datum for regel in beeld.regels if regel.moment]
    return max(dagen, default=date.max), beeld.titel


def zonder_kalender(verband: Verbandkern) -> str:
    """Why the law gives this partnership no dates yet, or none at all; empty when it does."""
    if verband.heeft_kalender and not verband.bestaat:
        return NOG_GEEN_REGELING
    return "" if verband.heeft_kalender else Rekenaar().begroting(verband.regeling, 2026, Begrotingsfeiten()).reden


def eigen(verband: Verbandkern, agenda: Agenda) -> list[tuple[Agendamoment, str]]:
    """The moments that people noted or that another page brings, each with its page."""
    momenten = agenda.per_verband.get(verband.id, ())
    return [(moment, adres(moment, agenda.verbanden)) for moment in momenten if moment.stapsleutel is None]


def stap_van(
    verband: Verbandkern, sleutel: Stapsleutel, peildatum: Peildatum, agenda: Agenda
) -> tuple[Stap, Agendamoment | None] | None:
    """One step, with its moment when it has a date; None when this partnership has no such step. One query."""
    if not verband.lopend or not verband.heeft_kalender:
        return None
    bekend = agenda.rondes.get(verband.id, ())
    ronde = next((een for een in rondes(verband, bekend, peildatum.dag.year) if een[:3] == sleutel[:3]), None)
    stappen = keten_van(verband.regeling, ronde).stappen if ronde else ()
    stap = next((een for een in stappen if een.sleutel == sleutel.stap), None)
    if ronde is None or stap is None:
        return None
    geschreven = feiten.geschreven(peildatum).get((verband.id, *ronde[:3]), ())
    gemaakt = opmaken.van_ronde(verband.id, verband.regeling, ronde, geschreven, agenda.kalender)
    return stap, next((moment for moment in gemaakt if moment.stapsleutel == sleutel), None)
