"""What another version of an instrument would change in advices that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.regels.instrument import Afwegingskader
from governance.regels.matching import Beoordeling, weeg


@dataclass(frozen=True)
class Verschil:
    """The first form of two versions for the same answers; None where the law leaves no form."""

    nu: Beoordeling | None
    straks: Beoordeling | None

    @property
    def ander_advies(self) -> bool:
        """Whether another form comes first."""
        return _naam(self.nu) != _naam(self.straks)

    @property
    def andere_punten(self) -> bool:
        """Whether the same form comes first with another number of points."""
        return not self.ander_advies and _punten(self.nu) != _punten(self.straks)


def vergelijk(nu: Afwegingskader, straks: Afwegingskader, antwoorden: Mapping[str, str]) -> Verschil:
    """What becomes first with these answers, in both versions."""
    return Verschil(weeg(nu, antwoorden).eerste, weeg(straks, antwoorden).eerste)


def _naam(beoordeling: Beoordeling | None) -> str:
    return beoordeling.keuze.id if beoordeling else ""


def _punten(beoordeling: Beoordeling | None) -> int:
    return beoordeling.punten if beoordeling else 0
