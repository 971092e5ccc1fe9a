"""Reads dossiers of zienswijzen at a reference date. The number of queries does not grow with the dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from governance.models import (
    AndereZienswijze,
    Raadsvergadering,
    Reces,
    Stukkenronde,
    Zienswijze,
    Zienswijzepunt,
    Zienswijzestatus,
)
from governance.models.zienswijze import KLAAR, NA_VASTSTELLEN, onderwerp_van, titel_van
from governance.regels.termijnen.vergaderingen import Vergaderkalender
from governance.zienswijze.stappen import Stap, volgende
from governance.zienswijze.termijn import Termijn, bereken, dagen_te_laat, dagen_zonder_antwoord
from governance.zienswijze.vergaderingen import kalender
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Organisatie, Samenwerkingsverband

Oordeel = Zienswijzepunt.Oordeel
# Papers of which the agenda of a partnership knows the days too.
VAN_EEN_STUK = frozenset({Zienswijze.Stuk.BEGROTING.value, Zienswijze.Stuk.BEGROTINGSWIJZIGING.value})
Vergaderingen = Mapping[tuple[int, str, int, int], date]


_geheugen: Leesgeheugen[tuple[Dossier, ...]] = Leesgeheugen(
    Samenwerkingsverband, Zienswijze, Zienswijzepunt, Stukkenronde, Raadsvergadering, Reces
)


@dataclass(frozen=True)
class Telling:
    """What the raad asked and what came of it."""

    gevraagd: int = 0
    overgenomen: int = 0
    deels: int = 0
    niet: int = 0

    @property
    def open(self) -> int:
        """Points without a judgement."""
        return self.gevraagd - self.overgenomen - self.deels - self.niet

    @property
    def delen(self) -> list[tuple[str, int, str]]:
        """Per judgement its value, how many, and in words; none of which there are none."""
        alle = (
            (Oordeel.OVERGENOMEN.value, self.overgenomen, "overgenomen"),
            (Oordeel.DEELS.value, self.deels, "deels"),
            (Oordeel.NIET.value, self.niet, "niet"),
            (Oordeel.OPEN.value, self.open, "nog geen besluit"),
        )
        return [deel for deel in alle if deel[1]]


@dataclass(frozen=True)
class Dossier:
    """One zienswijze with its points and its partnership, on a day; `besluit_op`: when the board decides.

    Its term is computed from the facts when it is asked; `raad`: the calendar of our council.
    """

    rij: Any
    verband: Any
    punten: tuple[Any, ...]
    raad: Vergaderkalender
    dag: date
    andere: tuple[tuple[Any, str], ...] = ()
    besluit_op: date | None = None

    @cached_property
    def termijn(self) -> Termijn:
        return bereken(self.rij, self.verband, self.raad, self.besluit_op)

    @property
    def titel(self) -> str:
        return titel_van(self.rij)

    @property
    def onderwerp(self) -> str:
        """'de begroting 2027', to read after 'zienswijze op'."""
        return onderwerp_van(self.rij)

    @property
    def klaar(self) -> bool:
        """Whether nobody has a step to take."""
        return self.rij.status in KLAAR

    @property
    def gegeven(self) -> bool:
        """Whether the raad adopted a zienswijze."""
        return self.rij.status in NA_VASTSTELLEN

    @property
    def beantwoord(self) -> bool:
        return self.rij.antwoord_op is not None

    @property
    def volgende(self) -> Stap | None:
        return volgende(self.rij)

    @property
    def te_laat(self) -> int:
        """Days that the zienswijze was or is after its legal date."""
        return dagen_te_laat(self.rij, self.termijn, self.dag)

    @property
    def antwoord_te_laat(self) -> int:
        """Days that the answer came, or is, after the board decided."""
        return dagen_zonder_antwoord(self.rij, self.dag, self.besluit_op)

    @property
    def telling(self) -> Telling:
        return tel(self.punten)


@dataclass(frozen=True)
class VanVerband:
    """What the raad asked of one partnership over the years, and what came of it; the newest dossier first."""

    verband: Any
    dossiers: tuple[Dossier, ...]

    @property
    def jaren(self) -> str:
        """'2024' or '2022 tot en met 2026'."""
        jaren = sorted({dossier.rij.ontvangen_op.year for dossier in self.dossiers})
        return str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]} tot en met {jaren[-1]}"

    @property
    def telling(self) -> Telling:
        """Points of the zienswijzen that the raad gave; proposals do not count."""
        return tel([punt for dossier in self.dossiers if dossier.gegeven for punt in dossier.punten])

    @property
    def zonder(self) -> int:
        """How often the raad decided to give none."""
        return sum(dossier.rij.status == Zienswijzestatus.GEEN for dossier in self.dossiers)


def tel(punten: Iterable[Any]) -> Telling:
    """Count points by judgement."""
    oordelen = [punt.oordeel for punt in punten]
    return Telling(len(oordelen), *(oordelen.count(o) for o in (Oordeel.OVERGENOMEN, Oordeel.DEELS, Oordeel.NIET)))


def dossier(zienswijze_id: int, peildatum: Peildatum) -> Dossier | None:
    """One dossier with what other councils said; None when the portal did not know it."""
    moment = peildatum.moment
    rij = Zienswijze.objects.op(moment, id=zienswijze_id).first()
    verband = Samenwerkingsverband.objects.op(moment, id=rij.verband_id).first() if rij else None
    if rij is None or verband is None:
        return None
    punten = tuple(Zienswijzepunt.objects.van([rij.id], moment))
    besluit_op = _besluit_op(rij, _vergaderingen([verband.id], moment))
    raad = kalender(peildatum)
    return Dossier(rij, verband, punten, raad, peildatum.dag, _andere(rij.id, moment), besluit_op)


def portefeuille(peildatum: Peildatum) -> tuple[Dossier, ...]:
    """The dossiers of every partnership, the newest first; one query when nothing was recorded since, otherwise 5."""
    return _geheugen.haal(peildatum, lambda: tuple(dossiers(peildatum, _verbanden(peildatum))))


def _verbanden(peildatum: Peildatum) -> dict[int, Any]:
    return {rij.id: rij for rij in Samenwerkingsverband.objects.op(peildatum.moment)}


def dossiers(peildatum: Peildatum, verbanden: Mapping[int, Any], statussen: Iterable[str] = ()) -> list[Dossier]:
    """The dossiers of these partnerships (number -> row), the newest first; of some states when asked. 4 queries."""
    rijen = Zienswijze.objects.van(verbanden, peildatum.moment)
    gekozen = list(rijen.filter(status__in=list(statussen)) if statussen else rijen)
    punten: dict[int, list[Any]] = defaultdict(list)
    for punt in Zienswijzepunt.objects.van([rij.id for rij in gekozen], peildatum.moment) if gekozen else ():
        punten[punt.zienswijze_id].append(punt)
    raad = kalender(peildatum) if gekozen else Vergaderkalender()
    bestuur = _vergaderingen({rij.verband_id for rij in gekozen}, peildatum.moment) if gekozen else {}
    return [
        Dossier(
            rij=rij,
            verband=verbanden[rij.verband_id],
            punten=tuple(punten[rij.id]),
            raad=raad,
            dag=peildatum.dag,
            besluit_op=_besluit_op(rij, bestuur),
        )
        for rij in gekozen
    ]


def _vergaderingen(verband_ids: Iterable[int], moment: Any) -> Vergaderingen:
    """When boards decide on budgets and changes, as noted in the calendar of the partnership. One query."""
    rijen = Stukkenronde.objects.op(moment, verband_id__in=list(verband_ids)).filter(vergadering__isnull=False)
    velden = ("verband_id", "stuk", "jaar", "nummer", "vergadering")
    return {(verband, stuk, jaar, nummer): dag for verband, stuk, jaar, nummer, dag in rijen.values_list(*velden)}


def _besluit_op(rij: Any, genoteerd: Vergaderingen) -> date | None:
    """The day in the calendar of the board, as on the agenda; without one, the day in the dossier."""
    eigen: date | None = rij.vergadering
    if rij.aanduiding or rij.stuk not in VAN_EEN_STUK:
        return eigen
    return genoteerd.get((rij.verband_id, rij.stuk, rij.jaar, 1)) or eigen


def per_verband(alle: Sequence[Dossier]) -> list[VanVerband]:
    """Dossiers grouped by partnership, in the order of their names."""
    op_naam = sorted(alle, key=lambda d: (d.verband.naam.casefold(), d.verband.id))
    return [VanVerband(groep[0].verband, groep) for groep in _groepen(op_naam)]


def _groepen(op_naam: Sequence[Dossier]) -> list[tuple[Dossier, ...]]:
    return [tuple(groep) for _, groep in groupby(op_naam, key=lambda d: d.verband.id)]


def _andere(zienswijze_id: int, moment: Any) -> tuple[tuple[Any, str], ...]:
    rijen = list(AndereZienswijze.objects.van([zienswijze_id], moment))
    if not rijen:
        return ()
    namen = dict(Organisatie.objects.op(moment, id__in=[rij.organisatie_id for rij in rijen]).values_list("id", "naam"))
    return tuple((rij, namen.get(rij.organisatie_id, "")) for rij in rijen)
