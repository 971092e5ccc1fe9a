"""A line of some years without axes: solid for what is known, dotted with an open point for what is expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, streep, tekening, tekst
from samenwerkingswijzer.grafieken.waarden import Eenheid, beschrijving

# Year, value (None: niet opgegeven) and whether the value is still a draft or an expectation.
Punt = tuple[int, Decimal | None, bool]

RAND = 5.0
JAARTALLEN = 22.0
STIP = 3.5


@dataclass(frozen=True)
class Sparklijn:
    """Where the parts of a sparkline stand, in units of its view box; points as SVG writes them."""

    vast: tuple[str, ...]
    verwacht: tuple[str, ...]
    los: tuple[tuple[float, float], ...]
    eind: tuple[float, float] | None
    eind_verwacht: bool


def sparklijn(punten: Sequence[Punt], *, breedte: int = 104, hoogte: int = 32) -> Sparklijn:
    """Lay out a sparkline; a year without a value leaves a gap. Years may be missing but must ascend."""
    plekken = _plekken(punten, breedte, hoogte)
    vast: list[str] = []
    verwacht: list[str] = []
    lijn: list[str] = []
    vorige: str | None = None
    los: list[tuple[float, float]] = []
    for index, plek in enumerate(plekken):
        if plek is None:
            _sluit(lijn, vast)
            lijn, vorige = [], None
            continue
        hier = f"{plek[0]:.1f},{plek[1]:.1f}"
        if vorige is not None and punten[index][2]:
            _sluit(lijn, vast)
            lijn = []
            verwacht.append(f"{vorige} {hier}")
        elif not lijn and vorige is not None:
            lijn = [vorige, hier]
        else:
            lijn.append(hier)
        if vorige is None and (index + 1 == len(plekken) or plekken[index + 1] is None):
            los.append(plek)
        vorige = hier
    _sluit(lijn, vast)
    laatste = _laatste(plekken)
    if laatste is None:
        return Sparklijn((), (), (), None, False)
    eind = plekken[laatste]
    losse = tuple(plek for plek in los if plek is not eind)
    return Sparklijn(tuple(vast), tuple(verwacht), losse, eind, punten[laatste][2])


@lru_cache(maxsize=4096)
def sparklijn_svg(
    punten: tuple[Punt, ...],
    titel: str,
    *,
    eenheid: Eenheid = Eenheid.DUIZEND_EURO,
    breedte: int = 104,
    hoogte: int = 32,
    jaartallen: bool = False,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw a sparkline, or nothing at all when no year has a value. Remembered, as it is pure.

    `jaartallen` writes the first and last year under it (give it 22 more units of height); `kleuren` is for paper.
    """
    lijn = sparklijn(punten, breedte=breedte, hoogte=int(hoogte - JAARTALLEN) if jaartallen else hoogte)
    if lijn.eind is None:
        return SafeString("")
    vorm = stijl(kleuren)
    delen = _onderschrift(vorm, punten, breedte, hoogte) if jaartallen else []
    delen += [f'<polyline{vorm("line")} points="{reeks}"/>' for reeks in lijn.vast]
    delen += [f'<polyline{vorm("line line--expected")} points="{reeks}"/>' for reeks in lijn.verwacht]
    delen += [f'<circle{vorm("dot")} cx="{x:.1f}" cy="{y:.1f}" r="2"/>' for x, y in lijn.los]
    stip = "dot dot--expected" if lijn.eind_verwacht else "dot"
    delen.append(f'<circle{vorm(stip)} cx="{lijn.eind[0]:.1f}" cy="{lijn.eind[1]:.1f}" r="{STIP}"/>')
    uitleg = beschrijving(punten, eenheid)
    return tekening(
        delen,
        breedte=breedte,
        hoogte=hoogte,
        titel=titel,
        uitleg=uitleg,
        soort="sw-spark",
        op_papier=kleuren is not None,
    )


def _plekken(punten: Sequence[Punt], breedte: int, hoogte: int) -> list[tuple[float, float] | None]:
    """Put every value in the box: years from left to right, the largest value at the top."""
    waarden = [float(waarde) for _, waarde, _ in punten if waarde is not None]
    if not waarden:
        return [None] * len(punten)
    laagste, hoogste = min(waarden), max(waarden)
    begin, jaren = punten[0][0], punten[-1][0] - punten[0][0]
    per_jaar = (breedte - 2 * RAND) / jaren if jaren else 0.0
    boven, onder = RAND + 1, hoogte - RAND - 1
    per_eenheid = (onder - boven) / (hoogste - laagste) if hoogste > laagste else 0.0
    midden = (boven + onder) / 2
    return [
        None
        if waarde is None
        else (
            RAND + (jaar - begin) * per_jaar if jaren else breedte / 2,
            onder - (float(waarde) - laagste) * per_eenheid if per_eenheid else midden,
        )
        for jaar, waarde, _ in punten
    ]


def _sluit(lijn: list[str], lijnen: list[str]) -> None:
    """Keep a finished line; a single point is not a line."""
    if len(lijn) > 1:
        lijnen.append(" ".join(lijn))


def _laatste(plekken: Sequence[tuple[float, float] | None]) -> int | None:
    """The index of the last year that has a value."""
    return next((index for index in reversed(range(len(plekken))) if plekken[index] is not None), None)


def _onderschrift(vorm: Stijl, punten: Sequence[Punt], breedte: int, hoogte: int) -> list[str]:
    """A base line with the first and the last year under it."""
    lijn = streep(vorm, "grid", 0, hoogte - 16.5, breedte, hoogte - 16.5)
    eerste = tekst(vorm, "t-muted", 0, hoogte - 1, str(punten[0][0]))
    if punten[0][0] == punten[-1][0]:
        return [lijn, eerste]
    return [lijn, eerste, tekst(vorm, "t-muted", breedte, hoogte - 1, str(punten[-1][0]), einde=True)]
