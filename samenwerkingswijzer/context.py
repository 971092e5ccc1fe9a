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
            "gemeente": SimpleLazyObject(Gemeente.huidige),
            "menu": _menu(request),
        },
    }


def _menu(request: HttpRequest) -> list[Menulink]:
    gebruiker = getattr(request, "user", None)
    links = [(punt.titel, reverse(punt.url_naam)) for punt in register.menu if mag(gebruiker, punt.recht)]
    actief = max((url for _, url in links if request.path.startswith(url)), key=len, default="")
    return [Menulink(titel, url, url == actief) for titel, url in links]
