"""Small multiples: one line per chart, all charts on the same axes, so that they can be compared at a glance.

The scale is made once for all charts (`schaal_van`); a value beyond it stops at the edge and keeps its own number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.doellijn import as_van
from samenwerkingswijzer.grafieken.sparklijn import Punt
from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, streep, tekening, tekst
from samenwerkingswijzer.grafieken.waarden import Eenheid, beschrijving
from samenwerkingswijzer.opmaak import getal

BREEDTE, HOOGTE = 220, 104
LINKS, RECHTS = 30.0, 38.0
BOVEN, ONDER = 8.0, 82.0


@dataclass(frozen=True)
class Schaal:
    """The grid lines that all charts share, from low to high, and the one that is the base of the comparison."""

    streepjes: tuple[Decimal, ...]
    basis: Decimal

    def y(self, waarde: Decimal) -> float:
        """Where a value stands, in units of the view box; beyond the scale at its edge."""
        laag, hoog = self.streepjes[0], self.streepjes[-1]
        binnen = min(max(waarde, laag), hoog)
        return ONDER - float((binnen - laag) / (hoog - laag)) * (ONDER - BOVEN)


def schaal_van(waarden: Iterable[Decimal], *, basis: Decimal, hoogstens: Decimal) -> Schaal:
    """Round grid lines around all these values and the base; nothing under zero or above `hoogstens` stretches it."""
    binnen = [min(max(waarde, Decimal(0)), hoogstens) for waarde in waarden]
    return Schaal(as_van([basis, *binnen]).streepjes, basis)


@lru_cache(maxsize=1024)
def veelvoud_svg(
    punten: tuple[Punt, ...],
    titel: str,
    schaal: Schaal,
    *,
    eenheid: Eenheid = Eenheid.GETAL,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw one chart of the set: open point and dotted line for what is expected, a gap for a year without a value.

    Nothing at all when no year has a value. Give a table with the same values.
    """
    plekken = [None if waarde is None else (_x(punten, jaar), schaal.y(waarde)) for jaar, waarde, _ in punten]
    if not any(plekken):
        return SafeString("")
    vorm = stijl(kleuren)
    delen = [*_raster(vorm, schaal), *_jaartallen(vorm, punten), *_lijn(vorm, punten, plekken)]
    return tekening(
        delen,
        breedte=BREEDTE,
        hoogte=HOOGTE,
        titel=titel,
        uitleg=beschrijving(punten, eenheid),
        soort="sw-multiple__chart",
        op_papier=kleuren is not None,
    )


def _x(punten: tuple[Punt, ...], jaar: int) -> float:
    eerste, laatste = punten[0][0], punten[-1][0]
    return LINKS + (jaar - eerste) / max(laatste - eerste, 1) * (BREEDTE - LINKS - RECHTS)


def _raster(vorm: Stijl, schaal: Schaal) -> list[str]:
    """The shared grid lines with their values; the base is darker."""
    delen = []
    for waarde in schaal.streepjes:
        y = schaal.y(waarde)
        delen.append(streep(vorm, "axis" if waarde == schaal.basis else "grid", LINKS, y, BREEDTE - RECHTS, y))
        delen.append(tekst(vorm, "t-muted", LINKS - 6, y + 4, getal(waarde), einde=True))
    return delen


def _jaartallen(vorm: Stijl, punten: tuple[Punt, ...]) -> list[str]:
    eerste, laatste = str(punten[0][0]), str(punten[-1][0])
    return [
        tekst(vorm, "t-muted", LINKS, HOOGTE - 4, eerste),
        tekst(vorm, "t-muted", BREEDTE - RECHTS, HOOGTE - 4, laatste, einde=True),
    ]


def _lijn(vorm: Stijl, punten: tuple[Punt, ...], plekken: list[tuple[float, float] | None]) -> list[str]:
    """The pieces between years that follow each other, the points, and the last value in words."""
    delen, laatste = [], max(nummer for nummer, plek in enumerate(plekken) if plek)
    for nummer, (van, tot) in enumerate(pairwise(plekken), start=1):
        if van and tot:
            klasse = "line line--expected" if punten[nummer][2] else "line"
            delen.append(f'<polyline{vorm(klasse)} points="{van[0]:.1f},{van[1]:.1f} {tot[0]:.1f},{tot[1]:.1f}"/>')
    for nummer, plek in enumerate(plekken):
        if plek:
            klasse = "dot dot--expected" if punten[nummer][2] else "dot"
            straal = 3.5 if nummer == laatste else 2
            delen.append(f'<circle{vorm(klasse)} cx="{plek[0]:.1f}" cy="{plek[1]:.1f}" r="{straal}"/>')
    x, y = plekken[laatste] or (0.0, 0.0)
    delen.append(tekst(vorm, "t-strong", x + 8, y + 4, getal(punten[laatste][1] or Decimal(0))))
    return delen
