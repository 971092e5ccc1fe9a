"""Reads the Wgr-check: every running regeling beside every subject. Queries do not grow with the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.models import Wgrpunt
from governance.regels import wgr
from governance.regels.wgr import Onderwerp, Plicht, Stand, Telling, Uitkomst
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband, Vorm, WgrHoofdstuk
from verbanden.models.keuzes import REGELINGEN

WOORDEN = {
    Stand.GEREGELD: "Geregeld",
    Stand.NIET_GEREGELD: "Niet geregeld",
    Stand.NIET_VAN_TOEPASSING: "N.v.t.",
    Stand.ONBEKEND: "Onbekend",
}
MERKEN = {Stand.GEREGELD: "op_koers", Stand.NIET_GEREGELD: "bijsturen", Stand.ONBEKEND: "geen"}
BIJ_PLICHT = {Plicht.MAG: "mag, hoeft niet", Plicht.NA_TE_KIJKEN: "nog na te kijken in de wet"}
DOEN = {Stand.NIET_GEREGELD: "Regelen in de regeling: {}", Stand.ONBEKEND: "Opzoeken in de regeling: {}"}
Punten = Mapping[str, Any]


@dataclass(frozen=True)
class Cel:
    """One subject of one regeling in words. `merk` is the shape, empty when the subject does not apply."""

    uitkomst: Uitkomst
    artikel: str = ""
    url: str = ""
    toelichting: str = ""
    nagekeken_op: date | None = None

    @property
    def woord(self) -> str:
        return WOORDEN[self.uitkomst.stand]

    @property
    def merk(self) -> str:
        """A subject that may be left out is never a shortcoming, so it has no shape that says so."""
        if self.uitkomst.stand is Stand.NIET_GEREGELD and not self.uitkomst.telt:
            return "geen"
        return MERKEN.get(self.uitkomst.stand, "")

    @property
    def noot(self) -> str:
        """What the law says of this subject, where that is not simply 'it must'."""
        return BIJ_PLICHT.get(self.uitkomst.plicht, "")


@dataclass(frozen=True)
class Regel:
    """One regeling with its subjects."""

    id: int
    slug: str
    naam: str
    vorm: str
    provincie: bool
    cellen: tuple[Cel, ...]

    @property
    def telling(self) -> Telling:
        return wgr.tel(cel.uitkomst for cel in self.cellen)


@dataclass(frozen=True)
class Check:
    """All running regelingen on a day, those with the most open subjects first."""

    onderwerpen: tuple[Onderwerp, ...]
    regels: tuple[Regel, ...]

    @property
    def totaal(self) -> Telling:
        return wgr.tel(cel.uitkomst for regel in self.regels for cel in regel.cellen)

    @property
    def per_onderwerp(self) -> list[tuple[Onderwerp, Telling]]:
        kolommen = zip(*(regel.cellen for regel in self.regels), strict=True)
        tellingen = (wgr.tel(cel.uitkomst for cel in kolom) for kolom in kolommen)
        return list(zip(self.onderwerpen, tellingen, strict=True))


def lees(peildatum: Peildatum) -> Check:
    """The Wgr-check of the portfolio on a day; two queries."""
    moment, dag = peildatum.moment, peildatum.dag
    velden = ("id", "slug", "naam", "korte_naam", "vorm", "wgr_hoofdstuk")
    verbanden = Samenwerkingsverband.objects.op(moment).lopend().filter(vorm__in=REGELINGEN)
    punten: dict[int, dict[str, Any]] = defaultdict(dict)
    for punt in Wgrpunt.objects.op(moment).order_by():
        punten[punt.verband_id][punt.onderwerp] = punt
    regels = (_regel(rij, punten[rij[0]], dag) for rij in verbanden.values_list(*velden))
    return Check(wgr.geldend(dag), tuple(sorted(regels, key=_dringend)))


def lees_een(verband: Any, peildatum: Peildatum) -> tuple[Cel, ...]:
    """The subjects of one regeling on a day; one query."""
    punten = {punt.onderwerp: punt for punt in Wgrpunt.objects.op(peildatum.moment, verband_id=verband.id).order_by()}
    return cellen(verband.vorm, punten, peildatum.dag)


def doen(cel: Cel) -> str:
    """What an open subject asks; empty when it is settled or need not be."""
    return DOEN[cel.uitkomst.stand].format(cel.uitkomst.onderwerp.titel) if cel.uitkomst.open else ""


def _dringend(regel: Regel) -> tuple[int, int, str]:
    telling = regel.telling
    return (-telling.niet_geregeld, -telling.onbekend, regel.naam.casefold())


def _regel(rij: tuple[Any, ...], punten: Punten, dag: date) -> Regel:
    nummer, slug, naam, korte_naam, vorm, hoofdstuk = rij
    met_provincie = hoofdstuk == WgrHoofdstuk.MET_PROVINCIE
    return Regel(nummer, slug, korte_naam or naam, Vorm(vorm).label, met_provincie, cellen(vorm, punten, dag))


def cellen(vorm: str, punten: Punten, dag: date) -> tuple[Cel, ...]:
    """The subjects of one regeling, in the order of the law; `punten` per key of a subject."""
    bekend = {sleutel: punt.stand for sleutel, punt in punten.items()}
    return tuple(
        _cel(uitkomst, punten.get(uitkomst.onderwerp.sleutel)) for uitkomst in wgr.uitkomsten(vorm, bekend, dag)
    )


def _cel(uitkomst: Uitkomst, punt: Any) -> Cel:
    if punt is None:
        return Cel(uitkomst)
    return Cel(uitkomst, punt.artikel, punt.url, punt.toelichting, punt.nagekeken_op)


def met_open_plekken(verband: Samenwerkingsverband, rijen: Sequence[Wgrpunt], dag: date) -> list[Wgrpunt]:
    """Every subject that may apply to this regeling, in the order of the law; unsaved where nobody looked yet."""
    bekend = {rij.onderwerp: rij for rij in rijen}
    return [
        bekend.get(onderwerp.sleutel) or Wgrpunt(verband=verband, onderwerp=onderwerp.sleutel)
        for onderwerp in wgr.geldend(dag)
        if onderwerp.sleutel in bekend or wgr.plicht(onderwerp, verband.vorm) is not Plicht.NIET_VAN_TOEPASSING
    ]
