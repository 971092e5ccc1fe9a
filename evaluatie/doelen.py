"""Reads goals with their measurements and judgements as they were, and says how far each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from evaluatie import woorden
from evaluatie.models import Doel, Doeloordeel, Meting
from evaluatie.models.doel import maat_van
from evaluatie.models.meting import Doeloordeel as Oordeelrij
from evaluatie.regels.voortgang import Voortgang, Waarneming, bereken
from samenwerkingswijzer.peildatum import Peildatum


@dataclass(frozen=True)
class Stand:
    """A goal on a day: its row, its measurements and judgements (the last one first), and how far it is."""

    rij: Any
    metingen: tuple[Any, ...]
    oordelen: tuple[Any, ...]
    voortgang: Voortgang

    @property
    def oordeel(self) -> Any:
        """The last judgement of a person; None when there is none."""
        return self.oordelen[0] if self.oordelen else None

    @property
    def berekend(self) -> woorden.Merk:
        """What the measurements say, as a mark."""
        return woorden.KOERSEN[self.voortgang.koers]

    @property
    def gezegd(self) -> woorden.Merk:
        """What a person says, as a mark."""
        return woorden.OORDELEN[self.oordeel.oordeel] if self.oordeel else woorden.GEEN_OORDEEL

    @property
    def merk(self) -> woorden.Merk:
        """The one mark where there is room for one: what a person says, and otherwise what was measured."""
        return self.gezegd if self.oordeel else self.berekend

    @property
    def verschil(self) -> bool:
        """Whether a person says something else than the measurements."""
        return bool(self.oordeel) and woorden.GELIJK_AAN[self.voortgang.koers] != self.oordeel.oordeel

    @property
    def vraagt_actie(self) -> bool:
        """Whether it is behind, by a person's word or, without one, by the measurements."""
        if self.oordeel:
            return bool(self.oordeel.oordeel == Oordeelrij.Oordeel.ACHTER)
        return woorden.GELIJK_AAN[self.voortgang.koers] == Oordeelrij.Oordeel.ACHTER

    @property
    def laatste(self) -> Decimal | None:
        """The last measured value."""
        return self.metingen[0].waarde if self.metingen else None

    @property
    def stand_kort(self) -> str:
        """The last value for a narrow column: its unit stands elsewhere, but for a percentage."""
        return woorden.hoeveel(self.laatste, self.korte_eenheid)

    @property
    def streef_kort(self) -> str:
        """The streefwaarde for a narrow column."""
        return woorden.hoeveel(self.rij.streefwaarde, self.korte_eenheid)

    @property
    def korte_eenheid(self) -> str:
        """The unit when it is a sign that stands against the number; empty otherwise."""
        return self.rij.eenheid if self.rij.eenheid in woorden.AAN_HET_GETAL else ""

    @property
    def stand_in_woorden(self) -> str:
        """The last value with its unit; empty when nothing was measured."""
        return woorden.hoeveel(self.laatste, self.rij.eenheid)

    @property
    def streef_in_woorden(self) -> str:
        """The streefwaarde with its unit; empty when there is none."""
        return woorden.hoeveel(self.rij.streefwaarde, self.rij.eenheid)


def standen(verband_ids: Iterable[int], peildatum: Peildatum) -> dict[int, list[Stand]]:
    """The running goals per partnership. One query without goals, three with them."""
    ids, moment, dag = list(verband_ids), peildatum.moment, peildatum.dag
    doelen = list(Doel.objects.van(ids, moment).lopend(dag).order_by("id"))
    if not doelen:
        return {}
    metingen = _per_doel(Meting.objects.van(ids, moment, dag))
    oordelen = _per_doel(Doeloordeel.objects.van(ids, moment, dag))
    per_verband: dict[int, list[Stand]] = defaultdict(list)
    for doel in doelen:
        gemeten = tuple(metingen[doel.id])
        voortgang = bereken(maat_van(doel), [Waarneming(rij.datum, rij.waarde) for rij in gemeten], dag)
        per_verband[doel.verband_id].append(Stand(doel, gemeten, tuple(oordelen[doel.id]), voortgang))
    return per_verband


def samenvatting(gelezen: Sequence[Stand]) -> str:
    """How many goals there are and how they stand, in one sentence."""
    if not gelezen:
        return "Er zijn nog geen doelen."
    tellingen = [
        (sum(stand.merk.woord == woord for stand in gelezen), zin) for woord, zin in woorden.SAMENVATTING.items()
    ]
    delen = [f"{aantal} {zin}" for aantal, zin in tellingen if aantal]
    begin = "Eén doel" if len(gelezen) == 1 else f"{len(gelezen)} doelen"
    return f"{begin}: {woorden.opsomming(delen)}."


def _per_doel(rijen: Iterable[Any]) -> dict[int, list[Any]]:
    per_doel: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        per_doel[rij.doel_id].append(rij)
    return per_doel
