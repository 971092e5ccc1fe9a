"""The search page: one ranked list of everything this reader may see, today."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from samenwerkingswijzer.drukte import te_druk
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from samenwerkingswijzer.zoeken.index import volg
from samenwerkingswijzer.zoeken.termen import LANGSTE_VRAAG
from samenwerkingswijzer.zoeken.vraag import PER_BLAD, Uitslag, zoek

MEESTE_BLADEN = 50


@require_safe
def zoeken(request: Verzoek) -> HttpResponse:
    """Search everything; without a question only the field. Always about today, also when an earlier day is set.

    429 for who asks more often than a person does.
    """
    eis(request.user, Recht.BEKIJKEN)
    vraag, soort, blad = _vraag(request)
    if vraag and (geweigerd := te_druk(request, "zoeken")):
        return geweigerd
    bij = volg() if vraag else True
    uitslag = zoek(vraag, gebruiker=request.user, soort=soort, blad=blad) if vraag else Uitslag()
    aantal = uitslag.per_soort.get(soort, 0) if soort else sum(uitslag.per_soort.values())
    soorten = register.zoeksoorten
    context = {
        "zonder_zoekveld": True,
        "q": vraag,
        "uitslag": uitslag,
        "treffers": [(treffer, soorten[treffer.regel.soort].naam) for treffer in uitslag.treffers],
        "soorten": _soorten(vraag, soort, uitslag.per_soort),
        "soort": soorten[soort].meervoud if soort else "",
        "aantal": aantal,
        "totaal": sum(uitslag.per_soort.values()),
        "alles_url": _adres(vraag),
        "loopt_achter": not bij,
        "blad": blad,
        "vorige": _adres(vraag, soort, blad - 1) if blad > 1 else "",
        "volgende": _adres(vraag, soort, blad + 1) if aantal > blad * PER_BLAD and blad < MEESTE_BLADEN else "",
    }
    return render(request, "zoeken.html", context)


def _vraag(request: Verzoek) -> tuple[str, str, int]:
    """The question, the kind and the sheet; 400 for a kind or sheet that cannot be."""
    vraag = " ".join(request.GET.get("q", "").split())[:LANGSTE_VRAAG]
    soort, blad = request.GET.get("soort", ""), request.GET.get("blad", "1")
    if soort and soort not in register.zoeksoorten:
        raise BadRequest("Deze soort is er niet. Kies een soort van de lijst.")
    if not (blad.isascii() and blad.isdigit() and len(blad) < 4 and 1 <= int(blad) <= MEESTE_BLADEN):
        raise BadRequest("Dit blad is er niet.")
    return vraag, soort, int(blad)


def _soorten(vraag: str, gekozen: str, per_soort: dict[str, int]) -> list[tuple[str, str, bool, int]]:
    """The filter: name, address, whether it is chosen, how many; only kinds of which there are any."""
    alles = ("Alles", _adres(vraag), not gekozen, sum(per_soort.values()))
    rest = [
        (soort.meervoud, _adres(vraag, sleutel), sleutel == gekozen, per_soort.get(sleutel, 0))
        for sleutel, soort in register.zoeksoorten.items()
        if per_soort.get(sleutel) or sleutel == gekozen
    ]
    return [alles, *rest]


def _adres(vraag: str, soort: str = "", blad: int = 1) -> str:
    deel: dict[str, Any] = {"q": vraag, "soort": soort, "blad": blad if blad > 1 else ""}
    return f"{reverse('zoeken')}?{urlencode({naam: waarde for naam, waarde in deel.items() if waarde})}"
