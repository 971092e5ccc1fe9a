"""What every page of one evaluation shares: which evaluation on the reference date, and who may do what with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils import timezone

from evaluatie.evaluaties.lezen import Beeld, lees_een
from evaluatie.evaluaties.toegang import eis_leiding, mag_leiden
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import in_verleden, kruimels, naam

Pagina = Callable[..., HttpResponse]
LEZEN = ("GET", "HEAD")
OOK_SCHRIJVEN = (*LEZEN, "POST")
INTUSSEN = (
    "Iemand anders veranderde deze evaluatie intussen. Er is niets bewaard. Hiernaast staat wat de ander bewaarde. "
    "Kijk het na en bewaar opnieuw."
)


def evaluatiepagina(*methoden: str, verleden: bool = False) -> Callable[[Pagina], Pagina]:
    """A page of one evaluation: gives the view the evaluation, read, in place of its number; 404 for one not there.

    `verleden` says whether the page also exists on an earlier day.
    """

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, evaluatie_id: int, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            eis(request.user, Recht.BEKIJKEN)
            beeld = lees_een(evaluatie_id, request.peildatum, request.user.pk)
            if beeld is None:
                raise Http404("Deze evaluatie is er niet.")
            weg = None if verleden and request.method in LEZEN else in_verleden(request)
            return weg or pagina(request, beeld, **rest)

        return open_pagina

    return versier


def eis_leider(request: Verzoek, beeld: Beeld) -> None:
    """403 unless this reader leads the evaluation."""
    eis_leiding(request.user, beeld.rij, beeld.verband, timezone.localdate())


def adres(beeld: Beeld) -> str:
    """The page of an evaluation."""
    return reverse("evaluatie:evaluatie", args=[beeld.rij.id])


def kader(request: Verzoek, beeld: Beeld, *, hier: bool = False) -> dict[str, Any]:
    """The context around a page of an evaluation: crumbs, and what this reader may do today."""
    nu, vandaag = not request.peildatum.verleden, timezone.localdate()
    lijst = ("Evaluaties", reverse("evaluatie:evaluaties_verband", args=[beeld.verband.slug]))
    eigen = [] if hier else [(f"Evaluatie {beeld.rij.jaar}", adres(beeld))]
    return {
        "beeld": beeld,
        "rij": beeld.rij,
        "verband": beeld.verband,
        "onderwerp": naam(beeld.verband),
        "kruimels": [*kruimels(beeld.verband), lijst, *eigen],
        "mag_leiden": nu and mag_leiden(request.user, beeld.rij, beeld.verband, vandaag),
        "mag_oordelen": nu and beeld.stap is Stap.OORDEEL and mag(request.user, Recht.ADVISEREN),
        "mag_vaststellen": nu and beeld.stap is Stap.CONCLUSIE and mag(request.user, Recht.EVALUATIES_VASTSTELLEN),
        "mag_bewerken": nu and mag(request.user, Recht.BEWERKEN, verband=beeld.verband, op=vandaag),
    }
