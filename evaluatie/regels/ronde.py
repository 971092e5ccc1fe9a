"""The two rounds a year in which progress is told: with the jaarrekening and with the begroting.

Source: BBV art. 9 lid 2 f and art. 26 (begroting and jaarstukken each have a paragraph on verbonden partijen).
The dates are our own ('eigen invulling'): early enough for the documents of the municipality itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

BEGIN_BEGROTING = 7  # from this month on the round of the begroting runs
KLAAR_JAARREKENING = (4, 15)
KLAAR_BEGROTING = (10, 1)


class Ogenblik(Enum):
    """With which document progress is told."""

    JAARREKENING = "jaarrekening"
    BEGROTING = "begroting"


@dataclass(frozen=True)
class Ronde:
    """One round: with the jaarrekening of a year that is over, or the begroting of the year to come."""

    jaar: int
    moment: Ogenblik

    @property
    def begint(self) -> date:
        """The first day of the round."""
        return date(self.jaar + 1, 1, 1) if self._terug else date(self.jaar - 1, BEGIN_BEGROTING, 1)

    @property
    def klaar_op(self) -> date:
        """The day on which every partnership should have told its progress."""
        return date(self.jaar + 1, *KLAAR_JAARREKENING) if self._terug else date(self.jaar - 1, *KLAAR_BEGROTING)

    @property
    def vorige(self) -> Ronde:
        """The round before this one."""
        if self._terug:
            return Ronde(self.jaar + 1, Ogenblik.BEGROTING)
        return Ronde(self.jaar - 2, Ogenblik.JAARREKENING)

    @property
    def _terug(self) -> bool:
        return self.moment is Ogenblik.JAARREKENING


def ronde_op(dag: date) -> Ronde:
    """The round that runs on a day: in spring the jaarrekening of last year, from July the begroting of next year."""
    if dag.month < BEGIN_BEGROTING:
        return Ronde(dag.year - 1, Ogenblik.JAARREKENING)
    return Ronde(dag.year + 1, Ogenblik.BEGROTING)
