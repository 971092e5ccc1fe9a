"""In which part of a year the municipality takes part in a partnership, and whether it entered or left. Pure.

Source: BBV (BWBR0014606) art. 15 lid 2 b and art. 26: the interest of the municipality, not the life of the party.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Periode:
    """From `van` (None: since always) until `tot` (None: no end known; the day itself is outside)."""

    van: date | None = None
    tot: date | None = None

    def raakt(self, jaar: int) -> bool:
        """Whether the period has a day in the year."""
        begint_op_tijd = self.van is None or self.van.year <= jaar
        return begint_op_tijd and (self.tot is None or self.tot > date(jaar, 1, 1))


@dataclass(frozen=True)
class Deelneming:
    """How we take part in one year: on which day we came and on which day we left, if that was in the year."""

    ingetreden: date | None = None
    uitgetreden: date | None = None


def perioden(eigen: Iterable[Periode], sinds: date | None, beeindigd_op: date | None) -> list[Periode]:
    """When we take part, in order. What our own participation does not say follows from the partnership itself.

    A partnership that ended has no participants any more. Periods without a day between them are one.
    """
    gevonden: list[Periode] = []
    for deel in sorted(list(eigen) or [Periode()], key=lambda deel: deel.van or date.min):
        van, tot = deel.van or sinds, _eerste(deel.tot, beeindigd_op)
        if gevonden and van is not None and gevonden[-1].tot == van:
            gevonden[-1] = replace(gevonden[-1], tot=tot)
        else:
            gevonden.append(Periode(van, tot))
    return gevonden


def deelneming(jaar: int, gedurende: Iterable[Periode]) -> Deelneming | None:
    """Our participation in a year; None when there is no day of it. Who left and came back was there all along."""
    geraakt = [periode for periode in gedurende if periode.raakt(jaar)]
    if not geraakt:
        return None
    eerste, laatste = geraakt[0], geraakt[-1]
    gekomen = eerste.van if eerste.van and eerste.van.year == jaar else None
    return Deelneming(gekomen, _vertrek(laatste, jaar))


def _vertrek(periode: Periode, jaar: int) -> date | None:
    """The day we left; who leaves on 1 January was there until the last day of the year before."""
    if periode.tot is None or periode.tot > date(jaar + 1, 1, 1):
        return None
    return min(periode.tot, date(jaar, 12, 31))


def _eerste(een: date | None, ander: date | None) -> date | None:
    return min(een, ander) if een and ander else een or ander
