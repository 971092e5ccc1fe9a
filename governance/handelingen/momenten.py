"""Moments: the order of their states, and whether one fits the mandate of the college; outside it the raad speaks."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Moment
from governance.models.momenttekst import VOLGENDE_MOMENTSTATUS, Momentstatus, rol_bij
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Samenwerkingsverband


def eis_volgorde(was: str, wordt: str) -> None:
    """Refuse a state that cannot follow on the one before."""
    if was == wordt or wordt in VOLGENDE_MOMENTSTATUS[Momentstatus(was)]:
        return
    woorden = f"'{Momentstatus(was).label}' naar '{Momentstatus(wordt).label}'"
    raise ValidationError({"status": f"Een moment kan niet van {woorden}."})


def in_volgorde(verband: Samenwerkingsverband, moment: Moment) -> None:
    """The same for a row of the edit screens, against what is saved."""
    was = Moment.objects.filter(id=moment.pk).values_list("status", flat=True).first()
    if was is not None:
        eis_volgorde(was, moment.status)


@transaction.atomic
def toets_mandaat(*, moment: Moment, antwoord: str, versie: int | None, door: Gebruiker, op: datetime) -> Moment:
    """Answer whether it fits: by a member of the college, or who keeps the partnership. Refuses an old version.

    'Nee' brings the moment to the raad, for oordeelsvorming at least.
    """
    eis(door, Recht.MANDAAT_TOETSEN, verband=moment.verband, op=timezone.localdate(op))
    if antwoord not in Moment.Mandaat.values or not antwoord:
        raise ValidationError({"antwoord": "Kies een antwoord."})
    huidig, op = vergrendel(moment, versie=versie, velden=("mandaat", "rol_raad"), op=op)
    anders = zet(huidig, {"mandaat": antwoord, "rol_raad": rol_bij(antwoord, huidig.rol_raad)})
    if anders:
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig
