"""Reads what was done on the ontwikkelagenda in a year: each item with the notes of that year, from its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.urls import reverse
from django.utils import timezone

from evaluatie.models.ontwikkelpunt import Ontwikkelpunt, Stand
from evaluatie.ontwikkelbord import VOOR_GEMEENTE
from evaluatie.regels.aantekeningen import Aantekening, Versie, aantekeningen, klaar_sinds
from samenwerkingswijzer.historie import geschiedenismodel
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

VERWIJDERD = "-"


@dataclass(frozen=True)
class Werk:
    """An item on which something was done in a year.

    `rij` is how it was at the end of that year, or on the reference date when that is earlier; `klaar_op` the day in
    that year on which it was done.
    """

    rij: Any
    voor: str
    slug: str
    notities: tuple[Aantekening, ...]
    klaar_op: date | None

    @property
    def stand(self) -> str:
        """How far it was, in words."""
        return str(Stand(self.rij.stand).label)

    @property
    def url(self) -> str:
        """The ontwikkelagenda of its partnership; empty for the municipality as a whole."""
        return reverse("evaluatie:ontwikkelagenda", args=[self.slug]) if self.slug else ""


def gedaan(peildatum: Peildatum, jaar: int) -> list[Werk]:
    """Every item with a note or an end in this year: the municipality first, then by partnership. Two queries."""
    verbanden = {een.id: een for een in Samenwerkingsverband.objects.op(peildatum.moment)}
    return _in_jaar(_per_punt(peildatum.moment), verbanden, jaar)


def gedaan_van(verband: Any, peildatum: Peildatum, jaren: Iterable[int]) -> list[tuple[int, list[Werk]]]:
    """The same for one partnership in each year in which something was done. One query."""
    punten = _per_punt(peildatum.moment, verband_id=verband.id)
    per_jaar = ((jaar, _in_jaar(punten, {verband.id: verband}, jaar)) for jaar in jaren)
    return [(jaar, werk) for jaar, werk in per_jaar if werk]


def per_verband(werk: Iterable[Werk]) -> list[tuple[Werk, list[Werk]]]:
    """The same by whom it is for: the first of each group tells the name and the address."""
    groepen = (list(groep) for _, groep in groupby(werk, key=attrgetter("slug")))
    return [(groep[0], groep) for groep in groepen]


def _per_punt(moment: datetime | None, **vast: int) -> list[list[Any]]:
    """Every version of every item as known at `moment`, item by item; one query."""
    rijen = geschiedenismodel(Ontwikkelpunt).objects.filter(**vast)
    if moment is not None:
        rijen = rijen.filter(history_date__lte=moment)
    op_volgorde = rijen.order_by("id", "history_date", "history_id")
    return [list(versies) for _, versies in groupby(op_volgorde, key=attrgetter("id"))]


def _in_jaar(punten: Iterable[list[Any]], verbanden: Mapping[int, Any], jaar: int) -> list[Werk]:
    tot_dan = ([rij for rij in versies if timezone.localdate(rij.history_date).year <= jaar] for versies in punten)
    werk = (_werk(versies, verbanden, jaar) for versies in tot_dan if versies and _hoort(versies[-1], verbanden))
    gevonden = [een for een in werk if een.notities or een.klaar_op]
    return sorted(gevonden, key=lambda een: (bool(een.slug), een.voor.casefold(), een.slug, een.klaar_op is None))


def _hoort(laatste: Any, verbanden: Mapping[int, Any]) -> bool:
    """Whether it was still there, and its partnership too."""
    return laatste.history_type != VERWIJDERD and (laatste.verband_id is None or laatste.verband_id in verbanden)


def _werk(rijen: list[Any], verbanden: Mapping[int, Any], jaar: int) -> Werk:
    versies = [Versie(timezone.localdate(rij.history_date), rij.stand, rij.voortgang) for rij in rijen]
    verband, klaar = verbanden.get(rijen[-1].verband_id), klaar_sinds(versies, Stand.KLAAR)
    return Werk(
        rij=rijen[-1],
        voor=(verband.korte_naam or verband.naam) if verband else VOOR_GEMEENTE,
        slug=verband.slug if verband else "",
        notities=tuple(een for een in aantekeningen(versies) if een.dag.year == jaar),
        klaar_op=klaar if klaar and klaar.year == jaar else None,
    )
