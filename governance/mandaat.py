"""Moments against the mandate of the college: what falls outside it, for who sets the agenda of the raad."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from governance.models import Moment
from samenwerkingswijzer.functies import Aandachtspunt
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid

BUITEN = "buiten mandaat"


def aandacht(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Aandachtspunt]:
    """Moments to come outside the mandate, for the agenda of the raad. One query."""
    rijen = Moment.objects.op(peildatum.moment, verband_id__in=list(verband_ids)).buiten_mandaat(peildatum.dag)
    velden = rijen.order_by("datum", "id").values_list("id", "verband_id", "titel", "datum")
    return [
        Aandachtspunt(
            verband_id, f"{titel}, {datum(dag)}", BUITEN, adres(moment_id), "Buiten het mandaat van het college"
        )
        for moment_id, verband_id, titel, dag in velden
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
