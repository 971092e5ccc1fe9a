"""What nobody can judge yet: partnerships without goals, without a measurement, or without an evaluation this term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from evaluatie.models import Doel, Evaluatie, Meting
from evaluatie.models.evaluatie import Stap
from evaluatie.regels.raadsperiode import Raadsperiode
from evaluatie.voortgang import LOPEND
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.overzicht.rij import Rij


@dataclass(frozen=True)
class Dekking:
    """What there is of one partnership to judge it by.

    `doelen` counts running goals, `gemeten` those with a measurement; `evaluatie` is the last one adopted this term,
    `loopt` one that still runs.
    """

    rij: Rij
    doelen: int
    gemeten: int
    laatst: date | None
    evaluatie: Any
    loopt: Any

    @property
    def zonder_meting(self) -> bool:
        """Whether there are goals, and not one of them was measured."""
        return self.doelen > 0 and not self.gemeten

    @property
    def compleet(self) -> bool:
        """Whether there is a goal, a measurement and an evaluation."""
        return bool(self.doelen and self.gemeten and self.evaluatie)


@dataclass(frozen=True)
class Gaten:
    """All partnerships that do something, and which of them miss something."""

    periode: Raadsperiode
    alle: tuple[Dekking, ...]

    @property
    def open(self) -> list[Dekking]:
        """Those that miss something."""
        return [een for een in self.alle if not een.compleet]

    @property
    def zonder_doelen(self) -> int:
        """How many have no goals."""
        return sum(not een.doelen for een in self.alle)

    @property
    def zonder_meting(self) -> int:
        """How many have goals of which none was measured."""
        return sum(een.zonder_meting for een in self.alle)

    @property
    def zonder_evaluatie(self) -> int:
        """How many have no evaluation that was adopted this term."""
        return sum(een.evaluatie is None for een in self.alle)


def gaten(rijen: Sequence[Rij], periode: Raadsperiode, peildatum: Peildatum) -> Gaten:
    """Look at every partnership that does something. Three queries; with goals none more."""
    actief = [rij for rij in rijen if rij.feiten.kern.levensfase in LOPEND]
    ids, moment, dag = [rij.id for rij in actief], peildatum.moment, peildatum.dag
    doelen = dict(Doel.objects.van(ids, moment).lopend(dag).values_list("id", "verband_id"))
    metingen = dict(Meting.objects.van(ids, moment, dag).reverse().values_list("doel_id", "datum"))
    evaluaties = _per_verband(Evaluatie.objects.van(ids, moment))
    per_verband = defaultdict(list)
    for doel_id, verband_id in doelen.items():
        per_verband[verband_id].append(doel_id)
    return Gaten(
        periode, tuple(_dekking(rij, per_verband[rij.id], metingen, evaluaties[rij.id], periode) for rij in actief)
    )


def _dekking(
    rij: Rij, doelen: Sequence[int], metingen: Mapping[int, date], evaluaties: Sequence[Any], periode: Raadsperiode
) -> Dekking:
    dagen = [metingen[doel_id] for doel_id in doelen if doel_id in metingen]
    return Dekking(
        rij=rij,
        doelen=len(doelen),
        gemeten=len(dagen),
        laatst=max(dagen, default=None),
        evaluatie=next((een for een in evaluaties if _in_periode(een, periode)), None),
        loopt=next((een for een in evaluaties if een.stap != Stap.VASTGESTELD), None),
    )


def _in_periode(evaluatie: Any, periode: Raadsperiode) -> bool:
    """Whether it was adopted in this term."""
    if evaluatie.stap != Stap.VASTGESTELD or evaluatie.vastgesteld_op is None:
        return False
    return periode.begin <= timezone.localdate(evaluatie.vastgesteld_op) <= periode.eind


def _per_verband(evaluaties: Iterable[Any]) -> dict[int, list[Any]]:
    per_verband: dict[int, list[Any]] = defaultdict(list)
    for evaluatie in evaluaties:
        per_verband[evaluatie.verband_id].append(evaluatie)
    return per_verband
