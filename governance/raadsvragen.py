"""Reads questions of the raad, with the last day for the answer: that follows from the municipality's own term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from governance.models import Raadsvraag
from samenwerkingswijzer.models import Gemeente, namen
from samenwerkingswijzer.peildatum import Peildatum

OPEN, OVER_TIJD, BEANTWOORD = "open", "over_tijd", "beantwoord"


@dataclass(frozen=True)
class Vraag:
    """A question on a day: its row, the partnership's number, who asked and answered, and the last day in time."""

    rij: Any
    uiterlijk: date
    dag: date
    steller: str = ""
    beantwoorder: str = ""

    @property
    def beantwoord(self) -> bool:
        return self.rij.beantwoord_op is not None

    @property
    def te_laat(self) -> int:
        """Days that the answer came, or is, after the last day; 0 when in time."""
        return max(((self.rij.beantwoord_op or self.dag) - self.uiterlijk).days, 0)

    @property
    def stand(self) -> str:
        """open, over_tijd or beantwoord."""
        if self.beantwoord:
            return BEANTWOORD
        return OVER_TIJD if self.te_laat else OPEN


def uiterlijk(gesteld_op: date, termijn: int) -> date:
    """The last day in time: so many days after the question (own setting: the reglement van orde)."""
    return gesteld_op + timedelta(days=termijn)


def termijn(peildatum: Peildatum) -> int:
    """The municipality's term in days, as known on the reference date."""
    gemeente = Gemeente.objects.op(peildatum.moment).first() or Gemeente.huidige()
    return int(gemeente.termijn_raadsvragen)


def vragen(peildatum: Peildatum, verband_ids: Iterable[int] | None, dagen: int) -> list[Vraag]:
    """Questions about these partnerships (None: all), the newest first, with names. 2 queries."""
    return _met_namen(list(Raadsvraag.objects.van(verband_ids, peildatum.moment)), peildatum, dagen)


def een_vraag(vraag_id: int, peildatum: Peildatum, dagen: int) -> Vraag | None:
    """One question; None when the portal did not know it."""
    rijen = list(Raadsvraag.objects.op(peildatum.moment, id=vraag_id))
    return _met_namen(rijen, peildatum, dagen)[0] if rijen else None


def open_vragen(peildatum: Peildatum, verband_ids: Iterable[int] | None, dagen: int | None = None) -> list[Vraag]:
    """Questions without an answer, the oldest first; `dagen` is the term if the caller knows it. At most 2 queries."""
    rijen = list(Raadsvraag.objects.van(verband_ids, peildatum.moment).open())
    if not rijen:
        return []
    tijd = termijn(peildatum) if dagen is None else dagen
    return [Vraag(rij, uiterlijk(rij.gesteld_op, tijd), peildatum.dag) for rij in rijen]


def _met_namen(rijen: list[Any], peildatum: Peildatum, dagen: int) -> list[Vraag]:
    ids = {nummer for rij in rijen for nummer in (rij.gesteld_door_id, rij.beantwoord_door_id)}
    bekend = namen(ids, peildatum.moment)
    return [
        Vraag(
            rij,
            uiterlijk(rij.gesteld_op, dagen),
            peildatum.dag,
            bekend.get(rij.gesteld_door_id, ""),
            bekend.get(rij.beantwoord_door_id, ""),
        )
        for rij in rijen
    ]
