"""Reads the overview in a few queries whatever the number of partnerships, today or as it was at an earlier day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, CharField, DateField, DecimalField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce

from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Accounthouderschap,
    Belangrijkheid,
    Jaarcijfer,
    Portefeuille,
    Post,
    Programma,
    Programmadeel,
    Samenwerkingsverband,
    StandVanZaken,
)
from verbanden.overzicht.rij import Bijdrage, Deel, Feiten, Kern, Rij, Stand, maak_rij
from verbanden.regels.cijfers import ZEKERHEID

JAREN_TERUG, JAREN_VOORUIT = 3, 1
# From the most to the least certain; an amount goes before a gap.
VOORRANG = (
    Case(When(bedrag=None, then=1), default=0),
    Case(*(When(stadium=stadium, then=plek) for plek, stadium in enumerate(ZEKERHEID)), default=len(ZEKERHEID)),
)

Namen = Mapping[int, str]


@dataclass(frozen=True)
class Overzicht:
    """All partnerships at a reference date, by name, with the names that belong to the ids in them."""

    rijen: tuple[Rij, ...]
    programmas: Namen
    portefeuilles: Namen
    accounthouders: Namen


_geheugen: Leesgeheugen[Overzicht] = Leesgeheugen(
    Samenwerkingsverband,
    Jaarcijfer,
    StandVanZaken,
    Belangrijkheid,
    Programmadeel,
    Programma,
    Portefeuille,
    Accounthouderschap,
    Gebruiker,
)


def lees(peildatum: Peildatum) -> Overzicht:
    """The overview at a reference date: one query when nothing changed since it was read, otherwise four."""
    return _geheugen.haal(peildatum, lambda: _lees(peildatum))


def jaren(dag: date) -> range:
    """The five years on the overview: three back, this one and the next."""
    return range(dag.year - JAREN_TERUG, dag.year + JAREN_VOORUIT + 1)


def momenten(peildatum: Peildatum, overzicht: Overzicht) -> list[Tijdlijnmoment]:
    """Moments still to come of partnerships that have not ended, by date."""
    lopend = {rij.id for rij in overzicht.rijen if rij.lopend}
    komend = register.momenten(peildatum, vanaf=peildatum.dag)
    return [moment for moment in komend if moment.verband_id in lopend]


def _lees(peildatum: Peildatum) -> Overzicht:
    feiten = _kleine_feiten(peildatum)
    bijdragen = _bijdragen(peildatum)
    klassen = {verband: klasse for verband, klasse, *_ in feiten["klasse"]}
    standen = {verband: Stand(oordeel, zin, datum) for verband, oordeel, zin, datum, _ in feiten["stand"]}
    houders = {verband: int(houder) for verband, houder, *_ in feiten["accounthouder"]}
    delen: dict[int, list[Deel]] = defaultdict(list)
    for verband, programma, *_, aandeel in feiten["deel"]:
        delen[verband].append(Deel(int(programma), aandeel))
    leeg: tuple[None, ...] = (None,) * len(jaren(peildatum.dag))
    verbanden = Samenwerkingsverband.objects.op(peildatum.moment).order_by("naam", "id").values_list(*Kern._fields)
    rijen = (
        Feiten(
            kern=Kern._make((*kolommen[:-1], tuple(kolommen[-1]))),
            klasse=klassen.get(kolommen[0], ""),
            stand=standen.get(kolommen[0]),
            accounthouder_id=houders.get(kolommen[0]),
            delen=tuple(delen[kolommen[0]]),
            bijdragen=bijdragen.get(kolommen[0], leeg),
        )
        for kolommen in verbanden
    )
    return Overzicht(
        rijen=tuple(maak_rij(rij, peildatum.dag) for rij in rijen),
        programmas={nummer: naam for nummer, naam, *_ in sorted(feiten["programma"], key=lambda f: (f[4], f[1]))},
        portefeuilles={nummer: houder for nummer, houder, *_ in feiten["portefeuille"]},
        accounthouders={int(houder): naam or "(naam onbekend)" for _, houder, naam, *_ in feiten["accounthouder"]},
    )


def _bijdragen(peildatum: Peildatum) -> dict[int, tuple[Bijdrage | None, ...]]:
    """Per partnership the leading contribution of each of the five years, with None where there is no row."""
    reeks = jaren(peildatum.dag)
    rijen = (
        Jaarcijfer.objects.op(peildatum.moment, post=Post.BIJDRAGE, jaar__range=(reeks[0], reeks[-1]))
        .order_by("verband_id", "jaar", *VOORRANG)
        .distinct("verband_id", "jaar")
        .values_list("verband_id", "jaar", "stadium", "bedrag", "gevraagd_op")
    )
    gevonden: dict[int, list[Bijdrage | None]] = defaultdict(lambda: [None] * len(reeks))
    for verband, jaar, stadium, bedrag, gevraagd_op in rijen:
        gevonden[verband][jaar - reeks[0]] = Bijdrage(jaar, stadium, bedrag, gevraagd_op)
    return {verband: tuple(bijdragen) for verband, bijdragen in gevonden.items()}


def _kleine_feiten(peildatum: Peildatum) -> Mapping[str, list[tuple[Any, ...]]]:
    """Everything else, asked in one go: per kind rows of (id, code, text, date, number)."""
    moment, dag = peildatum.moment, peildatum.dag
    eerste, *andere = (
        _feit("klasse", Belangrijkheid.objects.op(moment).laatste(dag), "verband_id", "klasse", datum="datum"),
        _feit("stand", StandVanZaken.objects.op(moment).laatste(dag), "verband_id", "oordeel", "zin", datum="datum"),
        _feit("deel", Programmadeel.objects.op(moment).order_by(), "verband_id", "programma_id", getal="aandeel"),
        _feit("programma", Programma.objects.op(moment).order_by(), "id", "naam", getal="volgorde"),
        _feit("portefeuille", Portefeuille.objects.op(moment).order_by(), "id", "houder"),
        _feit(
            "accounthouder",
            Accounthouderschap.objects.op(moment).geldig(dag).order_by().annotate(wie=_gebruikersnaam(moment)),
            "verband_id",
            "gebruiker_id",
            "wie",
        ),
    )
    per_soort: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for soort, *feit in eerste.union(*andere, all=True):
        per_soort[soort].append(tuple(feit))
    return per_soort


def _feit(
    soort: str, rijen: QuerySet[Any, Any], nummer: str, code: str, tekst: str = "", *, datum: str = "", getal: str = ""
) -> QuerySet[Any, Any]:
    """One kind of small fact as rows that can stand in a union with the other kinds."""
    met: QuerySet[Any, Any] = rijen.annotate(
        f_soort=Value(soort, CharField()),
        f_code=Cast(code, CharField()),
        f_tekst=F(tekst) if tekst else Value("", CharField()),
        f_datum=F(datum) if datum else Cast(Value(None), DateField()),
        f_getal=Cast(F(getal) if getal else Value(None), DecimalField(max_digits=9, decimal_places=3)),
    )
    return met.values_list("f_soort", nummer, "f_code", "f_tekst", "f_datum", "f_getal")


def _gebruikersnaam(moment: datetime | None) -> Any:
    """The name of the user of a row, as it was; the name of now when the account is younger than that."""
    if moment is None:
        return F("gebruiker__naam")
    nu = Gebruiker.objects.order_by().filter(id=OuterRef("gebruiker_id"))
    toen = Gebruiker.history.filter(id=OuterRef("gebruiker_id"), history_date__lte=moment)
    return Coalesce(
        Subquery(toen.order_by("-history_date", "-history_id").values("naam")[:1]), Subquery(nu.values("naam")[:1])
    )


def eerste_per_verband(alle: Iterable[Tijdlijnmoment]) -> dict[int, Tijdlijnmoment]:
    """The first of these moments (by date) per partnership."""
    eerste: dict[int, Tijdlijnmoment] = {}
    for moment in alle:
        eerste.setdefault(moment.verband_id, moment)
    return eerste
