"""How signals are shown: by seriousness and by rule, and the few that a start page has room for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samenwerkingswijzer.attendering.catalogus import ernstwoorden, groepen
from samenwerkingswijzer.attendering.signaal import Ernst, Signaalregel
from samenwerkingswijzer.rechten import Rol
from verbanden.signalering.lezen import VORMEN, Melding

OP_START = 5


@dataclass(frozen=True)
class Regelgroep:
    """The signals of one rule."""

    regel: Signaalregel
    meldingen: Sequence[Melding]

    @property
    def groep(self) -> str:
        """The subject of the rule in words."""
        return groepen()[self.regel.groep]

    @property
    def wie(self) -> str:
        """For whom it is meant."""
        return ", ".join(rol.label.lower() for rol in Rol if rol in self.regel.voor)


@dataclass(frozen=True)
class Ernstgroep:
    """The signals of one seriousness, by rule."""

    ernst: Ernst
    regels: Sequence[Regelgroep]

    @property
    def naam(self) -> str:
        return ernstwoorden()[self.ernst][0]

    @property
    def uitleg(self) -> str:
        return ernstwoorden()[self.ernst][1]

    @property
    def vorm(self) -> str:
        """The shape beside the name."""
        return VORMEN[self.ernst]

    @property
    def aantal(self) -> int:
        return sum(len(groep.meldingen) for groep in self.regels)


@dataclass(frozen=True)
class Startlijst:
    """The first signals for a start page, how many there are, and how many of those are urgent."""

    eerste: Sequence[Melding]
    aantal: int
    dringend: int

    @property
    def rest(self) -> int:
        return self.aantal - len(self.eerste)


def per_ernst(meldingen: Iterable[Melding]) -> list[Ernstgroep]:
    """The most serious first; in each the rules with the nearest day first, as the signals came."""
    groepen_: dict[Ernst, dict[str, list[Melding]]] = defaultdict(lambda: defaultdict(list))
    for melding in meldingen:
        groepen_[melding.signaal.regel.ernst][melding.signaal.regel.sleutel].append(melding)
    return [Ernstgroep(ernst, _regels(groepen_[ernst])) for ernst in Ernst if ernst in groepen_]


def _regels(per_regel: Mapping[str, list[Melding]]) -> list[Regelgroep]:
    return [
        Regelgroep(lijst[0].signaal.regel, sorted(lijst, key=lambda m: (m.signaal.rang[:2], m.naam.casefold())))
        for lijst in per_regel.values()
    ]


def startlijst(meldingen: Sequence[Melding]) -> Startlijst:
    """What fits on a start page; not more than two of one rule while there are others."""
    gezien: Counter[str] = Counter()
    voorop: list[Melding] = []
    later: list[Melding] = []
    for melding in meldingen:
        gezien[melding.signaal.regel.sleutel] += 1
        (voorop if gezien[melding.signaal.regel.sleutel] <= 2 else later).append(melding)
    eerste = sorted([*voorop, *later][:OP_START], key=lambda melding: melding.signaal.rang)
    return Startlijst(eerste, len(meldingen), sum(melding.dringend for melding in meldingen))
