"""What must hold between a row about a partner and its partnership; runs while the partnership is locked."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from governance.models import Partijaandeel, Standpunt
from verbanden.models import Deelname, Samenwerkingsverband

GEEN_DEELNEMER = "Deze partij doet niet mee aan dit verband. Voeg haar eerst toe bij Deelnemers."


def alleen_deelnemers(verband: Samenwerkingsverband, rij: Standpunt | Partijaandeel) -> None:
    """A new row is about a party that takes part or took part; what is there stays when a participation is removed."""
    if rij._state.adding and not Deelname.objects.filter(verband=verband, organisatie_id=rij.partij_id).exists():
        raise ValidationError({"partij": GEEN_DEELNEMER})
