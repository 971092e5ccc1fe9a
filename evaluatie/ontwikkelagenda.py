"""Reads the ontwikkelagenda of a partnership, and which gaps are on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from evaluatie.models.ontwikkelpunt import OPEN, Ontwikkelpunt, Stand
from samenwerkingswijzer.functies import register


@dataclass(frozen=True)
class Punt:
    """An item on a day: `te_laat` when its date passed while it is open; `herkomst` in words, with its address."""

    rij: Any
    te_laat: bool
    herkomst: str
    herkomst_url: str

    @property
    def open(self) -> bool:
        return self.rij.stand in OPEN

    @property
    def stand(self) -> str:
        return str(Stand(self.rij.stand).label)


def punten(verband: Any, dag: date, moment: datetime | None) -> list[Punt]:
    """The items of a partnership: open ones first, the nearest date first; one query."""
    return [_punt(verband, rij, dag) for rij in Ontwikkelpunt.objects.van([verband.id], moment)]


def _punt(verband: Any, rij: Any, dag: date) -> Punt:
    te_laat = rij.stand in OPEN and rij.termijn is not None and rij.termijn < dag
    bron = register.herkomst(rij.herkomst)
    return Punt(rij, te_laat, bron.titel if bron else "", reverse(bron.url_naam, args=[verband.slug]) if bron else "")


def bekend(verband_id: int, moment: datetime | None) -> dict[str, str]:
    """Which gaps of a partnership are on the agenda: gap -> how far, in words; an open item goes first."""
    rijen = Ontwikkelpunt.objects.van([verband_id], moment).exclude(herkomst="").values_list("herkomst", "stand")
    gevonden: dict[str, str] = {}
    for herkomst, stand in rijen:
        gevonden.setdefault(herkomst, str(Stand(stand).label).lower())
    return gevonden
