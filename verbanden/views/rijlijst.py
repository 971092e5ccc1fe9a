"""The rows of a section as a table: labels and cells in words."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse

from verbanden import weergave
from verbanden.handelingen.vergrendeling import alle
from verbanden.models import Samenwerkingsverband
from verbanden.onderdelen import Onderdeel


def lijst(verband: Samenwerkingsverband, deel: Onderdeel) -> dict[str, Any]:
    """Context of the table: column names, and per row its cells and its page."""
    soort = deel.rijen
    if soort is None:
        return {}
    velden: list[Any] = [soort.model._meta.get_field(naam) for naam in soort.kolommen]
    relaties = [veld.name for veld in velden if isinstance(veld, models.ForeignKey)]
    gevonden = alle(soort.model).filter(verband=verband)
    if relaties:
        gevonden = gevonden.select_related(*relaties)
    koppen = [weergave.label(veld) for veld in velden]
    return {
        "enkelvoud": soort.enkelvoud,
        "koppen": koppen,
        "rijen": [_rij(verband, deel, rij, velden, koppen) for rij in gevonden],
        "nieuw_url": reverse("verbanden:rij_nieuw", args=[verband.slug, deel.sleutel]),
    }


def _rij(
    verband: Samenwerkingsverband, deel: Onderdeel, rij: Any, velden: list[Any], koppen: list[str]
) -> dict[str, Any]:
    cellen = [
        {"kop": kop, "tekst": _tekst(rij, veld), "cijfer": isinstance(veld, (models.DecimalField, models.IntegerField))}
        for kop, veld in zip(koppen, velden, strict=True)
    ]
    wijzigbaar = deel.rijen is not None and deel.rijen.wijzigbaar
    url = reverse("verbanden:rij", args=[verband.slug, deel.sleutel, rij.pk]) if wijzigbaar else ""
    return {"naam": cellen[0]["tekst"], "cellen": cellen[1:], "url": url}


def _tekst(rij: Any, veld: Any) -> str:
    if isinstance(veld, models.ForeignKey):
        return str(getattr(rij, veld.name) or "")
    return weergave.tekst(veld, getattr(rij, veld.name))
