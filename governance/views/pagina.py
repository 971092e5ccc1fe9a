"""What every page of a weighing shares: which weighing it is on the reference date, and what this reader may do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils import timezone

from governance.afweging import Lezing, lees_afweging
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.opvolgen import Opvolger, opvolger
from verbanden.views.bewerkpagina import in_verleden, kruimels, naam
from verbanden.werk import eigen_verbanden

Pagina = Callable[..., HttpResponse]


def afwegingpagina(*methoden: str) -> Callable[[Pagina], Pagina]:
    """A page of one weighing: gives the view the weighing in place of its number; 404 for one that is not there."""

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, afweging_id: int, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            lezing = lees_afweging(afweging_id, request.peildatum)
            if lezing is None:
                raise Http404("Deze afweging is er niet.")
            weg = in_verleden(request) if request.method == "POST" else None
            return weg or pagina(request, lezing, **rest)

        return open_pagina

    return versier


def kader(request: Verzoek, lezing: Lezing, *, tab: str) -> dict[str, Any]:
    """The context around a page of a weighing: crumbs, tabs, and whether this reader may answer."""
    return {
        "lezing": lezing,
        "verband": lezing.verband,
        "kruimels": [
            *kruimels(lezing.verband),
            ("Afwegingen", reverse("governance:afweging_verband", args=[lezing.verband.slug])),
        ],
        "onderwerp": naam(lezing.verband),
        "tab": tab,
        "mag_invullen": lezing.open and mag_invullen(request, lezing.verband),
    }


def mag_invullen(request: Verzoek, verband: Any) -> bool:
    """Whether this reader may answer and choose for this partnership, today."""
    vandaag = timezone.localdate()
    return not request.peildatum.verleden and mag(request.user, Recht.BEWERKEN, verband=verband, op=vandaag)


def invulbaar(request: Verzoek, verband_ids: Iterable[int]) -> set[int]:
    """Ids of those partnerships for which this reader may do that; none in the past. At most one query."""
    ver = None if request.peildatum.verleden else bereik(request.user, Recht.BEWERKEN)
    if ver is None:
        return set()
    alle = set(verband_ids)
    return alle if ver is Bereik.ALLE else alle & set(eigen_verbanden(request.user, request.peildatum))


def opvolger_van(request: Verzoek, verband: Any) -> Opvolger:
    """The gaps of this partnership, and whether this reader may put them on the ontwikkelagenda. One query."""
    bewerkbaar = {verband.id} if mag_invullen(request, verband) else set()
    return opvolger([verband.id], request.peildatum.moment, bewerkbaar)
