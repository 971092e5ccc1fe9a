"""What people write about a computed step is kept with the step, whatever its date becomes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from governance.agenda.moment import Stapsleutel
from governance.handelingen.momenten import eis_volgorde
from governance.models import Stapmoment
from governance.models.momenttekst import Mandaat, rol_bij
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis, mag
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband


def mag_schrijven(gebruiker: Gebruiker, verband: Samenwerkingsverband, op: datetime) -> bool:
    """Who keeps the partnership, and who keeps the agenda."""
    return mag(gebruiker, Recht.AGENDA_BIJHOUDEN) or mag(
        gebruiker, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op)
    )


def eis_schrijven(gebruiker: Gebruiker, verband: Samenwerkingsverband, op: datetime) -> None:
    """403 for anybody else."""
    if not mag_schrijven(gebruiker, verband, op):
        raise PermissionDenied("Alleen de accounthouder en de griffie schrijven bij een moment.")


@transaction.atomic
def schrijf(
    *,
    verband: Samenwerkingsverband,
    sleutel: Stapsleutel,
    waarden: Mapping[str, Any],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
) -> list[str]:
    """Write about a step, for the first time (`versie` None) or again; refuses an old version. Returns what changed.

    Outside the mandate the raad has its say, whatever role was chosen.
    """
    eis_schrijven(door, verband, op)
    vergrendel_verband(verband)
    rij = _rij(verband, sleutel)
    waarden = {**waarden, "rol_raad": rol_bij(waarden.get("mandaat", ""), waarden.get("rol_raad", ""))}
    return _leg_vast(rij or Stapmoment(verband=verband, **sleutel._asdict()), waarden, versie=versie, door=door, op=op)


@transaction.atomic
def toets_mandaat(
    *,
    verband: Samenwerkingsverband,
    sleutel: Stapsleutel,
    antwoord: str,
    versie: int | None,
    door: Gebruiker,
    op: datetime,
) -> list[str]:
    """Answer whether a step fits: by a member of the college, or who keeps the partnership. Refuses an old version.

    'Nee' brings the step to the raad, for oordeelsvorming at least. Returns what changed.
    """
    eis(door, Recht.MANDAAT_TOETSEN, verband=verband, op=timezone.localdate(op))
    if antwoord not in Mandaat.values or not antwoord:
        raise ValidationError({"antwoord": "Kies een antwoord."})
    vergrendel_verband(verband)
    rij = _rij(verband, sleutel) or Stapmoment(verband=verband, **sleutel._asdict())
    waarden = {"mandaat": antwoord, "rol_raad": rol_bij(antwoord, rij.rol_raad)}
    return _leg_vast(rij, waarden, versie=versie, door=door, op=op)


def _rij(verband: Samenwerkingsverband, sleutel: Stapsleutel) -> Stapmoment | None:
    """What was written about a step before."""
    return Stapmoment.objects.filter(verband=verband, **sleutel._asdict()).first()


def _leg_vast(
    rij: Stapmoment, waarden: Mapping[str, Any], *, versie: int | None, door: Gebruiker, op: datetime
) -> list[str]:
    """The first words about a step, or a change of what is there."""
    if rij._state.adding:
        anders = zet(rij, waarden)
        bewaar(rij, door=door, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=rij, verband=rij.verband_id)
        return anders
    if versie is None:
        raise VersieConflict(rij, None)
    huidig, op = vergrendel(rij, versie=versie, velden=waarden, op=op)
    was = huidig.status
    anders = zet(huidig, waarden)
    if anders:
        eis_volgorde(was, huidig.status)
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, verband=huidig.verband_id, velden=anders)
    return anders
