"""Measurements against the straight line from where it was to where it must be, with years and three grid lines.

A year stands on its last day: a point halfway between 2025 and 2026 was measured in the middle of 2026.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, streep, tekening, tekst
from samenwerkingswijzer.opmaak import datum, getal

Stip = tuple[date, Decimal]  # a day and what was measured
Jaarpunt = tuple[int, Decimal]  # a year and a value at its end

BREEDTE, HOOGTE = 440, 150
BOVEN, ONDER, RECHTS = 14.0, 126.0, 74.0
LETTER = 6.4  # width of a figure in units of the view box
MEESTE_JAREN = 8
STAPPEN = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class As:
    """The values of the grid lines, from low to high; at least two."""

    streepjes: tuple[Decimal, ...]

    @property
    def laag(self) -> Decimal:
        return self.streepjes[0]

    @property
    def hoog(self) -> Decimal:
        return self.streepjes[-1]

    def y(self, waarde: Decimal) -> float:
        """Where a value stands, in units of the view box."""
        return ONDER - float((waarde - self.laag) / (self.hoog - self.laag)) * (ONDER - BOVEN)


def as_van(waarden: Sequence[Decimal]) -> As:
    """Round grid lines around these values, about three of them."""
    laagste, hoogste = min(waarden), max(waarden)
    stap = _ronde_stap((hoogste - laagste) / 2 or abs(hoogste) / 2 or Decimal(1))
    begin = (laagste / stap).to_integral_value(ROUND_FLOOR)
    eind = (hoogste / stap).to_integral_value(ROUND_CEILING)
    aantal = max(int(eind - begin), 1)
    return As(tuple((begin + nummer) * stap for nummer in range(aantal + 1)))


def _ronde_stap(ruw: Decimal) -> Decimal:
    macht = Decimal(1).scaleb(ruw.adjusted())
    return next(stap * macht for stap in STAPPEN if stap * macht >= ruw)


@lru_cache(maxsize=1024)
def doellijn_svg(
    metingen: tuple[Stip, ...],
    titel: str,
    *,
    nulmeting: Jaarpunt | None = None,
    doel: Jaarpunt | None = None,
    eenheid: str = "",
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw the measurements, by day, and the line to the goal; nothing at all when there is nothing to draw.

    `kleuren` is for paper.
    """
    vast = [punt for punt in (nulmeting, doel) if punt]
    waarden = [waarde for _, waarde in (*metingen, *vast)]
    if not waarden:
        return SafeString("")
    as_ = as_van(waarden)
    links = max(len(_kort(waarde)) for waarde in as_.streepjes) * LETTER + 8
    jaren = sorted({jaar for jaar, _ in vast} | {jaar for dag, _ in metingen for jaar in _rond(dag)})
    plek = _Plek(jaren[0], jaren[-1], links)
    vorm = stijl(kleuren)
    delen = [
        *_raster(vorm, as_, links),
        *_jaartallen(vorm, plek),
        *_streeflijn(vorm, as_, plek, nulmeting, doel),
        *_meetlijn(vorm, as_, plek, metingen, (nulmeting, doel)),
    ]
    return tekening(
        delen,
        breedte=BREEDTE,
        hoogte=HOOGTE,
        titel=titel,
        uitleg=beschrijving(metingen, nulmeting, doel, eenheid),
        soort="sw-goalchart",
        op_papier=kleuren is not None,
    )


def beschrijving(metingen: Sequence[Stip], nulmeting: Jaarpunt | None, doel: Jaarpunt | None, eenheid: str) -> str:
    """Everything that the chart shows, in words."""
    zinnen = []
    if nulmeting:
        zinnen.append(f"Nulmeting {nulmeting[0]}: {_kort(nulmeting[1])}.")
    if doel:
        zinnen.append(f"Doel {doel[0]}: {_kort(doel[1])}.")
    gemeten = "; ".join(f"{datum(dag)}: {_kort(waarde)}" for dag, waarde in metingen)
    zinnen.append(f"Metingen: {gemeten}." if gemeten else "Nog geen metingen.")
    return " ".join([*zinnen, f"Eenheid: {eenheid}."] if eenheid else zinnen)


