"""Reads the ontwikkelagenda of a partnership, and which gaps are on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

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
    return Punt(rij, te_laat, bron.titel if bron else "", bron.adres(rij.herkomst, verband.slug) if bron else "")


def bekend(verband_ids: Iterable[int], moment: datetime | None) -> dict[tuple[int, str], str]:
    """Which gaps of partnerships are on the agenda: how far, in words; an open item goes first. One query."""
    rijen = Ontwikkelpunt.objects.van(verband_ids, moment).exclude(herkomst="")
    gevonden: dict[tuple[int, str], str] = {}
    for verband_id, herkomst, stand in rijen.values_list("verband_id", "herkomst", "stand"):
        gevonden.setdefault((verband_id, herkomst), str(Stand(stand).label).lower())
    return gevonden
