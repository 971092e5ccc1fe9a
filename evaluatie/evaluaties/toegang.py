"""Who leads an evaluation, who judges and who adopts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import RECHTEN, Recht, Rol, mag

LEIDERS = tuple(rol.value for rol in Rol if Recht.ADVISEREN in RECHTEN[rol])
GEEN_LEIDING = "Alleen wie deze evaluatie leidt of het verband mag bewerken, kan dit."


def mag_leiden(wie: Any, evaluatie: Any, verband: Any, op: date) -> bool:
    """Whether this person writes the preparation, the talk and the conclusion of this evaluation."""
    if mag(wie, Recht.BEWERKEN, verband=verband, op=op):
        return True
    return evaluatie.leider_id is not None and evaluatie.leider_id == wie.pk and mag(wie, Recht.ADVISEREN)


def eis_leiding(wie: Any, evaluatie: Any, verband: Any, op: date) -> None:
    """Refuse who does not lead this evaluation."""
    if not mag_leiden(wie, evaluatie, verband, op):
        raise PermissionDenied(GEEN_LEIDING)


def leiders() -> Any:
    """Who can lead an evaluation: people who are in and may advise."""
    return Gebruiker.objects.filter(is_active=True, rol__in=LEIDERS).order_by("naam", "id")
