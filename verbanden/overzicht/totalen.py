"""What the rows of the overview say together. Pure; growth compares like with like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verbanden.models import Oordeel
from verbanden.overzicht.rij import Rij
from verbanden.regels.cijfers import verschil

VERBONDEN = ("1", "2", "3", "4")
# The judgements in the order in which they ask attention.
OORDEELVOLGORDE = (Oordeel.BIJSTUREN, Oordeel.AANDACHT, Oordeel.OP_KOERS, Oordeel.GEEN)


@dataclass(frozen=True)
class Som:
    """A total in euro, and how many partnerships it leaves out because they gave no amount."""

    bedrag: Decimal
    zonder: int

    @property
    def leeg(self) -> bool:
        """Whether there was nothing to add up."""
        return self.bedrag == 0 and self.zonder > 0


@dataclass(frozen=True)
class Totalen:
    """The band with totals; `groei` in percent over those with an amount in both years, None when there are none."""

    verbanden: int
    verbonden: int
    nu: Som
    straks: Som
    groei: Decimal | None
    oordelen: tuple[tuple[str, int], ...]
    verouderd: int


def totalen(rijen: Sequence[Rij]) -> Totalen:
    """Add up the rows."""
    tellingen = Counter(rij.oordeel for rij in rijen)
    return Totalen(
        verbanden=len(rijen),
        verbonden=sum(rij.categorie in VERBONDEN for rij in rijen),
        nu=som(rij.nu for rij in rijen),
        straks=som(rij.straks for rij in rijen),
        groei=groei((rij.nu, rij.straks) for rij in rijen),
        oordelen=tuple((oordeel.value, tellingen[oordeel.value]) for oordeel in OORDEELVOLGORDE),
        verouderd=sum(bool(rij.verouderd) for rij in rijen),
    )


def som(bedragen: Iterable[Decimal | None]) -> Som:
    """Add up what is known and count what is not."""
    alle = list(bedragen)
    bekend = [bedrag for bedrag in alle if bedrag is not None]
    return Som(sum(bekend, Decimal(0)), len(alle) - len(bekend))


def groei(paren: Iterable[tuple[Decimal | None, Decimal | None]]) -> Decimal | None:
    """Growth in percent from the first to the second of each pair, over the pairs that are complete."""
    heel = [(oud, nieuw) for oud, nieuw in paren if oud is not None and nieuw is not None]
    return verschil(sum((nieuw for _, nieuw in heel), Decimal(0)), sum((oud for oud, _ in heel), Decimal(0)))
