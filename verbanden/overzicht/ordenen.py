"""Puts the rows of the overview in order, in groups by importance class. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db import models

from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.models import Klasse, Oordeel
from verbanden.models.keuzes import KLASSE_UITLEG
from verbanden.overzicht.rij import Rij

NIET_BEPAALD_UITLEG = "Raad en college hebben nog geen klasse bepaald"
_ERNST = {Oordeel.BIJSTUREN: 0, Oordeel.AANDACHT: 1, Oordeel.GEEN: 2, Oordeel.OP_KOERS: 3}
_NOOIT = date.max


class Volgorde(models.TextChoices):
    """How the reader wants the rows of a class in order."""

    BIJDRAGE = "bijdrage", "Hoogste bijdrage eerst"
    NAAM = "naam", "Naam"
    VERSCHIL = "verschil", "Grootste stijging eerst"
    OORDEEL = "oordeel", "Zwaarste oordeel eerst"
    MOMENT = "moment", "Eerste moment eerst"


@dataclass(frozen=True)
class Groep:
    """The partnerships of one class; an empty code means that none was decided."""

    klasse: str
    uitleg: str
    rijen: tuple[Rij, ...]


def orden(rijen: Iterable[Rij], volgorde: str, momenten: Mapping[int, Tijdlijnmoment]) -> list[Rij]:
    """The rows in the order asked for; equal ones by contribution and then by name."""
    sleutel = _SLEUTELS[Volgorde(volgorde)]
    return sorted(rijen, key=lambda rij: (sleutel(rij, momenten), _bijdrage(rij, momenten), _naam(rij, momenten)))


def groepeer(rijen: Sequence[Rij]) -> list[Groep]:
    """Groups by class, the most important first and 'Nog niet bepaald' last; empty groups are left out."""
    per_klasse: dict[str, list[Rij]] = {klasse: [] for klasse in (*Klasse.values, "")}
    for rij in rijen:
        per_klasse[rij.feiten.klasse].append(rij)
    return [
        Groep(klasse, KLASSE_UITLEG.get(klasse, NIET_BEPAALD_UITLEG), tuple(groep))
        for klasse, groep in per_klasse.items()
        if groep
    ]


def _naam(rij: Rij, _: Mapping[int, Tijdlijnmoment]) -> tuple[str, int]:
    return alfabetisch(rij.naam), rij.id


def _bijdrage(rij: Rij, _: Mapping[int, Tijdlijnmoment]) -> tuple[bool, Decimal]:
    return rij.nu is None, -(rij.nu or Decimal(0))


def _verschil(rij: Rij, _: Mapping[int, Tijdlijnmoment]) -> tuple[bool, Decimal]:
    return rij.groei is None, -(rij.groei or Decimal(0))


def _oordeel(rij: Rij, _: Mapping[int, Tijdlijnmoment]) -> int:
    return _ERNST[Oordeel(rij.oordeel)]


def _moment(rij: Rij, momenten: Mapping[int, Tijdlijnmoment]) -> date:
    moment = momenten.get(rij.id)
    return moment.datum if moment else _NOOIT


_SLEUTELS: dict[Volgorde, Callable[[Rij, Mapping[int, Tijdlijnmoment]], Any]] = {
    Volgorde.NAAM: _naam,
    Volgorde.BIJDRAGE: _bijdrage,
    Volgorde.VERSCHIL: _verschil,
    Volgorde.OORDEEL: _oordeel,
    Volgorde.MOMENT: _moment,
}


@lru_cache(maxsize=4096)
def alfabetisch(naam: str) -> str:
    """A name as one looks it up: without case and accents."""
    ontleed = unicodedata.normalize("NFKD", naam)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold()
