"""A question of the raad is asked, put right while it is open, and answered for the college."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Raadsvraag
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, Rol, eis, mag
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Samenwerkingsverband

VRAAG = ("onderwerp", "vraag", "politiek_punt")
NIET_VAN_U = "Alleen wie de vraag stelde, of de griffie, kan haar verbeteren."
AL_BEANTWOORD = "Deze vraag is al beantwoord. Stel een nieuwe vraag."
WAAROM = "Schrijf op waarom u het antwoord verandert."


@transaction.atomic
def stel(
    *,
    verband: Samenwerkingsverband,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    namens: Gebruiker | None = None,
) -> Raadsvraag:
    """Ask a question; the griffie asks `namens` a council member."""
    dag = timezone.localdate(op)
    eis(door, Recht.RAADSVRAAG_STELLEN, verband=verband, op=dag)
    steller = _steller(door, namens)
    vraag = Raadsvraag(
        verband=verband,
        gesteld_door=steller,
        fractie=steller.fractie,
        gesteld_op=dag,
        **{naam: waarden.get(naam, "") for naam in VRAAG},
    )
    bewaar(vraag, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=vraag, verband=verband.id)
    return vraag


@transaction.atomic
def verbeter(
    *, vraag: Raadsvraag, waarden: Mapping[str, Any], versie: int | None, door: Gebruiker, op: datetime
) -> Raadsvraag:
    """Put an open question right; refuses an old version."""
    if not mag_verbeteren(door, vraag):
        raise PermissionDenied(NIET_VAN_U)
    eigen = {naam: waarden[naam] for naam in VRAAG if naam in waarden}
    huidig, op = vergrendel(vraag, versie=versie, velden=eigen, op=op)
    if huidig.is_beantwoord:
        raise ValidationError(AL_BEANTWOORD)
    if anders := zet(huidig, eigen):
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def beantwoord(
    *, vraag: Raadsvraag, antwoord: str, versie: int | None, door: Gebruiker, op: datetime, reden: str = ""
) -> Raadsvraag:
    """Answer for the college, or mend an answer (with a reason; the day of the first answer stays)."""
    dag = timezone.localdate(op)
    eis(door, Recht.RAADSVRAAG_BEANTWOORDEN, verband=vraag.verband, op=dag)
    huidig, op = vergrendel(vraag, versie=versie, velden=("antwoord",), op=op)
    if not zet(huidig, {"antwoord": antwoord}):
        return huidig
    if not huidig.is_beantwoord:
        huidig.beantwoord_op, huidig.beantwoord_door = dag, door
    elif not reden.strip():
        raise ValidationError({"reden_wijziging": WAAROM})
    bewaar(huidig, door=door, op=op, reden=reden)
    leg_vast(Handeling.BEANTWOORD, door=door, op=op, over=huidig, verband=huidig.verband_id)
    return huidig


def mag_verbeteren(gebruiker: Any, vraag: Any) -> bool:
    """Whether this reader may put an open question right: who asked it, and the griffie."""
    eigen = gebruiker.pk == vraag.gesteld_door_id or gebruiker.rol == Rol.GRIFFIE
    return eigen and mag(gebruiker, Recht.RAADSVRAAG_STELLEN)


def _steller(door: Gebruiker, namens: Gebruiker | None) -> Gebruiker:
    """Who asks: a council member, for whom the griffie may write it down."""
    if door.rol == Rol.RAADSLID:
        return door
    if namens is None or namens.rol != Rol.RAADSLID:
        raise ValidationError({"namens": "Kies het raadslid dat de vraag stelt."})
    return namens
