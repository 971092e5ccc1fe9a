"""Small drawings of a session: dots for people, bars for totals. The figure always stands beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from verbanden.models import Reden

register = template.Library()

STRAAL, TUSSEN = 6, 17  # of a dot and from one dot to the next, in pixels
KLEIN = (5, 13)
HOOGSTENS = 25  # people are drawn one by one up to a group of this size
VOL = 78.0


@register.simple_tag
@lru_cache(maxsize=1024)
def stippen(vol: int, leeg: int = 0, klein: str = "") -> SafeString:
    """A filled dot for each who did, an open one for each who did not; a large group is drawn as one bar."""
    if vol + leeg > HOOGSTENS:
        return balk(vol, vol + leeg)
    straal, tussen = KLEIN if klein else (STRAAL, TUSSEN)
    midden = [nummer * tussen + straal + 1 for nummer in range(vol + leeg)]
    inhoud = {
        "breed": max(len(midden) * tussen, 1),
        "hoog": 2 * straal + (3 if klein else 4),
        "midden_y": f"{straal + (1.5 if klein else 2):.1f}",
        "straal": straal,
        "straal_leeg": f"{straal - 0.75:.2f}",
        "vol": midden[:vol],
        "leeg": midden[vol:],
    }
    return _beeld("stippen", inhoud)


@register.simple_tag
@lru_cache(maxsize=1024)
def balk(aantal: int, van: int, soort: str = "own") -> SafeString:
    """A bar as long as the share; `soort` is own (the raad, filled) or expected (the college, open)."""
    breed = f"{VOL * aantal / van:.1f}" if van else "0"
    return _beeld("balk", {"breed": breed, "soort": soort, "vol": int(VOL)})


@register.filter
def plaats(kolommen: list[dict[str, Any]], nummer: int) -> bool:
    """Whether this column of the table is marked: the decision before, or the proposal."""
    return bool(kolommen[nummer]["vorig"] or kolommen[nummer]["voorstel"])


@register.filter
def reden_naam(reden: str) -> str:
    """A reason in words."""
    return str(Reden(reden).label)


def _beeld(naam: str, inhoud: dict[str, object]) -> SafeString:
    return render_to_string(f"governance/delen/{naam}.html", inhoud)
