"""The evaluations of a year with their steps, those of one partnership, and which steps are overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluatie.evaluaties.lezen import besluitmerk
from evaluatie.models import Evaluatie, Evaluatiestap
from evaluatie.models.evaluatie import Stap
from evaluatie.woorden import Merk
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


@dataclass(frozen=True)
class Rij:
    """An evaluation in a list: the partnership, how far it is, who leads it, and what was concluded."""

    rij: Any
    verband: Any
    nu: Any  # Evaluatiestap; None for one without planning
    te_laat: bool
    leider: str

    @property
    def stap(self) -> Stap:
        return Stap(self.rij.stap)

    @property
    def klaar(self) -> bool:
        return self.stap is Stap.VASTGESTELD

    @property
    def merk(self) -> Merk:
        return besluitmerk(self.rij.besluit)


def van_jaar(jaar: int, peildatum: Peildatum) -> list[Rij]:
    """The evaluations over a year, overdue ones first, then the least far one. Four queries."""
    rijen = _rijen(Evaluatie.objects.op(peildatum.moment, jaar=jaar), peildatum)
    volgorde = list(Stap)
    return sorted(rijen, key=lambda een: (not een.te_laat, volgorde.index(een.stap), een.verband.naam.casefold()))


def van_verband(verband: Any, peildatum: Peildatum) -> list[Rij]:
    """The evaluations of a partnership, the last year first. Four queries."""
    return _rijen(Evaluatie.objects.van([verband.id], peildatum.moment), peildatum)


def laatste_vastgesteld(verband_id: int, peildatum: Peildatum) -> Any:
    """The last adopted evaluation of a partnership; None without one. One query."""
    return Evaluatie.objects.van([verband_id], peildatum.moment).vastgesteld().first()


def te_late_stappen(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[tuple[Any, Any]]:
    """Running evaluations of these partnerships with their step of now, when that is overdue. At most two queries."""
    lopend = {rij.id: rij for rij in Evaluatie.objects.van(verband_ids, peildatum.moment).lopend()}
    if not lopend:
        return []
    stappen = Evaluatiestap.objects.op(peildatum.moment, evaluatie_id__in=lopend).filter(gepland_op__lt=peildatum.dag)
    return [(lopend[een.evaluatie_id], een) for een in stappen if lopend[een.evaluatie_id].stap == een.stap]


def _rijen(rijen: Any, peildatum: Peildatum) -> list[Rij]:
    gevonden, moment = list(rijen), peildatum.moment
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in={r.verband_id for r in gevonden})}
    stappen = {
        (een.evaluatie_id, een.stap): een
        for een in Evaluatiestap.objects.op(moment, evaluatie_id__in=[rij.id for rij in gevonden])
    }
    wie = namen([rij.leider_id for rij in gevonden], moment)
    return [
        _rij(rij, verbanden[rij.verband_id], stappen.get((rij.id, rij.stap)), wie.get(rij.leider_id, ""), peildatum.dag)
        for rij in gevonden
        if rij.verband_id in verbanden
    ]


def _rij(rij: Any, verband: Any, nu: Any, leider: str, dag: date) -> Rij:
    laat = rij.stap != Stap.VASTGESTELD and nu is not None and nu.gepland_op < dag
    return Rij(rij, verband, nu, laat, leider)
