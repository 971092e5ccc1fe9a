"""The weighings of all partnerships and of one, and the start of a new one."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.afweging import Regel, regels
from governance.forms.afweging import Begin
from governance.handelingen import afwegingen
from governance.models import Afweging
from governance.views.pagina import mag_invullen
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import eis_hier, in_verleden, kruimels, naam, nu
from verbanden.views.poging import geweigerd

LEESMETHODEN = ("GET", "HEAD")


def alle(request: Verzoek) -> HttpResponse:
    """Every weighing, the newest first."""
    if request.method not in LEESMETHODEN:
        return HttpResponseNotAllowed(LEESMETHODEN)
    return render(request, "governance/afwegingen.html", {"regels": regels(None, request.peildatum)})


def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """The weighings of one partnership; a POST begins a new one."""
    if request.method not in (*LEESMETHODEN, "POST"):
        return HttpResponseNotAllowed((*LEESMETHODEN, "POST"))
    verband = Samenwerkingsverband.objects.op(request.peildatum.moment).filter(slug=slug).first()
    if verband is None:
        raise Http404("Dit verband staat niet in het portaal.")
    if request.method != "POST":
        return _toon(request, verband, Begin())
    return in_verleden(request) or _begin(request, verband)


def _begin(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    eis_hier(request, verband, Recht.BEWERKEN)
    formulier = Begin(request.POST)
    if not formulier.is_valid():
        return _toon(request, verband, formulier, 422)
    begonnen: list[Afweging] = []
    doe = partial(
        afwegingen.begin,
        verband=verband,
        aanleiding=formulier.cleaned_data["aanleiding"],
        soort=formulier.cleaned_data["soort"],
        door=request.user,
        op=nu(),
    )

    if status := geweigerd(formulier, lambda: begonnen.append(doe())):
        return _toon(request, verband, formulier, status)
    messages.success(request, "De afweging is begonnen. U kunt stoppen en later verdergaan; anderen kunnen meedoen.")
    return HttpResponseRedirect(reverse("governance:vraag", args=[begonnen[0].pk, 1]))


def _toon(request: Verzoek, verband: Samenwerkingsverband, formulier: Begin, status: int = 200) -> HttpResponse:
    gevonden: list[Regel] = regels([verband.id], request.peildatum)
    context: dict[str, Any] = {
        "verband": verband,
        "kruimels": kruimels(verband),
        "onderwerp": naam(verband),
        "regels": gevonden,
        "formulier": formulier,
        "mag_beginnen": mag_invullen(request, verband),
    }
    return render(request, "governance/afweging_verband.html", context, status=status)
