"""The signals of evaluatie: late items of the agenda and evaluations, goals without measurement, progress not told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from evaluatie.evaluaties.overzicht import te_late_stappen
from evaluatie.models.doel import HOUDBAAR, Doel
from evaluatie.models.evaluatie import Stap
from evaluatie.models.meting import Meting
from evaluatie.models.ontwikkelpunt import OPEN, Ontwikkelpunt
from evaluatie.regels.signalen import meting_te_oud, over_tijd
from evaluatie.voortgang import LOPEND, adres, afgerond, rondenaam, te_late_ronde
from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

ACTIE, METING, VOORTGANG = "actie_over_tijd", "doel_zonder_meting", "voortgang_te_laat"
EVALUATIESTAP = "evaluatiestap_te_laat"
GEEN = "nog geen enkele meting"


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
    """Every signal of evaluatie about these partnerships; at most six queries."""
    return [
        *_acties(peildatum, verbanden, drempels),
        *_doelen(peildatum, verbanden),
        *_voortgang(peildatum, verbanden),
        *_evaluaties(peildatum, verbanden),
    ]


def _acties(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Open items whose date has passed."""
    punten = Ontwikkelpunt.objects.op(peildatum.moment, verband_id__in=list(verbanden))
    open_ = punten.filter(stand__in=[stand.value for stand in OPEN], termijn__lt=peildatum.dag).order_by("id")
    for nummer, verband_id, titel, termijn in open_.values_list("id", "verband_id", "titel", "termijn"):
        if termijn and over_tijd(termijn, peildatum.dag, drempels[ACTIE]):
            verband = verbanden[verband_id]
            plek = reverse("evaluatie:ontwikkelagenda", args=[verband.slug])
            waarden = {"actie": titel, "datum": datum(termijn)}
            yield _signaal(ACTIE, verband, waarden, (str(nummer), termijn.isoformat()), plek, termijn)


def _doelen(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> Iterator[Signaal]:
    """Goals that can be measured and were not for longer than their rhythm allows."""
    doelen = Doel.objects.van(verbanden, peildatum.moment).lopend(peildatum.dag).exclude(indicator="").order_by("id")
    velden = list(doelen.values_list("id", "verband_id", "titel", "ritme"))
    metingen = Meting.objects.op(peildatum.moment, verband_id__in=list(verbanden))
    laatste = dict(metingen.filter(datum__lte=peildatum.dag).order_by("datum", "id").values_list("doel_id", "datum"))
    for nummer, verband_id, titel, ritme in velden:
        gemeten = laatste.get(nummer)
        oud = meting_te_oud(gemeten, peildatum.dag, HOUDBAAR[ritme])
        if gemeten is None or oud is not None:
            verband = verbanden[verband_id]
            plek = reverse("evaluatie:doelen", args=[verband.slug])
            waarden = {"doel": titel, "hoelang": GEEN if oud is None else f"al {oud} maanden geen meting"}
            yield _signaal(METING, verband, waarden, (str(nummer), str(gemeten)), plek, gemeten)


def _voortgang(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> Iterator[Signaal]:
    """Partnerships that did not finish the round that is over."""
    ronde = te_late_ronde(peildatum)
    if ronde is None:
        return
    lopend = {nummer: verband for nummer, verband in verbanden.items() if verband.levensfase in LOPEND}
    klaar = afgerond(peildatum, lopend, ronde)
    for nummer, verband in lopend.items():
        if nummer not in klaar:
            waarden = {"ronde": rondenaam(ronde), "datum": datum(ronde.klaar_op)}
            yield _signaal(VOORTGANG, verband, waarden, (rondenaam(ronde),), adres(verband.slug, ronde), ronde.klaar_op)


def _evaluaties(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> Iterator[Signaal]:
    """Evaluations of which the step of now is overdue."""
    for rij, stap in te_late_stappen(peildatum, verbanden):
        naam = str(Stap(rij.stap).label).lower()
        waarden = {"jaar": str(rij.jaar), "stap": naam, "datum": datum(stap.gepland_op)}
        plek = reverse("evaluatie:evaluatie", args=[rij.id])
        oorzaak = (str(rij.id), rij.stap, stap.gepland_op.isoformat())
        yield _signaal(EVALUATIESTAP, verbanden[rij.verband_id], waarden, oorzaak, plek, stap.gepland_op)


def _signaal(
    regel: str, verband: Any, waarden: Mapping[str, str], oorzaak: tuple[str, ...], url: str, dag: date | None
) -> Signaal:
    namen = {"verband": verband.korte_naam or verband.naam, **waarden}
    return Signaal(catalogus()[regel], verband.id, namen, oorzaak, url, dag)


VINDER = Signaalvinder(frozenset({ACTIE, METING, VOORTGANG, EVALUATIESTAP}), vind)
