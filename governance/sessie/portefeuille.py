"""The classes of all partnerships over the years: who moved, which way, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from governance.models import Sessie, Sessieverband
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.dashboard.feiten import opsomming
from verbanden.models import Belangrijkheid, Klasse, Reden, Samenwerkingsverband

JAREN = 4  # columns
VOLGORDE = list(Klasse)  # the most political first


@dataclass(frozen=True)
class Plek:
    """The decision in force at the end of a year; `richting` against the year before it: omhoog, omlaag, gelijk."""

    jaar: int
    klasse: str
    richting: str


@dataclass(frozen=True)
class Regel:
    """A partnership with its class per year."""

    verband: Any
    plekken: tuple[Plek, ...]


@dataclass(frozen=True)
class Verschuiving:
    """A partnership that moved: when, from what, to what, and why. `sessie_id` when a session decided it."""

    verband: Any
    datum: date
    was: str
    werd: str
    richting: str
    waarom: str
    sessie_id: int | None


@dataclass(frozen=True)
class Portefeuille:
    """All partnerships that have a class, and what moved."""

    jaren: tuple[int, ...]
    regels: tuple[Regel, ...]
    verschuivingen: tuple[Verschuiving, ...]

    @property
    def per_klasse(self) -> str:
        """How many partnerships have each class now, in a sentence; empty when none has."""
        laatste = [regel.plekken[-1].klasse for regel in self.regels]
        delen = [f"{aantal} {klasse.label.lower()}" for klasse in VOLGORDE if (aantal := laatste.count(klasse.value))]
        return f"Van de {len(laatste)} verbanden met een klasse: {opsomming(delen)}." if delen else ""


def jaren(peildatum: Peildatum) -> Portefeuille:
    """The classes as known on the reference date. Four queries, however many partnerships there are."""
    moment, dag = peildatum.moment, peildatum.dag
    besluiten: dict[int, list[Any]] = defaultdict(list)
    for besluit in Belangrijkheid.objects.op(moment).filter(datum__lte=dag).order_by("datum", "id"):
        besluiten[besluit.verband_id].append(besluit)
    verbanden = list(Samenwerkingsverband.objects.op(moment, id__in=list(besluiten)).lopend())
    sessies = dict(Sessie.objects.op(moment).filter(status="vastgesteld").values_list("datum", "id"))
    uitkomsten = _uitkomsten(moment, sessies.values())
    reeks = _reeks(besluiten[verband.id] for verband in verbanden)
    regels = sorted((_regel(een, besluiten[een.id], reeks) for een in verbanden), key=_zwaarste_eerst)
    verschoven = [v for een in verbanden for v in _verschuivingen(een, besluiten[een.id], sessies, uitkomsten)]
    return Portefeuille(reeks, tuple(regels), tuple(sorted(verschoven, key=_nieuwste_eerst)))


def _uitkomsten(moment: Any, sessie_ids: Iterable[int]) -> dict[tuple[int, int], str]:
    """Why a session decided what it did: (session, partnership) -> sentence."""
    rijen = Sessieverband.objects.op(moment, sessie_id__in=list(sessie_ids))
    return {
        (sessie, verband): reden for sessie, verband, reden in rijen.values_list("sessie_id", "verband_id", "reden")
    }


def _reeks(alle: Iterable[list[Any]]) -> tuple[int, ...]:
    """The last years in which something was decided."""
    return tuple(sorted({besluit.datum.year for besluiten in alle for besluit in besluiten})[-JAREN:])


def _regel(verband: Any, besluiten: list[Any], reeks: tuple[int, ...]) -> Regel:
    plekken, vorig = [], ""
    for jaar in reeks:
        klasse = next((b.klasse for b in reversed(besluiten) if b.datum.year <= jaar), "")
        plekken.append(Plek(jaar, klasse, richting(vorig, klasse)))
        vorig = klasse
    return Regel(verband, tuple(plekken))


def richting(was: str, werd: str) -> str:
    """Which way a class went: omhoog, omlaag or gelijk; empty when there is nothing to compare."""
    if not was or not werd:
        return ""
    verschil = VOLGORDE.index(Klasse(was)) - VOLGORDE.index(Klasse(werd))
    return "gelijk" if not verschil else "omhoog" if verschil > 0 else "omlaag"


def _verschuivingen(
    verband: Any, besluiten: list[Any], sessies: dict[date, int], uitkomsten: dict[tuple[int, int], str]
) -> list[Verschuiving]:
    verschoven = []
    for was, werd in pairwise(besluiten):
        if was.klasse != werd.klasse:
            sessie = sessies.get(werd.datum)
            reden = uitkomsten.get((sessie, verband.id), "") if sessie else ""
            sessie = sessie if sessie and (sessie, verband.id) in uitkomsten else None
            verschoven.append(
                Verschuiving(
                    verband,
                    werd.datum,
                    was.klasse,
                    werd.klasse,
                    richting(was.klasse, werd.klasse),
                    reden or _redenen(was.redenen, werd.redenen),
                    sessie,
                )
            )
    return verschoven


def _redenen(was: Iterable[str], werd: Iterable[str]) -> str:
    """What changed in the reasons, in words."""
    erbij = [Reden(reden).label.lower() for reden in werd if reden not in was]
    weg = [Reden(reden).label.lower() for reden in was if reden not in werd]
    zinnen = [f"Erbij: {', '.join(erbij)}." if erbij else "", f"Vervallen: {', '.join(weg)}." if weg else ""]
    return " ".join(zin for zin in zinnen if zin)


def _zwaarste_eerst(regel: Regel) -> tuple[int, str]:
    return VOLGORDE.index(Klasse(regel.plekken[-1].klasse)), regel.verband.naam.casefold()


def _nieuwste_eerst(een: Verschuiving) -> tuple[int, str]:
    return -een.datum.toordinal(), een.verband.naam.casefold()
