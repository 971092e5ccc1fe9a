"""One partnership on the overview: plain facts in, a frozen row with formatted words out.

Making a row is pure and remembered: formatting and drawing happen once per distinct content, not once per request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.grafieken import sparklijn_svg
from verbanden.models import Levensfase, Oordeel, Vorm
from verbanden.regels import bbv, cijfers
from verbanden.regels.volledigheid import STAND_VEROUDERD

NIET_OPGEGEVEN = "niet opgegeven"
NIET_INGEVULD = "nog niet ingevuld"
HONDERD = Decimal(100)


class Bijdrage(NamedTuple):
    """The leading figure of our contribution in one year, in euro; without amount an honest gap."""

    jaar: int
    stadium: str
    bedrag: Decimal | None
    gevraagd_op: date | None


class Stand(NamedTuple):
    """The judgement in force."""

    oordeel: str
    zin: str
    datum: date


class Deel(NamedTuple):
    """The part of the contribution that belongs to a programme, in percent."""

    programma_id: int
    aandeel: Decimal


class Kern(NamedTuple):
    """The columns of the partnership itself that the overview needs."""

    id: int
    slug: str
    naam: str
    korte_naam: str
    vorm: str
    levensfase: str
    fictief: bool
    bestuurlijk_belang: str
    financieel_belang: str
    portefeuille_id: int | None
    onderwerpen: tuple[str, ...]


class Feiten(NamedTuple):
    """All the overview knows of one partnership; `bijdragen` has a place for each of the five years."""

    kern: Kern
    klasse: str
    stand: Stand | None
    accounthouder_id: int | None
    delen: tuple[Deel, ...]
    bijdragen: tuple[Bijdrage | None, ...]


@dataclass(frozen=True)
class Cel:
    """What a cell says: a value, something without weight (`stil`), or an open gap (`gat`)."""

    tekst: str
    stil: bool = False
    gat: bool = False


@dataclass(frozen=True, eq=False)
class Rij:
    """A row of the overview. Compared by identity: equal facts give the same object while it is remembered."""

    feiten: Feiten
    id: int
    slug: str
    naam: str
    vorm: str
    categorie: str
    oordeel: str
    zin: str
    verouderd: tuple[str, ...]
    trend: SafeString | str
    bijdrage: Cel
    verschil: Cel
    nu: Decimal | None
    straks: Decimal | None
    groei: Decimal | None

    @property
    def fase(self) -> str:
        """The phase of life, only when it is another than 'uitvoeren'."""
        if self.feiten.kern.levensfase == Levensfase.UITVOEREN:
            return ""
        return Levensfase(self.feiten.kern.levensfase).label.lower()

    @property
    def getekend(self) -> bool:
        """Whether the trend is a drawing and not a few words."""
        return isinstance(self.trend, SafeString)

    @property
    def lopend(self) -> bool:
        """Whether the partnership has not ended."""
        return self.feiten.kern.levensfase != Levensfase.BEEINDIGD


@lru_cache(maxsize=4096)
def maak_rij(feiten: Feiten, dag: date) -> Rij:
    """The row of these facts on a day; the years of the contributions run from three back to one ahead."""
    nu, straks = feiten.bijdragen[3], feiten.bijdragen[4]
    groei = _groei(nu, straks)
    return Rij(
        feiten=feiten,
        id=feiten.kern.id,
        slug=feiten.kern.slug,
        naam=feiten.kern.korte_naam or feiten.kern.naam,
        vorm=Vorm(feiten.kern.vorm).label + (" (fictief)" if feiten.kern.fictief else ""),
        categorie=categorie(feiten.kern),
        oordeel=feiten.stand.oordeel if feiten.stand else Oordeel.GEEN.value,
        zin=feiten.stand.zin if feiten.stand else "",
        verouderd=tuple(verouderd(feiten, dag)),
        trend=_trend(feiten, dag.year),
        bijdrage=bedragcel(nu),
        verschil=_verschilcel(nu, straks, groei),
        nu=nu.bedrag if nu else None,
        straks=straks.bedrag if straks else None,
        groei=groei,
    )


def categorie(kern: Kern) -> str:
    """The part of the BBV list ('1' to '4'), 'geen' or, while a test was not done, 'onbekend'."""
    belang = bbv.verbonden_partij(kern.bestuurlijk_belang, kern.financieel_belang)
    if belang is bbv.Belang.JA:
        return str(int(bbv.CATEGORIE_PER_VORM[kern.vorm]))
    return "geen" if belang is bbv.Belang.NEE else "onbekend"


def verouderd(feiten: Feiten, dag: date) -> list[str]:
    """What is stale: no amount for this year, or a judgement of more than half a year ago."""
    labels = []
    bekend = [bijdrage.jaar for bijdrage in feiten.bijdragen if bijdrage and bijdrage.bedrag is not None]
    if dag.year not in bekend:
        eerder = [jaar for jaar in bekend if jaar < dag.year]
        labels.append(f"Cijfers van {max(eerder)}" if eerder else "Geen cijfers")
    if feiten.stand and dag - feiten.stand.datum > STAND_VEROUDERD:
        labels.append(f"Oordeel van {opmaak.datum(feiten.stand.datum)}")
    return labels


def bedragcel(bijdrage: Bijdrage | None, deel: Decimal = HONDERD) -> Cel:
    """An amount in thousands of euro, a quiet zero, or the gap; `deel` is the percentage that counts."""
    if bijdrage is None:
        return Cel(NIET_INGEVULD, gat=True)
    if bijdrage.bedrag is None:
        return Cel(NIET_OPGEGEVEN, gat=True)
    return Cel(opmaak.duizend(bijdrage.bedrag * deel / 100), stil=bijdrage.bedrag == 0)


def geen_bijdrage(feiten: Feiten) -> bool:
    """Whether it is known that we pay nothing: at least one amount, and every one of them zero."""
    bedragen = [bijdrage.bedrag for bijdrage in feiten.bijdragen if bijdrage]
    return bool(bedragen) and all(bedrag == 0 for bedrag in bedragen)


def _groei(nu: Bijdrage | None, straks: Bijdrage | None) -> Decimal | None:
    """Growth in percent from this year to the next; None when it cannot be told."""
    if nu is None or straks is None or nu.bedrag is None or straks.bedrag is None:
        return None
    return cijfers.verschil(straks.bedrag, nu.bedrag)


def _verschilcel(nu: Bijdrage | None, straks: Bijdrage | None, groei: Decimal | None) -> Cel:
    """The growth, or why there is none."""
    if groei is not None:
        return Cel(opmaak.procent(groei, teken=True))
    if straks is None or straks.bedrag is None:
        return bedragcel(straks)
    return Cel("n.v.t." if nu and nu.bedrag is not None else "niet te berekenen", stil=True)


def _trend(feiten: Feiten, jaar: int) -> SafeString | str:
    """The five years as a line; words when there is nothing to draw."""
    if geen_bijdrage(feiten):
        return "Geen bijdrage"
    punten = tuple(
        (jaar - 3 + plek, bijdrage.bedrag, cijfers.is_verwacht(bijdrage.stadium))
        if bijdrage
        else (jaar - 3 + plek, None, False)
        for plek, bijdrage in enumerate(feiten.bijdragen)
    )
    return sparklijn_svg(punten, f"Bijdrage aan {feiten.kern.korte_naam or feiten.kern.naam}") or "Geen cijfers"
