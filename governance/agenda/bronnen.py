"""Other functions put moments of their own on the agenda: they register a source, and the agenda asks each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Model

from governance.agenda.feiten import Raadskalender, Verbandkern
from governance.agenda.moment import Agendamoment
from samenwerkingswijzer.peildatum import Peildatum


@dataclass(frozen=True)
class Bron:
    """Where moments come from. `modellen`: the tracked models it reads, so that the agenda knows when to read again.

    `lees` gets the reference date, the partnerships by number and our own calendar; its queries never grow with them.
    """

    sleutel: str
    modellen: tuple[type[Model], ...]
    lees: Callable[[Peildatum, Mapping[int, Verbandkern], Raadskalender], Iterable[Agendamoment]]


_bronnen: dict[str, Bron] = {}


def registreer(bron: Bron) -> None:
    """Add a source, while the apps are loaded."""
    if bron.sleutel in _bronnen:
        raise ValueError(f"source {bron.sleutel} is registered twice")
    _bronnen[bron.sleutel] = bron


def alle() -> tuple[Bron, ...]:
    """Every source, in order of registration."""
    return tuple(_bronnen.values())
