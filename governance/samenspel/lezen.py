"""Reads the interplay with partners, for one partnership or for all, on the reference date.

The number of queries does not depend on the number of partnerships, parties or rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from governance.models import Partijaandeel, Spelerspunt, Standpunt
from governance.regels.congruentie import Congruentie, Houding, Perspectief, congruentie
from governance.regels.verdeelsleutel import Deel, Sleutelbeeld, vergelijk
from governance.samenspel.zelfcheck import Zelfcheck, zelfcheck
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Deelname, Organisatie, Samenwerkingsverband

Rijen = Mapping[int, list[Any]]


@dataclass(frozen=True)
class Partij:
    """One participant with its newest position, and the last one before that in which it looked another way."""

    id: int
    naam: str
    eigen: bool
    standpunt: Any = None
    eerder: Any = None

    @property
    def perspectief(self) -> Perspectief:
        """How this party looks, as far as we know."""
        return Perspectief(self.standpunt.perspectief) if self.standpunt else Perspectief.ONBEKEND


@dataclass(frozen=True)
class Aandelen:
    """What the parties do in the last year of which something is known; rows with the name of their party."""

    jaar: int | None
    eigendom: tuple[tuple[str, bool, Any], ...]
    inkoop: tuple[tuple[str, bool, Any], ...]
    sleutel: Sleutelbeeld


@dataclass(frozen=True)
class Verbandsamenspel:
    """All that we know of the interplay in one partnership."""

    id: int
    slug: str
    naam: str
    vorm: str
    partijen: tuple[Partij, ...]
    congruentie: Congruentie
    aandelen: Aandelen
    zelfcheck: Zelfcheck


@dataclass(frozen=True)
class Bekend:
    """The organisations that are named, and which of them is ours."""

    namen: Mapping[int, str]
    onze: int | None


def lees(
    peildatum: Peildatum, onze_tooi: str, verbanden: Sequence[Samenwerkingsverband]
) -> tuple[Verbandsamenspel, ...]:
    """The interplay in these partnerships, in their order; five queries."""
    moment, dag = peildatum.moment, peildatum.dag
    ids = [verband.id for verband in verbanden]
    deelnames = Deelname.objects.op(moment, verband_id__in=ids).geldig(dag)
    deelnemers = list(deelnames.values_list("verband_id", "organisatie_id"))
    standpunten = _per_verband(Standpunt.objects.op(moment, verband_id__in=ids).tot_en_met(dag))
    aandelen = _per_verband(Partijaandeel.objects.op(moment, verband_id__in=ids).filter(jaar__lte=dag.year))
    punten = _per_verband(Spelerspunt.objects.op(moment, verband_id__in=ids).filter(jaar__gte=dag.year - 1))
    genoemd = {organisatie for _, organisatie in deelnemers}
    genoemd |= {aandeel.partij_id for rijen in aandelen.values() for aandeel in rijen}
    bekend = _bekend(peildatum, onze_tooi, genoemd)
    per_verband: dict[int, list[int]] = defaultdict(list)
    for verband_id, organisatie in deelnemers:
        per_verband[verband_id].append(organisatie)
    return tuple(
        _verband(
            verband,
            _partijen(per_verband[verband.id], standpunten[verband.id], bekend),
            _aandelen(aandelen[verband.id], bekend),
            zelfcheck(punten[verband.id], dag.year),
        )
        for verband in verbanden
    )


def _verband(
    verband: Samenwerkingsverband, partijen: tuple[Partij, ...], aandelen: Aandelen, check: Zelfcheck
) -> Verbandsamenspel:
    houdingen = (Houding(p.naam, p.perspectief, p.standpunt.datum if p.standpunt else None) for p in partijen)
    return Verbandsamenspel(
        id=verband.id,
        slug=verband.slug,
        naam=verband.korte_naam or verband.naam,
        vorm=verband.get_vorm_display(),
        partijen=partijen,
        congruentie=congruentie(houdingen),
        aandelen=aandelen,
        zelfcheck=check,
    )


def _partijen(deelnemers: Iterable[int], standpunten: Sequence[Any], bekend: Bekend) -> tuple[Partij, ...]:
    """The participants of one partnership, ours first and then by name; `standpunten` the newest first."""
    per_partij: dict[int, list[Any]] = defaultdict(list)
    for standpunt in standpunten:
        per_partij[standpunt.partij_id].append(standpunt)
    partijen = (_partij(nummer, per_partij[nummer], bekend) for nummer in set(deelnemers) if nummer in bekend.namen)
    return tuple(sorted(partijen, key=lambda partij: (not partij.eigen, partij.naam.casefold())))


def _partij(nummer: int, standpunten: Sequence[Any], bekend: Bekend) -> Partij:
    naam, eigen = bekend.namen[nummer], nummer == bekend.onze
    if not standpunten:
        return Partij(nummer, naam, eigen)
    nu, *eerder = standpunten
    anders = (s for s in eerder if s.perspectief not in (nu.perspectief, Perspectief.ONBEKEND.value))
    return Partij(nummer, naam, eigen, nu, next(anders, None))


def _aandelen(rijen: Sequence[Any], bekend: Bekend) -> Aandelen:
    """The rows of the last year, ours first and then by name; ownership and purchase apart."""
    jaar = max((rij.jaar for rij in rijen), default=None)
    met_naam = [
        (bekend.namen[rij.partij_id], rij.partij_id == bekend.onze, rij)
        for rij in rijen
        if rij.jaar == jaar and rij.partij_id in bekend.namen
    ]
    met_naam.sort(key=lambda regel: (not regel[1], regel[0].casefold()))
    eigendom = tuple(regel for regel in met_naam if regel[2].soort == Partijaandeel.Soort.EIGENDOM)
    inkoop = tuple(regel for regel in met_naam if regel[2].soort == Partijaandeel.Soort.EIGEN_INKOOP)
    delen = (Deel(naam, rij.deel_taak, rij.deel_baten, rij.deel_sleutel) for naam, _, rij in eigendom)
    return Aandelen(jaar, eigendom, inkoop, vergelijk(delen))


def _bekend(peildatum: Peildatum, onze_tooi: str, nummers: set[int]) -> Bekend:
    rijen = Organisatie.objects.op(peildatum.moment, id__in=nummers).values_list("id", "naam", "tooi")
    gevonden = list(rijen)
    onze = next((nummer for nummer, _, tooi in gevonden if tooi and tooi == onze_tooi), None)
    return Bekend({nummer: naam for nummer, naam, _ in gevonden}, onze)


def _per_verband(rijen: Iterable[Any]) -> Rijen:
    per_verband: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        per_verband[rij.verband_id].append(rij)
    return per_verband
