"""Who leads a partnership, and handing it over."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.verband import Overdracht
from verbanden.handelingen import accounthouders
from verbanden.models import Accounthouderschap, Samenwerkingsverband
from verbanden.views.bewerkpagina import (
    BOTSING,
    ONGELDIG,
    bewerkpagina,
    eis_hier,
    kader,
    lees_versie,
    nu,
    toon,
    vandaag,
)
from verbanden.views.poging import geweigerd


@bewerkpagina("GET", "HEAD", "POST")
def accounthouder(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """The periods of account holders; a new one takes over from a day."""
    eis_hier(request, verband, Recht.AANWIJZEN)
    if request.method != "POST":
        return _toon(request, verband, Overdracht(initial={"van": vandaag()}))
    formulier = Overdracht(request.POST)
    if not formulier.is_valid():
        return _toon(request, verband, formulier, ONGELDIG)
    return _draag_over(request, verband, formulier)


def _draag_over(request: Verzoek, verband: Samenwerkingsverband, formulier: Overdracht) -> HttpResponse:
    gegevens: dict[str, Any] = formulier.cleaned_data
    doe = partial(
        accounthouders.draag_over,
        verband=verband,
        aan=gegevens["gebruiker"],
        van=gegevens["van"],
        vorige=lees_versie(request.POST.get("vorige")),
        reden=gegevens["reden"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        return _toon(request, verband, formulier, status)
    messages.success(request, f"{gegevens['gebruiker'].naam} is de nieuwe accounthouder.")
    return HttpResponseRedirect(verband.get_absolute_url())


def _toon(request: Verzoek, verband: Samenwerkingsverband, formulier: Overdracht, status: int = 200) -> HttpResponse:
    context = kader(request, verband, actief="team", titel="Accounthouder")
    perioden = list(Accounthouderschap.objects.select_related("gebruiker").filter(verband=verband))
    huidig = next((periode for periode in perioden if periode.tot is None or periode.tot > vandaag()), None)
    context |= {
        "formulier": formulier,
        "perioden": perioden,
        "vorige": huidig.pk if huidig and status in (200, BOTSING) else request.POST.get("vorige", "")[:20],
        "botsing": status == BOTSING,
    }
    return toon(request, "accounthouder", context, status)
