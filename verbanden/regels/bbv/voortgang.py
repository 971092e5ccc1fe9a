"""How far the legal data of one party are: not started, in progress or complete. Pure."""

from dataclasses import dataclass

from verbanden.regels.bbv.bevindingen import vereist, volledig
from verbanden.regels.bbv.partij import Documentsoort, Partij

NIET_GESTART, BEZIG, VOLLEDIG = STATEN = ("niet gestart", "bezig", "volledig")


@dataclass(frozen=True)
class Voortgang:
    """`volledig` of `totaal` legal data; `begonnen` when there is a figure of the year."""

    volledig: int
    totaal: int
    begonnen: bool

    @property
    def staat(self) -> str:
        """One of `STATEN`."""
        if self.volledig == self.totaal:
            return VOLLEDIG
        return BEZIG if self.begonnen else NIET_GESTART


def voortgang(partij: Partij, soort: Documentsoort, jaar: int) -> Voortgang:
    """How far this party is; it starts with its first legal figure of the year."""
    posten = {post for eis in vereist(soort, jaar) for post in eis.posten}
    return Voortgang(*volledig(partij, soort, jaar), begonnen=not posten.isdisjoint(partij.cijfers))
