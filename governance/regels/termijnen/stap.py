"""What a chain gives back: its steps, each with who, until when, on what ground, counted from what; and what moved.

A step never says whether today is late: that compares its date with a day, and the day belongs to the caller.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from governance.regels.termijnen.grondslag import Grondslag, Hoofdstuk, minst_zeker
from governance.regels.wgr import MET_BESTUUR


class Raadsrol(StrEnum):
    """What the council does in a step (founding document 1.1); our own filling."""

    BEELDVORMING = "beeldvorming"
    OORDEELSVORMING = "oordeelsvorming"
    BESLUITVORMING = "besluitvorming"
    INFORMEREN = "informeren"


@dataclass(frozen=True)
class Regeling:
    """What decides which rules apply: the legal form and the chapter of the Wgr, both as in the register."""

    vorm: str
    hoofdstuk: str = Hoofdstuk.GEMEENTEN

    @property
    def dagelijks_bestuur(self) -> str:
        """Who prepares and sends (Wgr art. 34 and 58): the board itself where there is only one."""
        return DAGELIJKS_BESTUUR.get(self.vorm, "dagelijks bestuur")

    @property
    def algemeen_bestuur(self) -> str:
        """Who adopts."""
        return "algemeen bestuur" if self.vorm == "openbaar_lichaam" else self.dagelijks_bestuur

    @property
    def raden(self) -> str:
        """Who receives the papers of the partnership."""
        return "raden en provinciale staten" if self.hoofdstuk == Hoofdstuk.MET_PROVINCIE else "raden"

    @property
    def toezichthouder(self) -> str:
        """Who supervises: the Minister when a province takes part (art. 58)."""
        met_provincie = self.hoofdstuk == Hoofdstuk.MET_PROVINCIE
        return "minister van Binnenlandse Zaken" if met_provincie else "gedeputeerde staten"

    @property
    def heeft_bestuur(self) -> bool:
        """Whether it has a board, and so a budget of its own."""
        return self.vorm in MET_BESTUUR


DAGELIJKS_BESTUUR = {
    "bedrijfsvoeringsorganisatie": "bestuur",
    "gemeenschappelijk_orgaan": "gemeenschappelijk orgaan",
}


@dataclass(frozen=True)
class Stap:
    """One step. `wettelijk` is the last day that is in time, None when the law names none or a fact is missing.

    `voorlopig`: counted from a plan or from the last possible day, not from something that happened. `gevraagd`: the
    day the partner asks for. `gebeurd`: when it was done. `berekend_uit`: keys of other steps or names of facts.
    `afgeleid`: the day does not stand in the law but follows from it.
    """

    sleutel: str
    titel: str
    wie: str
    aan: str
    rol: Raadsrol
    uitleg: str
    wettelijk: date | None = None
    grondslagen: tuple[Grondslag, ...] = ()
    berekend_uit: tuple[str, ...] = ()
    voorlopig: bool = False
    gevraagd: date | None = None
    gebeurd: date | None = None
    let_op: str = ""
    afgeleid: bool = False

    @property
    def uiterlijk(self) -> date | None:
        """The day to work towards: what the partner asks when that is earlier, and never after the legal date."""
        dagen = [dag for dag in (self.wettelijk, self.gevraagd) if dag is not None]
        return min(dagen, default=None)

    @property
    def eerder_gevraagd(self) -> int:
        """How many days the partner asks us to be earlier than the law does; 0 when it does not."""
        if self.wettelijk is None or self.gevraagd is None:
            return 0
        return max((self.wettelijk - self.gevraagd).days, 0)

    @property
    def was_te_laat(self) -> bool:
        """Whether it was done after the legal date."""
        return self.gebeurd is not None and self.wettelijk is not None and self.gebeurd > self.wettelijk

    @property
    def zeker(self) -> str:
        """How sure we are: V, D or O, as its least sure rule; a day that is derived is D at best."""
        return minst_zeker([*(rij.zeker for rij in self.grondslagen), *("D" if self.afgeleid else "")])

    @property
    def niet_gemodelleerd(self) -> tuple[str, ...]:
        """What its rules leave out, each once."""
        return tuple(dict.fromkeys(rij.niet_gemodelleerd for rij in self.grondslagen))

    @property
    def voor_de_raad(self) -> bool:
        """Whether the council itself acts."""
        return self.wie == RAAD


RAAD, COLLEGE = "raad", "college"


@dataclass(frozen=True)
class Keten:
    """The steps of one paper or decision, in the order of the procedure. No steps: `reden` says why."""

    stappen: tuple[Stap, ...] = ()
    reden: str = ""

    def stap(self, sleutel: str) -> Stap:
        """One step by its key; KeyError when the chain does not have it."""
        return {stap.sleutel: stap for stap in self.stappen}[sleutel]

    def met_verzoeken(self, gevraagd: Mapping[str, date]) -> Keten:
        """The same chain with the days the partner asks for, per key of a step."""
        if not gevraagd:
            return self
        stappen = (
            replace(stap, gevraagd=gevraagd[stap.sleutel]) if stap.sleutel in gevraagd else stap
            for stap in self.stappen
        )
        return replace(self, stappen=tuple(stappen))


@dataclass(frozen=True)
class Verschuiving:
    """A step whose day to work towards changed; None: there was or is no day."""

    sleutel: str
    van: date | None
    naar: date | None


def verschuivingen(oud: Keten, nieuw: Keten) -> tuple[Verschuiving, ...]:
    """What moved between two chains, such as before and after another AB date; steps of both, the new order first."""
    voor = {stap.sleutel: stap.uiterlijk for stap in oud.stappen}
    na = {stap.sleutel: stap.uiterlijk for stap in nieuw.stappen}
    return tuple(
        Verschuiving(sleutel, voor.get(sleutel), na.get(sleutel))
        for sleutel in dict.fromkeys([*na, *voor])
        if voor.get(sleutel) != na.get(sleutel)
    )
