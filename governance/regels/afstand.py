"""Advice against reality: what a regime should hold beside what holds in fact. Nothing known is never 'in order'.

Source: founding document, paragraph 2.1 (form, division of roles and powers, agreements and instruments).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import Enum

from governance.regels.instrument import Afwegingskader, Keuze, Soort
from governance.regels.matching import Antwoorden, passend, weeg

AANBEVOLEN, OVERWEGEN = "aanbevolen", "overwegen"
PAST_NIET = "past niet bij deze vorm"
BIJ_ROL_EN_AFSPRAAK = (Soort.ROL, Soort.AFSPRAAK)


class Stand(Enum):
    """Whether a role or agreement holds in fact, as far as anyone recorded."""

    GELDT = "geldt"
    GELDT_NIET = "geldt_niet"
    ONBEKEND = "onbekend"


class Oordeel(Enum):
    """What the distance between advice and reality comes to."""

    ONTBREEKT = "Ontbreekt"
    ONBEKEND = "Nog niet nagekeken"
    OVERBODIG = "Overbodig"
    OP_ORDE = "Op orde"
    MAG = "Mag blijven"

    @property
    def gat(self) -> bool:
        """Whether something asks to be done."""
        return self in (Oordeel.ONTBREEKT, Oordeel.OVERBODIG)


class Vormoordeel(Enum):
    """What the form in the register comes to."""

    PAST = "Past"
    WIJKT_AF = "Wijkt af"
    UITGESLOTEN = "Kan niet volgens de wet"
    ONBEKEND = "Niet te vergelijken"


@dataclass(frozen=True)
class Punt:
    """One role or agreement: what the instrument says of it, whether it is wanted, and whether it holds."""

    keuze: Keuze
    advies: str
    wenselijk: bool
    stand: Stand
    oordeel: Oordeel


@dataclass(frozen=True)
class Afstand:
    """All roles and agreements that are wanted or that hold, what asks for work first; and the form."""

    vorm: Keuze | None  # the wanted form
    vormoordeel: Vormoordeel
    punten: tuple[Punt, ...]

    def telling(self, oordeel: Oordeel) -> int:
        """How many points have this judgement."""
        return Counter(punt.oordeel for punt in self.punten)[oordeel]

    @property
    def ontbreekt(self) -> int:
        return self.telling(Oordeel.ONTBREEKT)

    @property
    def overbodig(self) -> int:
        return self.telling(Oordeel.OVERBODIG)

    @property
    def onbekend(self) -> int:
        return self.telling(Oordeel.ONBEKEND)

    @property
    def op_orde(self) -> int:
        return self.telling(Oordeel.OP_ORDE)

    @property
    def niets_nagekeken(self) -> bool:
        """Whether nobody looked at anything that is wanted."""
        return 0 < self.onbekend == self.wenselijk

    @property
    def wenselijk(self) -> int:
        """How many roles and agreements are wanted."""
        return sum(punt.wenselijk for punt in self.punten)


def afstand(
    kader: Afwegingskader,
    antwoorden: Antwoorden,
    *,
    vorm: str,
    gekozen_vorm: str | None,
    gekozen: Set[str] | None,
    standen: Mapping[str, Stand],
) -> Afstand:
    """Compare what is wanted with what holds.

    Wanted is what people chose (`gekozen_vorm`, `gekozen`: ids of roles and agreements); without a choice, what the
    instrument recommends for the form that the partnership has (`vorm`), or for the first form when it has none of
    the instrument's. `standen`: id of a role or agreement -> whether it holds.
    """
    gewenst = _gewenste_vorm(kader, antwoorden, gekozen_vorm)
    basis = gekozen_vorm or (vorm if kader.keuze(vorm) else gewenst)
    past = [een for soort in BIJ_ROL_EN_AFSPRAAK for een in passend(kader, antwoorden, basis, soort)]
    woorden = {een.keuze.id: een.woord for een in past}
    alle = [keuze for soort in BIJ_ROL_EN_AFSPRAAK for keuze in kader.van(soort)]
    punten = [_punt(keuze, woorden.get(keuze.id, PAST_NIET), gekozen, standen) for keuze in alle]
    telt = [punt for punt in punten if punt is not None]
    volgorde = list(Oordeel)
    return Afstand(
        vorm=kader.keuze(gewenst),
        vormoordeel=_vormoordeel(kader, antwoorden, vorm, gewenst),
        punten=tuple(sorted(telt, key=lambda punt: volgorde.index(punt.oordeel))),
    )


def _gewenste_vorm(kader: Afwegingskader, antwoorden: Antwoorden, gekozen: str | None) -> str:
    if gekozen:
        return gekozen
    uitkomst = weeg(kader, antwoorden)
    return uitkomst.eerste.keuze.id if uitkomst.eerste else ""


def _vormoordeel(kader: Afwegingskader, antwoorden: Antwoorden, vorm: str, gewenst: str) -> Vormoordeel:
    if not gewenst or kader.keuze(vorm) is None:
        return Vormoordeel.ONBEKEND
    if any(een.keuze.id == vorm for een in weeg(kader, antwoorden).uitgesloten):
        return Vormoordeel.UITGESLOTEN
    return Vormoordeel.PAST if vorm == gewenst else Vormoordeel.WIJKT_AF


def _punt(keuze: Keuze, advies: str, gekozen: Set[str] | None, standen: Mapping[str, Stand]) -> Punt | None:
    wenselijk = keuze.id in gekozen if gekozen is not None else advies == AANBEVOLEN
    stand = standen.get(keuze.id, Stand.ONBEKEND)
    oordeel = _oordeel(wenselijk, advies, stand)
    return Punt(keuze, advies, wenselijk, stand, oordeel) if oordeel else None


def _oordeel(wenselijk: bool, advies: str, stand: Stand) -> Oordeel | None:
    """None for what nobody wants and what does not hold: there is nothing to say of it."""
    if wenselijk:
        per_stand = {Stand.GELDT: Oordeel.OP_ORDE, Stand.GELDT_NIET: Oordeel.ONTBREEKT}
        return per_stand.get(stand, Oordeel.ONBEKEND)
    if stand is not Stand.GELDT:
        return None
    return Oordeel.MAG if advies in (AANBEVOLEN, OVERWEGEN) else Oordeel.OVERBODIG
