"""Two balances under each other on one zero line: ours and that of a partner; decoration beside printed numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, stijl, streep, vlak

BREEDTE, HOOGTE, BALK, RAND = 136.0, 26.0, 10.0, 3.6
BEGIN = ((2.0, "own"), (14.0, "other"))


@dataclass(frozen=True)
class Saldobalk:
    """One bar from or to the zero line, in units of the view box."""

    x: float
    breedte: float


def saldobalk(bedrag: Decimal | None, grootste: Decimal) -> Saldobalk | None:
    """A bar on the scale of the largest amount: right of the middle above zero, left below; None when unknown."""
    if bedrag is None:
        return None
    helft = BREEDTE / 2
    lengte = float(min(abs(bedrag) / grootste, Decimal(1))) * (helft - RAND) if grootste > 0 else 0.0
    return Saldobalk(helft if bedrag >= 0 else helft - lengte, lengte)


@lru_cache(maxsize=4096)
def saldo_svg(
    wij: Decimal | None, zij: Decimal | None, grootste: Decimal, *, kleuren: Kleuren | None = None
) -> SafeString:
    """Draw our balance above theirs; an unknown balance leaves its place open."""
    vorm = stijl(kleuren)
    delen = [
        vlak(vorm, klasse, balk.x, y, balk.breedte, BALK)
        for bedrag, (y, klasse) in zip((wij, zij), BEGIN, strict=True)
        if (balk := saldobalk(bedrag, grootste)) is not None
    ]
    delen.append(streep(vorm, "axis", BREEDTE / 2, 0, BREEDTE / 2, HOOGTE))
    return SafeString(
        f'<svg class="sw-chart" viewBox="0 0 {BREEDTE:.0f} {HOOGTE:.0f}" aria-hidden="true" focusable="false">'
        f"{''.join(delen)}</svg>"
    )
