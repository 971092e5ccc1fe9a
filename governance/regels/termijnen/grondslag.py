"""What one rule of law is: law, article, since when, which term, how sure we are, and what is not modelled.

`zeker` is that of docs/wetgeving.md: V read in a source, D derived from what was read, O general knowledge that nobody
laid beside the text of the law yet. A changed law is a new row with the same key and chapter, from a later day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.regels.termijnen.tijd import EEN_DAG, Termijn
from governance.regels.wgr import BWB, WET

# We look no further back: the Wgr as it was before the change of 2015 is not modelled.
EERSTE_DAG = date(2015, 1, 1)
ADRES = "https://wetten.overheid.nl/{bwb}/"
MINST_ZEKER_EERST = "ODV"


class Hoofdstuk(StrEnum):
    """The chapter of the Wgr; the values of the register. Elsewhere, and for another law, there is none."""

    GEEN = ""
    GEMEENTEN = "I"
    MET_PROVINCIE = "IV"
    ANDERS = "anders"


# The chapters whose rules stand in the tables, in the order of the columns.
MET_REGELS = (Hoofdstuk.GEMEENTEN, Hoofdstuk.MET_PROVINCIE)


class Verlenging(StrEnum):
    """Whether the Algemene termijnenwet makes a term longer, in words for people."""

    JA = "Eindigt de termijn in het weekend of op een feestdag, dan loopt zij door tot de eerstvolgende werkdag."
    TERUGGEREKEND = "Deze termijn wordt teruggerekend. De Algemene termijnenwet verschuift haar dan niet."
    VASTE_DAG = "Dit is een vaste dag. Wij verschuiven haar niet als zij in het weekend valt; zo bent u zeker op tijd."
    GEEN_TERMIJN = "De wet noemt hier geen termijn, dus er valt niets te verlengen."


@dataclass(frozen=True)
class Grondslag:
    """One row of law; `jaren` in a term is counted from the year the paper is about."""

    sleutel: str
    hoofdstuk: Hoofdstuk
    wet: str
    bwb: str
    artikel: str
    regel: str
    termijn: Termijn
    verlenging: Verlenging
    zeker: str
    niet_gemodelleerd: str
    geldig_vanaf: date = EERSTE_DAG
    geldig_tot: date | None = None

    def geldt(self, dag: date) -> bool:
        """Whether the row is law on a day; `geldig_tot` is its last day."""
        return self.geldig_vanaf <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)

    @property
    def eenheid(self) -> str:
        """What the term is counted in."""
        return self.termijn.eenheid

    @property
    def adres(self) -> str:
        """Where the law stands."""
        return ADRES.format(bwb=self.bwb)

    @property
    def bron(self) -> str:
        """'Wet gemeenschappelijke regelingen, art. 35 lid 3'."""
        return f"{self.wet}, {self.artikel}"


@dataclass(frozen=True)
class Versie:
    """One version of a rule of the Wgr: from when, which term, and per chapter (I, IV) the article and how sure."""

    vanaf: date
    termijn: Termijn
    artikelen: tuple[str, str]
    zeker: tuple[str, str]


def wgr_rijen(
    sleutel: str, regel: str, niet_gemodelleerd: str, verlenging: Verlenging, *reeks: Versie
) -> Iterator[Grondslag]:
    """The rows of one rule of the Wgr, a row per version and chapter; each version ends the day before the next."""
    eindes = [*(volgende.vanaf - EEN_DAG for volgende in reeks[1:]), None]
    for versie, tot in zip(reeks, eindes, strict=True):
        for hoofdstuk, artikel, zeker in zip(MET_REGELS, versie.artikelen, versie.zeker, strict=True):
            yield Grondslag(
                sleutel,
                hoofdstuk,
                WET,
                BWB,
                artikel,
                regel,
                versie.termijn,
                verlenging,
                zeker,
                niet_gemodelleerd,
                versie.vanaf,
                tot,
            )


# Per key of a rule and chapter its versions, the oldest first.
Wetboek = Mapping[tuple[str, str], tuple[Grondslag, ...]]


def wetboek(rijen: Iterable[Grondslag]) -> Wetboek:
    """Put rows of law in order, so that a rule is found at once."""
    boek: dict[tuple[str, str], list[Grondslag]] = {}
    for rij in sorted(rijen, key=lambda rij: rij.geldig_vanaf):
        boek.setdefault((rij.sleutel, rij.hoofdstuk), []).append(rij)
    return {wat: tuple(reeks) for wat, reeks in boek.items()}


def versies(boek: Wetboek, sleutel: str, hoofdstuk: str) -> tuple[Grondslag, ...]:
    """The versions of one rule; empty when the rule is not modelled for this chapter."""
    return boek.get((sleutel, hoofdstuk), ())


def geldend(boek: Wetboek, sleutel: str, hoofdstuk: str, dag: date) -> Grondslag | None:
    """The version that is law on a day."""
    return next((rij for rij in versies(boek, sleutel, hoofdstuk) if rij.geldt(dag)), None)


def minst_zeker(zekerheden: Iterable[str]) -> str:
    """The least sure of several marks; empty when there are none."""
    return min(zekerheden, key=MINST_ZEKER_EERST.index, default="")
