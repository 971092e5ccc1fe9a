"""Reads the facts that the rules on completeness ask for; a fixed number of queries for any number of partnerships."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.historie import GevolgdQuerySet
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.partijen import van
from verbanden.lijst.toetsing import lijst_over, toetsing
from verbanden.models import Belangrijkheid, Deelname, StandVanZaken, Vertegenwoordiging
from verbanden.regels.bbv import verbonden_partij
from verbanden.regels.bbv.bevindingen import Bevinding
from verbanden.regels.bbv.voortgang import Voortgang, voortgang
from verbanden.regels.volledigheid import Feiten, Gegeven, gegevens, is_wettelijk


def lijstjaar(dag: date) -> int:
    """The year whose list is in the making: the next budget year."""
    return dag.year + 1


@dataclass(frozen=True)
class Werk:
    """How complete one partnership is: all its data, and the findings of the list when the law asks for it.

    `voortgang` counts the legal data of a verbonden partij, and otherwise all data.
    """

    feiten: Feiten
    gegevens: tuple[Gegeven, ...]
    bevindingen: tuple[Bevinding, ...]
    wettelijk: bool
    voortgang: Voortgang


def werk(verbanden: Iterable[Any], *, jaar: int, peildatum: Peildatum, drempel: Decimal) -> dict[int, Werk]:
    """Per partnership id how complete it is for the list of a year; `verbanden` are rows of today or of history."""
    rijen = list(verbanden)
    lijst = lijst_over(jaar, peildatum.dag)
    toets = toetsing(lijst, peildatum, drempel)
    bekend = feiten(rijen, jaar=jaar, peildatum=peildatum)

    def van_een(eigen: Feiten) -> Werk:
        van_de_wet = is_wettelijk(eigen, jaar)
        gevonden = toets.van(eigen.partij) if van_de_wet else ()
        alles = gegevens(eigen, gevonden, soort=lijst.soort, jaar=jaar, vandaag=peildatum.dag)
        stand = voortgang(eigen.partij, lijst.soort, jaar) if van_de_wet else _eigen_stand(alles)
        return Werk(eigen, alles, gevonden, van_de_wet, stand)

    return {nummer: van_een(eigen) for nummer, eigen in bekend.items()}


def _eigen_stand(alles: tuple[Gegeven, ...]) -> Voortgang:
    """How far a partnership is that stands on no list."""
    volledig = sum(gegeven.volledig for gegeven in alles)
    return Voortgang(volledig, len(alles), begonnen=volledig > 0)


def feiten(verbanden: Iterable[Any], *, jaar: int, peildatum: Peildatum) -> dict[int, Feiten]:
    """Per partnership id what is known."""
    rijen = list(verbanden)
    ids = [rij.id for rij in rijen]
    partijen = {partij.id: partij for partij in van(rijen, lijst_over(jaar, peildatum.dag).soort, jaar, peildatum)}
    tellingen = _tellingen(ids, peildatum)
    standen = dict(_van(StandVanZaken, ids, peildatum).laatste(peildatum.dag).values_list("verband_id", "datum"))
    return {
        rij.id: Feiten(
            partij=partijen[rij.id],
            belang=verbonden_partij(rij.bestuurlijk_belang, rij.financieel_belang),
            doel=rij.doel,
            motieven=tuple(rij.motieven),
            portefeuille=rij.portefeuille_id is not None,
            tellingen={sleutel: telling[rij.id] for sleutel, telling in tellingen.items()},
            laatste_stand=standen.get(rij.id),
        )
        for rij in rijen
    }


def _van(model: Any, ids: list[int], peildatum: Peildatum) -> Any:
    rijen: GevolgdQuerySet = model.objects.op(peildatum.moment, verband_id__in=ids)
    return rijen


def _tellingen(ids: list[int], peildatum: Peildatum) -> dict[str, Counter[int]]:
    dag = peildatum.dag
    bronnen = {
        "deelnemers": _van(Deelname, ids, peildatum).geldig(dag),
        "vertegenwoordiging": _van(Vertegenwoordiging, ids, peildatum).geldig(dag),
        "belangrijkheid": _van(Belangrijkheid, ids, peildatum).filter(datum__lte=dag),
    }
    return {
        sleutel: Counter(rijen.order_by().values_list("verband_id", flat=True)) for sleutel, rijen in bronnen.items()
    }
