"""The page for college and controller: the whole portfolio beside itself, what we stand for, and what is missing."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from evaluatie.monitoring import uitvoer
from evaluatie.monitoring.beeld import lees
from evaluatie.monitoring.blootstelling import bedragtekst
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.uitvoer import FORMATEN


@require_safe
def toon(request: Verzoek) -> HttpResponse:
    """All running partnerships together, on the reference date."""
    eis(request.user, Recht.BEKIJKEN)
    beeld = lees(request.peildatum, gemeente_van(request).begrotingstotaal)
    samen = beeld.samen
    context = {
        "jaar": beeld.dag.year,
        "aantal": len(beeld.rijen),
        "samen": samen,
        "totalen": [(naam, bedragtekst(totaal), totaal) for naam, totaal in samen.totaal.cellen],
        "verdelingen": [
            ("programmas", "Per programma", "Programma", samen.programmas),
            ("houders", "Per portefeuillehouder", "Portefeuillehouder", samen.houders),
        ],
        "begroting": beeld.begroting,
        "beeld": beeld.lijnen,
        "gaten": beeld.gaten,
        "downloads": [
            (formaat.upper(), reverse("evaluatie:monitoring_bestand", args=[formaat])) for formaat in FORMATEN
        ],
    }
    return render(request, "evaluatie/monitoring.html", context)


@require_safe
def download(request: Verzoek, formaat: str) -> HttpResponse:
    """The same as a file; kept in the audit log."""
    eis(request.user, Recht.BEKIJKEN)
    if formaat not in FORMATEN:
        raise Http404("Deze soort bestand maken we niet.")
    beeld = lees(request.peildatum, gemeente_van(request).begrotingstotaal)
    gemaakt = uitvoer.maak(formaat, beeld)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            soort=f"monitoring.{formaat}",
            verbanden=len(beeld.rijen),
            peildatum=beeld.dag.isoformat(),
        )
    koppen = {"Content-Disposition": f'attachment; filename="{gemaakt.naam}"'}
    return HttpResponse(gemaakt.inhoud, content_type=gemaakt.mime, headers=koppen)
