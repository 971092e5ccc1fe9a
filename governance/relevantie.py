"""Reads the handreiking as it was filled in, with the proposal that follows from it and what the register says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from governance.models import Instrumentversie, Relevantie
from governance.regels.relevantie.handreiking import Handreiking, lees
from governance.regels.relevantie.voorstel import Voorstel, stel_voor

KADERNOTA_TOT = 7  # from this month on the next kadernota is that of next year


@dataclass(frozen=True)
class Ingevuld:
    """The handreiking of one partnership and year, and what it proposes."""

    rij: Any
    handreiking: Handreiking
    voorstel: Voorstel


def sessiejaar(dag: date) -> int:
    """The year of the next kadernota, which raad and college set in June."""
    return dag.year + (dag.month >= KADERNOTA_TOT)


def handreiking_van(instrument: Any) -> Handreiking:
    """The handreiking, read. A published version never changes, so it is read once."""
    if instrument.status == Instrumentversie.Status.GEPUBLICEERD:
        return _gepubliceerd(instrument.id)
    return lees(instrument.inhoud)


@lru_cache(maxsize=8)
def _gepubliceerd(instrument_id: int) -> Handreiking:
    return lees(Instrumentversie.objects.values_list("inhoud", flat=True).get(pk=instrument_id))


def geldende_handreiking() -> Handreiking | None:
    """The newest published version; None before there is one."""
    versie = Instrumentversie.objects.defer("inhoud").geldend(Instrumentversie.Soort.RELEVANTIE)
    return handreiking_van(versie) if versie else None


def ingevuld(verband_ids: Iterable[int], jaar: int, moment: datetime | None) -> dict[int, Ingevuld]:
    """What was filled in for these partnerships and this year, as known at `moment`: partnership -> proposal."""
    rijen = list(Relevantie.objects.op(moment, verband_id__in=list(verband_ids), jaar=jaar))
    versies = {
        v.pk: v for v in Instrumentversie.objects.defer("inhoud").filter(pk__in={r.instrument_id for r in rijen})
    }
    return {rij.verband_id: _ingevuld(rij, handreiking_van(versies[rij.instrument_id])) for rij in rijen}


def _ingevuld(rij: Any, handreiking: Handreiking) -> Ingevuld:
    return Ingevuld(rij, handreiking, stel_voor(handreiking, rij.antwoorden))
