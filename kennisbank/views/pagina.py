"""What every page of the kennisbank shares: tabs, the article of an address, and who may write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse

from kennisbank.models import Artikel, Artikelversie, Status
from samenwerkingswijzer.bewerken import in_verleden
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek

OPENBAAR = (Status.GEPUBLICEERD, Status.INGETROKKEN)
Pagina = Callable[..., HttpResponse]


def kennispagina(*methoden: str, recht: Recht = Recht.BEKIJKEN) -> Callable[[Pagina], Pagina]:
    """A page of the kennisbank: asks its right, and changes nothing in the past."""

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            eis(request.user, recht)
            schrijft = request.method == "POST" or recht is Recht.KENNIS_SCHRIJVEN
            weg = in_verleden(request) if schrijft else None
            return weg or pagina(request, **rest)

        return open_pagina

    return versier


def zoek(request: Verzoek, slug: str) -> Artikel:
    """The article of this address as it was on the reference date; 404 when it was not there yet."""
    gevonden: Artikel | None = Artikel.objects.op(request.peildatum.moment, slug=slug).first()
    if gevonden is None:
        raise Http404("Dit artikel staat niet in de kennisbank.")
    return gevonden


def mag_schrijven(request: Verzoek) -> bool:
    """Whether this reader may write, today."""
    return not request.peildatum.verleden and mag(request.user, Recht.KENNIS_SCHRIJVEN)


def zichtbare_versies(request: Verzoek, gevonden: Artikel) -> list[Any]:
    """The versions that this reader may see, the newest first."""
    rijen = Artikelversie.objects.van(gevonden.id, request.peildatum.moment)
    return list(rijen if mag_schrijven(request) else rijen.filter(status__in=OPENBAAR))


def kruimels(*rest: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page of the kennisbank."""
    return [("Leren", reverse("kennisbank:start")), *rest]


def toon(request: Verzoek, sjabloon: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a page of the kennisbank, with whether this reader may write."""
    inhoud = {"mag_schrijven": mag_schrijven(request), **context}
    return render(request, f"kennisbank/{sjabloon}.html", inhoud, status=status)
