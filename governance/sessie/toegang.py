"""Who may do what in one session: the right of a role, and who was appointed or takes part."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from governance.models import Sessie, Sessiedeelnemer
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht, mag

GEEN_LEIDING = "Alleen de griffie en de voorzitter van deze sessie mogen dit."
NIET_MEEKIJKEN = "Alleen de raad, het college en de griffie zien de sessie."
GEEN_DEELNEMER = "U doet niet mee aan deze sessie."


def mag_voorbereiden(gebruiker: Any) -> bool:
    """Whether somebody prepares and opens sessions."""
    return mag(gebruiker, Recht.SESSIE_LEIDEN)


def mag_leiden(gebruiker: Any, sessie: Sessie) -> bool:
    """Whether somebody closes scoring and records outcomes: the griffie, or the chair of this session."""
    if mag_voorbereiden(gebruiker):
        return True
    return mag(gebruiker, Recht.BEKIJKEN) and sessie.voorzitter_id == gebruiker.pk


def eis_leiding(gebruiker: Any, sessie: Sessie) -> None:
    """Refuse with a 403 unless somebody leads this session."""
    if not mag_leiden(gebruiker, sessie):
        raise PermissionDenied(GEEN_LEIDING)


def kan_voorzitten(gebruiker: Gebruiker, sessie: Sessie) -> bool:
    """Whether somebody can be the chair: the griffie, or who takes part."""
    return mag_voorbereiden(gebruiker) or (gebruiker.is_active and deelnemer_van(sessie, gebruiker) is not None)


def deelnemer_van(sessie: Sessie, gebruiker: Any) -> Sessiedeelnemer | None:
    """The row of somebody who takes part now; None for others."""
    gevonden: Sessiedeelnemer | None = (
        Sessiedeelnemer.objects.filter(sessie_id=sessie.pk, gebruiker_id=gebruiker.pk).aanwezig().first()
    )
    return gevonden


def mag_meekijken(gebruiker: Any) -> bool:
    """Whether somebody may see the screens of a session: raad, college and griffie."""
    return mag(gebruiker, Recht.SCOREN) or mag_voorbereiden(gebruiker)


def eis_meekijken(gebruiker: Any) -> None:
    """Refuse with a 403 for who is not of the raad, the college or the griffie."""
    if not mag_meekijken(gebruiker):
        raise PermissionDenied(NIET_MEEKIJKEN)
