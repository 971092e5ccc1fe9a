"""The rows of a section as a table: labels and cells in words."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from verbanden import weergave
from verbanden.handelingen.vergrendeling import alle
from verbanden.models import Samenwerkingsverband
from verbanden.onderdelen import Onderdeel


def lijst(verband: Samenwerkingsverband, deel: Onderdeel, dag: date) -> dict[str, Any]:
    """Context of the table on a day: column names, and per row its cells and its page."""
    soort = deel.rijen
    if soort is None:
        return {}
    velden: list[Any] = [soort.model._meta.get_field(naam) for naam in soort.kolommen]
    relaties = [veld.name for veld in velden if isinstance(veld, models.ForeignKey)]
    gevonden = alle(soort.model).filter(verband=verband)
    if relaties:
        gevonden = gevonden.select_related(*relaties)
    koppen = [weergave.label(veld) for veld in velden]
    compleet = soort.vul_aan(verband, gevonden, dag) if soort.vul_aan else gevonden
    return {
        "enkelvoud": soort.enkelvoud,
        "koppen": koppen,
        "rijen": [_rij(verband, deel, rij, velden, koppen) for rij in compleet],
        "nieuw_url": reverse("verbanden:rij_nieuw", args=[verband.slug, deel.sleutel]) if soort.meer else "",
    }


def _rij(
    verband: Samenwerkingsverband, deel: Onderdeel, rij: Any, velden: list[Any], koppen: list[str]
) -> dict[str, Any]:
    cellen = [
        {"kop": kop, "tekst": _tekst(rij, veld), "cijfer": isinstance(veld, (models.DecimalField, models.IntegerField))}
        for kop, veld in zip(koppen, velden, strict=True)
    ]
    return {"naam": cellen[0]["tekst"], "cellen": cellen[1:], "url": _adres(verband, deel, rij)}


def _adres(verband: Samenwerkingsverband, deel: Onderdeel, rij: Any) -> str:
    """Where a row is edited, or made when it is still to come; empty when it cannot be changed."""
    if deel.rijen is None or not deel.rijen.wijzigbaar or deel.rijen.vast(rij):
        return ""
    if rij.pk is not None:
        return reverse("verbanden:rij", args=[verband.slug, deel.sleutel, rij.pk])
    begin = urlencode({naam: getattr(rij, naam) for naam in deel.rijen.begin})
    return f"{reverse('verbanden:rij_nieuw', args=[verband.slug, deel.sleutel])}?{begin}"


def _tekst(rij: Any, veld: Any) -> str:
    if isinstance(veld, models.ForeignKey):
        return str(getattr(rij, veld.name) or "")
    return weergave.tekst(veld, getattr(rij, veld.name))
