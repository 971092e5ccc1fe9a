"""Goals: a goal stands on a rung that is there, a measurement is of a goal of the same partnership, and judging one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.models import Doel, Doeloordeel, Meting
from evaluatie.models.doel import maat_van
from evaluatie.regels.voortgang import gehaald
from governance.ladder import geldende_ladder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen import rijen
from verbanden.handelingen.vergrendeling import vergrendel_verband
from verbanden.models import Samenwerkingsverband

PAS_GEHAALD = (
    "Een doel is pas gehaald met een meting of een getekende toelichting. Er is geen meting die de streefwaarde haalt: "
    "schrijf hier op waarom het doel toch is gehaald."
)


def geldige_trede(verband: Samenwerkingsverband, doel: Doel) -> None:
    """Refuse a rung that is not on the ladder in force, unless the goal stood on it already."""
    if doel.pk and Doel.objects.filter(pk=doel.pk, trede=doel.trede).exists():
        return
    versie = geldende_ladder(None)
    if versie is None or versie.ladder.trede(doel.trede) is None:
        raise ValidationError({"trede": "Kies een trede van de prestatieladder."})


def doel_van_verband(verband: Samenwerkingsverband, rij: Meting | Doeloordeel) -> None:
    """Refuse a goal of another partnership."""
    doel = Doel.objects.filter(pk=rij.doel_id, verband=verband).first()
    if doel is None:
        raise ValidationError({"doel": "Kies een doel van dit verband."})


@transaction.atomic
def beoordeel(
    *,
    verband: Samenwerkingsverband,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    **_: Any,
) -> Doeloordeel:
    """Judge a goal in the name of `door`; 'gehaald' names the measurement that shows it, or has an explanation."""
    eis(door, Recht.OORDELEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    meting = None
    if waarden["oordeel"] == Doeloordeel.Oordeel.GEHAALD:
        meting = _bewijs(verband, waarden)
        if meting is None and not str(waarden.get("onderbouwing") or "").strip():
            raise ValidationError({"onderbouwing": PAS_GEHAALD})
    gegevens = {**waarden, "auteur": door.pk, "meting": meting.pk if meting else None}
    poort = rijen.Poort(Recht.OORDELEN, doel_van_verband)
    return rijen.voeg_toe(
        verband=verband, model=Doeloordeel, waarden=gegevens, door=door, op=op, reden=reden, poort=poort
    )


def _bewijs(verband: Samenwerkingsverband, waarden: Mapping[str, Any]) -> Meting | None:
    """The last measurement up to the day of the judgement, when it reached the streefwaarde."""
    doel = Doel.objects.filter(pk=waarden["doel"], verband=verband).first()
    laatste: Meting | None = Meting.objects.filter(doel=doel, datum__lte=waarden["datum"]).order_by("-datum").first()
    if doel is None or laatste is None or not gehaald(maat_van(doel), laatste.waarde):
        return None
    return laatste
