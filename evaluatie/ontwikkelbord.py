"""Reads the ontwikkelagenda of everything together: a board, the same as a list, and what was done last year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils import timezone

from evaluatie.inhoud import HERKOMST
from evaluatie.models.ontwikkelpunt import OPEN, Ontwikkelpunt, Stand
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.historie import geschiedenismodel
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

GEMEENTE = "gemeente"
VOOR_GEMEENTE = "Gemeente"
ZELF = "zelf"
# The term of the kennisbank whose source is paragraph 1.2 of the founding document.
BEGRIP = "ontwikkelagenda"


@dataclass(frozen=True)
class Kaart:
    """An item with where it belongs; `url` leads to it, `dagen` counts how late it is, `klaar_op` when it was done."""

    rij: Any
    voor: str
    slug: str
    url: str
    bron: str
    bron_naam: str
    bron_url: str
    dagen: int
    klaar_op: date | None

    @property
    def stand(self) -> str:
        return str(Stand(self.rij.stand).label)


@dataclass(frozen=True)
class Kolom:
    """A column of the board; `nu` is the one that is worked on."""

    naam: str
    sleutel: str
    kaarten: list[Kaart]
    nu: bool = False


def kaarten(peildatum: Peildatum) -> list[Kaart]:
    """Every item that did not lapse; three queries, also in the past."""
    rijen = list(Ontwikkelpunt.objects.bord(peildatum.moment))
    verbanden = {een.id: een for een in Samenwerkingsverband.objects.op(peildatum.moment)}
    klaar = _klaar_op([rij.id for rij in rijen if rij.stand == Stand.KLAAR], peildatum.moment)
    return [
        _kaart(rij, verbanden, peildatum.dag, klaar)
        for rij in rijen
        if rij.verband_id is None or rij.verband_id in verbanden
    ]


def kolommen(alle: Iterable[Kaart], jaar: int) -> list[Kolom]:
    """The board: what is open per stand, and what was done this year."""
    kaarten_ = list(alle)
    open_ = [
        Kolom(str(stand.label), stand.value, [k for k in kaarten_ if k.rij.stand == stand], stand is Stand.BEZIG)
        for stand in Stand
        if stand in OPEN
    ]
    return [*open_, Kolom(f"Klaar in {jaar}", "klaar", klaar_in(kaarten_, jaar))]


def klaar_in(alle: Iterable[Kaart], jaar: int) -> list[Kaart]:
    """What was done in a year, the last one first."""
    klaar = [(k.klaar_op, k) for k in alle if k.klaar_op is not None and k.klaar_op.year == jaar]
    return [k for _, k in sorted(klaar, key=lambda paar: paar[0], reverse=True)]


def per_verband(alle: Iterable[Kaart]) -> list[tuple[str, list[Kaart]]]:
    """The same as a list: the municipality as a whole first, then each partnership by name."""
    volgorde = sorted(alle, key=lambda k: (bool(k.slug), k.voor.casefold(), k.slug))
    return [(groep[0].voor, groep) for groep in (list(g) for _, g in groupby(volgorde, key=lambda k: k.slug))]


def _kaart(rij: Any, verbanden: Mapping[int, Any], dag: date, klaar: Mapping[int, date]) -> Kaart:
    verband = verbanden.get(rij.verband_id)
    slug = verband.slug if verband else ""
    dagen = (dag - rij.termijn).days if rij.stand in OPEN and rij.termijn and rij.termijn < dag else 0
    return Kaart(
        rij,
        (verband.korte_naam or verband.naam) if verband else VOOR_GEMEENTE,
        slug,
        reverse("evaluatie:ontwikkelagenda", args=[slug]) if slug else "",
        *_bron(rij.herkomst, slug),
        dagen,
        klaar.get(rij.id),
    )


def _bron(gat: str, slug: str) -> tuple[str, str, str]:
    """Where an item comes from: a key to choose on, words, and an address to go back to."""
    if gat.startswith(f"{HERKOMST}:"):
        return HERKOMST, "Uitgangspunten 1.2", _uitgangspunten()
    bron = register.herkomst(gat)
    if bron is None:
        return ZELF, "Zelf opgeschreven", ""
    return bron.sleutel, bron.titel, bron.adres(gat, slug)


def _uitgangspunten() -> str:
    """Where the kennisbank explains the items that every municipality starts with; empty without such a page."""
    begrip = register.naslag.begrip(BEGRIP) if register.naslag else None
    return begrip.url if begrip else ""


def _klaar_op(ids: list[int], moment: datetime | None) -> dict[int, date]:
    """On which day each of these items became done for the last time, from its history. One query."""
    rijen = geschiedenismodel(Ontwikkelpunt).objects.filter(id__in=ids).order_by("history_date", "history_id")
    if moment is not None:
        rijen = rijen.filter(history_date__lte=moment)
    sinds: dict[int, date] = {}
    for nummer, stand, wanneer in rijen.values_list("id", "stand", "history_date"):
        if stand == Stand.KLAAR:
            sinds.setdefault(nummer, timezone.localdate(wanneer))
        else:
            sinds.pop(nummer, None)
    return sinds
