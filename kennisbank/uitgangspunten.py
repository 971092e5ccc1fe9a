"""How a partnership stands on each principle: the words of the municipality, and the evidence of every function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kennisbank.inhoud import gemeentebreed, hoofdpunten
from kennisbank.lezen import Stuk, van_soort
from kennisbank.models import Soort
from kennisbank.regels.oordeel import Stand, samen
from samenwerkingswijzer.bewijs import Bewijs
from samenwerkingswijzer.peildatum import Peildatum

MERKEN = {Stand.MET: "op_koers", Stand.DEELS: "aandacht", Stand.NIET: "bijsturen", Stand.ONBEKEND: "geen"}
WOORDEN = {Stand.MET: "Voldoet", Stand.DEELS: "Deels", Stand.NIET: "Niet", Stand.ONBEKEND: "Nog niet te zeggen"}


@dataclass(frozen=True)
class Regel:
    """One principle with what the data say of it."""

    stuk: Stuk
    bewijzen: tuple[Bewijs, ...] = ()

    @property
    def stand(self) -> Stand:
        return samen(Stand(bewijs.stand.value) for bewijs in self.bewijzen)

    @property
    def merk(self) -> str:
        """The shape of the stand."""
        return MERKEN[self.stand]

    @property
    def woord(self) -> str:
        return WOORDEN[self.stand]


@dataclass(frozen=True)
class Groep:
    """A main point with its principles."""

    naam: str
    tekst: str
    regels: list[Regel] = field(default_factory=list)


def groepen(peildatum: Peildatum, bewijzen: Iterable[Bewijs] = (), *, een_verband: bool = False) -> list[Groep]:
    """The principles under their main points, each with its evidence; two queries.

    A principle that the municipality added itself stands last. `een_verband` leaves out what is about all together.
    """
    per_punt: dict[str, list[Bewijs]] = defaultdict(list)
    for bewijs in bewijzen:
        per_punt[bewijs.uitgangspunt].append(bewijs)
    weg = gemeentebreed() if een_verband else frozenset()
    over = {stuk.artikel.sleutel: stuk for stuk in van_soort(peildatum, Soort.UITGANGSPUNT)}
    gevonden = []
    for punt in hoofdpunten():
        stukken = [over.pop(sleutel) for sleutel in punt.uitgangspunten if sleutel in over]
        gevonden.append(Groep(f"{punt.nummer}. {punt.naam}", punt.tekst, _regels(stukken, per_punt, weg)))
    gevonden.append(Groep("Andere uitgangspunten", "", _regels(list(over.values()), per_punt, weg)))
    return [groep for groep in gevonden if groep.regels]


def tellingen(alle: Sequence[Groep]) -> list[tuple[str, str, int]]:
    """How often each stand comes: shape, word, number."""
    standen = [regel.stand for groep in alle for regel in groep.regels]
    return [(MERKEN[stand], WOORDEN[stand], standen.count(stand)) for stand in Stand]


def _regels(stukken: list[Stuk], per_punt: dict[str, list[Bewijs]], weg: frozenset[str]) -> list[Regel]:
    sleutels = [(stuk, stuk.artikel.sleutel) for stuk in stukken]
    return [Regel(stuk, tuple(per_punt[sleutel])) for stuk, sleutel in sleutels if sleutel not in weg]
