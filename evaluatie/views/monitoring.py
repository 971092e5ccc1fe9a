"""The page for college and controller: the whole portfolio beside itself, what we stand for, and what is missing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evaluatie.monitoring.blootstelling import bedragtekst, blootstelling, lees_verplichtingen
from evaluatie.monitoring.dekking import gaten
from evaluatie.monitoring.reeksen import veelvoud
from evaluatie.regels.raadsperiode import raadsperiode
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.overzicht import lezen


@require_safe
def toon(request: Verzoek) -> HttpResponse:
    """All running partnerships together, on the reference date."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    overzicht = lezen.lees(peildatum)
    rijen = [rij for rij in overzicht.rijen if rij.lopend]
    begroting = gemeente_van(request).begrotingstotaal
    samen = blootstelling(rijen, overzicht, lees_verplichtingen(peildatum), begroting)
    context = {
        "jaar": peildatum.dag.year,
        "aantal": len(rijen),
        "samen": samen,
        "totalen": [(naam, bedragtekst(totaal), totaal) for naam, totaal in samen.totaal.cellen],
        "verdelingen": [
            ("programmas", "Per programma", "Programma", samen.programmas),
            ("houders", "Per portefeuillehouder", "Portefeuillehouder", samen.houders),
        ],
        "begroting": begroting,
        "beeld": veelvoud(rijen, peildatum.dag),
        "gaten": gaten(rijen, raadsperiode(peildatum.dag), peildatum),
    }
    return render(request, "evaluatie/monitoring.html", context)
