"""Reads the facts that the rules on completeness ask for; a fixed number of queries for any number of partnerships."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.historie import GevolgdQuerySet
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Accounthouderschap,
    Belangrijkheid,
    Deelname,
    Jaarcijfer,
    Programmadeel,
    Risico,
    StandVanZaken,
    Vertegenwoordiging,
)
from verbanden.regels.volledigheid import Feiten


def lijstjaar(dag: date) -> int:
    """The year whose list is in the making: the next budget year."""
    return dag.year + 1


def feiten(verbanden: Iterable[Any], *, jaar: int, peildatum: Peildatum) -> dict[int, Feiten]:
    """Per partnership id what is known; `verbanden` are rows of today or of history."""
    rijen = list(verbanden)
    ids = [rij.id for rij in rijen]
    tellingen = _tellingen(ids, peildatum)
    cijfers = _per_verband(_cijfers(ids, jaar, peildatum))
    delen = _per_verband(_van(Programmadeel, ids, peildatum).values_list("verband_id", "aandeel"))
    standen = dict(_van(StandVanZaken, ids, peildatum).laatste(peildatum.dag).values_list("verband_id", "datum"))
    return {
        rij.id: Feiten(
            **_eigen(rij),
            cijfers=frozenset(cijfers[rij.id]),
            tellingen={sleutel: telling[rij.id] for sleutel, telling in tellingen.items()},
            programma_som=sum(delen[rij.id], Decimal(0)),
            laatste_stand=standen.get(rij.id),
        )
        for rij in rijen
    }


def _eigen(rij: Any) -> dict[str, Any]:
    return {
        "naam": rij.naam,
        "vestigingsplaats": rij.vestigingsplaats,
        "doel": rij.doel,
        "openbaar_belang": rij.openbaar_belang,
        "bestuurlijk_belang": rij.bestuurlijk_belang,
        "financieel_belang": rij.financieel_belang,
        "motivering_bestuurlijk": rij.bestuurlijk_belang_motivering,
        "motivering_financieel": rij.financieel_belang_motivering,
        "motieven": tuple(rij.motieven),
        "geen_risicos": rij.geen_risicos,
        "portefeuille": rij.portefeuille_id is not None,
    }


def _van(model: Any, ids: list[int], peildatum: Peildatum) -> Any:
    rijen: GevolgdQuerySet = model.objects.op(peildatum.moment, verband_id__in=ids)
    return rijen


def _tellingen(ids: list[int], peildatum: Peildatum) -> dict[str, Counter[int]]:
    dag = peildatum.dag
    bronnen = {
        "risicos": _van(Risico, ids, peildatum).filter(vervallen_op__isnull=True),
        "deelnemers": _van(Deelname, ids, peildatum).geldig(dag),
        "vertegenwoordiging": _van(Vertegenwoordiging, ids, peildatum).geldig(dag),
        "accounthouder": _van(Accounthouderschap, ids, peildatum).geldig(dag),
        "belangrijkheid": _van(Belangrijkheid, ids, peildatum).filter(datum__lte=dag),
    }
    return {
        sleutel: Counter(rijen.order_by().values_list("verband_id", flat=True)) for sleutel, rijen in bronnen.items()
    }


def _cijfers(ids: list[int], jaar: int, peildatum: Peildatum) -> Iterable[tuple[int, str]]:
    rijen: Iterable[tuple[int, str]] = Jaarcijfer.objects.op(
        peildatum.moment, verband_id__in=ids, jaar=jaar
    ).values_list("verband_id", "post")
    return rijen


def _per_verband(paren: Iterable[tuple[int, Any]]) -> defaultdict[int, list[Any]]:
    verzameld: defaultdict[int, list[Any]] = defaultdict(list)
    for verband_id, waarde in paren:
        verzameld[verband_id].append(waarde)
    return verzameld
