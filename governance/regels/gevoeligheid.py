"""What answer would change the advice: every other answer is tried, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.regels.instrument import WEET_NIET, Afwegingskader, Kenmerk, Optie, geldig
from governance.regels.matching import Beoordeling, Uitkomst, punten_van, weeg


@dataclass(frozen=True)
class Ommekeer:
    """Another answer, and the ranking that it gives. `kantelt`: another form comes first."""

    kenmerk: Kenmerk
    optie: Optie
    uitkomst: Uitkomst
    kantelt: bool


@dataclass(frozen=True)
class Anders:
    """Another answer, and how a role or agreement would then be called."""

    kenmerk: Kenmerk
    optie: Optie
    woord: str


def ommekeren(kader: Afwegingskader, antwoorden: Mapping[str, str]) -> tuple[Ommekeer, ...]:
    """All other answers that put another form first, in the order of the questions.

    An open question counts too: each of its answers is another one.
    """
    gegeven = geldig(kader, antwoorden)
    eerste = _eerste(weeg(kader, gegeven))
    geprobeerd = (
        Ommekeer(kenmerk, optie, uitkomst, _eerste(uitkomst) != eerste)
        for kenmerk in kader.kenmerken
        for optie in kenmerk.opties
        if optie.id not in (WEET_NIET, gegeven.get(kenmerk.id))
        for uitkomst in (weeg(kader, {**gegeven, kenmerk.id: optie.id}),)
    )
    return tuple(een for een in geprobeerd if een.kantelt)


def open_vragen(kader: Afwegingskader, antwoorden: Mapping[str, str]) -> tuple[Kenmerk, ...]:
    """The open questions of which an answer can still put another form first."""
    gegeven = geldig(kader, antwoorden)
    gevoelig = {een.kenmerk.id for een in ommekeren(kader, gegeven)}
    return tuple(kenmerk for kenmerk in kader.kenmerken if kenmerk.id not in gegeven and kenmerk.id in gevoelig)


def anders(kader: Afwegingskader, antwoorden: Mapping[str, str], beoordeling: Beoordeling) -> tuple[Anders, ...]:
    """The other answers after which this role or agreement is called something else than now."""
    gegeven = geldig(kader, antwoorden)
    keuze = beoordeling.keuze
    gevonden = []
    for kenmerk in kader.kenmerken:
        nu = punten_van(kader, kenmerk.id, gegeven.get(kenmerk.id, WEET_NIET), keuze.id)
        for optie in kenmerk.opties:
            straks = beoordeling.punten - nu + punten_van(kader, kenmerk.id, optie.id, keuze.id)
            woord = kader.woord(keuze.soort, straks)
            if optie.id not in (WEET_NIET, gegeven.get(kenmerk.id)) and woord != beoordeling.woord:
                gevonden.append(Anders(kenmerk, optie, woord))
    return tuple(gevonden)


def _eerste(uitkomst: Uitkomst) -> str:
    return uitkomst.eerste.keuze.id if uitkomst.eerste else ""
