"""A new partnership in the register."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.verband import Nieuw
from verbanden.handelingen import verbanden
from verbanden.views.bewerkpagina import ONGELDIG, adres, in_verleden, nu, toon


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Ask the least, make the partnership, and go on to its edit screens."""
    eis(request.user, Recht.AANMAKEN)
    if geweigerd := in_verleden(request):
        return geweigerd
    if request.method != "POST":
        return _toon(request, Nieuw())
    formulier = Nieuw(request.POST)
    if not formulier.is_valid():
        return _toon(request, formulier, ONGELDIG)
    try:
        verband = verbanden.maak_aan(waarden=formulier.waarden(), door=request.user, op=nu(), reden=formulier.reden())
    except ValidationError as fout:
        formulier.neem_fouten(fout)
        return _toon(request, formulier, ONGELDIG)
    messages.success(request, "Het verband is aangemaakt. Vul hieronder de andere gegevens in.")
    return HttpResponseRedirect(adres(verband, "kenmerken"))


def _toon(request: Verzoek, formulier: Nieuw, status: int = 200) -> HttpResponse:
    kruimels = [("Overzicht", reverse("verbanden:overzicht"))]
    return toon(request, "nieuw", {"formulier": formulier, "kruimels": kruimels}, status)
