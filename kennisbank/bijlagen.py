"""Reads the attachments of versions of articles. They never change, so a past day needs no history of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kennisbank.models import Bijlage
from samenwerkingswijzer.tekstbeelden import Beeld


@dataclass(frozen=True)
class Bijlagen:
    """The attachments of one version: `lijst` in order, each with the address of its file."""

    lijst: list[tuple[Bijlage, str]]
    beelden: dict[int, Beeld]


LEEG = Bijlagen([], {})


def lees(artikel: Any, versie: Any) -> Bijlagen:
    """The attachments of a version, which may be a row of history; one query."""
    rijen = list(Bijlage.objects.van(versie.id))
    lijst = [(rij, adres("bijlage", artikel.slug, versie.nummer, rij.nummer)) for rij in rijen]
    beelden = {
        rij.nummer: Beeld(adres("beeld", artikel.slug, versie.nummer, rij.nummer), rij.titel)
        for rij in rijen
        if rij.is_beeld
    }
    return Bijlagen(lijst, beelden)


def adres(soort: str, slug: str, versienummer: int, nummer: int) -> str:
    """The address of a file of a version, as `bijlage` to keep or as `beeld` in a text."""
    return reverse(f"kennisbank:{soort}", args=[slug, versienummer, nummer])


def anders(oud_id: int, nieuw: Iterable[tuple[Bijlage, str]]) -> tuple[list[Bijlage], list[Bijlage]]:
    """Which attachments came and which went since version `oud_id`; one query."""
    voor = {rij.nummer: rij for rij in Bijlage.objects.van(oud_id)}
    na = {rij.nummer: rij for rij, _ in nieuw}
    return [na[nr] for nr in na if nr not in voor], [voor[nr] for nr in voor if nr not in na]
