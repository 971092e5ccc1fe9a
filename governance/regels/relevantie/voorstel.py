"""From answers to a proposal.

Counting: politiek% = sum of political points / (3 x questions answered) x 100; bestuurlijk% likewise. 'Weet ik nog
niet' does not count. A floor ('altijd minstens') lifts the proposal, never lowers it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.regels.instrument import WEET_NIET
from governance.regels.relevantie.handreiking import (
    MEESTE_PUNTEN,
    Handreiking,
    Klasse,
    Ondergrens,
    Optie,
    Telregel,
    Vraag,
)


@dataclass(frozen=True)
class Voorstel:
    """What the answers propose, and everything that it is made of. `genoeg`: whether enough was answered to propose."""

    klasse: Klasse
    telregel: Telregel
    opgetild_door: tuple[Ondergrens, ...]
    politiek: int  # percent of what the answered questions could give, rounded down
    bestuurlijk: int
    redenen: tuple[str, ...]
    antwoorden: tuple[tuple[Vraag, Optie], ...]
    open: tuple[Vraag, ...]
    genoeg: bool

    @property
    def zwaarst(self) -> tuple[tuple[Vraag, Optie], ...]:
        """The answers that count politically, the heaviest first."""
        telt = [paar for paar in self.antwoorden if paar[1].politiek]
        return tuple(sorted(telt, key=lambda paar: (-paar[1].politiek, paar[0].nummer)))


def stel_voor(handreiking: Handreiking, antwoorden: Mapping[str, str]) -> Voorstel:
    """Propose a class for these answers (question -> answer). Unknown answers and 'weet ik nog niet' do not count."""
    paren = tuple(
        (vraag, optie)
        for vraag in handreiking.vragen
        if (optie := vraag.optie(antwoorden.get(vraag.id, WEET_NIET))) and optie.id != WEET_NIET
    )
    gegeven = {vraag.id: optie.id for vraag, optie in paren}
    politiek = _procent(sum(optie.politiek for _, optie in paren), len(paren))
    bestuurlijk = _procent(sum(optie.bestuurlijk for _, optie in paren), len(paren))
    telregel = next(
        regel
        for regel in handreiking.telling
        if politiek >= regel.politiek_vanaf and bestuurlijk >= regel.bestuurlijk_vanaf
    )
    hoogst, tillers = _opgetild(handreiking, gegeven, telregel.klasse)
    klasse = handreiking.klasse(hoogst)
    if klasse is None:
        raise ValueError(f"the class {hoogst} is not in this version")
    return Voorstel(
        klasse=klasse,
        telregel=telregel,
        opgetild_door=tillers,
        politiek=politiek,
        bestuurlijk=bestuurlijk,
        redenen=tuple(een.reden for een in handreiking.afleidingen if _klopt(een.als, gegeven)),
        antwoorden=paren,
        open=tuple(vraag for vraag in handreiking.vragen if vraag.id not in gegeven),
        genoeg=len(paren) >= handreiking.minimaal_beantwoord,
    )


def _procent(punten: int, beantwoord: int) -> int:
    return punten * 100 // (MEESTE_PUNTEN * beantwoord) if beantwoord else 0


def _opgetild(handreiking: Handreiking, gegeven: Mapping[str, str], geteld: str) -> tuple[str, tuple[Ondergrens, ...]]:
    """The class after the floors, and the floors that brought it there; none when the count was as high already."""
    gelden = [grens for grens in handreiking.ondergrenzen if _klopt(grens.als, gegeven)]
    hoogst = max([geteld, *(grens.klasse for grens in gelden)], key=handreiking.zwaarte)
    if hoogst == geteld:
        return geteld, ()
    return hoogst, tuple(grens for grens in gelden if grens.klasse == hoogst)


def _klopt(als: Mapping[str, str], gegeven: Mapping[str, str]) -> bool:
    return all(gegeven.get(vraag) == optie for vraag, optie in als.items())
