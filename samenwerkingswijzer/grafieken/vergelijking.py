"""Shares under each other on one base of 0 to 100 percent: votes, costs and inhabitants per participant."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken.svg import Kleuren, Stijl, stijl, tekening, tekst, vlak
from samenwerkingswijzer.opmaak import procent

# A label with one share in percent per participant, in the order of the names.
Rij = tuple[str, tuple[Decimal, ...]]

LABEL = 78.0
RIJ = 24.0
BALK = 19.0
KIER = 1.5
LETTER = 6.4
INZET = 7.0


@dataclass(frozen=True)
class Deel:
    """One share in a bar: its place, its looks and the text that fits in it."""

    x: float
    y: float
    breedte: float
    klasse: str
    woorden: str


@dataclass(frozen=True)
class Vergelijking:
    """Bars under each other, with the names that fit under the last one."""

    delen: tuple[Deel, ...]
    labels: tuple[tuple[str, float], ...]
    namen: tuple[tuple[str, float], ...]
    hoogte: int


def vergelijking(rijen: Sequence[Rij], namen: Sequence[str], *, breedte: int = 427) -> Vergelijking:
    """Lay out the bars; the first participant is our own. Shares that pass 100 together are scaled back."""
    delen: list[Deel] = []
    for nummer, (_, aandelen) in enumerate(rijen):
        delen += _balk(aandelen, nummer * RIJ, breedte)
    laatste = delen[-len(namen) :] if namen else []
    return Vergelijking(
        delen=tuple(delen),
        labels=tuple((label, nummer * RIJ + 14) for nummer, (label, _) in enumerate(rijen)),
        namen=_namen_die_passen(laatste, namen, breedte),
        hoogte=int(len(rijen) * RIJ + 17),
    )


def _balk(aandelen: Sequence[Decimal], y: float, breedte: int) -> list[Deel]:
    """One bar: our own share dark, the others by turns in two light tints."""
    per_procent = (breedte - LABEL) / max(100.0, float(sum(aandelen)))
    delen, x = [], LABEL
    for index, aandeel in enumerate(aandelen):
        stuk = float(aandeel) * per_procent
        zichtbaar = max(stuk - KIER, 0.5) if stuk else 0.0
        klasse = "own" if index == 0 else ("other", "other-soft")[(index - 1) % 2]
        woorden = procent(aandeel, 0)
        past = zichtbaar >= len(woorden) * LETTER + 2 * INZET - 4
        delen.append(Deel(x, y, zichtbaar, klasse, woorden if past else ""))
        x += stuk
    return delen


def _namen_die_passen(delen: Sequence[Deel], namen: Sequence[str], breedte: int) -> tuple[tuple[str, float], ...]:
    """Put names under the last bar as far as they do not touch each other or the edge."""
    geplaatst: list[tuple[str, float]] = []
    vrij_vanaf = LABEL
    for deel, naam in zip(delen, namen, strict=True):
        x = deel.x + (INZET if geplaatst else 0)
        lengte = len(naam) * LETTER
        if deel.breedte and x >= vrij_vanaf and x + lengte <= breedte:
            geplaatst.append((naam, x))
            vrij_vanaf = x + lengte + INZET / 2
    return tuple(geplaatst)


@lru_cache(maxsize=512)
def vergelijking_svg(
    rijen: tuple[Rij, ...], namen: tuple[str, ...], titel: str, *, breedte: int = 427, kleuren: Kleuren | None = None
) -> SafeString:
    """Draw the bars. Give a table with the same shares where names or small shares matter."""
    beeld = vergelijking(rijen, namen, breedte=breedte)
    vorm = stijl(kleuren)
    stukken = [tekst(vorm, "t-ink", 0, y, label) for label, y in beeld.labels]
    stukken += [_stuk(vorm, deel) for deel in beeld.delen if deel.breedte]
    eigen = namen[0] if namen else ""
    stukken += [
        tekst(vorm, "t-strong" if naam == eigen else "t-muted", x, beeld.hoogte - 8.0, naam) for naam, x in beeld.namen
    ]
    return tekening(
        stukken,
        breedte=breedte,
        hoogte=beeld.hoogte,
        titel=titel,
        uitleg=_uitleg(rijen, namen),
        op_papier=kleuren is not None,
    )


def _stuk(vorm: Stijl, deel: Deel) -> str:
    """A share with its percentage in it."""
    figuur = vlak(vorm, deel.klasse, deel.x, deel.y, deel.breedte, BALK)
    if not deel.woorden:
        return figuur
    letter = "t-on" if deel.klasse == "own" else "t-ink"
    return figuur + tekst(vorm, letter, deel.x + INZET, deel.y + 14, deel.woorden)


def _uitleg(rijen: Sequence[Rij], namen: Sequence[str]) -> str:
    """Tell every share of every row."""
    return "; ".join(
        f"{label}: " + ", ".join(f"{naam} {procent(deel, 0)}" for naam, deel in zip(namen, aandelen, strict=True))
        for label, aandelen in rijen
    )
