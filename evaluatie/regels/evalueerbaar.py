"""Whether a goal can be evaluated at all, rule by rule, and how to word it better.

The rules themselves are data of the prestatieladder (`governance.regels.prestatieladder`); here they are applied.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from governance.regels.prestatieladder.ladder import Controle, Ladder, Toetsregel

ONBEKEND = "…"


class Uitslag(Enum):
    """What the check says of a goal as a whole."""

    EVALUEERBAAR = "evalueerbaar"
    MET_AANDACHT = "met_aandacht"
    NIET_EVALUEERBAAR = "niet_evalueerbaar"


@dataclass(frozen=True)
class Formulering:
    """A goal as it is written down: its sentence, which of its fields hold something, and the rungs around it.

    `ingevuld` has names of `governance.regels.prestatieladder.toets.VELDEN`; `treden` are the numbers of the rungs
    of all goals of the partnership.
    """

    tekst: str
    ingevuld: Collection[str]
    treden: Collection[int] = ()


@dataclass(frozen=True)
class Bevinding:
    """A rule with whether it holds; `gevonden` are the words in the text that made it fail."""

    regel: Toetsregel
    klopt: bool
    gevonden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Toetsing:
    """The check of one goal. `zin` is the sentence of the instrument."""

    uitslag: Uitslag
    zin: str
    bevindingen: tuple[Bevinding, ...]

    @property
    def gaten(self) -> tuple[Bevinding, ...]:
        """What does not hold, what is obliged first."""
        open_ = [een for een in self.bevindingen if not een.klopt]
        return tuple(sorted(open_, key=lambda een: not een.regel.verplicht))

    @property
    def kloppen(self) -> int:
        """How many rules hold."""
        return sum(een.klopt for een in self.bevindingen)


def toets(ladder: Ladder, formulering: Formulering) -> Toetsing:
    """Hold a goal against every rule of the ladder."""
    bevindingen = tuple(_bevinding(regel, formulering) for regel in ladder.toets)
    if any(een.regel.verplicht and not een.klopt for een in bevindingen):
        uitslag = Uitslag.NIET_EVALUEERBAAR
    elif sum(een.klopt for een in bevindingen if not een.regel.verplicht) >= ladder.minimaal_adviezen:
        uitslag = Uitslag.EVALUEERBAAR
    else:
        uitslag = Uitslag.MET_AANDACHT
    return Toetsing(uitslag, ladder.uitslagen[uitslag.value], bevindingen)


def voorzet(*, indicator: str, streef: str, streefjaar: str, nulmeting: str, nulmeting_jaar: str) -> str:
    """A sentence to begin with, of an indicator and two values with their units; dots for what is not known yet."""
    doel = f"{indicator or ONBEKEND}: {streef or ONBEKEND} in {streefjaar or ONBEKEND}"
    return f"{doel}, tegen {nulmeting or ONBEKEND} in {nulmeting_jaar or ONBEKEND}."


def _bevinding(regel: Toetsregel, formulering: Formulering) -> Bevinding:
    if regel.controle is Controle.INGEVULD:
        return Bevinding(regel, all(veld in formulering.ingevuld for veld in regel.velden))
    if regel.controle is Controle.HOGE_TREDE:
        return Bevinding(regel, any(trede >= regel.vanaf for trede in formulering.treden))
    if regel.controle is Controle.GEEN_BEGIN:
        kaal = " ".join(re.findall(r"\w+", formulering.tekst.casefold()))
        gevonden = tuple(woord for woord in regel.woorden if kaal.startswith(woord.casefold()))
        return Bevinding(regel, bool(kaal) and not gevonden, gevonden)
    gevonden = tuple(_in_tekst(regel.woorden, formulering.tekst))
    hoogstens = 1 if regel.controle is Controle.EEN_DING else 0
    te_veel = len(gevonden) > hoogstens
    return Bevinding(regel, not te_veel, tuple(dict.fromkeys(gevonden)) if te_veel else ())


def _in_tekst(woorden: Iterable[str], tekst: str) -> Iterable[str]:
    """Every time that one of these words stands in the text, as a word of its own."""
    laag = tekst.casefold()
    for woord in woorden:
        yield from re.findall(rf"(?<!\w){re.escape(woord.casefold())}(?!\w)", laag)
