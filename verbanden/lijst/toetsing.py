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

    @property
    def vorige(self) -> Lijst:
        """The list that is made before this one: jaarstukken before a begroting, and the other way round."""
        if self.soort is Documentsoort.BEGROTING:
            return Lijst(Documentsoort.JAARSTUKKEN, self.jaar - 2)
        return Lijst(Documentsoort.BEGROTING, self.jaar + 1)

    @property
    def bij_toezicht(self) -> date:
        """The day by which the document is with the supervisor (Gemeentewet art. 191 and 200; to be checked)."""
        return date(self.jaar - 1, 11, 15) if self.soort is Documentsoort.BEGROTING else date(self.jaar + 1, 7, 15)


def lijst_over(jaar: int, dag: date) -> Lijst:
    """The list that a year is now filled in for: what is still expected, or what was."""
    return Lijst(Documentsoort.BEGROTING if jaar >= dag.year else Documentsoort.JAARSTUKKEN, jaar)


@dataclass(frozen=True)
class Toetsing:
    """Checks parties for one list. `drempel` in percent; `vorige_moment` is that of the list before it."""

    lijst: Lijst
    drempel: Decimal
    vorige_moment: date

    def van(self, partij: Partij) -> tuple[Bevinding, ...]:
        """Everything there is to say about a party."""
        lijst = self.lijst
        return bevindingen(
            partij, lijst.soort, lijst.jaar, drempel_sprong=self.drempel, vorige_moment=self.vorige_moment
        )


def toetsing(lijst: Lijst, peildatum: Peildatum, drempel: Decimal) -> Toetsing:
    """The check of a list at a reference date; one query."""
    return Toetsing(lijst, drempel, vorige_moment(lijst, peildatum))


def vorige_moment(lijst: Lijst, peildatum: Peildatum) -> date:
    """The moment of the list before this one: its reference date, of a list with corrections the first.

    Of a list that the portal never held it is the day by which it went to the supervisor. A list of which that day
    is still to come is not made yet: then the one before that counts.
    """
    rijen = Editie.objects.op(peildatum.moment).filter(status=Editie.Status.VASTGESTELD, vervangt=None)
    bekend = {
        Lijst(Documentsoort(soort), jaar): dag for soort, jaar, dag in rijen.values_list("soort", "jaar", "peildatum")
    }
    eerder = lijst.vorige
    while eerder not in bekend and eerder.bij_toezicht > peildatum.dag:
        eerder = eerder.vorige
    return bekend.get(eerder) or eerder.bij_toezicht
