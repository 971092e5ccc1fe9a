"""The mandate of the college: the decisions that hold it, and the moments that nobody held against it yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from governance.agenda.moment import Stapsleutel
from governance.models import Moment
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid


@dataclass(frozen=True)
class Toetsing:
    """A moment beside the mandate: what, when, who acts, the role of the raad, the paper, and the answer so far."""

    titel: str
    dag: date | None
    wie: str
    rol: str
    stuk: str
    antwoord: str


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


def stapmandaat(slug: str, sleutel: Stapsleutel) -> str:
    """The page of the check of a computed step."""
    return reverse("governance:stapmoment_mandaat", kwargs={"slug": slug, **sleutel._asdict()})
