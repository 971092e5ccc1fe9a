"""The manual per role, to read inside the portal."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kennisbank import handleiding
from kennisbank.views.pagina import kennispagina, toon
from samenwerkingswijzer.verzoek import Verzoek


@kennispagina("GET", "HEAD")
def begin(request: Verzoek) -> HttpResponse:
    """The first page: choose a role, and who may do what."""
    return _toon(request, handleiding.BEGIN)


@kennispagina("GET", "HEAD")
def blad(request: Verzoek, blad: str) -> HttpResponse:
    """The page of a role."""
    return _toon(request, blad if blad != handleiding.BEGIN else "")


def _toon(request: Verzoek, naam: str) -> HttpResponse:
    gevonden = handleiding.blad(naam)
    if gevonden is None:
        raise Http404("Deze bladzijde van de handleiding is er niet.")
    menu = [(titel, handleiding.adres(sleutel), sleutel == naam) for sleutel, titel in handleiding.BLADEN.items()]
    return toon(request, "handleiding", {"tab": "handleiding", "blad": gevonden, "menu": menu})
