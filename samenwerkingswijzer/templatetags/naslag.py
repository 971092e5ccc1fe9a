"""Tags that bring guidance and terms from the kennisbank to any page, without knowing that function."""

from __future__ import annotations

from typing import Any

from django import template

from samenwerkingswijzer.functies import register as functies

register = template.Library()


@register.inclusion_tag("onderdelen/handreiking.html")
def handreiking(plek: str) -> dict[str, Any]:
    """The guidance that belongs to a place, to open where one stands; nothing when there is none."""
    naslag = functies.naslag
    return {"handreikingen": naslag.bij(plek) if naslag else ()}


@register.inclusion_tag("onderdelen/leespad.html")
def leespad(rol: str) -> dict[str, Any]:
    """The way to the reading path of a role; nothing when it has none."""
    naslag = functies.naslag
    return {"pad": naslag.leespad(rol) if naslag else None}


@register.inclusion_tag("onderdelen/begrip.html", takes_context=True)
def begrip(context: Any, sleutel: str, woord: str = "") -> dict[str, Any]:
    """A term that explains itself on focus and on tap; plain words when nobody explained it.

    `woord` is what stands in the sentence, when that differs from the term.
    """
    naslag = functies.naslag
    gevonden = naslag.begrip(sleutel) if naslag else None
    return {
        "begrip": gevonden,
        "woord": woord or sleutel.replace("_", " "),
        "anker": f"begrip-{sleutel}-{_nummer(context.get('request'))}",
    }


@register.inclusion_tag("onderdelen/begrip_in.html", takes_context=True)
def begrip_in(context: Any, tekst: str) -> dict[str, Any]:
    """A short text in which the first known term explains itself; plain words when it holds none."""
    naslag = functies.naslag
    gevonden = naslag.begrip_in(tekst) if naslag else None
    if gevonden is None:
        return {"voor": tekst}
    voor, woord, na, term = gevonden
    return {
        "voor": voor,
        "woord": woord,
        "na": na,
        "begrip": term,
        "anker": f"begrip-in-{_nummer(context.get('request'))}",
    }


def _nummer(request: Any) -> int:
    """How many terms this page showed so far, so that no two have the same id."""
    if request is None:
        return 1
    request._begrippen = getattr(request, "_begrippen", 0) + 1
    return int(request._begrippen)
