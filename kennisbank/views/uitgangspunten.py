"""The principles, and how each partnership stands on them."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse

from kennisbank.lezen import over_verband
from kennisbank.uitgangspunten import groepen, tellingen
from kennisbank.views.pagina import kennispagina, kruimels, toon
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.verzoek import Verzoek


@kennispagina("GET", "HEAD")
def alle(request: Verzoek) -> HttpResponse:
    """All principles, and the partnerships of which the stand can be seen."""
    context = {
        "tab": "uitgangspunten",
        "groepen": groepen(request.peildatum),
        "verbanden": [een for een in register.verbandnamen(request.peildatum) if een.lopend],
    }
    return toon(request, "uitgangspunten", context)


@kennispagina("GET", "HEAD")
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """How one partnership stands on each principle, with the evidence; what nobody knows is not made up."""
    verband = next((een for een in register.verbandnamen(request.peildatum) if een.slug == slug), None)
    if verband is None:
        raise Http404("Dit verband staat niet in het portaal.")
    gevonden = groepen(request.peildatum, register.bewijzen(request.peildatum, verband.id), een_verband=True)
    context = {
        "tab": "uitgangspunten",
        "verband": verband,
        "groepen": gevonden,
        "tellingen": tellingen(gevonden),
        "artikelen": over_verband(request.peildatum, slug),
        "kruimels": kruimels(("Uitgangspunten", reverse("kennisbank:uitgangspunten"))),
    }
    return toon(request, "uitgangspunten_verband", context)