@dataclass(frozen=True)
class _Plek:
    eerste: int
    laatste: int
    links: float

    def jaar(self, jaar: int) -> float:
        return self._x(float(jaar))

    def dag(self, dag: date) -> float:
        dagen = (date(dag.year, 12, 31) - date(dag.year - 1, 12, 31)).days
        return self._x(dag.year - (date(dag.year, 12, 31) - dag).days / dagen)

    def _x(self, jaar: float) -> float:
        breedte = BREEDTE - self.links - RECHTS
        return self.links + (jaar - self.eerste) / max(self.laatste - self.eerste, 1) * breedte


def _rond(dag: date) -> tuple[int, ...]:
    """The years whose last days are at both sides of a day."""
    return (dag.year,) if (dag.month, dag.day) == (12, 31) else (dag.year - 1, dag.year)


def _raster(vorm: Stijl, as_: As, links: float) -> list[str]:
    delen = []
    for waarde in as_.streepjes:
        y = as_.y(waarde)
        delen.append(streep(vorm, "grid", links, y, BREEDTE, y))
        delen.append(tekst(vorm, "t-muted", links - 6, y + 4, _kort(waarde), einde=True))
    return delen


def _jaartallen(vorm: Stijl, plek: _Plek) -> list[str]:
    om = -(-(plek.laatste - plek.eerste + 1) // MEESTE_JAREN)
    jaren = range(plek.laatste, plek.eerste - 1, -om)
    return [tekst(vorm, "t-muted", plek.jaar(jaar) - 2 * LETTER, HOOGTE - 4, str(jaar)) for jaar in reversed(jaren)]


def _streeflijn(vorm: Stijl, as_: As, plek: _Plek, nulmeting: Jaarpunt | None, doel: Jaarpunt | None) -> list[str]:
    delen = []
    if nulmeting and doel:
        begin = f"{plek.jaar(nulmeting[0]):.1f},{as_.y(nulmeting[1]):.1f}"
        delen.append(f'<polyline{vorm("target")} points="{begin} {plek.jaar(doel[0]):.1f},{as_.y(doel[1]):.1f}"/>')
    if nulmeting:
        x, y = plek.jaar(nulmeting[0]), as_.y(nulmeting[1])
        delen.append(f'<circle{vorm("target-dot")} cx="{x:.1f}" cy="{y:.1f}" r="3"/>')
    if doel:
        x, y = plek.jaar(doel[0]), as_.y(doel[1])
        delen.append(f'<circle{vorm("target-dot")} cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        delen.append(tekst(vorm, "t-ink", x + 9, y + 4, f"doel {_kort(doel[1])}"))
    return delen


def _meetlijn(
    vorm: Stijl, as_: As, plek: _Plek, metingen: Sequence[Stip], uiteinden: tuple[Jaarpunt | None, ...]
) -> list[str]:
    punten = [(plek.dag(dag), as_.y(waarde)) for dag, waarde in metingen]
    delen = []
    if len(punten) > 1:
        reeks = " ".join(f"{x:.1f},{y:.1f}" for x, y in punten)
        delen.append(f'<polyline{vorm("line")} points="{reeks}"/>')
    delen += [f'<circle{vorm("dot")} cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in punten]
    if punten:
        x, y = punten[-1]
        woord = _kort(metingen[-1][1])
        lijn = _lijn_bij(plek, as_, x, uiteinden)
        boven = y < lijn if lijn is not None else y + 18 > ONDER - 2
        delen.append(tekst(vorm, "t-strong", x - len(woord) * LETTER / 2, y - 9 if boven else y + 18, woord))
    return delen


def _lijn_bij(plek: _Plek, as_: As, x: float, uiteinden: tuple[Jaarpunt | None, ...]) -> float | None:
    """How high the line to the goal runs at this place, so that a figure stands on the other side of its point."""
    begin, eind = uiteinden
    if begin is None or eind is None:
        return None
    van, tot = plek.jaar(begin[0]), plek.jaar(eind[0])
    deel = (x - van) / (tot - van) if tot > van else 1.0
    return as_.y(begin[1]) + min(max(deel, 0.0), 1.0) * (as_.y(eind[1]) - as_.y(begin[1]))


def _kort(waarde: Decimal) -> str:
    """A value with as many decimals as it has."""
    exponent = waarde.normalize().as_tuple().exponent
    return getal(waarde, max(0, -exponent if isinstance(exponent, int) else 0))
