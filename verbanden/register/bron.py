"""Where and when a change from the register comes from: the source that goes with every save."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.historie import Gevolgd, bewaar
from samenwerkingswijzer.models import Gebruiker


@dataclass(frozen=True)
class Bron:
    """The register file of a day, who takes it over (None: the import itself), when (aware), and why."""

    bestand_van: date
    op: datetime
    door: Gebruiker | None = None
    toelichting: str = ""

    @property
    def reden(self) -> str:
        """What the history says."""
        bron = f"register van {opmaak.datum(self.bestand_van)}"
        return f"{bron}: {self.toelichting}" if self.toelichting else bron

    def bewaar(self, rij: Gevolgd) -> None:
        """Check and save a row, never dated before its last change; ValidationError when a value is not right."""
        bewaar(rij, door=self.door, op=_na_laatste(rij, self.op), reden=self.reden)


def _na_laatste(rij: Any, op: datetime) -> datetime:
    if rij.pk is None:
        return op
    laatste = rij.history.order_by("-history_date").values_list("history_date", flat=True).first()
    return max(op, laatste + timedelta(microseconds=1)) if laatste and laatste > op else op
