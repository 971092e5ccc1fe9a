"""Roles and agreements beside a form: what fits, what else exists, what was chosen, and what against the advice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from governance.afweging import Lezing
from governance.regels.afstand import AANBEVOLEN, OVERWEGEN
from governance.regels.instrument import Soort
from governance.regels.matching import Beoordeling, beoordeel


@dataclass(frozen=True)
class Keuzeregel:
    """A role or agreement: how it was judged, whether it fits by the advice, and whether it is ticked or chosen."""

    beoordeling: Beoordeling
    past: bool
    aan: bool

    @property
    def tegen_advies(self) -> bool:
        """Whether people chose what the advice does not name."""
        return self.aan and not self.past


def keuzeregels(lezing: Lezing, vorm: str, soort: Soort, gekozen: Collection[str] | None) -> list[Keuzeregel]:
    """Every role or agreement that exists in this form, and all that was chosen; the best first.

    `gekozen`: ids that people ticked or chose; None: what the advice recommends is ticked.
    """
    past = {een.keuze.id for een in lezing.past(vorm, soort) if een.woord in (AANBEVOLEN, OVERWEGEN)}
    vast = gekozen if gekozen is not None else ()
    keuzes = [keuze for keuze in lezing.kader.van(soort) if keuze.hoort_bij(vorm) or keuze.id in vast]
    beoordeeld = sorted((beoordeel(lezing.kader, lezing.gegeven, keuze) for keuze in keuzes), key=lambda b: -b.punten)
    return [Keuzeregel(een, een.keuze.id in past, _aan(een, past, gekozen)) for een in beoordeeld]


def _aan(een: Beoordeling, past: set[str], gekozen: Collection[str] | None) -> bool:
    if gekozen is not None:
        return een.keuze.id in gekozen
    return een.woord == AANBEVOLEN and een.keuze.id in past


def vastgelegd(lezing: Lezing, soort: Soort) -> list[str] | None:
    """The roles or agreements that were chosen; None while there is no choice."""
    if lezing.keuze is None:
        return None
    return list(lezing.keuze.rollen if soort is Soort.ROL else lezing.keuze.afspraken)
