"""How far a goal is: measurements against the straight line from the nulmeting to the streefwaarde.

Own rule ('eigen invulling'): a value of a year stands for 31 December of that year. A measurement is on course when
it is at or past the line on its own day. What was not measured is unknown; it never counts as zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

NUL, EEN = Decimal(0), Decimal(1)


class Richting(Enum):
    """Which way is better: more, less, or close to the streefwaarde."""

    HOGER = "hoger"
    LAGER = "lager"
    GELIJK = "gelijk"


class Koers(Enum):
    """What the measurements say of a goal."""

    GEHAALD = "gehaald"
    OP_KOERS = "op_koers"
    ACHTER = "achter"
    NIET_GEHAALD = "niet_gehaald"
    GEEN_METING = "geen_meting"
    NIET_MEETBAAR = "niet_meetbaar"


ONDERWEG = frozenset({Koers.OP_KOERS, Koers.ACHTER})


@dataclass(frozen=True)
class Maat:
    """What a goal is measured against; None or '' for what nobody filled in.

    `marge` is how far from the streefwaarde is still right, for GELIJK only. `houdbaar` is after how many months a
    measurement is too old to say anything.
    """

    richting: str
    nulmeting: Decimal | None
    nulmeting_jaar: int | None
    streefwaarde: Decimal | None
    streefjaar: int | None
    marge: Decimal = NUL
    houdbaar: int = 18


@dataclass(frozen=True, order=True)
class Waarneming:
    """A measured value on a day."""

    datum: date
    waarde: Decimal


@dataclass(frozen=True)
class Voortgang:
    """How far a goal is on a day.

    `nodig` is the line on the day of the last measurement, `straks` where the pace so far leads to at the end of the
    streefjaar; both None when they cannot be known.
    """

    koers: Koers
    laatste: Waarneming | None = None
    nodig: Decimal | None = None
    straks: Decimal | None = None


def bereken(maat: Maat, waarnemingen: Iterable[Waarneming], dag: date) -> Voortgang:
    """How far the goal is on this day, by the last measurement that was there by then."""
    if not _meetbaar(maat):
        return Voortgang(Koers.NIET_MEETBAAR)
    laatste = max((een for een in waarnemingen if een.datum <= dag), default=None)
    if laatste is None:
        return Voortgang(Koers.GEEN_METING)
    nodig = lijn(maat, laatste.datum)
    koers = _koers(maat, laatste, nodig, dag)
    straks = tempo(maat, laatste) if koers in ONDERWEG else None
    return Voortgang(koers, laatste, nodig, straks)


def _koers(maat: Maat, laatste: Waarneming, nodig: Decimal | None, dag: date) -> Koers:
    """What the last measurement says; from the most to the least certain."""
    if gehaald(maat, laatste.waarde):
        return Koers.GEHAALD
    if maat.streefjaar is not None and laatste.datum >= eind_van(maat.streefjaar):
        return Koers.NIET_GEHAALD
    if verouderd(maat, laatste, dag):
        return Koers.GEEN_METING
    if nodig is None:
        return Koers.NIET_MEETBAAR
    return Koers.OP_KOERS if _bij_de_lijn(maat, laatste.waarde, nodig) else Koers.ACHTER


def gehaald(maat: Maat, waarde: Decimal) -> bool:
    """Whether this value is at or past the streefwaarde; False when there is none to reach."""
    if maat.streefwaarde is None or not maat.richting:
        return False
    if Richting(maat.richting) is Richting.GELIJK:
        return abs(waarde - maat.streefwaarde) <= maat.marge
    return _teken(maat) * (waarde - maat.streefwaarde) >= 0


def lijn(maat: Maat, dag: date) -> Decimal | None:
    """Where the straight line from nulmeting to streefwaarde is on a day; None without both ends."""
    if maat.nulmeting is None or maat.streefwaarde is None:
        return None
    deel = _deel(maat, dag)
    return None if deel is None else maat.nulmeting + (maat.streefwaarde - maat.nulmeting) * deel


def tempo(maat: Maat, laatste: Waarneming) -> Decimal | None:
    """Where the pace between the nulmeting and this measurement leads to at the end of the streefjaar."""
    deel = _deel(maat, laatste.datum)
    if maat.nulmeting is None or deel is None or not NUL < deel < EEN:
        return None
    return maat.nulmeting + (laatste.waarde - maat.nulmeting) / deel


def verouderd(maat: Maat, laatste: Waarneming, dag: date) -> bool:
    """Whether a measurement is too old to say anything on this day."""
    maanden = (dag.year - laatste.datum.year) * 12 + dag.month - laatste.datum.month
    return maanden > maat.houdbaar or (maanden == maat.houdbaar and dag.day > laatste.datum.day)


def eind_van(jaar: int) -> date:
    """The day that a value of a year stands for."""
    return date(jaar, 12, 31)


def _meetbaar(maat: Maat) -> bool:
    return bool(maat.richting) and maat.streefwaarde is not None and maat.streefjaar is not None


def _teken(maat: Maat) -> int:
    return -1 if Richting(maat.richting) is Richting.LAGER else 1


def _deel(maat: Maat, dag: date) -> Decimal | None:
    """Which part of the time between nulmeting and streefjaar has passed, from 0 to 1; None when there is no time."""
    if maat.nulmeting_jaar is None or maat.streefjaar is None or maat.streefjaar <= maat.nulmeting_jaar:
        return None
    begin, eind = eind_van(maat.nulmeting_jaar), eind_van(maat.streefjaar)
    deel = Decimal((dag - begin).days) / Decimal((eind - begin).days)
    return min(max(deel, NUL), EEN)


def _bij_de_lijn(maat: Maat, waarde: Decimal, nodig: Decimal) -> bool:
    """Whether a value is at or past the line; for GELIJK no farther from the streefwaarde than line and margin."""
    if Richting(maat.richting) is Richting.GELIJK:
        streef = maat.streefwaarde or NUL
        return abs(waarde - streef) <= abs(nodig - streef) + maat.marge
    return _teken(maat) * (waarde - nodig) >= 0
