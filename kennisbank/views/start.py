"""The way in: articles by what you are doing, reading paths, and the lists of terms, frameworks and principles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.http import HttpResponse
from django.urls import reverse

from kennisbank.lezen import LEESSOORTEN, PER_BLAD, Keuze, leespaden, met_artikel, per_soort, stukken, van_soort
from kennisbank.models import Fase, Functiedeel, Soort
from kennisbank.onderhoud import telling
from kennisbank.views.pagina import kennispagina, mag_schrijven, toon
from samenwerkingswijzer.verzoek import Verzoek

MEERVOUD = {
    Soort.HANDREIKING: "Handreikingen",
    Soort.LES: "Lessen",
    Soort.PRAKTIJKVOORBEELD: "Praktijkvoorbeelden",
    Soort.BIBLIOTHEEK: "Bibliotheek",
}
LEEST = ("GET", "HEAD")


@kennispagina(*LEEST)
def start(request: Verzoek) -> HttpResponse:
    """Articles, chosen by life phase, function, kind and tag, twenty to a sheet."""
    keuze = _keuze(request)
    tellingen = per_soort(request.peildatum, keuze)
    soorten = [keuze.soort] if keuze.soort else LEESSOORTEN
    try:
        blad = Paginator(stukken(request.peildatum, soorten, keuze), PER_BLAD).page(request.GET.get("blad") or 1)
    except InvalidPage:
        raise BadRequest("Dit blad is er niet.") from None
    context = {
        "tab": "start",
        "keuze": keuze,
        "blad": blad,
        "stukken": met_artikel(blad),
        "paden": leespaden(request.peildatum),
        "soorten": _soorten(keuze, tellingen),
        "fasen": _links(keuze, "fase", Fase.choices),
        "functies": _links(keuze, "functie", Functiedeel.choices),
        "volgende": _adres(keuze, blad=blad.next_page_number()) if blad.has_next() else "",
        "vorige": _adres(keuze, blad=blad.previous_page_number()) if blad.has_previous() else "",
        "werk": telling(request.user, request.peildatum) if mag_schrijven(request) else None,
    }
    return toon(request, "start", context)


@kennispagina(*LEEST)
def begrippen(request: Verzoek) -> HttpResponse:
    """The glossary, by letter."""
    letters: dict[str, list[Any]] = {}
    for stuk in sorted(van_soort(request.peildatum, Soort.BEGRIP), key=lambda een: een.versie.titel.lower()):
        letters.setdefault(stuk.versie.titel[:1].upper(), []).append(stuk)
    return toon(request, "begrippen", {"tab": "begrippen", "letters": list(letters.items())})


@kennispagina(*LEEST)
def beleidskaders(request: Verzoek) -> HttpResponse:
    """The frameworks that count for co-operation: subject, what it means for a council member, and where it stands."""
    kaders = van_soort(request.peildatum, Soort.BELEIDSKADER)
    return toon(request, "beleidskaders", {"tab": "beleidskaders", "kaders": kaders, "dag": request.peildatum.dag})


def _keuze(request: Verzoek) -> Keuze:
    """What was asked; 400 for a kind, phase or function that does not exist."""
    vraag = {naam: request.GET.get(naam, "")[:60] for naam in ("soort", "fase", "functie", "trefwoord")}
    mogelijk: dict[str, list[str]] = {
        "soort": [soort.value for soort in LEESSOORTEN],
        "fase": Fase.values,
        "functie": Functiedeel.values,
    }
    if any(vraag[naam] and vraag[naam] not in waarden for naam, waarden in mogelijk.items()):
        raise BadRequest("Deze keuze is er niet. Kies een soort, fase of functie van de lijst.")
    return Keuze(**vraag)


def _soorten(keuze: Keuze, tellingen: dict[str, int]) -> list[tuple[str, str, bool, int]]:
    alles = ("Alles", _adres(replace(keuze, soort="")), not keuze.soort, sum(tellingen.values()))
    rest = [
        (naam, _adres(replace(keuze, soort=soort.value)), keuze.soort == soort, tellingen.get(soort, 0))
        for soort, naam in MEERVOUD.items()
    ]
    return [alles, *rest]


def _links(keuze: Keuze, veld: str, keuzes: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """A link per choice; the chosen one takes itself away."""
    gekozen = getattr(keuze, veld)
    return [
        (naam, _adres(replace(keuze, **{veld: "" if gekozen == waarde else waarde})), gekozen == waarde)
        for waarde, naam in keuzes
    ]


def _adres(keuze: Keuze, **meer: object) -> str:
    vraag = {naam: waarde for naam, waarde in {**keuze.__dict__, **meer}.items() if waarde}
    adres = reverse("kennisbank:start")
    return f"{adres}?{urlencode(vraag)}" if vraag else adres
