"""The life of a partnership: to its next phase, or to its end."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.verband import Fase
from verbanden.handelingen import verbanden
from verbanden.models import Levensfase, Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, bewerkpagina, eis_hier, kader, lees_versie, nu, toon
from verbanden.views.poging import geweigerd


@bewerkpagina("GET", "HEAD", "POST")
def fase(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """Choose a next phase out of those that may follow."""
    eis_hier(request, verband, Recht.BEWERKEN)
    huidig = Levensfase(verband.levensfase)
    if request.method != "POST":
        return _toon(request, verband, Fase(huidig=huidig))
    formulier = Fase(request.POST, huidig=huidig)
    versie = lees_versie(request.POST.get("versie"))
    if not formulier.is_valid():
        return _toon(request, verband, formulier, ONGELDIG)
    return _wissel(request, verband, formulier, versie)


def _wissel(request: Verzoek, verband: Samenwerkingsverband, formulier: Fase, versie: int | None) -> HttpResponse:
    gegevens: dict[str, Any] = formulier.cleaned_data
    doe = partial(
        verbanden.wissel_fase,
        verband=verband,
        versie=versie,
        fase=Levensfase(gegevens["fase"]),
        beeindigd_op=gegevens["beeindigd_op"],
        reden=gegevens["reden"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        return _toon(request, verband, formulier, status)
    messages.success(request, "De levensfase is veranderd. Alle gegevens blijven bewaard.")
    return HttpResponseRedirect(verband.get_absolute_url())


def _toon(request: Verzoek, verband: Samenwerkingsverband, formulier: Fase, status: int = 200) -> HttpResponse:
    context = kader(request, verband, actief="kenmerken", titel="Levensfase")
    context |= {
        "formulier": formulier,
        "botsing": status == BOTSING,
        "kan_verder": formulier.kan_verder,
        "versie": verband.versie if status in (200, BOTSING) else request.POST.get("versie", "")[:20],
    }
    return toon(request, "fase", context, status)
