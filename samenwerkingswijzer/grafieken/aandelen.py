"""Our own shares under each other on one scale of 0 to 100 percent, with a band drawn behind them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, streep, tekening, tekst, vlak
from samenwerkingswijzer.opmaak import procent

# A label with our share in percent, or with the words that say why there is none.
Rij = tuple[str, Decimal | str]
Band = tuple[Decimal, Decimal]

LABEL = 78.0
RIJ = 17.0
BALK = 11.0
RAND = 4.0
KLASSEN = ("own", "own-soft", "other")


@dataclass(frozen=True)
class Aandelen:
    """Where the bars, the band and the lines of 25, 50, 75 and 100 percent stand, in units of the view box."""

    balken: tuple[tuple[float, float | None], ...]
    band: tuple[float, float] | None
    lijnen: tuple[float, ...]
    hoogte: int


def aandelen(rijen: tuple[Rij, ...], band: Band | None = None, *, breedte: int = 472) -> Aandelen:
    """Lay out the bars; a share above 100 stops at the edge."""
    per_procent = (breedte - LABEL - RAND) / 100

    def breed(aandeel: Decimal) -> float:
        return float(min(max(aandeel, Decimal(0)), Decimal(100))) * per_procent

    return Aandelen(
        balken=tuple(
            (RAND + nummer * RIJ, None if isinstance(aandeel, str) else breed(aandeel))
            for nummer, (_, aandeel) in enumerate(rijen)
        ),
        band=(LABEL + breed(band[0]), breed(band[1]) - breed(band[0])) if band else None,
        lijnen=tuple(LABEL + stap * per_procent for stap in (25, 50, 75, 100)),
        hoogte=int(len(rijen) * RIJ + RAND),
    )


@lru_cache(maxsize=1024)
def aandelen_svg(
    rijen: tuple[Rij, ...],
    titel: str,
    *,
    band: Band | None = None,
    breedte: int = 472,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw the bars: the first is the darkest. Give a table with the same shares beside it."""
    beeld = aandelen(rijen, band, breedte=breedte)
    vorm = stijl(kleuren)
    delen = [vlak(vorm, "window", beeld.band[0], 0, beeld.band[1], beeld.hoogte)] if beeld.band else []
    delen.append(streep(vorm, "axis", LABEL, 0, LABEL, beeld.hoogte))
    delen += [streep(vorm, "grid", x, 0, x, beeld.hoogte) for x in beeld.lijnen]
    for nummer, ((label, aandeel), (y, lengte)) in enumerate(zip(rijen, beeld.balken, strict=True)):
        delen.append(tekst(vorm, "t-ink", 0, y + 10, label))
        delen += _balk(vorm, nummer, aandeel, y, lengte)
    return tekening(
        delen,
        breedte=breedte,
        hoogte=beeld.hoogte,
        titel=titel,
        uitleg=_uitleg(rijen, band),
        soort="sw-say__chart",
        op_papier=kleuren is not None,
    )


def _balk(vorm: Stijl, nummer: int, aandeel: Decimal | str, y: float, lengte: float | None) -> list[str]:
    """One bar with its percentage behind it, or the words why there is none; a large bar holds its own words."""
    if isinstance(aandeel, str) or lengte is None:
        return [tekst(vorm, "t-muted", LABEL + 6, y + 10, str(aandeel))]
    klasse = KLASSEN[min(nummer, len(KLASSEN) - 1)]
    figuur = vlak(vorm, klasse, LABEL, y, lengte, BALK)
    if aandeel > 85:
        letter = "t-on" if klasse == "own" else "t-ink"
        return [figuur, tekst(vorm, letter, LABEL + lengte - 6, y + 10, procent(aandeel), einde=True)]
    letter = "t-strong" if nummer == 0 else "t-ink"
    return [figuur, tekst(vorm, letter, LABEL + lengte + 6, y + 10, procent(aandeel))]


def _uitleg(rijen: tuple[Rij, ...], band: Band | None) -> str:
    """Tell every share, and from where to where the band runs."""
    delen = (f"{label} {aandeel if isinstance(aandeel, str) else procent(aandeel)}" for label, aandeel in rijen)
    loopt = f" De band loopt van {procent(band[0])} tot {procent(band[1])}." if band else ""
    return f"{', '.join(delen)}.{loopt}"
