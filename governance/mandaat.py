"""Moments against the mandate of the college: what falls outside it, for who sets the agenda of the raad."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from governance.agenda import lezen
from governance.models import Mandaat, Moment, Stapmoment
from samenwerkingswijzer.functies import Aandachtspunt
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid

BUITEN = "buiten mandaat"
BRON = "Buiten het mandaat van het college"


def aandacht(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Aandachtspunt]:
    """Moments to come outside the mandate, for the agenda of the raad. Two queries, more when a step is outside it."""
    ids = list(verband_ids)
    rijen = Moment.objects.op(peildatum.moment, verband_id__in=ids).buiten_mandaat(peildatum.dag)
    velden = rijen.order_by("datum", "id").values_list("id", "verband_id", "titel", "datum")
    getypt = [
        Aandachtspunt(verband_id, f"{titel}, {datum(dag)}", BUITEN, adres(moment_id), BRON)
        for moment_id, verband_id, titel, dag in velden
    ]
    return getypt + _stappen(peildatum, ids)


def _stappen(peildatum: Peildatum, ids: list[int]) -> list[Aandachtspunt]:
    """Computed steps to come outside the mandate: their dates are asked for only when there are any."""
    if not Stapmoment.objects.op(peildatum.moment, verband_id__in=ids).filter(mandaat=Mandaat.NEE).exists():
        return []
    agenda = lezen.lees(peildatum)
    return [
        Aandachtspunt(
            moment.verband_id,
            f"{moment.titel}, {datum(moment.datum)}",
            BUITEN,
            lezen.adres(moment, agenda.verbanden),
            BRON,
        )
        for moment in agenda.momenten
        if moment.stapsleutel and moment.buiten_mandaat and moment.verband_id in ids
        if moment.datum >= peildatum.dag and not moment.gedaan
    ]


def te_toetsen(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Any]:
    """Moments to come of which nobody said whether they fit, by date. One query."""
    rijen = Moment.objects.op(peildatum.moment, verband_id__in=list(verband_ids)).te_toetsen(peildatum.dag)
    return list(rijen.order_by("datum", "id"))


def besluiten(peildatum: Peildatum, verband_ids: Iterable[int]) -> dict[int, Any]:
    """The decision in force per partnership, with room and mandate. One query."""
    rijen = Belangrijkheid.objects.op(peildatum.moment, verband_id__in=list(verband_ids))
    return {rij.verband_id: rij for rij in rijen.laatste(peildatum.dag)}


def adres(moment_id: int) -> str:
    """The page of the check."""
    return reverse("governance:mandaat", args=[moment_id])
