"""How much people agree on an ordered scale: 1 when all chose the same, 0 when half chose each end.

The consensus of W.J. Tastle and M.J. Wierman, 'Consensus and dissention: a measure of ordinal dispersion',
International Journal of Approximate Reasoning 45 (2007), 531-545: 1 + sum of p(x) log2(1 - |x - mean| / width).
It uses the order of the classes and an equal step between neighbours; that step is an assumption.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar

S = TypeVar("S")
CIJFERS = 9  # so that the order in which numbers are added cannot change the outcome


def eensgezindheid(aantallen: Sequence[int]) -> float | None:
    """The consensus of counts per class, in the order of the scale; from 0 to 1, None when nobody chose."""
    midden = gemiddelde(aantallen)
    if midden is None:
        return None
    breedte, totaal = max(len(aantallen) - 1, 1), sum(aantallen)
    delen = (
        aantal / totaal * math.log2(1 - float(abs(plek - midden)) / breedte)
        for plek, aantal in enumerate(aantallen)
        if aantal
    )
    return min(1.0, max(0.0, round(1 + math.fsum(delen), CIJFERS)))


def gemiddelde(aantallen: Sequence[int]) -> Fraction | None:
    """The mean place on the scale, counted from 0; None when nobody chose."""
    if not any(aantallen):
        return None
    return Fraction(sum(plek * aantal for plek, aantal in enumerate(aantallen)), sum(aantallen))


def verschil(een: Sequence[int], ander: Sequence[int]) -> Decimal | None:
    """How many classes the first stands higher (nearer to the start of the scale) than the other, in tenths."""
    hier, daar = gemiddelde(een), gemiddelde(ander)
    if hier is None or daar is None:
        return None
    precies = daar - hier
    return (Decimal(precies.numerator) / precies.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)


def minst_eens_eerst(rijen: Iterable[tuple[S, Sequence[int]]]) -> list[S]:
    """Order by disagreement, the largest first; equals keep their order, and what nobody scored comes last."""

    def plek(rij: tuple[S, Sequence[int]]) -> tuple[bool, float]:
        maat = eensgezindheid(rij[1])
        return maat is None, maat or 0.0

    return [wat for wat, _ in sorted(rijen, key=plek)]
