"""The bar of a ranking: one box per rule that gives points, before and against. Pure geometry."""

from __future__ import annotations

from dataclasses import dataclass

from governance.regels.instrument import Afwegingskader
from governance.regels.matching import Beoordeling, Bijdrage, Uitkomst

BREED, SPLEET, SMAL = 560.0, 1.5, 18.0


@dataclass(frozen=True)
class Vak:
    """A box: where it stands, how wide it is, its question (empty for a rule that always counts), for or against."""

    x: float
    breedte: float
    label: str
    voor: bool

    @property
    def midden(self) -> float:
        return self.x + self.breedte / 2

    @property
    def smal(self) -> bool:
        """Too narrow for its number on a small screen."""
        return self.breedte < SMAL


@dataclass(frozen=True)
class Balk:
    """A form with its boxes and, in words, what they say."""

    beoordeling: Beoordeling
    vakken: tuple[Vak, ...]
    woorden: str


def balken(kader: Afwegingskader, uitkomst: Uitkomst) -> list[Balk]:
    """A bar for every ranked form, all on one scale."""
    meest = max((sum(abs(b.punten) for b in vorm.bijdragen) for vorm in uitkomst.vormen), default=0)
    return [Balk(vorm, _vakken(kader, vorm, BREED / max(meest, 1)), _woorden(kader, vorm)) for vorm in uitkomst.vormen]


def _vakken(kader: Afwegingskader, vorm: Beoordeling, schaal: float) -> tuple[Vak, ...]:
    vakken, x = [], 0.0
    for bijdrage in (*vorm.voor, *vorm.tegen):
        breedte = abs(bijdrage.punten) * schaal
        vakken.append(Vak(round(x, 1), round(breedte - SPLEET, 1), _nummer(kader, bijdrage), bijdrage.punten > 0))
        x += breedte
    return tuple(vakken)


def _woorden(kader: Afwegingskader, vorm: Beoordeling) -> str:
    delen = [_zin("Voor", kader, vorm.voor), _zin("Tegen", kader, vorm.tegen)]
    if vorm.laagst != vorm.hoogst:
        delen.append(f"Met de open vragen kan het {vorm.laagst} tot {vorm.hoogst} punten worden.")
    return " ".join(deel for deel in delen if deel)


def _zin(kant: str, kader: Afwegingskader, bijdragen: tuple[Bijdrage, ...]) -> str:
    if not bijdragen:
        return ""
    delen = ", ".join(f"{_bron(kader, bijdrage)} {bijdrage.punten:+d}" for bijdrage in bijdragen)
    return f"{kant}: {delen}."


def _bron(kader: Afwegingskader, bijdrage: Bijdrage) -> str:
    nummer = _nummer(kader, bijdrage)
    return f"vraag {nummer}" if nummer else "altijd"


def _nummer(kader: Afwegingskader, bijdrage: Bijdrage) -> str:
    kenmerk = kader.kenmerk(bijdrage.regel.kenmerk)
    return str(kenmerk.nummer) if kenmerk else ""
