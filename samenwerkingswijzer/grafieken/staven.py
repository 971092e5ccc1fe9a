"""Bars: results above and below a zero line, and the single bar that stands beside an amount."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.sparklijn import Punt
from samenwerkingswijzer.grafieken.svg import Kleuren, stijl, streep, tekening, tekst, vlak
from samenwerkingswijzer.grafieken.waarden import Eenheid, beschrijving

TUSSENRUIMTE = 5.0
BOVEN = 3.0


@dataclass(frozen=True)
class Staaf:
    """One year: its rectangle in the view box, and whether it is a deficit or an expectation."""

    x: float
    y: float
    breedte: float
    hoogte: float
    tekort: bool
    verwacht: bool

    @property
    def klasse(self) -> str:
        """The looks of the bar: outlined when expected, light below zero."""
        if self.verwacht:
            return "expected"
        return "own-soft" if self.tekort else "own"


def staven(punten: Sequence[Punt], *, breedte: int = 120, hoogte: int = 44) -> tuple[float, tuple[Staaf, ...]]:
    """Lay out bars on a zero line: gives the height of that line and the bars; a missing year leaves a gap."""
    waarden = [float(waarde) for _, waarde, _ in punten if waarde is not None]
    hoogste, laagste = max([0.0, *waarden]), min([0.0, *waarden])
    ruimte = hoogte - 2 * BOVEN
    per_eenheid = ruimte / (hoogste - laagste) if hoogste > laagste else 0.0
    nul = BOVEN + hoogste * per_eenheid if per_eenheid else hoogte / 2
    stap = (breedte + TUSSENRUIMTE) / max(len(punten), 1)
    return nul, tuple(
        _staaf(index * stap, stap - TUSSENRUIMTE, nul, float(waarde) * per_eenheid, verwacht)
        for index, (_, waarde, verwacht) in enumerate(punten)
        if waarde is not None
    )


def _staaf(x: float, breedte: float, nul: float, lengte: float, verwacht: bool) -> Staaf:
    """A bar that stands on the zero line or hangs under it; a zero stays visible as a thin line."""
    hoogte = max(abs(lengte), 1.0)
    return Staaf(x, nul - hoogte if lengte >= 0 else nul, breedte, hoogte, lengte < 0, verwacht)


@lru_cache(maxsize=1024)
def staven_svg(
    punten: tuple[Punt, ...],
    titel: str,
    *,
    eenheid: Eenheid = Eenheid.MILJOEN_EURO,
    breedte: int = 120,
    hoogte: int = 60,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw results per year on a zero line with the first and last year, or nothing when no year has a value."""
    nul, vlakken = staven(punten, breedte=breedte, hoogte=hoogte - 16)
    if not vlakken:
        return SafeString("")
    vorm = stijl(kleuren)
    delen = [vlak(vorm, s.klasse, s.x, s.y, s.breedte, s.hoogte) for s in vlakken]
    delen.append(streep(vorm, "axis", 0, nul, breedte, nul))
    delen.append(tekst(vorm, "t-muted", 0, hoogte - 1, str(punten[0][0])))
    if len(punten) > 1:
        delen.append(tekst(vorm, "t-muted", breedte, hoogte - 1, str(punten[-1][0]), einde=True))
    return tekening(
        delen,
        breedte=breedte,
        hoogte=hoogte,
        titel=titel,
        uitleg=beschrijving(punten, eenheid),
        soort="sw-spark",
        op_papier=kleuren is not None,
    )


@lru_cache(maxsize=4096)
def balk_svg(
    nieuw: Decimal | None,
    oud: Decimal | None,
    hoogste: Decimal,
    *,
    hoofdregel: bool = False,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw an amount of this year over that of last year, on the scale of the largest; decoration beside numbers."""
    vorm = stijl(kleuren)
    y, dik = (1.0, 14.0) if hoofdregel else (4.0, 8.0)
    delen = [
        vlak(vorm, klasse, 0, y, float(max(waarde, Decimal(0)) / hoogste) * 240, dik)
        for klasse, waarde in (("own-soft", nieuw), ("own", None if oud is None or nieuw is None else min(nieuw, oud)))
        if waarde is not None and hoogste > 0
    ]
    return SafeString(
        '<svg class="sw-chart sw-hbar" viewBox="0 0 240 16" preserveAspectRatio="none" aria-hidden="true"'
        f' focusable="false">{"".join(delen)}</svg>'
    )
