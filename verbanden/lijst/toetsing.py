"""Which list is looked at, and what its rules need besides the party: the threshold and the previous P&C moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Editie
from verbanden.regels.bbv.bevindingen import Bevinding, bevindingen
from verbanden.regels.bbv.partij import Documentsoort, Partij


@dataclass(frozen=True)
class Lijst:
    """One list: that of the begroting or of the jaarstukken of a year."""

    soort: Documentsoort
    jaar: int

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}"

    @property
    def titel(self) -> str:
        """How the page calls it: 'Lijst bij de begroting 2027'."""
        return f"Lijst bij de {self}"

    @property
    def rang(self) -> int:
        """The place in time: the begroting is made in the year before, the jaarstukken in the year after."""
        return 2 * (self.jaar - 1) + 1 if self.soort is Documentsoort.BEGROTING else 2 * (self.jaar + 1)


def lijst_over(jaar: int, dag: date) -> Lijst:
    """The list that a year is now filled in for: what is still expected, or what was."""
    return Lijst(Documentsoort.BEGROTING if jaar >= dag.year else Documentsoort.JAARSTUKKEN, jaar)


@dataclass(frozen=True)
class Toetsing:
    """Checks parties for one list. `drempel` in percent; `vorige_moment` is when the list before it was made."""

    lijst: Lijst
    drempel: Decimal
    vorige_moment: date | None

    def van(self, partij: Partij) -> tuple[Bevinding, ...]:
        """Everything there is to say about a party."""
        lijst = self.lijst
        return bevindingen(
            partij, lijst.soort, lijst.jaar, drempel_sprong=self.drempel, vorige_moment=self.vorige_moment
        )


def toetsing(lijst: Lijst, peildatum: Peildatum, drempel: Decimal) -> Toetsing:
    """The check of a list at a reference date; one query."""
    return Toetsing(lijst, drempel, _vorige_moment(lijst, peildatum))


def _vorige_moment(lijst: Lijst, peildatum: Peildatum) -> date | None:
    """The reference date of the last adopted list before this one; of a list with corrections the first."""
    rijen = Editie.objects.op(peildatum.moment).filter(status=Editie.Status.VASTGESTELD, vervangt=None)
    eerder = [
        (Lijst(Documentsoort(soort), jaar).rang, dag)
        for soort, jaar, dag in rijen.values_list("soort", "jaar", "peildatum")
    ]
    return max((paar for paar in eerder if paar[0] < lijst.rang), default=(0, None))[1]
