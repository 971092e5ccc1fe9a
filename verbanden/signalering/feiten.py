"""Reads the facts that the rules of the register look at; the queries do not grow with the partnerships."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Min
from django.utils import timezone

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Accounthouderschap,
    Belangrijkheid,
    Jaarcijfer,
    Risico,
    Samenwerkingsverband,
    StandVanZaken,
)
from verbanden.regels.cijfers import is_verwacht
from verbanden.regels.signalen import bekend_bedrag

# How many years of figures the rules can need.
JAREN_TERUG = 4


class Stand(NamedTuple):
    """A judgement with its day."""

    id: int
    oordeel: str
    datum: date


class Risicofeit(NamedTuple):
    """A risk that has not lapsed; `gevolg` in euro."""

    id: int
    omschrijving: str
    gevolg: Decimal | None
    gedekt: str


@dataclass
class Feiten:
    """What is known of one partnership. Amounts per year in euro, of the surest stadium; `standen` newest first."""

    id: int
    slug: str
    naam: str
    cijfers: dict[str, dict[int, Decimal | None]] = field(default_factory=dict)
    geteld: dict[str, dict[int, Decimal | None]] = field(default_factory=dict)
    laatste_cijfer: date | None = None
    standen: list[Stand] = field(default_factory=list)
    risicos: list[Risicofeit] = field(default_factory=list)
    accounthouder: bool = False
    zonder_sinds: date | None = None
    klasse: str = ""
    mandaat: str = ""
    besluit_van: date | None = None

    def reeks(self, post: str) -> dict[int, Decimal | None]:
        """Every amount of a post, per year."""
        return self.cijfers.get(post, {})

    def werkelijk(self, post: str) -> dict[int, Decimal | None]:
        """The amounts of a post that were counted, so no budget and no forecast, per year."""
        return self.geteld.get(post, {})


def lees(peildatum: Peildatum, verbanden: Mapping[int, Any]) -> list[Feiten]:
    """The facts of these partnerships, in their order; six queries."""
    feiten = {nummer: Feiten(nummer, rij.slug, rij.korte_naam or rij.naam) for nummer, rij in verbanden.items()}
    _cijfers(feiten, peildatum)
    _standen(feiten, peildatum)
    _risicos(feiten, peildatum)
    _accounthouders(feiten, peildatum)
    _besluiten(feiten, peildatum)
    return list(feiten.values())


def _van(model: Any, feiten: dict[int, Feiten], peildatum: Peildatum, **vast: Any) -> Any:
    return model.objects.op(peildatum.moment, verband_id__in=list(feiten), **vast).order_by()


def _cijfers(feiten: dict[int, Feiten], peildatum: Peildatum) -> None:
    """Per post and year the most certain amount, and the day of the newest figure."""
    stadia: dict[tuple[int, str, int], dict[str, Decimal | None]] = defaultdict(dict)
    rijen = _van(Jaarcijfer, feiten, peildatum, jaar__gte=peildatum.dag.year - JAREN_TERUG)
    for nummer, post, jaar, stadium, bedrag, dag in rijen.values_list(
        "verband_id", "post", "jaar", "stadium", "bedrag", "peildatum"
    ):
        stadia[nummer, post, jaar][stadium] = bedrag
        een = feiten[nummer]
        if dag and dag <= peildatum.dag and (een.laatste_cijfer is None or dag > een.laatste_cijfer):
            een.laatste_cijfer = dag
    for (nummer, post, jaar), bedragen in stadia.items():
        feiten[nummer].cijfers.setdefault(post, {})[jaar] = bekend_bedrag(bedragen)
        werkelijk = {stadium: bedrag for stadium, bedrag in bedragen.items() if not is_verwacht(stadium)}
        feiten[nummer].geteld.setdefault(post, {})[jaar] = bekend_bedrag(werkelijk)


def _standen(feiten: dict[int, Feiten], peildatum: Peildatum) -> None:
    rijen = _van(StandVanZaken, feiten, peildatum).filter(datum__lte=peildatum.dag).order_by("-datum", "-id")
    for verband, *stand in rijen.values_list("verband_id", *Stand._fields):
        feiten[verband].standen.append(Stand._make(stand))


def _risicos(feiten: dict[int, Feiten], peildatum: Peildatum) -> None:
    rijen = _van(Risico, feiten, peildatum).exclude(vervallen_op__lte=peildatum.dag).order_by("id")
    for verband, *risico in rijen.values_list("verband_id", *Risicofeit._fields):
        feiten[verband].risicos.append(Risicofeit._make(risico))


def _accounthouders(feiten: dict[int, Feiten], peildatum: Peildatum) -> None:
    """Whether somebody leads it, and otherwise since when nobody does: the last end, or the day it came in."""
    dag = peildatum.dag
    for nummer, van, tot in _van(Accounthouderschap, feiten, peildatum).values_list("verband_id", "van", "tot"):
        een = feiten[nummer]
        een.accounthouder = een.accounthouder or (van <= dag and (tot is None or tot > dag))
        if tot and tot <= dag and (een.zonder_sinds is None or tot > een.zonder_sinds):
            een.zonder_sinds = tot
    zonder = [nummer for nummer, een in feiten.items() if not een.accounthouder and een.zonder_sinds is None]
    geschiedenis = Samenwerkingsverband.history.filter(id__in=zonder).order_by()
    for nummer, eerste in geschiedenis.values_list("id").annotate(eerste=Min("history_date")):
        feiten[nummer].zonder_sinds = timezone.localdate(eerste)


def _besluiten(feiten: dict[int, Feiten], peildatum: Peildatum) -> None:
    """The decision in force on the importance, with the mandate of the college."""
    rijen = _van(Belangrijkheid, feiten, peildatum).laatste(peildatum.dag)
    for nummer, klasse, mandaat, datum in rijen.values_list("verband_id", "klasse", "mandaat", "datum"):
        een = feiten[nummer]
        een.klasse, een.mandaat, een.besluit_van = klasse, mandaat, datum
