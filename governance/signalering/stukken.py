"""Signals of papers and ends: what should have come and did not, a change that costs us, a last day for notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from governance.agenda import lezen
from governance.agenda.feiten import NOG_NIET, Ronde
from governance.agenda.lezen import Agenda
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.models import Moment
from governance.models.stukkenronde import stuktitel
from governance.regels.signalen import binnen_maanden, net_voorbij
from governance.signalering.maken import maak
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.opmaak import bedrag, datum
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset({"stuk_te_laat", "begrotingswijziging", "opzegdatum"})
# What the raad should get, with the later steps of the same paper: once one of those is done, nobody waits any more.
STUKKEN = {
    "kaders": "Het stuk met de kaders voor de {}",
    "ontwerp_toezenden": "Het ontwerp van de {}",
    "wijziging_toezenden": "Het ontwerp van de {}",
    "voorlopige_jaarrekening": "De voorlopige {}",
}
BEGROTING = frozenset({"zienswijze_begroting", "reactie_zienswijzen", "begroting_vaststellen", "begroting_inzenden"})
DAARNA = {
    "kaders": BEGROTING | {"ontwerp_toezenden"},
    "ontwerp_toezenden": BEGROTING,
    "wijziging_toezenden": frozenset({"zienswijze_wijziging", "reactie_zienswijzen"}),
    "voorlopige_jaarrekening": frozenset({"jaarrekening_vaststellen", "jaarrekening_inzenden"}),
}
EINDEN = (Moment.Soort.OPZEGGEN.value, Moment.Soort.EINDE.value)


def vind(agenda: Agenda, peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Every signal of papers and ends on the agenda of that day; no queries."""
    for nummer, verband in verbanden.items():
        momenten = agenda.per_verband.get(nummer, ())
        if verband.levensfase not in NOG_NIET:
            yield from _te_laat(agenda, verband, momenten, peildatum.dag, drempels)
        yield from _einde(agenda, verband, momenten, peildatum.dag, drempels)
        yield from _wijzigingen(verband, agenda.rondes.get(nummer, ()), drempels)


def _te_laat(
    agenda: Agenda, verband: Any, momenten: tuple[Agendamoment, ...], dag: date, drempels: Drempels
) -> Iterator[Signaal]:
    """Papers that were to be here by law and that nobody noted."""
    gedaan = {(een.stapsleutel[:3], een.stapsleutel.stap) for een in momenten if een.stapsleutel and een.gedaan}
    for moment in momenten:
        sleutel = moment.stapsleutel
        if sleutel is None or sleutel.stap not in STUKKEN or moment.gedaan or moment.wettelijk is None:
            continue
        verder = any((sleutel[:3], stap) in gedaan for stap in DAARNA[sleutel.stap])
        if not verder and net_voorbij(moment.wettelijk, dag, drempels["stuk_te_laat"]):
            yield maak(
                "stuk_te_laat",
                verband,
                lezen.adres(moment, agenda.verbanden),
                (moment.kenmerk, moment.wettelijk.isoformat()),
                moment.wettelijk,
                stuk=stuknaam(sleutel),
                datum=datum(moment.wettelijk),
            )


def stuknaam(sleutel: Stapsleutel) -> str:
    """'Het ontwerp van de begroting 2027': what should have come."""
    titel = stuktitel(sleutel.stuk, sleutel.jaar, sleutel.nummer)
    return STUKKEN[sleutel.stap].format(titel[0].lower() + titel[1:])


def _einde(
    agenda: Agenda, verband: Any, momenten: tuple[Agendamoment, ...], dag: date, drempels: Drempels
) -> Iterator[Signaal]:
    """The first last day to give notice; without one the day on which the agreement ends."""
    for soort in EINDEN:
        komend = [een for een in momenten if een.soort == soort and not een.gedaan and _laatste(een) >= dag]
        if komend:
            moment = min(komend, key=_laatste)
            if binnen_maanden(_laatste(moment), dag, drempels["opzegdatum"]):
                yield maak(
                    "opzegdatum",
                    verband,
                    lezen.adres(moment, agenda.verbanden),
                    (moment.kenmerk, _laatste(moment).isoformat()),
                    _laatste(moment),
                    datum=datum(_laatste(moment)),
                )
            return


def _laatste(moment: Agendamoment) -> date:
    return moment.wettelijk or moment.datum


def _wijzigingen(verband: Any, rondes: Iterable[Ronde], drempels: Drempels) -> Iterator[Signaal]:
    """Changes of the budget that cost us more and of which the raad said nothing yet."""
    for ronde in rondes:
        open_ = ronde.zienswijze_verzonden is None and ronde.vastgesteld is None
        if ronde.kost_ons is not None and open_ and ronde.kost_ons >= drempels["begrotingswijziging"]:
            yield maak(
                "begrotingswijziging",
                verband,
                reverse("governance:agenda_verband", args=[verband.slug]),
                (ronde.jaar, ronde.nummer, ronde.kost_ons),
                ronde.ontvangen,
                bedrag=bedrag(ronde.kost_ons),
            )
