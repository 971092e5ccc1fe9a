"""Signals of the agenda: the raad is soon to act, a day has passed, a term is too short, or the mandate too small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from governance.agenda import lezen
from governance.agenda.lezen import Agenda
from governance.agenda.moment import Agendamoment, Tekst
from governance.mandaat import adres as mandaatadres
from governance.mandaat import stapmandaat
from governance.models import RolRaad
from governance.regels.signalen import na_uiterste_dag, net_voorbij, raad_aan_zet, te_kort
from governance.signalering.maken import maak
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

REGELS = frozenset(
    {"moment_raad", "moment_te_laat", "moment_voorbij", "buiten_mandaat", "termijn_in_reces", "korte_behandeltijd"}
)
MET_LIDWOORD = {"college": "het college", "bestuur": "het bestuur"}
VAN_TE_VOREN = timedelta(days=366)  # terms further away are not urgent yet


def vind(agenda: Agenda, peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Every signal about a moment, typed or computed, on the agenda of that day; no queries."""
    for nummer, verband in verbanden.items():
        for moment in agenda.per_verband.get(nummer, ()):
            if not moment.gedaan:
                yield from _Vinder(agenda, verband, moment, peildatum.dag, drempels).alle()


@dataclass(frozen=True)
class _Vinder:
    """The signals of one moment on a day."""

    agenda: Agenda
    verband: Any
    moment: Agendamoment
    dag: date
    drempels: Drempels

    def alle(self) -> Iterator[Signaal]:
        moment, dag = self.moment, self.dag
        rol = moment.rol if moment.van_de_raad or not moment.berekend else ""
        if raad_aan_zet(rol, moment.datum, dag, self.drempels["moment_raad"]):
            yield self._maak("moment_raad", wie=self._wie, rol=RolRaad(rol).label.lower())
        if moment.wettelijk and na_uiterste_dag(moment.datum, moment.wettelijk, dag):
            yield self._maak("moment_te_laat", uiterlijk=datum(moment.wettelijk))
        geschreven = moment.moment_id is not None or moment.tekst != Tekst()
        if geschreven and net_voorbij(moment.datum, dag, self.drempels["moment_voorbij"]):
            yield self._maak("moment_voorbij")
        if moment.buiten_mandaat and moment.datum >= dag:
            yield self._maak("buiten_mandaat", url=self._mandaat)
        yield from self._termijn()

    def _termijn(self) -> Iterator[Signaal]:
        """About the last day by law of a paper that is there, or has a day."""
        moment, wettelijk = self.moment, self.moment.wettelijk
        if not moment.in_de_raad or moment.voorlopig or wettelijk is None:
            return
        if not self.dag <= wettelijk <= self.dag + VAN_TE_VOREN:
            return
        raad = f"op {datum(moment.laatste)}" if moment.laatste else "niet bekend"
        if moment.reces:
            yield self._maak("termijn_in_reces", uiterlijk=datum(wettelijk), raad=raad)
        weken = moment.ruimte.weken if moment.ruimte else None
        if te_kort(weken, self.drempels["korte_behandeltijd"]):
            yield self._maak("korte_behandeltijd", weken=f"{weken} {'week' if weken == 1 else 'weken'}")

    @property
    def _mandaat(self) -> str:
        """Where the answer about the mandate is given."""
        if self.moment.moment_id is not None:
            return mandaatadres(self.moment.moment_id)
        return stapmandaat(self.verband.slug, self.moment.stapsleutel) if self.moment.stapsleutel else ""

    @property
    def _wie(self) -> str:
        """Who acts, in the middle of a sentence."""
        return MET_LIDWOORD.get(self.moment.wie, f"de {self.moment.wie}")

    def _maak(self, regel: str, url: str = "", **waarden: str) -> Signaal:
        moment = self.moment
        dashboard = reverse("verbanden:dashboard", args=[self.verband.slug])
        return maak(
            regel,
            self.verband,
            url or lezen.adres(moment, self.agenda.verbanden) or dashboard,
            (moment.kenmerk, moment.datum.isoformat()),
            moment.datum,
            moment=moment.titel,
            datum=datum(moment.datum),
            **waarden,
        )
