"""The words of SVG that the charts share: style by class on a screen, by resolved colour on paper.

Style sheets of a page do not reach an inline SVG in a PDF, so there every shape carries its own colours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString

LETTER = "Source Sans 3"
LETTERGROOTTE = 12

Stijl = Callable[[str], str]


@dataclass(frozen=True)
class Kleuren:
    """The colours of a chart on paper; the defaults are those of `static/css/tokens.css`."""

    eigen: str = "#0c4a5a"
    eigen_zacht: str = "#8fb4bc"
    ander: str = "#c3beb3"
    ander_zacht: str = "#dbd7cd"
    as_lijn: str = "#8a8479"
    lijn: str = "#dedad1"
    vandaag: str = "#b04a00"
    venster: str = "#e3eef0"
    inkt: str = "#1a1c1e"
    inkt_zacht: str = "#57544d"
    papier: str = "#ffffff"


PAPIER = Kleuren()


def stijl(kleuren: Kleuren | None) -> Stijl:
    """How a part gets its looks: by class (`None`, on a screen) or by the given colours (on paper)."""
    return _klasse if kleuren is None else _papierstijl(kleuren)


def _klasse(naam: str) -> str:
    return f' class="{naam}"'


@lru_cache(maxsize=8)
def _papierstijl(kleuren: Kleuren) -> Stijl:
    """Look up the presentation attributes of a class."""
    return _papierattributen(kleuren).__getitem__


def _papierattributen(k: Kleuren) -> dict[str, str]:
    """Per class of `onderdelen/grafiek.css` the same looks as attributes."""
    lijn = f' fill="none" stroke="{k.eigen}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"'
    letter = f' font-family="{LETTER}" font-size="{LETTERGROOTTE}"'
    return {
        "line": lijn,
        "line line--expected": f'{lijn} stroke-dasharray="2 4"',
        "dot": f' fill="{k.eigen}"',
        "dot dot--expected": f' fill="{k.papier}" stroke="{k.eigen}" stroke-width="2"',
        "expected": f' fill="{k.papier}" stroke="{k.eigen}" stroke-width="1.5"',
        "target": f' fill="none" stroke="{k.as_lijn}" stroke-width="2" stroke-dasharray="7 4"',
        "target-dot": f' fill="{k.papier}" stroke="{k.as_lijn}" stroke-width="2"',
        "axis": f' stroke="{k.as_lijn}" stroke-width="1"',
        "grid": f' stroke="{k.lijn}" stroke-width="1"',
        "today": f' stroke="{k.vandaag}" stroke-width="2"',
        "own": f' fill="{k.eigen}"',
        "own-soft": f' fill="{k.eigen_zacht}"',
        "other": f' fill="{k.ander}"',
        "other-soft": f' fill="{k.ander_zacht}"',
        "window": f' fill="{k.venster}"',
        "t-muted": f'{letter} fill="{k.inkt_zacht}"',
        "t-ink": f'{letter} fill="{k.inkt}"',
        "t-strong": f'{letter} fill="{k.inkt}" font-weight="700"',
        "t-today": f'{letter} fill="{k.vandaag}" font-weight="700"',
        "t-on": f'{letter} fill="{k.papier}" font-weight="700"',
    }


def tekst(stijl: Stijl, klasse: str, x: float, y: float, woorden: str, *, einde: bool = False) -> str:
    """A piece of text that starts, or with `einde` ends, at x on base line y."""
    anker = ' text-anchor="end"' if einde else ""
    return f'<text{stijl(klasse)} x="{x:.1f}" y="{y:.1f}"{anker}>{escape(woorden)}</text>'


def streep(stijl: Stijl, klasse: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return f'<line{stijl(klasse)} x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def vlak(stijl: Stijl, klasse: str, x: float, y: float, breedte: float, hoogte: float) -> str:
    """A rectangle."""
    return f'<rect{stijl(klasse)} x="{x:.1f}" y="{y:.1f}" width="{breedte:.1f}" height="{hoogte:.1f}"/>'


def tekening(
    delen: Iterable[str],
    *,
    breedte: int,
    hoogte: int,
    titel: str,
    uitleg: str,
    soort: str = "",
    op_papier: bool = False,
) -> SafeString:
    """Wrap parts into one image with a title and a description; on paper the title carries both.

    The parts must be safe markup: numbers and escaped text only. A PDF reader speaks only the title.
    """
    naam = f"{titel}. {uitleg}" if op_papier else titel
    maat = f' width="{breedte}" height="{hoogte}"' if op_papier else ""
    klasse = f"sw-chart {soort}".rstrip()
    return SafeString(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{klasse}" viewBox="0 0 {breedte} {hoogte}"{maat} role="img">'
        f"<title>{escape(naam)}</title><desc>{escape(uitleg)}</desc>{''.join(delen)}</svg>"
    )
