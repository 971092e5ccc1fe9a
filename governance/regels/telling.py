"""Counting what people scored on one partnership, into groups that may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from governance.regels.eensgezindheid import eensgezindheid, verschil
from governance.regels.groepen import COLLEGE, RAAD, SAMEN, Blok, apart, verdeel

Aantallen = tuple[int, ...]  # per class, in the order of the scale


@dataclass(frozen=True, repr=False)
class Stem:
    """What one person chose, without the person: side, fractie, place of the class on the scale, reasons, sentence."""

    kant: str
    fractie: str
    plek: int
    redenen: tuple[str, ...] = ()
    zin: str = ""


@dataclass(frozen=True)
class Groep:
    """A group with how many of it chose each class."""

    kant: str
    naam: str
    fracties: tuple[str, ...]
    aantallen: Aantallen

    @property
    def totaal(self) -> int:
        return sum(self.aantallen)


@dataclass(frozen=True)
class Telling:
    """What may be shown of the scores on one partnership; everything below is derived from the shown groups only."""

    groepen: tuple[Groep, ...] = ()
    redenen: tuple[tuple[str, int], ...] = ()  # most named first
    zinnen: tuple[tuple[str, int], ...] = ()  # most named first, then by the alphabet

    @property
    def verborgen(self) -> bool:
        """Whether nothing is shown: nobody scored, or too few people did."""
        return not self.groepen

    @property
    def allen(self) -> Aantallen | None:
        return _samen(self.groepen)

    @property
    def raad(self) -> Aantallen | None:
        """The raad as a whole; None when it cannot be told apart from the college."""
        return self._kant(RAAD)

    @property
    def college(self) -> Aantallen | None:
        return self._kant(COLLEGE)

    @property
    def eensgezindheid(self) -> float | None:
        """From 0 to 1 over everybody; None when nothing is shown."""
        return eensgezindheid(self.allen) if self.allen else None

    @property
    def verschil(self) -> Decimal | None:
        """How many classes the raad stands above the college."""
        return verschil(self.raad, self.college) if self.raad and self.college else None

    def _kant(self, kant: str) -> Aantallen | None:
        if any(groep.kant == SAMEN for groep in self.groepen):
            return None
        return _samen([groep for groep in self.groepen if groep.kant == kant])


def tel(stemmen: Sequence[Stem], klassen: int, *, samengevat: bool) -> Telling:
    """Count per group that may be shown; `klassen` is the length of the scale."""
    fracties = Counter(stem.fractie for stem in stemmen if stem.kant == RAAD)
    college = sum(stem.kant == COLLEGE for stem in stemmen)
    blokken = (verdeel if samengevat else apart)(fracties, college)
    if not blokken:
        return Telling()
    return Telling(
        groepen=tuple(_groep(blok, stemmen, klassen) for blok in blokken),
        redenen=op_aantal(Counter(reden for stem in stemmen for reden in stem.redenen)),
        zinnen=genoemd([stem.zin for stem in stemmen]),
    )


def op_aantal(geteld: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Most named first, then by the alphabet, so that the order says nothing of who came first."""
    return tuple(sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0])))


def genoemd(zinnen: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Sentences with how often they were written; capitals and spaces at the ends make no difference."""
    vormen: dict[str, str] = {}
    for zin in sorted(zin.strip() for zin in zinnen):
        vormen.setdefault(zin.casefold(), zin)
    geteld = Counter(zin.strip().casefold() for zin in zinnen if zin.strip())
    return op_aantal({vormen[sleutel]: aantal for sleutel, aantal in geteld.items()})


def _groep(blok: Blok, stemmen: Sequence[Stem], klassen: int) -> Groep:
    erin = [stem for stem in stemmen if _hoort_bij(stem, blok)]
    aantallen = Counter(stem.plek for stem in erin)
    return Groep(blok.kant, blok.naam, blok.fracties, tuple(aantallen[plek] for plek in range(klassen)))


def _hoort_bij(stem: Stem, blok: Blok) -> bool:
    if stem.kant == COLLEGE:
        return blok.kant in (COLLEGE, SAMEN)
    return blok.kant in (RAAD, SAMEN) and stem.fractie in blok.fracties


def _samen(groepen: Sequence[Groep]) -> Aantallen | None:
    if not groepen:
        return None
    return tuple(map(sum, zip(*(groep.aantallen for groep in groepen), strict=True)))
