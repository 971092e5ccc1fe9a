"""The signals of evaluatie: what is late on the ontwikkelagenda. One query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from evaluatie.models.ontwikkelpunt import OPEN, Ontwikkelpunt
from evaluatie.regels.signalen import over_tijd
from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum

REGEL = "actie_over_tijd"


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
    """Open items whose date has passed."""
    punten = Ontwikkelpunt.objects.op(peildatum.moment, verband_id__in=list(verbanden))
    open_ = punten.filter(stand__in=[stand.value for stand in OPEN], termijn__lt=peildatum.dag).order_by("id")
    velden: list[Any] = list(open_.values_list("id", "verband_id", "titel", "termijn"))
    rijen = [rij for rij in velden if over_tijd(rij[3], peildatum.dag, drempels[REGEL])]
    return [_signaal(verbanden[verband], nummer, titel, termijn) for nummer, verband, titel, termijn in rijen]


def _signaal(verband: Any, nummer: int, titel: str, termijn: date) -> Signaal:
    return Signaal(
        catalogus()[REGEL],
        verband.id,
        {"verband": verband.korte_naam or verband.naam, "actie": titel, "datum": datum(termijn)},
        (str(nummer), termijn.isoformat()),
        reverse("evaluatie:ontwikkelagenda", args=[verband.slug]),
        termijn,
    )


VINDER = Signaalvinder(frozenset({REGEL}), vind)
