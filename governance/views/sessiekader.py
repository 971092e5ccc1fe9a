"""What every live screen of a session shares: which session, who may be there, and cheap answers to polling."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.cache import get_conditional_response

from governance.models import Sessie, Sessiedeelnemer, Sessiestatus
from governance.sessie.toegang import GEEN_DEELNEMER, deelnemer_van, eis_leiding, eis_meekijken, mag_leiden
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import in_verleden

Pagina = Callable[..., HttpResponse]
LEZEN = ("GET", "HEAD")
OOK_SCHRIJVEN = (*LEZEN, "POST")


def sessiepagina(*methoden: str, eis_recht: Callable[[Verzoek], None], verleden: bool = False) -> Any:
    """A page of one session: gives the view the session of now in place of its number; 404 for one that is not there.

    `eis_recht` asks for the right of a role first; `verleden` says whether the page also exists on an earlier day.
    """

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, sessie_id: int, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            eis_recht(request)
            sessie = sessie_of_404(sessie_id, request)
            weg = None if verleden and request.method in LEZEN else in_verleden(request)
            return weg or pagina(request, sessie, **rest)

        return open_pagina

    return versier


def sessie_of_404(sessie_id: int, request: Verzoek) -> Any:
    """The session on the reference date."""
    sessie = Sessie.objects.op(request.peildatum.moment, id=sessie_id).first()
    if sessie is None:
        raise Http404("Deze sessie is er niet.")
    return sessie


def wie_scoort(request: Verzoek) -> None:
    """Only raad and college score."""
    eis(request.user, Recht.SCOREN)


def wie_meekijkt(request: Verzoek) -> None:
    """Raad, college and griffie see the screens."""
    eis_meekijken(request.user)


def deelnemer(request: Verzoek, sessie: Sessie) -> Sessiedeelnemer:
    """Who takes part; 403 for somebody of the raad or college who does not."""
    wie = deelnemer_van(sessie, request.user)
    if wie is None:
        raise PermissionDenied(GEEN_DEELNEMER)
    return wie


def leider(request: Verzoek, sessie: Sessie) -> None:
    """403 unless this reader leads the session."""
    eis_leiding(request.user, sessie)


def adres(pagina: str, sessie: Any, *rest: int) -> str:
    """The address of a screen of this session."""
    return reverse(f"governance:{pagina}", args=[sessie.id, *rest])


def kader(request: Verzoek, sessie: Any, rol: str) -> dict[str, Any]:
    """The context around a screen: the session, what this reader is in it, and what they may do."""
    return {
        "sessie": sessie,
        "sessierol": rol,
        "samengevat": sessie.openbaarheid == Sessie.Openbaarheid.SAMENGEVAT,
        "leidt": not request.peildatum.verleden and mag_leiden(request.user, sessie),
        "scoren_loopt": sessie.status == Sessiestatus.SCOREN,
        "gesloten": sessie.status in (Sessiestatus.BESPREKEN, Sessiestatus.VASTGESTELD),
        "bespreken_loopt": sessie.status == Sessiestatus.BESPREKEN,
    }


def merk(request: Verzoek, *delen: object) -> str:
    """An ETag for what this reader polls, made of what it shows; nothing in it may come from a score."""
    inhoud = "|".join(map(str, (request.user.pk, *delen)))
    return f'"{hashlib.sha256(inhoud.encode()).hexdigest()[:32]}"'


def ongewijzigd(request: Verzoek, etag: str) -> HttpResponse | None:
    """An empty 304 when the reader already has this; None otherwise."""
    antwoord: HttpResponse | None = get_conditional_response(request, etag=etag)
    return antwoord


def poll(adres_: str, etag: str) -> dict[str, str]:
    """What the fragment needs to ask for itself again: where, and what it holds now."""
    return {"adres": adres_, "koppen": json.dumps({"If-None-Match": etag})}


def wie_leest(request: Verzoek) -> None:
    """Everybody who may see the portal sees which sessions there are and what was decided."""
    eis(request.user, Recht.BEKIJKEN)


def wie_voorbereidt(request: Verzoek) -> None:
    """Only the griffie prepares."""
    eis(request.user, Recht.SESSIE_LEIDEN)
