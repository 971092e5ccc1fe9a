"""The two marks that stand everywhere: the judgement (word, shape, tint) and the class of importance (squares, word).

Made from their templates once per kind and remembered, so that a list of hundreds of rows costs nothing extra.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

# Words and looks per judgement; the codes are those of the judgements of every function.
OORDELEN = {
    "op_koers": ("Op koers", "success"),
    "aandacht": ("Aandacht", "warning"),
    "bijsturen": ("Bijsturen", "danger"),
    "geen": ("Geen oordeel", "neutral"),
}
# Words and filled squares per class, most important first.
KLASSEN = {
    "politiek_zeer_belangrijk": ("Politiek zeer belangrijk", 4),
    "politiek_belangrijk": ("Politiek belangrijk", 3),
    "bestuurlijk_belangrijk": ("Bestuurlijk belangrijk", 2),
    "ambtelijk_belangrijk": ("Ambtelijk belangrijk", 1),
}
NIET_BEPAALD = ("Nog niet bepaald", 0)
VORMEN = ("", "plain", "small", "large")


@dataclass(frozen=True)
class Blokje:
    """One of the four squares of a class; `x` is text, so that no locale touches it."""

    x: str
    vol: bool


@lru_cache(maxsize=256)
def oordeel(code: str, vorm: str = "", woord: str = "") -> SafeString:
    """Show a judgement. `vorm`: words from `VORMEN`, such as 'plain small'; `woord` replaces the usual word."""
    if code not in OORDELEN:
        raise ValueError(f"Onbekend oordeel: {code!r}")
    vormen = vorm.split()
    if onbekend := set(vormen) - set(VORMEN):
        raise ValueError(f"Onbekende vorm van een oordeel: {', '.join(sorted(onbekend))}")
    gewoon, badge = OORDELEN[code]
    klassen = [] if "plain" in vormen else [f"utrecht-status-badge utrecht-status-badge--{badge}"]
    klassen += ["sw-status", f"sw-status--{code.replace('_', '-')}", *(f"sw-status--{naam}" for naam in vormen)]
    inhoud = {"code": code, "woord": woord or gewoon, "klassen": " ".join(klassen)}
    return SafeString(render_to_string("onderdelen/oordeel.html", inhoud).strip())


@lru_cache(maxsize=32)
def klasse(code: str | None, *, chip: bool = False) -> SafeString:
    """Show a class of importance, as text with squares or, for the head of a page, as a chip."""
    if code and code not in KLASSEN:
        raise ValueError(f"Onbekende klasse: {code!r}")
    woord, vol = KLASSEN[code] if code else NIET_BEPAALD
    inhoud = {"woord": woord, "blokjes": _blokjes(vol), "chip": chip}
    return SafeString(render_to_string("onderdelen/klasse.html", inhoud).strip())


@lru_cache(maxsize=8)
def klasseblokjes(code: str) -> SafeString:
    """The squares of a class alone, for where its name stands beside them."""
    inhoud = {"blokjes": _blokjes(KLASSEN[code][1])}
    return SafeString(render_to_string("onderdelen/klasseblokjes.html", inhoud).strip())


def _blokjes(vol: int) -> list[Blokje]:
    return [Blokje(f"{index}0.5" if index else "0.5", index < vol) for index in range(4)]
