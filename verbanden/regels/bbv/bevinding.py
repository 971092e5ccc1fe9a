"""What a finding is: which datum of which party, how serious, and who owes it."""

from dataclasses import dataclass
from enum import StrEnum

from verbanden.regels.bbv.eisen import Eis
from verbanden.regels.bbv.partij import Partij


class Ernst(StrEnum):
    """How serious: missing blocks adoption, an honest gap is printed as such, 'let op' asks for a second look."""

    ONTBREEKT = "ontbreekt"
    NIET_OPGEGEVEN = "niet_opgegeven"
    LET_OP = "let_op"


ERNSTNAMEN: dict[Ernst, str] = {
    Ernst.ONTBREEKT: "Ontbreekt",
    Ernst.NIET_OPGEGEVEN: "Niet opgegeven",
    Ernst.LET_OP: "Let op",
}


@dataclass(frozen=True)
class Bevinding:
    """One finding. `letter` is that of art. 15 lid 2, or empty; `onderdeel` the edit screen, `veld` what stands there.

    `gegeven` names the datum with its year or dates; `uitleg` says in Dutch what is the matter, and may be empty.
    `anker` is the place on the edit screen, or empty.
    """

    letter: str
    artikel: str
    gegeven: str
    ernst: Ernst
    uitleg: str
    onderdeel: str
    veld: str
    wie: str
    wie_id: int | None
    partij_id: int
    anker: str = ""

    @property
    def blokkeert(self) -> bool:
        """Whether the list cannot be adopted with this finding."""
        return self.ernst is Ernst.ONTBREEKT


@dataclass(frozen=True)
class Melding:
    """What a check has to say, before it is known of whom: the datum in words, and the field when it is not the key."""

    ernst: Ernst
    gegeven: str
    uitleg: str
    veld: str = ""


def maak(melding: Melding, eis: Eis, partij: Partij) -> Bevinding:
    """The finding on this datum of this party."""
    return Bevinding(
        letter=eis.letter,
        artikel=eis.artikel,
        gegeven=melding.gegeven,
        ernst=melding.ernst,
        uitleg=melding.uitleg,
        onderdeel=eis.onderdeel,
        veld=melding.veld or eis.sleutel,
        wie=partij.wie,
        wie_id=partij.wie_id,
        partij_id=partij.id,
        anker=eis.anker,
    )
