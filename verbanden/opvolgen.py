"""Gaps of partnerships on a page: which are on the ontwikkelagenda already, and which this reader may put there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.functies import Opvolging, register

LANGSTE_TITEL = 160


@dataclass(frozen=True)
class Vervolg:
    """What can be done about one gap: see how far it is (`opgevolgd`), or put it there (`doen` as its title)."""

    gat: str
    doen: str
    opgevolgd: str
    agenda: str
    mag: bool

    @property
    def iets(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.opgevolgd or self.mag)


@dataclass(frozen=True)
class Opvolger:
    """The gaps of some partnerships; `bewerkbaar` holds those whose gaps this reader may put on the agenda."""

    naar: Opvolging | None
    bekend: Mapping[tuple[int, str], str]
    bewerkbaar: Collection[int]

    def vervolg(self, verband: Any, gat: str, doen: str) -> Vervolg | None:
        """What can be done about this gap; None when nothing is needed (no `doen`) or no function follows gaps up."""
        if self.naar is None or not doen:
            return None
        opgevolgd = self.bekend.get((verband.id, gat), "")
        agenda = reverse(self.naar.url_naam, args=[verband.slug])
        return Vervolg(gat, doen[:LANGSTE_TITEL], opgevolgd, agenda, verband.id in self.bewerkbaar)


def opvolger(verband_ids: Iterable[int], moment: datetime | None, bewerkbaar: Collection[int]) -> Opvolger:
    """Reads what is on the agenda of these partnerships as known at `moment`; one query at most."""
    naar, ids = register.opvolging, list(verband_ids)
    return Opvolger(naar, naar.bekend(ids, moment) if naar and ids else {}, bewerkbaar)
