"""Moments: their order of states, putting one on the agenda of the raad, and holding one against the mandate."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Moment
from governance.models.momenttekst import VOLGENDE_MOMENTSTATUS, Momentstatus, rol_bij
from samenwerkingswijzer.functies import Agendapunt
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Samenwerkingsverband

LANGSTE_TITEL, LANGSTE_INVLOED = 160, 240


@transaction.atomic
def agendeer(punt: Agendapunt) -> Moment:
    """Make a moment at which the raad forms its view; by who may deal with signals of the partnership."""
    verband = Samenwerkingsverband.objects.select_for_update(no_key=True).get(id=punt.verband_id)
    dag = timezone.localdate(punt.op)
    eis(punt.door, Recht.SIGNAAL_AFHANDELEN, verband=verband, op=dag)
    if punt.datum < dag:
        raise ValidationError({"datum": "Kies een dag die nog komt."})
    moment = Moment(
        verband=verband,
        datum=punt.datum,
        wie=Moment.Wie.RAAD,
        rol_raad=Moment.RolRaad.BEELDVORMING,
        titel=punt.titel[:LANGSTE_TITEL],
        invloed=punt.waarom[:LANGSTE_INVLOED],
    )
    bewaar(moment, door=punt.door, op=punt.op)
    leg_vast(Handeling.AANGEMAAKT, door=punt.door, op=punt.op, over=moment, verband=verband.id)
    return moment


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
