"""The afwegingskader as values: questions, principles, repertoire and rules. `governance.regels.lezer` reads them.

Source: founding document, paragraph 2.1 (kenmerken of the situation, keuzerepertoire, matching). The filling is our own
('eigen invulling') and lives in versions that a municipality replaces by its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

WEET_NIET = "weet_niet"  # an answer to every question; it never counts
ZWAARST = 3  # a weight lies between minus and plus this


class Soort(Enum):
    """The three parts of a governance regime."""

    VORM = "vormen"
    ROL = "rolkeuzes"
    AFSPRAAK = "afspraken"


class Werking(Enum):
    """What a hard rule does to a choice."""

    UITSLUITEN = "uitsluiten"
    WAARSCHUWEN = "waarschuwen"


class Plek(Enum):
    """Where a choice comes by a rule of precedence."""

    EERSTE = "eerste"
    LAATSTE = "laatste"


@dataclass(frozen=True)
class Optie:
    """One answer to a question."""

    id: str
    tekst: str


@dataclass(frozen=True)
class Uitgangspunt:
    """A principle of the municipality for working together, with where the founding document says so."""

    id: str
    naam: str
    tekst: str
    bron: str


@dataclass(frozen=True)
class Kenmerk:
    """A question about the situation. `nummer` counts from 1, in the order of the instrument."""

    id: str
    nummer: int
    groep: str
    vraag: str
    toelichting: str
    waarom: str
    opties: tuple[Optie, ...]
    uitgangspunt: Uitgangspunt | None = None

    def tekst(self, optie: str) -> str:
        """The answer in words; empty for an unknown one."""
        return next((een.tekst for een in self.opties if een.id == optie), "")


@dataclass(frozen=True)
class Keuze:
    """Something that can be chosen. `bij_vormen` None: it goes with every form."""

    id: str
    soort: Soort
    naam: str
    uitleg: str
    past_als: str
    vraagt_van_ons: str
    groep: str = ""
    grondslag: str = ""
    let_op: str = ""
    artikel: str = ""
    stappen: tuple[str, ...] = ()
    sluit_uit: frozenset[str] = frozenset()
    bij_vormen: frozenset[str] | None = None

    def hoort_bij(self, vorm: str) -> bool:
        """Whether this choice exists in that form."""
        return self.bij_vormen is None or vorm in self.bij_vormen


@dataclass(frozen=True)
class Regel:
    """What an answer says about choices: a weight from -3 to 3 for each, with the reason and where that comes from.

    Without a `kenmerk` the rule always counts.
    """

    id: str
    kenmerk: str
    optie: str
    gewichten: Mapping[str, int]
    reden: str
    bron: str


@dataclass(frozen=True)
class HardeRegel:
    """What the law says after an answer. `zeker` is false where a lawyer must still check it; that never excludes."""

    id: str
    kenmerk: str
    optie: str
    keuzes: frozenset[str]
    werking: Werking
    zeker: bool
    artikel: str
    reden: str


@dataclass(frozen=True)
class Voorrang:
    """With all these answers a choice comes first or last, whatever the points."""

    id: str
    als: Mapping[str, str]
    keuze: str
    plek: Plek
    reden: str


@dataclass(frozen=True)
class Drempel:
    """From how many points on a word is used."""

    vanaf: int
    woord: str


@dataclass(frozen=True)
class Afwegingskader:
    """One version of the instrument, read and checked."""

    naam: str
    toelichting: str
    bronnen: Mapping[str, str]
    kenmerken: tuple[Kenmerk, ...]
    keuzes: tuple[Keuze, ...]
    regels: tuple[Regel, ...]
    harde_regels: tuple[HardeRegel, ...]
    drempels: Mapping[Soort, tuple[Drempel, ...]]
    klein_verschil: int
    minimaal_beantwoord: int
    voorrang: tuple[Voorrang, ...] = ()
    gespreksvragen: tuple[str, ...] = ()
    uitgangspunten: tuple[Uitgangspunt, ...] = ()

    @cached_property
    def per_antwoord(self) -> Mapping[tuple[str, str], tuple[Regel, ...]]:
        """The rules of each answer; those that always count under ("", "")."""
        per: dict[tuple[str, str], list[Regel]] = {}
        for regel in self.regels:
            per.setdefault((regel.kenmerk, regel.optie), []).append(regel)
        return {antwoord: tuple(regels) for antwoord, regels in per.items()}

    def van(self, soort: Soort) -> tuple[Keuze, ...]:
        """The choices of one part of the regime, in the order of the instrument."""
        return tuple(keuze for keuze in self.keuzes if keuze.soort is soort)

    def keuze(self, id_: str) -> Keuze | None:
        """The choice with this id."""
        return next((keuze for keuze in self.keuzes if keuze.id == id_), None)

    def kenmerk(self, id_: str) -> Kenmerk | None:
        """The question with this id."""
        return next((kenmerk for kenmerk in self.kenmerken if kenmerk.id == id_), None)

    def woord(self, soort: Soort, punten: int) -> str:
        """How many points are said in words."""
        return next((drempel.woord for drempel in self.drempels[soort] if punten >= drempel.vanaf), "")


def geldig(kader: Afwegingskader, antwoorden: Mapping[str, str]) -> dict[str, str]:
    """The answers that this version knows and that count: no 'weet ik nog niet', nothing of another version."""
    mogelijk = {kenmerk.id: {optie.id for optie in kenmerk.opties} for kenmerk in kader.kenmerken}
    return {
        kenmerk: optie
        for kenmerk, optie in antwoorden.items()
        if optie != WEET_NIET and optie in mogelijk.get(kenmerk, ())
    }
