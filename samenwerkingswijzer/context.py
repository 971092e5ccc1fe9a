"""What every page knows of the portal: municipality, menu, demo or not."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from samenwerkingswijzer.demo import demo_accounts
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.rechten import mag


@dataclass(frozen=True)
class Menulink:
    """An entry of the main menu, for this reader on this page."""

    titel: str
    url: str
    actief: bool


def portaal(request: HttpRequest) -> dict[str, Any]:
    """Template variables `portaal`: demo, gemeente (asked for when used), menu; and `demo_accounts` for who logs in."""
    return {
        "demo_accounts": SimpleLazyObject(demo_accounts),
        "portaal": {
            "demo": settings.DEMO,
            "gemeente": SimpleLazyObject(lambda: gemeente_van(request)),
            "menu": _menu(request),
            "hulp": _hulp(request),
        },
    }


def gemeente_van(request: HttpRequest) -> Gemeente:
    """The municipality as it was on the reference date; asked once per request."""
    gemeente = getattr(request, "_gemeente", None)
    if gemeente is None:
        peildatum = getattr(request, "peildatum", None)
        toen = Gemeente.objects.op(peildatum.moment).first() if peildatum and peildatum.verleden else None
        gemeente = toen or Gemeente.huidige()
        request._gemeente = gemeente  # type: ignore[attr-defined]  # kept for the rest of this request
    return gemeente


def _menu(request: HttpRequest) -> list[Menulink]:
    gebruiker = getattr(request, "user", None)
    rol = getattr(gebruiker, "rol", None)
    punten = [punt for punt in register.menu if rol in punt.rollen and mag(gebruiker, punt.recht)]
    links = [(punt.titel, reverse(punt.url_naam)) for punt in punten]
    actief = max((url for _, url in links if _binnen(request.path, url)), key=len, default="")
    return [Menulink(titel, url, url == actief) for titel, url in links]


def _hulp(request: HttpRequest) -> str:
    """The address of the manual for who is logged in."""
    gebruiker = getattr(request, "user", None)
    return register.hulp(str(gebruiker.rol)) if gebruiker is not None and gebruiker.is_authenticated else ""


def _binnen(pad: str, url: str) -> bool:
    """Whether a page belongs to a menu entry; everything lies under '/', so that one must be the page itself."""
    return pad == url if url == "/" else pad.startswith(url)
