"""What judgements of several people say together: a direction per theme, and whether they differ. Pure.

The borders are our own ('eigen invulling'). The outcome never decides: people conclude, and a difference is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction

# The average on the scale of 1 to 4 from which on a word holds: from 3 on 'voldoende', under 2 below 'matig'.
VANAF_OP_KOERS, VANAF_AANDACHT = Fraction(3), Fraction(2)


class Richting(Enum):
    """Where judgements point to; the values are those of the judgements of the portal."""

    OP_KOERS = "op_koers"
    AANDACHT = "aandacht"
    BIJSTUREN = "bijsturen"
    GEEN = "geen"


def richting(oordelen: Iterable[tuple[int | None, int]]) -> Richting:
    """Where these judgements point: pairs of a value (1 to 4, None without judgement) and a weight (1 or more)."""
    gegeven = [(waarde, gewicht) for waarde, gewicht in oordelen if waarde is not None]
    if not gegeven:
        return Richting.GEEN
    gemiddeld = Fraction(sum(waarde * gewicht for waarde, gewicht in gegeven), sum(gewicht for _, gewicht in gegeven))
    if gemiddeld >= VANAF_OP_KOERS:
        return Richting.OP_KOERS
    return Richting.AANDACHT if gemiddeld >= VANAF_AANDACHT else Richting.BIJSTUREN


def verschil(waarden: Iterable[int | None]) -> int:
    """How far the highest and the lowest judgement lie apart, from 0 to 3; no judgement is no difference."""
    gegeven = [waarde for waarde in waarden if waarde is not None]
    return max(gegeven) - min(gegeven) if gegeven else 0
