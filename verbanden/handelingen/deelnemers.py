"""Who takes part in a partnership."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen import rijen
from verbanden.models import Deelname, Organisatie, Samenwerkingsverband


@transaction.atomic
def voeg_toe(
    *,
    verband: Samenwerkingsverband,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    **_: Any,
) -> Deelname:
    """Let an organisation take part; `nieuwe_naam` with `nieuwe_soort` makes an organisation we did not know."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    gegevens = dict(waarden)
    naam, soort = gegevens.pop("nieuwe_naam", ""), gegevens.pop("nieuwe_soort", "")
    if not gegevens.get("organisatie"):
        organisatie = Organisatie(naam=naam, soort=soort)
        bewaar(organisatie, door=door, op=op, reden=reden)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=organisatie, verband=verband.id)
        gegevens["organisatie"] = organisatie.pk
    return rijen.voeg_toe(verband=verband, model=Deelname, waarden=gegevens, door=door, op=op, reden=reden)
