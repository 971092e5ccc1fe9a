"""The ontwikkelagenda: a gap becomes an item, and an item takes its steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.inhoud import beginpunten
from evaluatie.models.ontwikkelpunt import BEGIN, OPEN, VOLGENDE, Ontwikkelpunt, Stand
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen import rijen
from verbanden.handelingen.vergrendeling import vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband


@transaction.atomic
def zet_op_agenda(
    *, verband: Samenwerkingsverband, titel: str, herkomst: str, door: Gebruiker, op: datetime
) -> Ontwikkelpunt:
    """Make an item of a gap; a gap that is on the agenda already stays the item that it is.

    Whoever asks twice at once waits for the lock on the partnership, and finds the item of the first.
    """
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    bestaand = Ontwikkelpunt.objects.filter(verband=verband, herkomst=herkomst, stand__in=list(OPEN)).first()
    if herkomst and bestaand:
        return bestaand
    waarden = {"titel": titel, "herkomst": herkomst}
    return rijen.voeg_toe(verband=verband, model=Ontwikkelpunt, waarden=waarden, door=door, op=op)


@transaction.atomic
def voeg_gemeentepunt_toe(*, waarden: Mapping[str, Any], door: Gebruiker, op: datetime) -> Ontwikkelpunt:
    """Add an item for the municipality as a whole."""
    eis(door, Recht.ONTWIKKELAGENDA_BIJHOUDEN)
    punt = Ontwikkelpunt(**waarden)
    geldige_stap(None, punt)
    bewaar(punt, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=punt)
    return punt


@transaction.atomic
def wijzig_gemeentepunt(
    *, punt: Ontwikkelpunt, waarden: Mapping[str, Any], versie: int | None, reden: str, door: Gebruiker, op: datetime
) -> Ontwikkelpunt:
    """Change an item of the municipality as a whole; refuses an old version and an item of a partnership."""
    eis(door, Recht.ONTWIKKELAGENDA_BIJHOUDEN)
    huidig, op = vergrendel(punt, versie=versie, velden=waarden, op=op)
    if huidig.verband_id is not None:
        raise ValidationError("Dit punt hoort bij een verband. Werk het daar bij.")
    anders = zet(huidig, waarden)
    if anders:
        geldige_stap(None, huidig)
        bewaar(huidig, door=door, op=op, reden=reden)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def richt_in(op: datetime) -> list[str]:
    """Put the items that every municipality starts with on an agenda that never had them; a lapsed one stays lapsed."""
    bekend = set(Ontwikkelpunt.objects.filter(verband=None).values_list("herkomst", flat=True))
    nieuw = [Ontwikkelpunt(**punt) for punt in beginpunten() if punt["herkomst"] not in bekend]
    for punt in nieuw:
        bewaar(punt, door=None, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=None, op=op, over=punt, herkomst="opdracht")
    return [f"ontwikkelagenda: {len(nieuw)} punten voor de gemeente"] if nieuw else []


def geldige_stap(verband: Samenwerkingsverband | None, punt: Ontwikkelpunt) -> None:
    """Refuse a step that the table does not know; runs while locked, before it is written."""
    stand = Stand(punt.stand)
    if punt._state.adding:
        if stand not in BEGIN:
            raise ValidationError({"stand": "Een nieuw punt begint als voorgesteld of gepland."})
        return
    was = Stand(Ontwikkelpunt.objects.values_list("stand", flat=True).get(pk=punt.pk))
    if stand is not was and stand not in VOLGENDE[was]:
        mogelijk = " of ".join(een.label.lower() for een in Stand if een in VOLGENDE[was])
        raise ValidationError({"stand": f"Van {was.label.lower()} kan dit punt alleen naar {mogelijk}."})
