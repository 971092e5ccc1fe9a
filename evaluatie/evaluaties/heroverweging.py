"""A conclusion that the partnership must be thought over again leads to a moment on the agenda.

Source: founding document, 2.3 point 4: the evaluation leads to going on, steering, thinking over, or stopping.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from evaluatie.evaluaties.lezen import Beeld
from evaluatie.models.evaluatie import Besluit
from governance.models import Moment, Momentstatus
from samenwerkingswijzer.peildatum import Peildatum

VRAAGT_MOMENT = frozenset({Besluit.HEROVERWEGEN.value, Besluit.STOPPEN.value})


@dataclass(frozen=True)
class Heroverweging:
    """The planned moment (None while there is none), and the address to plan one, filled in as far as is known."""

    moment: Any
    plan_url: str


def lees(beeld: Beeld, peildatum: Peildatum) -> Heroverweging | None:
    """What follows when the conclusion asks for a moment; None when it does not. At most one query."""
    if beeld.rij.besluit not in VRAAGT_MOMENT:
        return None
    sinds = timezone.localdate(beeld.rij.conclusie_op)
    momenten = Moment.objects.op(peildatum.moment, verband_id=beeld.rij.verband_id)
    gepland = momenten.filter(soort=Moment.Soort.HEROVERWEGEN, datum__gte=sinds).exclude(status=Momentstatus.VERVALLEN)
    begin = {
        "soort": Moment.Soort.HEROVERWEGEN.value,
        "wie": Moment.Wie.RAAD.value,
        "titel": f"{beeld.merk.woord}: besluit na de evaluatie over {beeld.rij.jaar}",
    }
    nieuw = reverse("verbanden:rij_nieuw", args=[beeld.verband.slug, "momenten"])
    return Heroverweging(gepland.order_by("datum", "id").first(), f"{nieuw}?{urlencode(begin)}")
