"""Reads what the agenda is made of, each kind of row in one query, today or as it was at an earlier day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast

from governance.agenda.moment import Stapsleutel, Tekst
from governance.models import Moment, Raadsvergadering, Reces, Stapmoment, Stukkenronde
from governance.regels.termijnen import vergaderingen
from governance.regels.termijnen.grondslag import MET_REGELS
from governance.regels.termijnen.stap import Regeling
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Levensfase, Samenwerkingsverband

TEKST = Tekst._fields


# Being explored or being made: no regeling yet.
NOG_NIET = frozenset({Levensfase.VERKENNEN.value, Levensfase.AANGAAN.value})


class Verbandkern(NamedTuple):
    """What the agenda needs of a partnership itself."""

    id: int
    slug: str
    naam: str
    korte_naam: str
    vorm: str
    wgr_hoofdstuk: str
    levensfase: str
    onderwerpen: tuple[str, ...]

    @property
    def roepnaam(self) -> str:
        """How people call it."""
        return self.korte_naam or self.naam

    @property
    def lopend(self) -> bool:
        """Whether it has not ended."""
        return self.levensfase != Levensfase.BEEINDIGD

    @property
    def bestaat(self) -> bool:
        """Whether it was made: before that nobody owes the raad a budget or accounts."""
        return self.levensfase not in NOG_NIET

    @property
    def regeling(self) -> Regeling:
        """What the engine asks."""
        return Regeling(self.vorm, self.wgr_hoofdstuk)

    @property
    def heeft_kalender(self) -> bool:
        """Whether the law gives it dates: a regeling with a board, of a chapter whose rules are in the tables."""
        return self.regeling.heeft_bestuur and self.wgr_hoofdstuk in MET_REGELS


class Ronde(NamedTuple):
    """The stored days of one paper; `dossier` is its zienswijze if there is one, `aan_zet` whose turn it is there."""

    stuk: str
    jaar: int
    nummer: int = 1
    vergadering: date | None = None
    gevraagd_voor: date | None = None
    kaders_ontvangen: date | None = None
    ontvangen: date | None = None
    zienswijze_verzonden: date | None = None
    reactie_ontvangen: date | None = None
    vastgesteld: date | None = None
    ingezonden: date | None = None
    uitgezonderd: str = ""
    kost_ons: Decimal | None = None
    dossier: int | None = None
    aan_zet: str = ""


class Eigen(NamedTuple):
    """A moment that people made."""

    id: int
    verband_id: int
    datum: date
    wie: str
    soort: str
    titel: str
    uiterlijk: date | None
    tekst: Tekst


class Stapschrift(NamedTuple):
    """What people wrote about a step, and the meeting they chose."""

    tekst: Tekst
    behandeling: date | None


# The stored days; the rest of a round comes from its dossier.
RONDE = Ronde._fields[:-2]
# A paper of a partnership: its number, and the paper, year and number; and the steps of it that people wrote about.
Rondesleutel = tuple[int, str, int, int]
Geschreven = tuple[tuple[str, Stapschrift], ...]


@dataclass(frozen=True, eq=False)
class Raadskalender:
    """Our own calendar: for the engine, per day the kinds of meeting, and per meeting of the raad the day of papers.

    Compared by identity: equal rows give the same calendar, so that what was made with it can be remembered.
    """

    kalender: vergaderingen.Vergaderkalender
    soorten: Mapping[date, tuple[str, ...]]
    stukken: Mapping[date, date]

    def soort_op(self, dag: date) -> str:
        """'raad' or 'commissie' on that day; empty when neither meets."""
        soorten = self.soorten.get(dag)
        if not soorten:
            return ""
        return next((soort for soort in ("raad", "commissie") if soort in soorten), "")


def verbanden(peildatum: Peildatum) -> dict[int, Verbandkern]:
    """Every partnership, by name."""
    rijen = Samenwerkingsverband.objects.op(peildatum.moment).order_by("naam", "id")
    return {rij[0]: Verbandkern._make((*rij[:-1], tuple(rij[-1]))) for rij in rijen.values_list(*Verbandkern._fields)}


def rondes(peildatum: Peildatum) -> dict[int, list[Ronde]]:
    """The papers with stored days, per partnership."""
    gevonden: dict[int, list[Ronde]] = defaultdict(list)
    for verband, *rij in Stukkenronde.objects.op(peildatum.moment).values_list("verband_id", *RONDE):
        gevonden[verband].append(Ronde(*rij))
    return gevonden


def geschreven(peildatum: Peildatum) -> dict[Rondesleutel, Geschreven]:
    """What people wrote, per partnership and paper, by step."""
    velden = ("verband_id", *Stapsleutel._fields, "behandeling", *TEKST)
    gevonden: dict[Rondesleutel, list[tuple[str, Stapschrift]]] = defaultdict(list)
    for rij in Stapmoment.objects.op(peildatum.moment).order_by("id").values_list(*velden):
        gevonden[rij[:4]].append((rij[4], Stapschrift(Tekst._make(rij[6:]), rij[5])))
    return {sleutel: tuple(schrift) for sleutel, schrift in gevonden.items()}


def eigen(peildatum: Peildatum) -> Iterable[Eigen]:
    """The moments of people, by date."""
    velden = ("id", "verband_id", "datum", "wie", "soort", "titel", "uiterlijk", *TEKST)
    rijen = Moment.objects.op(peildatum.moment).order_by("datum", "id").values_list(*velden)
    return [Eigen._make((*rij[:7], Tekst._make(rij[7:]))) for rij in rijen]


def raadskalender(peildatum: Peildatum) -> Raadskalender:
    """Meetings and recesses; one query. The same rows give the same calendar."""
    return _raadskalender(tuple(sorted(_kalenderrijen(peildatum), key=lambda rij: (rij[2], rij[0], rij[1]))))


@lru_cache(maxsize=8)
def _raadskalender(rijen: tuple[tuple[str, str, date, Any], ...]) -> Raadskalender:
    """The calendar of rows of (what, name, first day, last day)."""
    recessen = tuple(vergaderingen.Reces(naam, van, tot) for wat, naam, van, tot in rijen if wat == "reces")
    soorten: dict[date, tuple[str, ...]] = {}
    stukken: dict[date, date] = {}
    for wat, soort, dag, uiterlijk in rijen:
        if wat == "vergadering":
            soorten[dag] = (*soorten.get(dag, ()), soort)
            if soort == Raadsvergadering.Soort.RAAD and uiterlijk:
                stukken[dag] = uiterlijk
    dagen = tuple(dag for dag, hier in soorten.items() if Raadsvergadering.Soort.RAAD in hier)
    return Raadskalender(vergaderingen.Vergaderkalender(dagen, recessen), soorten, stukken)


def _kalenderrijen(peildatum: Peildatum) -> Any:
    """Both kinds of row as (what, name, first day, last day)."""
    vergaderd = Raadsvergadering.objects.op(peildatum.moment).order_by()
    recessen = Reces.objects.op(peildatum.moment).order_by()
    delen = [
        rijen.annotate(
            f_wat=Value(wat, CharField()), f_naam=Cast(naam, CharField()), f_van=F(van), f_tot=Cast(tot, DateField())
        ).values_list("f_wat", "f_naam", "f_van", "f_tot")
        for rijen, wat, naam, van, tot in (
            (vergaderd, "vergadering", "soort", "datum", "stukken_uiterlijk"),
            (recessen, "reces", "naam", "van", "tot"),
        )
    ]
    return delen[0].union(delen[1], all=True)
