"""What the pages of one zienswijze share: which dossier it is, its crumbs, and one try at a form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.views.sessiekader import LEZEN, OOK_SCHRIJVEN
from governance.zienswijze.lezen import Dossier
from governance.zienswijze.lezen import dossier as lees_dossier
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, kruimels
from verbanden.views.poging import geweigerd

__all__ = ["LEZEN", "OOK_SCHRIJVEN"]
INTUSSEN = "Iemand anders veranderde dit intussen. Wat u typte staat er nog. Bewaart u opnieuw, dan geldt uw tekst."
Pagina = Callable[..., HttpResponse]


def dossierpagina(*methoden: str, schrijft: bool = False) -> Callable[[Pagina], Pagina]:
    """A page of one zienswijze: gives the view the dossier in place of its number; 404 for one that is not there.

    `schrijft`: a form, which is not there on an earlier day.
    """

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, zienswijze_id: int, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            eis(request.user, Recht.BEKIJKEN)
            dossier = lees_dossier(zienswijze_id, request.peildatum)
            if dossier is None:
                raise Http404("Deze zienswijze is er niet.")
            weg = in_verleden(request) if schrijft else None
            return weg or pagina(request, dossier, **rest)

        return open_pagina

    return versier


def adres(dossier: Dossier) -> str:
    """The page of a dossier."""
    return reverse("governance:zienswijze", args=[dossier.rij.id])


def naar_dossier(dossier: Dossier) -> list[tuple[str, str]]:
    """The way back from a form: partnership, its zienswijzen, this one."""
    alle = reverse("governance:zienswijzen_verband", args=[dossier.verband.slug])
    return [*kruimels(dossier.verband)[1:], ("Zienswijzen", alle), (dossier.titel, adres(dossier))]


def bewaar_formulier(
    request: Verzoek,
    formulier: forms.Form,
    doe: Callable[[], object],
    tonen: Callable[..., HttpResponse],
    *,
    gelukt: str,
    verder: str | Callable[[], str],
    strijd: Callable[[], HttpResponse] | None = None,
) -> HttpResponse:
    """Check and do; go on, or show the form again with what was typed and what was wrong.

    `strijd` makes the page for who was overtaken by somebody else; without it the form says so.
    """
    if not formulier.is_valid():
        return tonen(formulier, ONGELDIG)
    if status := geweigerd(formulier, doe):
        if status == BOTSING and strijd:
            return strijd()
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return tonen(formulier, status)
    messages.success(request, gelukt)
    return HttpResponseRedirect(verder if isinstance(verder, str) else verder())


def toon_formulier(request: Verzoek, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A form page: kop, onder, formulier, kruimels, knop, terug; `velden` and `groepen` when not simply all fields."""
    return render(request, "governance/zienswijze_formulier.html", context, status=status)
