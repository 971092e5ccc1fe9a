"""Our contribution to every partnership over five years as small multiples: an index on one scale. Pure.

The first year with an amount above zero is 100, so that a large and a small contribution can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from samenwerkingswijzer import merken, opmaak
from samenwerkingswijzer.grafieken import Schaal, schaal_van, veelvoud_svg
from verbanden.overzicht.lezen import jaren
from verbanden.overzicht.ordenen import groepeer
from verbanden.overzicht.rij import Cel, Rij, bedragcel, geen_bijdrage
from verbanden.regels.cijfers import is_verwacht

BASIS = Decimal(100)
# Twice the first contribution and more stops at the edge: one outlier would flatten all other lines (own filling).
HOOGSTENS = Decimal(200)
MINSTENS_PUNTEN = 2
GEEN_BIJDRAGE, GEEN_BEDRAGEN, EEN_JAAR = "geen bijdrage", "geen bedragen bekend", "bedrag van één jaar"


@dataclass(frozen=True)
class Jaarcel:
    """One year in the table: the amount × € 1.000, the index, whether it is expected, and if it is off the scale."""

    bedrag: Cel
    index: str
    verwacht: bool
    boven: bool


@dataclass(frozen=True)
class Reeks:
    """One partnership: its chart (empty when there is no line to draw), why not, and its years for the table."""

    rij: Rij
    svg: SafeString
    zonder: str
    basisjaar: int | None
    cellen: tuple[Jaarcel, ...]

    @property
    def woorden(self) -> str:
        """What replaces all years in the table when they say the same."""
        return self.zonder if self.zonder in (GEEN_BIJDRAGE, GEEN_BEDRAGEN) else ""

    @property
    def aan_de_rand(self) -> bool:
        """Whether the line goes beyond the scale."""
        return any(cel.boven for cel in self.cellen)


@dataclass(frozen=True)
class Groep:
    """The partnerships of one class of importance, the ones with a chart first in the order of the contribution."""

    code: str
    titel: SafeString
    reeksen: tuple[Reeks, ...]

    @property
    def getekend(self) -> list[Reeks]:
        """Those with a chart."""
        return [reeks for reeks in self.reeksen if reeks.svg]


@dataclass(frozen=True)
class Veelvoud:
    """All charts with the years of the axis, and what stops at the edge of the scale."""

    jaren: tuple[int, ...]
    groepen: tuple[Groep, ...]

    @property
    def zonder(self) -> list[tuple[str, list[str]]]:
        """The partnerships without a chart by the reason, in words with a capital."""
        per_reden: dict[str, list[str]] = {}
        for groep in self.groepen:
            for reeks in groep.reeksen:
                if not reeks.svg:
                    per_reden.setdefault(reeks.zonder.capitalize(), []).append(reeks.rij.naam)
        return list(per_reden.items())

    @property
    def aan_de_rand(self) -> bool:
        """Whether a line goes beyond the scale."""
        return any(reeks.aan_de_rand for groep in self.groepen for reeks in groep.getekend)

    @property
    def getekend(self) -> int:
        """How many charts there are."""
        return sum(len(groep.getekend) for groep in self.groepen)


Indexen = tuple[Decimal | None, ...]


def veelvoud(rijen: Sequence[Rij], dag: date) -> Veelvoud:
    """The charts of these partnerships, all on one scale, by class of importance."""
    reeks = tuple(jaren(dag))
    indexen = {rij.id: indexen_van(rij) for rij in rijen}
    schaal = schaal_van(
        (waarde for een in indexen.values() for waarde in een if waarde is not None), basis=BASIS, hoogstens=HOOGSTENS
    )
    op_volgorde = sorted(rijen, key=lambda rij: (rij.nu is None, -(rij.nu or Decimal(0)), rij.naam.casefold()))
    groepen = (
        Groep(
            groep.klasse or "geen",
            merken.klasse(groep.klasse or None),
            tuple(_reeks(rij, indexen[rij.id], schaal, reeks) for rij in groep.rijen),
        )
        for groep in groepeer(op_volgorde)
    )
    return Veelvoud(reeks, tuple(groepen))


def indexen_van(rij: Rij) -> Indexen:
    """Per year the contribution against the first known one above zero, which is 100; None without an amount."""
    bedragen = [bijdrage.bedrag if bijdrage else None for bijdrage in rij.feiten.bijdragen]
    eerste = next((bedrag for bedrag in bedragen if bedrag), None)
    if eerste is None:
        return (None,) * len(bedragen)
    return tuple(None if bedrag is None else bedrag / eerste * BASIS for bedrag in bedragen)


def _reeks(rij: Rij, indexen: Indexen, schaal: Schaal, reeks: Sequence[int]) -> Reeks:
    bekend = [jaar for jaar, index in zip(reeks, indexen, strict=True) if index is not None]
    verwacht = [bool(bijdrage and is_verwacht(bijdrage.stadium)) for bijdrage in rij.feiten.bijdragen]
    zonder = _waarom_zonder(rij, len(bekend))
    punten = tuple(zip(reeks, indexen, verwacht, strict=True))
    basisjaar = next((jaar for jaar, index in zip(reeks, indexen, strict=True) if index), None)
    return Reeks(
        rij=rij,
        svg=SafeString("") if zonder else veelvoud_svg(punten, f"Bijdrage aan {rij.naam}, {basisjaar} is 100", schaal),
        zonder=zonder,
        basisjaar=basisjaar,
        cellen=tuple(
            Jaarcel(bedragcel(bijdrage), "" if index is None else opmaak.getal(index), later, (index or 0) > HOOGSTENS)
            for bijdrage, index, later in zip(rij.feiten.bijdragen, indexen, verwacht, strict=True)
        ),
    )


def _waarom_zonder(rij: Rij, punten: int) -> str:
    if geen_bijdrage(rij.feiten):
        return GEEN_BIJDRAGE
    if punten >= MINSTENS_PUNTEN:
        return ""
    return EEN_JAAR if punten else GEEN_BEDRAGEN
