"""Reads the evaluatiekader: the version in force. A published version never changes, so it is read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from governance.models import Instrumentversie
from governance.regels.evaluatiekader.kader import Evaluatiekader, lees


def evaluatiekader_van(instrument: Any) -> Evaluatiekader:
    """The kader of this version, read."""
    if instrument.status == Instrumentversie.Status.GEPUBLICEERD:
        return gepubliceerd_kader(instrument.id)
    return lees(instrument.inhoud)


@lru_cache(maxsize=8)
def gepubliceerd_kader(instrument_id: int) -> Evaluatiekader:
    """The kader of a published version, by its number. No query when it was read before."""
    return lees(Instrumentversie.objects.values_list("inhoud", flat=True).get(pk=instrument_id))


def geldend_evaluatiekader() -> Any:
    """The newest published version, without its content; None before there is one. One query."""
    return Instrumentversie.objects.defer("inhoud").geldend(Instrumentversie.Soort.EVALUATIEKADER)
