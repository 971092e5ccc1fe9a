"""The dashboard of one partnership: kernbeeld, totaaloverzicht and the one-page print."""

from functools import cache
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samenwerkingswijzer.functies import register
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.grafieken import PAPIER
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import op_een_vel
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.dashboard.beeld import dashboard
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Samenwerkingsverband


def verband_of_404(slug: str, peildatum: Peildatum) -> Samenwerkingsverband:
    """The partnership as it was on the reference date; 404 when the portal did not know it then."""
    verband = Samenwerkingsverband.objects.op(peildatum.moment, slug=slug).first()
    if verband is None:
        raise Http404("Dit verband staat op deze datum niet in het portaal.")
    return verband


@cache
def geheugen() -> Leesgeheugen[dict[str, Any]]:
    """The dashboards read last, as long as nothing they read from was changed."""
    return Leesgeheugen(*register.modellen, grootte=64)


@require_safe
def toon(request: Verzoek, slug: str) -> HttpResponse:
    """The dashboard; `?beeld=totaal` opens everything."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum, totaal = request.peildatum, request.GET.get("beeld") == "totaal"

    def lees() -> dict[str, Any]:
        return dashboard(Lezing(verband_of_404(slug, peildatum), peildatum, totaal=totaal))

    beeld = geheugen().haal((slug, peildatum, totaal), lees)
    context = {
        **beeld,
        "mag_bewerken": not peildatum.verleden and mag_iets(request, beeld["verband"]),
        "acties": [] if peildatum.verleden else acties(request, beeld["verband"]),
    }
    return render(request, "verbanden/dashboard.html", context)


def acties(request: Verzoek, verband: Samenwerkingsverband) -> list[tuple[str, str]]:
    """What functions let this reader do from here: title and address."""
    return [
        (actie.titel, reverse(actie.url_naam, args=[verband.slug]))
        for actie in register.acties
        if mag(request.user, actie.recht, verband=verband, op=request.peildatum.dag)
    ]


def mag_iets(request: Verzoek, verband: Samenwerkingsverband) -> bool:
    """Whether this reader may edit any section of the partnership."""
    rechten = (Recht.BEWERKEN, Recht.KLASSE_VASTLEGGEN)
    return any(mag(request.user, recht, verband=verband, op=request.peildatum.dag) for recht in rechten)


@require_safe
def pdf(request: Verzoek, slug: str) -> HttpResponse:
    """The kernbeeld on one A4, as accessible PDF; a full one gets smaller letters, and at last shorter texts."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    verband = verband_of_404(slug, peildatum)
    if request.method == "GET":
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=timezone.now(), over=verband, soort="dashboard.pdf")
    versies = (
        {**dashboard(Lezing(verband, peildatum, kleuren=PAPIER, kort=kort), op_papier=True), "dichtheid": dichtheid}
        for dichtheid, kort in (("", False), ("dash--dicht", False), ("dash--dicht", True))
    )
    naam = f"{slug}-{peildatum.dag.isoformat()}.pdf"
    return op_een_vel(request, "verbanden/dashboard_pdf.html", versies, bestandsnaam=naam)
