"""When the register says that somebody must look: money, state of affairs, mandate. Pure: plain values in and out.

Source: our own rules (`samenwerkingswijzer/attendering/signalen.yaml`). Every rule answers None (or False) when a fact
is unknown, and says more, never less, when its threshold becomes stricter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from verbanden.regels.cijfers import leidend, solvabiliteit, verschil

# From good to bad; a state without a judgement is neither.
TREDEN = ("op_koers", "aandacht", "bijsturen")
ZONDER_MANDAAT = frozenset({"ambtelijk_belangrijk"})


@dataclass(frozen=True)
class Sprong:
    """Our contribution of a year beside that of the year before, in euro; `procent` above zero is a rise."""

    jaar: int
    vorig: Decimal
    nieuw: Decimal
    procent: Decimal


def bekend_bedrag(stadia: Mapping[str, Decimal | None]) -> Decimal | None:
    """The most certain amount of a year; None when no stadium has one."""
    bekend = {stadium: bedrag for stadium, bedrag in stadia.items() if bedrag is not None}
    return bekend[leidend(bekend)] if bekend else None


def bijdrage_sprong(bedragen: Mapping[int, Decimal | None], tot_en_met: int, grens: Decimal) -> Sprong | None:
    """A rise of more than `grens` percent in the last known year; `bedragen` per year, in euro."""
    jaren = [jaar for jaar, bedrag in bedragen.items() if bedrag is not None and jaar <= tot_en_met]
    if not jaren:
        return None
    jaar = max(jaren)
    nieuw, vorig = bedragen[jaar], bedragen.get(jaar - 1)
    if nieuw is None or vorig is None:
        return None
    groei = verschil(nieuw, vorig)
    return Sprong(jaar, vorig, nieuw, groei) if groei is not None and groei > grens else None


def verlies(resultaten: Mapping[int, Decimal | None], grens: Decimal) -> tuple[int, Decimal] | None:
    """The last known result when it lies below `grens` euro, with its year."""
    jaren = [jaar for jaar, bedrag in resultaten.items() if bedrag is not None]
    if not jaren:
        return None
    bedrag = resultaten[max(jaren)]
    return (max(jaren), bedrag) if bedrag is not None and bedrag < grens else None


def weinig_vermogen(
    eigen: Mapping[int, Decimal | None], vreemd: Mapping[int, Decimal | None], grens: Decimal
) -> tuple[int, Decimal] | None:
    """The solvency in percent of the last year of which both amounts are known, when it lies below `grens`."""
    jaren = [jaar for jaar, bedrag in eigen.items() if bedrag is not None and vreemd.get(jaar) is not None]
    if not jaren:
        return None
    jaar = max(jaren)
    ev, vv = eigen[jaar], vreemd[jaar]
    deel = solvabiliteit(ev, vv) if ev is not None and vv is not None else None
    return (jaar, deel) if deel is not None and deel < grens else None


def ongedekt(gevolg: Decimal | None, gedekt: str, grens: Decimal) -> bool:
    """Whether a risk of at least `grens` euro is known not to be covered."""
    return gedekt == "nee" and gevolg is not None and gevolg >= grens


def verslechterd(oordelen: Sequence[str]) -> tuple[str, str] | None:
    """(earlier, latest) when the latest of these judgements (newest first) is worse than the one before it."""
    gewogen = [oordeel for oordeel in oordelen if oordeel in TREDEN]
    if len(gewogen) < 2 or oordelen[0] not in TREDEN:
        return None
    nieuw, oud = gewogen[0], gewogen[1]
    return (oud, nieuw) if TREDEN.index(nieuw) > TREDEN.index(oud) else None


def maanden_oud(van: date, dag: date) -> int:
    """How many whole months `van` lies before `dag`; below zero when it lies after it."""
    return (dag.year - van.year) * 12 + dag.month - van.month - (dag.day < van.day)


def te_oud(van: date | None, dag: date, maanden: Decimal) -> int | None:
    """The age in whole months when that is at least `maanden`; None when the day is unknown."""
    oud = maanden_oud(van, dag) if van else None
    return oud if oud is not None and oud >= maanden else None


def in_venster(uiterlijk: date, dag: date, dagen: Decimal) -> bool:
    """Whether `dag` lies at most so many days before a deadline, or after it."""
    return abs((dag - uiterlijk).days) <= dagen


def cijfers_verouderd(laatste: date | None, moment: date) -> bool:
    """Whether the newest figure is from before the previous moment of begroting or jaarstukken."""
    return laatste is not None and laatste < moment


def mandaat_ontbreekt(klasse: str, mandaat: str, datum: date | None, dag: date, maanden: Decimal) -> str:
    """What is the matter with the mandate of the college, as the end of a sentence; empty when it is in order.

    `klasse` is empty and `datum` None when nobody decided on the importance yet: then there is no mandate either.
    """
    if klasse in ZONDER_MANDAAT:
        return ""
    if not mandaat.strip():
        return "is geen ruimte en mandaat van het college vastgelegd"
    oud = te_oud(datum, dag, maanden)
    return f"is het mandaat van het college {oud} maanden oud" if oud is not None else ""
