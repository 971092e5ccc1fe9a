"""The mandate of the college: the decisions that hold it, and the moments that nobody held against it yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from governance.models import Moment
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid


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
