"""Whether a moment fits the mandate of the college; outside it the raad has its say."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Moment
from governance.models.moment import rol_bij
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel, zet


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
