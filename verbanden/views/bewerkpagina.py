"""What every edit page shares: who may enter, the tabs, and the panel with what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from samenwerkingswijzer.bewerken import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import onderdelen
from verbanden.adressen import invulplek
from verbanden.lijst.open import open_punten
from verbanden.lijst.toetsing import Lijst, lijst_over
from verbanden.models import Samenwerkingsverband
from verbanden.regels import bbv
from verbanden.regels.volledigheid import open_per_onderdeel
from verbanden.volledigheid import Werk, lijstjaar, werk

__all__ = ("BOTSING", "ONGELDIG", "in_verleden", "lees_versie", "nu")

Pagina = Callable[..., HttpResponse]


def bewerkpagina(*methoden: str) -> Callable[[Pagina], Pagina]:
    """A page on which a partnership is edited: gives the view the partnership in place of its slug.

    404 for an unknown partnership, 403 in the past. The view itself asks for its right.
    """

    def versier(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def open_pagina(request: Verzoek, slug: str, **rest: Any) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            verband = Samenwerkingsverband.objects.filter(slug=slug).first()
            if verband is None:
                raise Http404("Dit verband staat niet in het portaal.")
            return in_verleden(request) or pagina(request, verband, **rest)

        return open_pagina

    return versier


def eis_hier(request: Verzoek, verband: Samenwerkingsverband, recht: Recht) -> None:
    """403 without this right on this partnership."""
    eis(request.user, recht, verband=verband, op=timezone.localdate())


def kader(
    request: Verzoek, verband: Samenwerkingsverband, *, actief: str, jaar: int | None = None, titel: str
) -> dict[str, Any]:
    """The context around an edit form: tabs with what is open, crumbs, and the panel."""
    peildatum: Peildatum = request.peildatum
    jaar = jaar or lijstjaar(peildatum.dag)
    drempel = gemeente_van(request).drempel_bijdrage
    lijst = lijst_over(jaar, peildatum.dag)
    hier = werk([verband], jaar=jaar, peildatum=peildatum, drempel=drempel)[verband.id]
    return {
        "verband": verband,
        "titel": titel,
        "plek": f"bewerken.{actief}",
        "kruimels": kruimels(verband),
        "tabs": _tabs(request, verband, actief, open_per_onderdeel(hier.gegevens)),
        "paneel": _paneel(verband, hier, jaar, lijst) | {"anders": _anders(verband, peildatum, drempel, lijst)},
        "belang": bbv.verbonden_partij(verband.bestuurlijk_belang, verband.financieel_belang).value,
        "categorie": _categorie(verband),
        "feiten": hier.feiten,
    }


def kruimels(verband: Samenwerkingsverband) -> list[tuple[str, str]]:
    """The way back: overview, partnership."""
    return [
        ("Overzicht", reverse("verbanden:overzicht")),
        (naam(verband), reverse("verbanden:dashboard", args=[verband.slug])),
    ]


def naam(verband: Samenwerkingsverband) -> str:
    """How people call the partnership."""
    return verband.korte_naam or verband.naam


def toon(request: Verzoek, sjabloon: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a page of the register."""
    return render(request, f"verbanden/{sjabloon}.html", context, status=status)


def adres(verband: Samenwerkingsverband, sleutel: str) -> str:
    """The page of a section."""
    return reverse("verbanden:onderdeel", args=[verband.slug, sleutel])


def _tabs(
    request: Verzoek, verband: Samenwerkingsverband, actief: str, tellingen: dict[str, int]
) -> list[dict[str, Any]]:
    mogelijk = {recht: mag(request.user, recht, verband=verband, op=timezone.localdate()) for recht in _rechten()}
    return [
        {
            "titel": onderdeel.titel,
            "url": adres(verband, onderdeel.sleutel),
            "open": tellingen.get(onderdeel.sleutel, 0),
            "actief": onderdeel.sleutel == actief,
        }
        for onderdeel in onderdelen.alle()
        if mogelijk[onderdeel.recht] and onderdeel.geldt(verband)
    ]


def _rechten() -> set[Recht]:
    return {onderdeel.recht for onderdeel in onderdelen.alle()}


def _paneel(verband: Samenwerkingsverband, hier: Werk, jaar: int, lijst: Lijst) -> dict[str, Any]:
    regels = [
        {"gegeven": gegeven, "url": invulplek(verband.slug, gegeven.onderdeel, gegeven.anker, jaar)}
        for gegeven in hier.gegevens
    ]
    nodig = [regel for regel, gegeven in zip(regels, hier.gegevens, strict=True) if not gegeven.volledig]
    return {
        "lijst": lijst,
        "nodig": nodig,
        "wettelijk": sum(gegeven.wettelijk and not gegeven.volledig for gegeven in hier.gegevens),
        "klaar": [regel for regel in regels if regel not in nodig],
        "meldingen": [
            {"bevinding": bevinding, "url": invulplek(verband.slug, bevinding.onderdeel, bevinding.anker, jaar)}
            for bevinding in hier.bevindingen
            if not bevinding.blokkeert
        ],
        "totaal": len(regels),
        "volledig": len(regels) - len(nodig),
        "heeft_wet": hier.wettelijk,
    }


def _anders(
    verband: Samenwerkingsverband, peildatum: Peildatum, drempel: Decimal, lijst: Lijst
) -> list[dict[str, Any]]:
    """What concepts of other lists lack, with where it is filled in."""
    punten = open_punten([verband.id], peildatum, drempel, behalve=lijst).get(verband.id, [])
    return [
        {
            "lijst": punt.lijst,
            "bevinding": punt.bevinding,
            "url": invulplek(verband.slug, punt.bevinding.onderdeel, punt.bevinding.anker, punt.lijst.jaar),
        }
        for punt in punten
    ]


def _categorie(verband: Samenwerkingsverband) -> str:
    gevonden = bbv.categorie(verband.vorm, verband.bestuurlijk_belang, verband.financieel_belang)
    return bbv.CATEGORIENAMEN[gevonden] if gevonden else ""


def vandaag() -> date:
    """Today in the zone of the portal, for the pages that ask."""
    return timezone.localdate()
