"""Why a difference between votes and a share may be: the principles that people name, and when one can hold.

Source: founding document, 1.1, 'goed bestuur' 3. The list of principles is our own choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Reden(Enum):
    """A principle behind a division of votes or cost; the value is what the register stores."""

    GELIJK = "gelijk"
    INWONERS = "inwoners"
    AFNAME = "afname"
    EIGENDOM = "eigendom"
    AFSPRAAK = "afspraak"
    ANDERS = "anders"

    @property
    def naam(self) -> str:
        """The principle in words."""
        return NAMEN[self]


NAMEN = {
    Reden.GELIJK: "Eén deelnemer, één stem",
    Reden.INWONERS: "De stemmen volgen het aantal inwoners",
    Reden.AFNAME: "De kosten volgen wat ieder afneemt",
    Reden.EIGENDOM: "De stemmen volgen het eigendom",
    Reden.AFSPRAAK: "Een afspraak tussen de deelnemers",
    Reden.ANDERS: "Een andere reden",
}


@dataclass(frozen=True)
class Uitleg:
    """What somebody recorded: the principle, in their words, with source and day."""

    reden: Reden
    tekst: str
    bron: str
    datum: date


def geldt(uitleg: Uitleg | None, *, stemmen_gelijk: bool) -> bool:
    """Whether an explanation can hold: 'one participant, one vote' does not when the votes are not equal."""
    return uitleg is not None and (uitleg.reden is not Reden.GELIJK or stemmen_gelijk)
