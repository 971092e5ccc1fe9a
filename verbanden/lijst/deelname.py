"""Reads in which years we take part ourselves: our own participation comes before the life of the partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Deelname, Levensfase, Organisatie, Samenwerkingsverband
from verbanden.regels.bbv.deelname import Deelneming, Periode, deelneming, perioden

Perioden = Mapping[int, Sequence[Periode]]


@dataclass(frozen=True)
class Deel:
    """One participation, of ourselves (`eigen`) or of another."""

    verband_id: int
    van: date | None
    tot: date | None
    kostenaandeel: Decimal | None
    eigen: bool

    def geldt(self, op: date) -> bool:
        """Whether it holds on a day."""
        return (self.van is None or self.van <= op) and (self.tot is None or self.tot > op)


def deelnames(peildatum: Peildatum, **vast: Any) -> list[Deel]:
    """All participations, also those that are over or still to begin; one query."""
    onze = Organisatie.objects.op(peildatum.moment).exclude(tooi="").filter(tooi__in=Gemeente.objects.values("tooi"))
    rijen = Deelname.objects.op(peildatum.moment, **vast).annotate(
        eigen=ExpressionWrapper(Q(organisatie_id__in=onze.order_by().values("id")), output_field=BooleanField())
    )
    return [Deel(*rij) for rij in rijen.values_list("verband_id", "van", "tot", "kostenaandeel", "eigen")]


def eigen_perioden(delen: Iterable[Deel]) -> Perioden:
    """Per partnership when our own organisation takes part."""
    gevonden: dict[int, list[Periode]] = defaultdict(list)
    for deel in delen:
        if deel.eigen:
            gevonden[deel.verband_id].append(Periode(deel.van, deel.tot))
    return gevonden


def van_verband(verband: Samenwerkingsverband, jaar: int, eigen: Perioden) -> Deelneming | None:
    """How we take part in this partnership in a year; None when we do not."""
    return deelneming(jaar, perioden(eigen.get(verband.id, ()), verband.sinds, verband.beeindigd_op))


def aangegaan(verband: Samenwerkingsverband, eigen: Perioden, peildatum: Peildatum) -> bool:
    """Whether it is (about to be) entered into: it is running, or it is being entered into and the day is known.

    That day is our own; the day of founding only counts for a partnership that is still to begin this year or later.
    """
    if verband.levensfase != Levensfase.AANGAAN:
        return verband.levensfase != Levensfase.VERKENNEN
    if any(periode.van for periode in eigen.get(verband.id, ())):
        return True
    return verband.sinds is not None and verband.sinds.year >= peildatum.dag.year
