"""What every page of the lawful list shares: which list it is, what this reader may do, and the gate itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.adressen import invulplek
from verbanden.lijst import poort
from verbanden.lijst.toetsing import Lijst
from verbanden.models import Editie
from verbanden.regels.bbv.bevindingen import EERSTE_JAAR, Bevinding
from verbanden.regels.bbv.partij import Documentsoort, Partij
from verbanden.views.bewerkpagina import in_verleden

VOORUIT = 2  # so many years ahead a list can be made
Pagina = Callable[..., HttpResponse]


def lijstpagina(*methoden: str) -> Callable[[Pagina], Pagina]:
    """A page of one list: gives the view the list in place of its kind and year; 404 for a list that cannot be."""

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, soort: str, jaar: int, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            lijst = lijst_van(soort, jaar)
            weg = in_verleden(request) if request.method == "POST" else None
            return weg or pagina(request, lijst, **rest)

        return open_pagina

    return versier


def lijst_van(soort: str, jaar: int) -> Lijst:
    """The list at this address."""
    if soort not in Editie.Soort.values or not EERSTE_JAAR <= jaar <= timezone.localdate().year + VOORUIT:
        raise Http404("Deze lijst bestaat niet.")
    return Lijst(Documentsoort(soort), jaar)


def lees_poort(request: Verzoek, lijst: Lijst) -> poort.Poort:
    """The gate for this reader; of an edition that stands ready, at the day that was fixed for it."""
    drempel = gemeente_van(request).drempel_bijdrage
    return poort.lees(lijst, request.peildatum, drempel=drempel, plek=_plekken(request, lijst))


def _plekken(request: Verzoek, lijst: Lijst) -> poort.Plek:
    """Where a finding is mended, or for who may not do that where it is shown."""
    ver = None if request.peildatum.verleden else bereik(request.user, Recht.BEWERKEN)

    def plek(partij: Partij, bevinding: Bevinding) -> str:
        eigen = ver is Bereik.EIGEN and partij.wie_id == request.user.id
        if ver is Bereik.ALLE or eigen:
            return invulplek(partij.slug, bevinding.onderdeel, bevinding.anker, lijst.jaar)
        return reverse("verbanden:dashboard", args=[partij.slug])

    return plek


def adres(naam: str, lijst: Lijst) -> str:
    """The address of a page of this list."""
    return reverse(f"verbanden:{naam}", args=[lijst.soort.value, lijst.jaar])


def naar_poort(lijst: Lijst) -> HttpResponse:
    """Back to the gate."""
    return HttpResponseRedirect(adres("lijst", lijst))


def eis_recht(request: Verzoek, recht: Recht) -> None:
    """403 without this right."""
    if not mag(request.user, recht):
        raise PermissionDenied(f"Hiervoor heeft u dit recht nodig: {recht.value.lower()}.")
