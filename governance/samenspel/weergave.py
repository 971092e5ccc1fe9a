"""How the interplay is shown: the picture of the four perspectives, the key beside each part, and the portfolio."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from governance.regels.congruentie import KIJK, KIJKEN, Kijk, Uitkomst, verouderd
from governance.regels.verdeelsleutel import Deel
from governance.samenspel.lezen import Aandelen, Partij, Verbandsamenspel
from samenwerkingswijzer.opmaak import getal

VEROUDERD_NA = 12  # months; perspectives are talked about every year
UITKOMSTEN = {
    Uitkomst.VERSCHILLEND: ("aandacht", "Nee"),
    Uitkomst.CONGRUENT: ("op_koers", "Ja"),
    Uitkomst.ONBEKEND: ("geen", "Onbekend"),
}


@dataclass(frozen=True)
class Naambordje:
    """A party in the picture; `was` is how it looked before, such as 'in 2024 nog 1'."""

    naam: str
    eigen: bool
    was: str


@dataclass(frozen=True)
class Vak:
    """One of the four perspectives with who looks that way."""

    kijk: Kijk
    partijen: tuple[Naambordje, ...]

    @property
    def eigen(self) -> bool:
        """Whether we look this way."""
        return any(partij.eigen for partij in self.partijen)


@dataclass(frozen=True)
class Regel:
    """One party with what it said last; `oud` when that is long ago."""

    naam: str
    eigen: bool
    kijk: Kijk | None
    was: str
    standpunt: Any
    oud: bool


@dataclass(frozen=True)
class Sleutelregel:
    """One owner in words: parts in percent, and the key minus each part in percentage points."""

    naam: str
    eigen: bool
    aandeel: Any
    verschillen: tuple[str, str]


@dataclass(frozen=True)
class Overzichtregel:
    """One partnership in the portfolio; `afwijking` is how far the key is off at most, in percentage points."""

    verband: Verbandsamenspel
    merk: str
    woord: str
    oud: bool
    afwijking: Decimal | None


@dataclass(frozen=True)
class Overzicht:
    """All partnerships, those in which the parties look differently first, and the sentence above them."""

    regels: Sequence[Overzichtregel]
    samenvatting: str


def kort(naam: str) -> str:
    """The name of a party where there is little room."""
    return naam.removeprefix("Gemeente ")


def beeld(partijen: Iterable[Partij]) -> tuple[tuple[str, tuple[Vak, ...]], ...]:
    """The picture as two rows of two: who decides, against one partnership or several."""
    alle = tuple(partijen)
    vakken = [Vak(kijk, tuple(_bordje(p) for p in alle if p.perspectief is kijk.perspectief)) for kijk in KIJKEN]
    return tuple(
        (kop, tuple(vak for vak in vakken if vak.kijk.samen is samen))
        for kop, samen in (("Vooraf zelf bepalen", False), ("Samen bepalen", True))
    )


def _bordje(partij: Partij) -> Naambordje:
    return Naambordje(kort(partij.naam), partij.eigen, _was(partij))


def _was(partij: Partij) -> str:
    """'in 2024 nog 1' for a party that looked another way before; empty for one that did not."""
    if partij.eerder is None:
        return ""
    return f"in {partij.eerder.datum.year} nog {KIJK[partij.eerder.perspectief].nummer}"


def regels(partijen: Iterable[Partij], dag: date) -> tuple[Regel, ...]:
    """The parties as rows of a table."""
    return tuple(
        Regel(
            naam=partij.naam,
            eigen=partij.eigen,
            kijk=KIJK.get(partij.perspectief),
            was=_was(partij),
            standpunt=partij.standpunt,
            oud=bool(partij.standpunt) and verouderd(partij.standpunt.datum, dag, VEROUDERD_NA),
        )
        for partij in partijen
    )


def sleutelregels(aandelen: Aandelen) -> tuple[Sleutelregel, ...]:
    """The owners with the key beside their parts."""
    paren = zip(aandelen.eigendom, aandelen.sleutel.delen, strict=True)
    return tuple(Sleutelregel(naam, eigen, rij, _verschillen(deel)) for (naam, eigen, rij), deel in paren)


def _verschillen(deel: Deel) -> tuple[str, str]:
    return _punten(deel.verschil("taak")), _punten(deel.verschil("baten"))


def _punten(verschil: Decimal | None) -> str:
    return "" if verschil is None else getal(verschil, 1, teken=True)


def overzicht(verbanden: Iterable[Verbandsamenspel], dag: date) -> Overzicht:
    """The portfolio; first who looks differently, then the same, then what we do not know."""
    alle = sorted((_overzichtregel(verband, dag) for verband in verbanden), key=_rang)
    return Overzicht(alle, samenvatting([regel.verband.congruentie.uitkomst for regel in alle]))


def _rang(regel: Overzichtregel) -> tuple[int, Decimal, str]:
    """Where a partnership stands: by outcome, then the key that fits worst, then by name."""
    uitkomst = list(UITKOMSTEN).index(regel.verband.congruentie.uitkomst)
    return uitkomst, -(regel.afwijking or Decimal(0)), regel.verband.naam.casefold()


def _overzichtregel(verband: Verbandsamenspel, dag: date) -> Overzichtregel:
    merk, woord = UITKOMSTEN[verband.congruentie.uitkomst]
    oud = verouderd(verband.congruentie.oudste, dag, VEROUDERD_NA)
    grootste = verband.aandelen.sleutel.grootste
    return Overzichtregel(verband, merk, woord, oud, None if grootste is None else abs(grootste.verschil))


def samenvatting(uitkomsten: Sequence[Uitkomst]) -> str:
    """'In 2 van de 4 verbanden waarvan wij het weten, kijken de partijen op dezelfde manier. Van 11 ...'"""
    aantal = Counter(uitkomsten)
    onbekend = aantal[Uitkomst.ONBEKEND]
    bekend = len(uitkomsten) - onbekend
    if not bekend:
        return "Van geen enkel verband weten wij of de partijen op dezelfde manier kijken."
    zelfde = aantal[Uitkomst.CONGRUENT]
    waarvan = "het ene verband" if bekend == 1 else f"{zelfde or 'geen'} van de {bekend} verbanden"
    niet = "niet " if bekend == 1 and not zelfde else ""
    zin = f"In {waarvan} waarvan wij het weten, kijken de partijen {niet}op dezelfde manier."
    if not onbekend:
        return zin
    return f"{zin} Van {onbekend} {'verband' if onbekend == 1 else 'verbanden'} weten wij het nog niet."
