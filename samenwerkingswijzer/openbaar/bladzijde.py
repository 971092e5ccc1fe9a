"""Answers a public address: 404 while the side for residents is closed, otherwise from memory, to be kept by anyone.

Nothing of the reader goes into a public page: it is made without request, session, account or reference date. That
is why the same bytes go to everybody, with an ETag, and a cache in between may keep them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, wraps
from hashlib import sha256
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt

from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.openbaar.velden import VELDEN

HTML = "text/html; charset=utf-8"
# Anyone may keep it, and asks before each use whether it still holds: closed is closed at once, in every cache.
BEWAAR_EN_VRAAG = "public, no-cache"
MEESTE_BLADZIJDEN = 400


@dataclass(frozen=True)
class Vraag:
    """What a public page may know of the request: the day, and the address of the portal ('https://...')."""

    dag: date
    basis: str


@dataclass(frozen=True)
class Stuk:
    """A page or file as everybody gets it. With `naam` it is a file, which other sites may read too."""

    inhoud: bytes
    soort: str = HTML
    naam: str = ""
    inline: bool = False

    @property
    def etag(self) -> str:
        """What the bytes are known by."""
        return f'"{sha256(self.inhoud).hexdigest()[:32]}"'


Maker = Callable[..., Stuk]
L = TypeVar("L")


def openbaar(maker: Maker) -> Callable[..., HttpResponseBase]:
    """A public view of a function (Vraag, **names in the address) -> Stuk; it raises Http404 when there is none."""

    @login_not_required
    @csrf_exempt  # nothing can be changed here; closed, a form from elsewhere finds nothing too
    @wraps(maker)
    def view(request: HttpRequest, **namen: Any) -> HttpResponseBase:
        vraag = Vraag(timezone.localdate(), _basis(request))
        sleutel = (maker.__name__, vraag, tuple(sorted(namen.items())))
        stuk = _geheugen().haal(sleutel, lambda: maker(vraag, **namen) if staat_open() else None)
        if stuk is None:
            raise Http404
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        klaar = antwoord(stuk)
        return get_conditional_response(request, etag=stuk.etag, response=klaar) or klaar

    return view


def staat_open() -> bool:
    """Whether the municipality opened the side for residents; one query."""
    return bool(Gemeente.objects.filter(openbaar=True).exists())


def antwoord(stuk: Stuk) -> HttpResponse:
    """The answer with its headers."""
    klaar = HttpResponse(stuk.inhoud, content_type=stuk.soort)
    klaar["ETag"] = stuk.etag
    klaar["Cache-Control"] = BEWAAR_EN_VRAAG
    if stuk.naam:
        klaar["Content-Disposition"] = content_disposition_header(not stuk.inline, stuk.naam) or "attachment"
        klaar["Access-Control-Allow-Origin"] = "*"
        klaar["Cross-Origin-Resource-Policy"] = "cross-origin"
    return klaar


def onthouden(lezer: Callable[[date], L]) -> Callable[[date], L]:
    """A reading of a day that all pages share: an unknown address or the next page reads nothing again."""

    @wraps(lezer)
    def lees(dag: date) -> L:
        gelezen: L = _lezingen().haal((lezer.__name__, dag), lambda: lezer(dag))
        return gelezen

    return lees


def pagina(sjabloon: str, **context: Any) -> Stuk:
    """A page from a template that is made without the request: no account and no menu can come into it."""
    return Stuk(render_to_string(sjabloon, {"demo": settings.DEMO} | context).encode())


@cache
def _geheugen() -> Leesgeheugen[Stuk | None]:
    """The pages, kept until a row changes of any model of which something is public."""
    return Leesgeheugen(*_modellen(), grootte=MEESTE_BLADZIJDEN)


@cache
def _lezingen() -> Leesgeheugen[Any]:
    """What the pages are made of, kept as long."""
    return Leesgeheugen(*_modellen(), grootte=2)


def _modellen() -> list[type[Gevolgd]]:
    modellen = (apps.get_model(naam) for naam in sorted({veld.model for veld in VELDEN}))
    return [model for model in modellen if issubclass(model, Gevolgd)]


def _basis(request: HttpRequest) -> str:
    """Where the portal is: as set, or as the (known) host of this request."""
    return settings.PORTAALADRES or f"{request.scheme}://{request.get_host()}"
