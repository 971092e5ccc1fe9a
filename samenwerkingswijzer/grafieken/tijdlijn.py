"""A timeline with a lane per body: a window, marks for moments and a line for today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, streep, tekening, tekst, vlak
from samenwerkingswijzer.opmaak import MAANDEN_KORT, datum

LABEL = 58.0
KOP = 16.0
BAAN = 20.0
VOET = 16
LETTER = 6.4
TUSSEN = 10.0
RUIT = "M{x:.1f} {y:.1f}l6.5 6.5-6.5 6.5-6.5-6.5z"


@dataclass(frozen=True)
class Merk:
    """A moment in a lane: the day, what happens, and whether a decision is taken then (a diamond)."""

    dag: date
    woorden: str
    besluit: bool = False


@dataclass(frozen=True)
class Venster:
    """A period in which something is possible, both days included, such as the council being 'in stelling'."""

    van: date
    tot_en_met: date
    woorden: str


@dataclass(frozen=True)
class Baan:
    """One body with its moments and at most one window."""

    naam: str
    merken: tuple[Merk, ...] = ()
    venster: Venster | None = None


@dataclass(frozen=True)
class Tijdlijn:
    """Places along the line in units of the view box: months, today and per lane the marks and the window."""

    maanden: tuple[tuple[str, float], ...]
    vandaag: float | None
    merken: tuple[tuple[float, ...], ...]
    vensters: tuple[tuple[float, float] | None, ...]
    hoogte: int


def tijdlijn(banen: Sequence[Baan], *, van: date, tot_en_met: date, vandaag: date, breedte: int = 427) -> Tijdlijn:
    """Lay out the lanes between two days; what lies outside is left out, crowded marks move apart a little."""
    schaal = _Schaal(van, tot_en_met, breedte)
    return Tijdlijn(
        maanden=_maanden(schaal),
        vandaag=schaal.x(vandaag) if schaal.bevat(vandaag) else None,
        merken=tuple(
            uit_elkaar([schaal.x(merk.dag) for merk in _zichtbaar(baan, schaal)], LABEL + 7, breedte - 7)
            for baan in banen
        ),
        vensters=tuple(schaal.stuk(baan.venster) for baan in banen),
        hoogte=int(KOP + len(banen) * BAAN + VOET),
    )


def uit_elkaar(plekken: Sequence[float], links: float, rechts: float) -> tuple[float, ...]:
    """Move ascending places apart until none touch, as little as possible and within the edges."""
    stap = min(TUSSEN, (rechts - links) / max(len(plekken) - 1, 1))
    geschoven: list[float] = []
    for plek in plekken:
        geschoven.append(max(plek, geschoven[-1] + stap if geschoven else links))
    grens = rechts
    for index in reversed(range(len(geschoven))):
        geschoven[index] = min(geschoven[index], grens)
        grens = geschoven[index] - stap
    return tuple(geschoven)


@dataclass(frozen=True)
class _Schaal:
    """From a day to a place in the view box."""

    van: date
    tot_en_met: date
    breedte: int

    def x(self, dag: date) -> float:
        dagen = max((self.tot_en_met - self.van).days, 1)
        return LABEL + (self.breedte - LABEL) * (dag - self.van).days / dagen

    def bevat(self, dag: date) -> bool:
        return self.van <= dag <= self.tot_en_met

    def stuk(self, venster: Venster | None) -> tuple[float, float] | None:
        """The visible piece of a window as its left and right edge; the last day counts in full."""
        if venster is None or venster.van > self.tot_en_met or venster.tot_en_met < self.van:
            return None
        einde = min(venster.tot_en_met + timedelta(days=1), self.tot_en_met)
        return self.x(max(venster.van, self.van)), self.x(einde)


def _zichtbaar(baan: Baan, schaal: _Schaal) -> list[Merk]:
    """The moments of a lane within the scale, in order."""
    return sorted((merk for merk in baan.merken if schaal.bevat(merk.dag)), key=lambda merk: merk.dag)


def _maanden(schaal: _Schaal) -> tuple[tuple[str, float], ...]:
    """The first day of every month, with a name as far as names fit."""
    eersten: list[date] = []
    dag = schaal.van.replace(day=1)
    while dag <= schaal.tot_en_met:
        if schaal.bevat(dag):
            eersten.append(dag)
        dag = (dag + timedelta(days=32)).replace(day=1)
    om_de = 1 + (len(eersten) - 1) // 9 if eersten else 1
    return tuple((MAANDEN_KORT[d.month - 1] if i % om_de == 0 else "", schaal.x(d)) for i, d in enumerate(eersten))


@lru_cache(maxsize=512)
def tijdlijn_svg(
    banen: tuple[Baan, ...],
    titel: str,
    *,
    van: date,
    tot_en_met: date,
    vandaag: date,
    breedte: int = 427,
    kleuren: Kleuren | None = None,
) -> SafeString:
    """Draw the timeline. Give a table with the same moments beside it."""
    lijn = tijdlijn(banen, van=van, tot_en_met=tot_en_met, vandaag=vandaag, breedte=breedte)
    vorm = stijl(kleuren)
    onder = KOP + len(banen) * BAAN
    delen = _raster(vorm, lijn, onder, breedte)
    for nummer, baan in enumerate(banen):
        delen += _baan(vorm, baan, lijn, nummer, _Schaal(van, tot_en_met, breedte))
    delen.append(streep(vorm, "axis", 0, onder, breedte, onder))
    delen += _opschriften(vorm, banen, lijn, onder, breedte)
    return tekening(
        delen,
        breedte=breedte,
        hoogte=lijn.hoogte,
        titel=titel,
        uitleg=_uitleg(banen, vandaag),
        soort="sw-timeline",
        op_papier=kleuren is not None,
    )


def _raster(vorm: Stijl, lijn: Tijdlijn, onder: float, breedte: int) -> list[str]:
    """A thin line and a name per month."""
    delen = [streep(vorm, "grid", x, KOP, x, onder) for _, x in lijn.maanden]
    namen = [(naam, x + 4) for naam, x in lijn.maanden if naam and x + 4 + len(naam) * LETTER <= breedte]
    return delen + [tekst(vorm, "t-muted", x, onder + 13, naam) for naam, x in namen]


def _baan(vorm: Stijl, baan: Baan, lijn: Tijdlijn, nummer: int, schaal: _Schaal) -> list[str]:
    """The name, the window and the marks of one lane."""
    boven = KOP + nummer * BAAN
    midden = boven + BAAN / 2
    delen = [tekst(vorm, "t-ink", 0, midden + 4, baan.naam)]
    stuk = lijn.vensters[nummer]
    if stuk is not None:
        delen.append(vlak(vorm, "window", stuk[0], boven + 2, stuk[1] - stuk[0], BAAN - 4))
    if nummer:
        delen.append(streep(vorm, "grid", 0, boven, schaal.breedte, boven))
    for merk, x in zip(_zichtbaar(baan, schaal), lijn.merken[nummer], strict=True):
        delen.append(_merk(vorm, merk, x, midden))
    return delen


def _merk(vorm: Stijl, merk: Merk, x: float, y: float) -> str:
    """A diamond for a decision, a dot for anything else."""
    if merk.besluit:
        return f'<path{vorm("own")} d="{RUIT.format(x=x, y=y - 6.5)}"/>'
    return f'<circle{vorm("own")} cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'


def _opschriften(vorm: Stijl, banen: Sequence[Baan], lijn: Tijdlijn, onder: float, breedte: int) -> list[str]:
    """The line of today with its word, and beside it what the first visible window is."""
    delen, vrij_vanaf, vrij_tot = [], 0.0, float(breedte)
    if lijn.vandaag is not None:
        delen.append(streep(vorm, "today", lijn.vandaag, KOP - 3, lijn.vandaag, onder))
        links = lijn.vandaag > 7 * LETTER + 3
        delen.append(tekst(vorm, "t-today", lijn.vandaag + (-3 if links else 0), 11, "vandaag", einde=links))
        vrij_vanaf = lijn.vandaag + (6 if links else 8 * LETTER)
    gezien = [(baan.venster, stuk) for baan, stuk in zip(banen, lijn.vensters, strict=True) if baan.venster and stuk]
    if not gezien:
        return delen
    venster, stuk = gezien[0]
    lengte = len(venster.woorden) * LETTER
    x = max(stuk[0], vrij_vanaf)
    if x + lengte <= vrij_tot:
        delen.append(tekst(vorm, "t-strong", x, 11, venster.woorden))
    return delen


def _uitleg(banen: Sequence[Baan], vandaag: date) -> str:
    """Tell today, the windows and every moment in order."""
    zinnen = [f"Vandaag is {datum(vandaag)}."]
    for baan in banen:
        if baan.venster:
            periode = f"van {datum(baan.venster.van)} tot en met {datum(baan.venster.tot_en_met)}"
            zinnen.append(f"{baan.naam}: {baan.venster.woorden}, {periode}.")
        if baan.merken:
            momenten = sorted(baan.merken, key=lambda merk: merk.dag)
            zinnen.append(f"{baan.naam}: " + ", ".join(f"{datum(merk.dag)} {merk.woorden}" for merk in momenten) + ".")
    return " ".join(zinnen)
