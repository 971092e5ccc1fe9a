"""When an item of the ontwikkelagenda or a goal asks that somebody looks. Pure: plain values in and out.

Source: our own rules (`samenwerkingswijzer/attendering/signalen.yaml`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal


def over_tijd(termijn: date | None, dag: date, dagen: Decimal) -> bool:
    """Whether an open item is more than `dagen` days late; without a date it is never late."""
    return termijn is not None and dag > termijn + timedelta(days=int(dagen))


def maanden_terug(dag: date, maanden: int) -> date:
    """The same day so many months before; the last of the month when that month is shorter."""
    eerder = dag.year * 12 + dag.month - 1 - maanden
    jaar, maand = eerder // 12, eerder % 12 + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def meting_te_oud(gemeten: date | None, dag: date, houdbaar: int) -> int | None:
    """The age in whole months of a measurement that is older than `houdbaar` months; None otherwise."""
    if gemeten is None:
        return None
    oud = (dag.year - gemeten.year) * 12 + dag.month - gemeten.month - (dag.day < gemeten.day)
    return oud if oud > houdbaar else None
