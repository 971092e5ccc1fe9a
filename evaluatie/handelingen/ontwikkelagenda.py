"""The ontwikkelagenda: a gap becomes an item, and an item takes its steps."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.models.ontwikkelpunt import BEGIN, OPEN, VOLGENDE, Ontwikkelpunt, Stand
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen import rijen
from verbanden.handelingen.vergrendeling import vergrendel_verband
from verbanden.models import Samenwerkingsverband


@transaction.atomic
def zet_op_agenda(
    *, verband: Samenwerkingsverband, titel: str, herkomst: str, door: Gebruiker, op: datetime
) -> Ontwikkelpunt:
    """Make an item of a gap; a gap that is on the agenda already stays the item that it is."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    bestaand = Ontwikkelpunt.objects.filter(verband=verband, herkomst=herkomst, stand__in=list(OPEN)).first()
    if herkomst and bestaand:
        return bestaand
    waarden = {"titel": titel, "herkomst": herkomst}
    return rijen.voeg_toe(verband=verband, model=Ontwikkelpunt, waarden=waarden, door=door, op=op)


def geldige_stap(verband: Samenwerkingsverband, punt: Ontwikkelpunt) -> None:
    """Refuse a step that the table does not know; runs while the partnership is locked, before the item is written."""
    stand = Stand(punt.stand)
    if punt._state.adding:
        if stand not in BEGIN:
            raise ValidationError({"stand": "Een nieuw punt begint als voorgesteld of gepland."})
        return
    was = Stand(Ontwikkelpunt.objects.values_list("stand", flat=True).get(pk=punt.pk))
    if stand is not was and stand not in VOLGENDE[was]:
        mogelijk = " of ".join(een.label.lower() for een in Stand if een in VOLGENDE[was])
        raise ValidationError({"stand": f"Van {was.label.lower()} kan dit punt alleen naar {mogelijk}."})
