"""How a partnership stands on a principle, out of pieces of evidence. Pure: it never says more than they do."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Stand(Enum):
    """Met, partly, not met, or not to be said yet."""

    MET = "met"
    DEELS = "deels"
    NIET = "niet"
    ONBEKEND = "onbekend"


def samen(standen: Iterable[Stand]) -> Stand:
    """The stand of all evidence together.

    Met only when every piece says so; not met when what is known says so everywhere; nothing known is unknown.
    """
    alle = set(standen)
    bekend = alle - {Stand.ONBEKEND}
    if not bekend:
        return Stand.ONBEKEND
    if bekend == {Stand.NIET}:
        return Stand.NIET
    return Stand.MET if alle == {Stand.MET} else Stand.DEELS
