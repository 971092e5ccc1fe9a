"""The goals of a partnership on the prestatieladder, the same on paper, and the ladder itself."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from evaluatie import doelen, doelpagina
from governance.ladder import geldende_ladder
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.grafieken import PAPIER
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import kruimels, naam
from verbanden.views.dashboard import verband_of_404


@require_safe
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """The goals with measurements, what is computed and what a person says, and the check of each."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    context = {**_context(request, verband, doelpagina.lees(verband, request.peildatum)), "kruimels": kruimels(verband)}
    return render(request, "evaluatie/doelen.html", context)


@require_safe
def afdruk(request: Verzoek, slug: str) -> HttpResponse:
    """The sheet 'Doelen en resultaten' of a partnership."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            over=verband,
            verband=verband.id,
            soort="doelen.pdf",
        )
    context = {
        **_context(request, verband, doelpagina.lees(verband, request.peildatum, PAPIER)),
        "gemeente": gemeente_van(request),
        "peildatum": request.peildatum,
    }
    bestand = f"doelen-{verband.slug}-{request.peildatum.dag.isoformat()}.pdf"
    return als_pdf(request, "evaluatie/doelen_pdf.html", context, bestandsnaam=bestand)


@require_safe
def ladder(request: Verzoek) -> HttpResponse:
    """The prestatieladder in force, explained; the administrator finds the instrument here."""
    eis(request.user, Recht.BEKIJKEN)
    versie = geldende_ladder(request.peildatum.moment)
    if versie is None:
        raise Http404("Er is nog geen prestatieladder gepubliceerd.")
    context = {
        "instrument": versie.instrument,
        "ladder": versie.ladder,
        "mag_beheren": not request.peildatum.verleden and mag(request.user, Recht.BEHEREN),
        "kruimels": [("Overzicht", reverse("verbanden:overzicht"))],
    }
    return render(request, "evaluatie/ladder.html", context)


def _context(request: Verzoek, verband: Samenwerkingsverband, pagina: doelpagina.Doelpagina) -> dict[str, Any]:
    vandaag = timezone.localdate()
    nu = not request.peildatum.verleden
    return {
        "verband": verband,
        "onderwerp": naam(verband),
        "pagina": pagina,
        "samenvatting": doelen.samenvatting([beeld.stand for beeld in pagina.beelden]),
        "mag_bewerken": nu and mag(request.user, Recht.BEWERKEN, verband=verband, op=vandaag),
        "mag_oordelen": nu and mag(request.user, Recht.OORDELEN, verband=verband, op=vandaag),
    }
