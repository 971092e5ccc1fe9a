"""Makes moments: out of the steps of a chain with what was written about them, out of rows, and of ourselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from governance.agenda.feiten import Eigen, Geschreven, Raadskalender, Ronde, Stapschrift
from governance.agenda.ketens import keten
from governance.agenda.moment import Agendamoment, Stapsleutel, Tekst
from governance.models import Moment
from governance.models.stukkenronde import stuktitel
from governance.regels.termijnen.gemeente import Gemeentefeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.stap import Keten, Regeling, Stap
from governance.regels.termijnen.tijd import EEN_DAG
from governance.regels.termijnen.vergaderingen import Eisen, Ruimte, agendadag, ruimte

LEEG = Stapschrift(Tekst(), None)
WIE = {code: naam.lower() for code, naam in Moment.Wie.choices}
RAAD = Moment.Wie.RAAD.label.lower()
# The steps that the board takes in the meeting we know of.
BESLUIT_VAN_HET_BESTUUR = frozenset({"begroting_vaststellen", "jaarrekening_vaststellen"})
# What the raad calls a step that it takes itself.
TITELS = {"zienswijze_begroting": "Zienswijze op de {}", "zienswijze_wijziging": "Zienswijze op de {}"}


def staptitel(stap: Stap, stuk: str) -> str:
    """'Zienswijze op de begroting 2027', or 'Kaders naar de raden (begroting 2027)'."""
    return TITELS.get(stap.sleutel, f"{stap.titel} ({{}})").format(stuk[0].lower() + stuk[1:])


@lru_cache(maxsize=32768)
def van_ronde(
    verband_id: int, regeling: Regeling, ronde: Ronde, geschreven: Geschreven, kalender: Raadskalender
) -> tuple[Agendamoment, ...]:
    """The steps of one paper that have a date. Remembered: after a change only what changed is made again."""
    stuk = stuktitel(ronde.stuk, ronde.jaar, ronde.nummer)
    schriften = dict(geschreven)
    momenten = (
        van_stap(
            verband_id,
            Stapsleutel(ronde.stuk, ronde.jaar, ronde.nummer, stap.sleutel),
            stap,
            staptitel(stap, stuk),
            schriften.get(stap.sleutel, LEEG),
            vanaf,
            kalender,
            ronde.vergadering if stap.sleutel in BESLUIT_VAN_HET_BESTUUR else None,
        )
        for vanaf, stap in met_vorige(keten(regeling, ronde))
    )
    return tuple(_met_dossier(moment, ronde) for moment in momenten if moment is not None)


def _met_dossier(moment: Agendamoment, ronde: Ronde) -> Agendamoment:
    """A step of the raad knows the dossier of its zienswijze, and whose turn it is there."""
    if ronde.dossier is None or moment.wie != RAAD:
        return moment
    return replace(moment, dossier=ronde.dossier, aan_zet=ronde.aan_zet)


def met_vorige(van: Keten) -> Iterator[tuple[date | None, Stap]]:
    """Every step with the day its paper came or must come at the latest: that of the step before."""
    vorige: Stap | None = None
    for stap in van.stappen:
        yield (vorige.gebeurd or vorige.uiterlijk) if vorige else None, stap
        vorige = stap


def van_stap(
    verband_id: int | None,
    sleutel: Stapsleutel | None,
    stap: Stap,
    titel: str,
    schrift: Stapschrift,
    vanaf: date | None,
    kalender: Raadskalender,
    plan: date | None = None,
) -> Agendamoment | None:
    """One step as a moment; None when neither law nor facts give it a day. `plan` is the meeting it is planned for."""
    gekozen = schrift.behandeling
    if not stap.voor_de_raad:
        datum = gekozen or stap.gebeurd or plan or stap.uiterlijk
        if datum is None:
            return None
        return _moment(verband_id, sleutel, stap, titel, schrift, datum, vergadering=kalender.soort_op(datum))
    eind = stap.wettelijk
    tot_de_wet = ruimte(eind, kalender.kalender, vanaf=vanaf) if eind else None
    datum = gekozen or gehouden(stap, vanaf, kalender) or gepland(stap, tot_de_wet, vanaf, kalender) or stap.uiterlijk
    if datum is None:
        return None
    return _moment(
        verband_id, sleutel, stap, titel, schrift, datum,
        vanaf=vanaf,
        ruimte=tot_de_wet,
        laatste=tot_de_wet.vergadering if tot_de_wet else None,
        later=sum(1 for dag in kalender.kalender.tussen(datum, eind) if dag > datum) if eind else 0,
        vergadering=kalender.soort_op(datum),
        agenderen=agenderen(datum, kalender),
    )  # fmt: skip


def agenderen(datum: date, kalender: Raadskalender) -> date | None:
    """The last day to hand in a paper for the raad on this day: as the griffie noted it, and else counted back."""
    if kalender.soort_op(datum) != "raad":
        return None
    return kalender.stukken.get(datum) or agendadag(datum, kalender.kalender, Eisen().agendadagen)


def gehouden(stap: Stap, vanaf: date | None, kalender: Raadskalender) -> date | None:
    """The meeting in which it was done: the last one up to the day that it was sent."""
    if stap.gebeurd is None:
        return None
    eerder = kalender.kalender.tussen(vanaf, stap.gebeurd + EEN_DAG)
    return eerder[-1] if eerder else stap.gebeurd


def gepland(stap: Stap, tot_de_wet: Ruimte | None, vanaf: date | None, kalender: Raadskalender) -> date | None:
    """The meeting to plan it in: the last before the day the partner asks, and without one the last before the law."""
    if stap.uiterlijk is not None and stap.uiterlijk != stap.wettelijk:
        eerder = kalender.kalender.tussen(vanaf, stap.uiterlijk)
        if eerder:
            return eerder[-1]
    return tot_de_wet.vergadering if tot_de_wet else None


def _moment(
    verband_id: int | None,
    sleutel: Stapsleutel | None,
    stap: Stap,
    titel: str,
    schrift: Stapschrift,
    datum: date,
    **rest: object,
) -> Agendamoment:
    return Agendamoment(
        datum=datum,
        titel=titel,
        verband_id=verband_id,
        wie=stap.wie,
        rol=schrift.tekst.rol_raad or stap.rol.value,
        tekst=schrift.tekst,
        stapsleutel=sleutel,
        stap=stap,
        gevraagd=stap.gevraagd,
        wettelijk=stap.wettelijk,
        gekozen=schrift.behandeling is not None,
        **rest,  # type: ignore[arg-type]  # the columns of a moment, named by the caller
    )


def van_rij(rij: Eigen, kalender: Raadskalender) -> Agendamoment:
    """A moment of people; with a last day the meetings of the raad until then count as well."""
    wie = WIE[rij.wie]
    mogelijk = kalender.kalender.tussen(None, rij.uiterlijk) if rij.uiterlijk and wie == RAAD else ()
    return Agendamoment(
        datum=rij.datum,
        titel=rij.titel,
        verband_id=rij.verband_id,
        wie=wie,
        rol=rij.tekst.rol_raad,
        tekst=rij.tekst,
        soort=rij.soort,
        moment_id=rij.id,
        wettelijk=rij.uiterlijk,
        laatste=max((dag for dag in mogelijk if dag >= rij.datum), default=rij.datum if mogelijk else None),
        later=sum(1 for dag in mogelijk if dag > rij.datum),
        vergadering=kalender.soort_op(rij.datum),
        agenderen=agenderen(rij.datum, kalender) if wie == RAAD else None,
        gekozen=True,
    )


def van_onszelf(jaar: int, kalender: Raadskalender) -> Iterator[Agendamoment]:
    """Our own budget and report to the supervisor: when the list of partners must be ready."""
    for verder in (0, 1, 2):
        for stap in Rekenaar().gemeente(jaar + verder - 1, Gemeentefeiten()).stappen:
            titel = f"{stap.titel} ({jaar + verder - 1})"
            moment = van_stap(None, None, stap, titel, LEEG, None, kalender)
            if moment is not None:
                yield moment
