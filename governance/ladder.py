"""Reads the prestatieladder: the version in force on a day. A published version never changes, so it is read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from governance.models import Instrumentversie
from governance.regels.prestatieladder.ladder import Ladder, lees


@dataclass(frozen=True)
class Ladderversie:
    """The ladder with which version of the instrument it is."""

    instrument: Any
    ladder: Ladder


def ladder_van(instrument: Any) -> Ladder:
    """The ladder of this version, read."""
    if instrument.status == Instrumentversie.Status.GEPUBLICEERD:
        return _gepubliceerd(instrument.id)
    return lees(instrument.inhoud)


@lru_cache(maxsize=8)
def _gepubliceerd(instrument_id: int) -> Ladder:
    return lees(Instrumentversie.objects.values_list("inhoud", flat=True).get(pk=instrument_id))


def geldende_ladder(moment: datetime | None) -> Ladderversie | None:
    """The newest version published by then; None before there was one. One query, and one more the first time."""
    versie = Instrumentversie.objects.op(moment).defer("inhoud").geldend(Instrumentversie.Soort.LADDER)
    return Ladderversie(versie, ladder_van(versie)) if versie else None
