"""Do all parties look at a partnership in the same way? The four perspectives on what it must bring.

Source: founding document, paragraph 2.2 ('Meerwaarde: vier perspectieven', 'congruente samenwerking').
Not modelled: how strongly a party holds its perspective. A party that we did not ask is unknown, never agreed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum


class Perspectief(StrEnum):
    """Who decides what the partnership must bring, and whether it must pay off in itself or over several."""

    ZELF_PER_VERBAND = "zelf_per_verband"
    SAMEN_PER_VERBAND = "samen_per_verband"
    ZELF_OVER_VERBANDEN = "zelf_over_verbanden"
    SAMEN_OVER_VERBANDEN = "samen_over_verbanden"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Kijk:
    """One perspective: its number and name in the founding document, and what a party then does."""

    perspectief: Perspectief
    nummer: int
    naam: str
    uitleg: str
    samen: bool
    over_verbanden: bool


KIJKEN = (
    Kijk(
        Perspectief.ZELF_PER_VERBAND,
        1,
        "Scherp onderhandelen",
        "De partij bepaalt eerst zelf precies wat zij wil, en onderhandelt dan over de beste verdeling.",
        samen=False,
        over_verbanden=False,
    ),
    Kijk(
        Perspectief.SAMEN_PER_VERBAND,
        2,
        "Samen zoeken",
        "De partijen zoeken samen wat zij willen bereiken, en verdelen van daaruit kosten en baten.",
        samen=True,
        over_verbanden=False,
    ),
    Kijk(
        Perspectief.ZELF_OVER_VERBANDEN,
        3,
        "Ruilen over verbanden",
        "De partij bepaalt per verband zelf wat zij wil, en ruilt met partners over meer verbanden.",
        samen=False,
        over_verbanden=True,
    ),
    Kijk(
        Perspectief.SAMEN_OVER_VERBANDEN,
        4,
        "Samen het geheel wegen",
        "De partijen kiezen samen hun ambities, en kijken bij kosten en baten naar meer verbanden tegelijk.",
        samen=True,
        over_verbanden=True,
    ),
)
KIJK = {kijk.perspectief: kijk for kijk in KIJKEN}


class Uitkomst(Enum):
    """Whether the parties look the same way, as far as we know."""

    CONGRUENT = "ja"
    VERSCHILLEND = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Houding:
    """How one party looks, and since when we know; without a day nobody recorded it."""

    partij: str
    perspectief: Perspectief = Perspectief.ONBEKEND
    datum: date | None = None

    @property
    def bekend(self) -> bool:
        """Whether we know how this party looks."""
        return self.perspectief is not Perspectief.ONBEKEND


@dataclass(frozen=True)
class Congruentie:
    """The comparison of all parties: the outcome, who is unknown, and the days of what we do know."""

    uitkomst: Uitkomst
    kijken: tuple[Kijk, ...]
    bekend: tuple[Houding, ...]
    onbekend: tuple[str, ...]

    @property
    def oudste(self) -> date | None:
        """The day of the oldest perspective that the comparison leans on."""
        return min(self._dagen(), default=None)

    @property
    def nieuwste(self) -> date | None:
        """The day of the newest one."""
        return max(self._dagen(), default=None)

    def _dagen(self) -> list[date]:
        return [houding.datum for houding in self.bekend if houding.datum is not None]


def congruentie(houdingen: Iterable[Houding]) -> Congruentie:
    """Compare the parties whose perspective is known; fewer than two give no answer."""
    alle = tuple(houdingen)
    bekend = tuple(houding for houding in alle if houding.bekend)
    onbekend = tuple(houding.partij for houding in alle if not houding.bekend)
    aanwezig = {houding.perspectief for houding in bekend}
    kijken = tuple(kijk for kijk in KIJKEN if kijk.perspectief in aanwezig)
    return Congruentie(_uitkomst(len(bekend), len(kijken)), kijken, bekend, onbekend)


def _uitkomst(partijen: int, kijken: int) -> Uitkomst:
    if partijen < 2:
        return Uitkomst.ONBEKEND
    return Uitkomst.CONGRUENT if kijken == 1 else Uitkomst.VERSCHILLEND


def zinnen(vergeleken: Congruentie) -> tuple[str, str]:
    """The answer in a few words, and what it rests on."""
    if vergeleken.uitkomst is Uitkomst.ONBEKEND:
        return "Dat weten wij nog niet.", _te_weinig(len(vergeleken.bekend))
    aantal = _partijen(len(vergeleken.bekend))
    if vergeleken.uitkomst is Uitkomst.CONGRUENT:
        voorbehoud = ", voor zover wij weten" if vergeleken.onbekend else ""
        return f"Ja{voorbehoud}.", f"{aantal.capitalize()} kijken op dezelfde manier: {_genoemd(vergeleken.kijken)}."
    manieren = _aantal(len(vergeleken.kijken))
    return f"Nee: {aantal} kijken op {manieren} manieren.", _waarin(vergeleken.kijken)


def _te_weinig(bekend: int) -> str:
    if not bekend:
        return "Van geen enkele partij is vastgelegd hoe zij kijkt."
    return "Van één partij is vastgelegd hoe zij kijkt. Vergelijken kan vanaf twee."


def _waarin(kijken: Sequence[Kijk]) -> str:
    """On which of the two questions the parties differ."""
    wie = len({kijk.samen for kijk in kijken}) > 1
    waarover = len({kijk.over_verbanden for kijk in kijken}) > 1
    if wie and waarover:
        return "Zij verschillen over wie bepaalt, en over één of meer verbanden tegelijk."
    if wie:
        return "Zij verschillen over wie bepaalt wat de samenwerking moet opleveren: ieder zelf of samen."
    return "Zij verschillen over waar het moet uitkomen: per verband of over meer verbanden."


def _genoemd(kijken: Sequence[Kijk]) -> str:
    return ", ".join(kijk.naam.lower() for kijk in kijken)


def _partijen(aantal: int) -> str:
    return f"{_aantal(aantal)} partijen"


def _aantal(aantal: int) -> str:
    woorden = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
    return woorden[aantal] if aantal < len(woorden) else str(aantal)


def verouderd(datum: date | None, dag: date, maanden: int) -> bool:
    """Whether what was recorded on `datum` is more than this many months old on `dag`."""
    return datum is not None and datum < _terug(dag, maanden)


def _terug(dag: date, maanden: int) -> date:
    """The same day this many months earlier, or the last day of that month when it is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
