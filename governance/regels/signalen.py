"""When a moment asks that somebody looks. Pure: plain values in and out.

Source: our own rules (`samenwerkingswijzer/attendering/signalen.yaml`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

ZICHTBAAR = timedelta(days=183)  # how long a passed day keeps asking


def raad_aan_zet(rol_raad: str, datum: date, dag: date, vooraf: Decimal) -> bool:
    """Whether the raad has a role in a moment that comes within `vooraf` days."""
    return bool(rol_raad) and dag <= datum <= dag + timedelta(days=int(vooraf))


def is_dagen_weg(uiterlijk: date, dag: date, vooraf: Decimal) -> bool:
    """Whether a last day is at most `vooraf` days away, or passed."""
    return uiterlijk <= dag + timedelta(days=int(vooraf))


def is_dagen_geleden(sinds: date | None, dag: date, na: Decimal) -> bool:
    """Whether something happened at least `na` days ago."""
    return sinds is not None and sinds + timedelta(days=int(na)) <= dag


def na_uiterste_dag(datum: date, uiterlijk: date | None, dag: date) -> bool:
    """Whether a moment to come is planned after the last day on which it could."""
    return uiterlijk is not None and uiterlijk < datum and datum >= dag


def net_voorbij(datum: date, dag: date, na: Decimal) -> bool:
    """Whether a day passed at least `na` days ago, and not so long ago that nobody will still write it down."""
    return dag - ZICHTBAAR <= datum <= dag - timedelta(days=int(na))


def binnen_maanden(laatste: date, dag: date, maanden: Decimal) -> bool:
    """Whether a last day is still to come, and at most so many calendar months away."""
    verder = dag.month - 1 + int(maanden)
    jaar, maand = dag.year + verder // 12, verder % 12 + 1
    grens = date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))
    return dag <= laatste <= grens


def te_kort(weken: int | None, minimum: Decimal) -> bool:
    """Whether the raad has fewer weeks than it wants; unknown is not short."""
    return weken is not None and weken < minimum
