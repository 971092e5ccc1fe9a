"""The signals of evaluatie: late items of the agenda and evaluations, goals without measurement, progress not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from evaluatie.evaluaties.overzicht import te_late_stappen
from evaluatie.models.doel import HOUDBAAR, Doel
from evaluatie.models.evaluatie import Evaluatie, Stap
from evaluatie.models.meting import Meting
from evaluatie.models.ontwikkelpunt import OPEN, Ontwikkelpunt
from evaluatie.ontwikkelbord import GEMEENTE, VOOR_GEMEENTE
from evaluatie.regels.signalen import maanden_terug, meting_te_oud, over_tijd
from evaluatie.voortgang import LOPEND, adres, afgerond, rondenaam, te_late_ronde
from governance.models import Moment, Momentstatus
from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from verbanden.models import Belangrijkheid, Klasse

ACTIE, METING, VOORTGANG = "actie_over_tijd", "doel_zonder_meting", "voortgang_te_laat"
EVALUATIESTAP, ONTBREEKT = "evaluatiestap_te_laat", "evaluatie_ontbreekt"
JAARLIJKS = frozenset({Klasse.POLITIEK_ZEER.value, Klasse.POLITIEK.value})
# Who keep the ontwikkelagenda of the municipality, and the college that answers for it.
VAN_DE_GEMEENTE = frozenset({Rol.COLLEGE.value, Rol.GRIFFIE.value, Rol.CONTROLLER.value})
GEEN = "nog geen enkele meting"


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
    """Every signal of evaluatie about these partnerships; at most nine queries."""
    return [
        *_acties(peildatum, verbanden, drempels),
        *_doelen(peildatum, verbanden),
        *_voortgang(peildatum, verbanden),
        *_evaluaties(peildatum, verbanden),
        *_ontbreekt(peildatum, verbanden, drempels),
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


def vind_gemeente(peildatum: Peildatum, drempels: Drempels) -> Iterator[Signaal]:
    """Open items for the municipality as a whole whose date has passed; one query."""
    punten = Ontwikkelpunt.objects.op(peildatum.moment, verband_id__isnull=True)
    open_ = punten.filter(stand__in=[stand.value for stand in OPEN], termijn__lt=peildatum.dag).order_by("id")
    plek = f"{reverse('evaluatie:ontwikkelbord')}?verband={GEMEENTE}"
    for nummer, titel, termijn in open_.values_list("id", "titel", "termijn"):
        if termijn and over_tijd(termijn, peildatum.dag, drempels[ACTIE]):
            waarden = {"actie": titel, "datum": datum(termijn), "verband": "de gemeente als geheel"}
            oorzaak = (str(nummer), termijn.isoformat())
            yield Signaal(
                catalogus()[ACTIE], None, waarden, oorzaak, plek, termijn, over=VOOR_GEMEENTE, aan=VAN_DE_GEMEENTE
            )


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


def _ontbreekt(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> Iterator[Signaal]:
    """Partnerships that the raad finds important and that nobody evaluates, or did not long ago. Three queries."""
    besluiten = Belangrijkheid.objects.op(peildatum.moment, verband_id__in=list(verbanden)).laatste(peildatum.dag)
    rijen_ = besluiten.values_list("verband_id", "klasse", "ook")
    klassen = {nummer: eigen for nummer, klasse, ook in rijen_ if (eigen := _zwaarste(klasse, ook))}
    if not klassen:
        return
    maanden = drempels[ONTBREEKT]
    grens = maanden_terug(peildatum.dag, int(maanden))
    rijen = Evaluatie.objects.van(klassen, peildatum.moment).values_list("verband_id", "vastgesteld_op")
    geregeld = {nummer for nummer, op in rijen if op is None or timezone.localdate(op) >= grens}
    geregeld |= _gepland(peildatum, klassen)
    for nummer, klasse in klassen.items():
        if nummer not in geregeld:
            verband = verbanden[nummer]
            waarden = {"klasse": str(Klasse(klasse).label).lower(), "maanden": str(int(maanden))}
            plek = reverse("evaluatie:evaluaties_verband", args=[verband.slug])
            yield _signaal(ONTBREEKT, verband, waarden, (klasse,), plek, None)


def _zwaarste(klasse: str, ook: Iterable[str]) -> str:
    """The class that asks for a yearly evaluation, leading or beside it; empty without one."""
    return next((een for een in (klasse, *ook) if een in JAARLIJKS), "")


def _gepland(peildatum: Peildatum, verband_ids: Iterable[int]) -> set[int]:
    """Those of which an evaluation stands on the agenda."""
    rijen = Moment.objects.op(peildatum.moment, verband_id__in=list(verband_ids)).filter(
        soort=Moment.Soort.EVALUATIE, datum__gte=peildatum.dag
    )
    return set(rijen.exclude(status=Momentstatus.VERVALLEN).values_list("verband_id", flat=True))


def _signaal(
    regel: str, verband: Any, waarden: Mapping[str, str], oorzaak: tuple[str, ...], url: str, dag: date | None
) -> Signaal:
    namen = {"verband": verband.korte_naam or verband.naam, **waarden}
    return Signaal(catalogus()[regel], verband.id, namen, oorzaak, url, dag)


VINDER = Signaalvinder(frozenset({ACTIE, METING, VOORTGANG, EVALUATIESTAP, ONTBREEKT}), vind, vind_gemeente)
