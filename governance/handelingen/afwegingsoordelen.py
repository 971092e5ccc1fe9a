"""Views beside a choice: everybody who advises gives one of their own, and changes it until there is a decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.afweging import kader_van
from governance.models import Afweging, Afwegingsoordeel, Regimekeuze
from governance.regels.instrument import Soort
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, zet

BESLOTEN = (
    "Er is al een keuze vastgelegd. De standpunten van toen blijven staan. Een nieuw standpunt hoort bij een nieuwe "
    "afweging."
)


@transaction.atomic
def geef(
    *, afweging: Afweging, gegevens: Mapping[str, str], versie: int | None, door: Gebruiker, op: datetime
) -> Afwegingsoordeel:
    """Record what `door` would choose, or change it. `gegevens`: functie, vorm, waarom.

    `versie` is that of the view as its author saw it; None for a first one.
    """
    eis(door, Recht.ADVISEREN)
    verband = vergrendel_verband(afweging.verband)
    if Regimekeuze.objects.filter(afweging=afweging).exists():
        raise ValidationError(BESLOTEN)
    if gegevens["vorm"] not in {vorm.id for vorm in kader_van(afweging.instrument).van(Soort.VORM)}:
        raise ValidationError({"vorm": "Deze vorm staat niet in het afwegingskader."})
    bekend = Afwegingsoordeel.objects.filter(afweging=afweging, auteur=door).first()
    if bekend is not None:
        return _wijzig(bekend, gegevens, versie, door=door, op=op)
    dag = timezone.localdate(op)
    oordeel = Afwegingsoordeel(afweging=afweging, auteur=door, datum=dag, **gegevens)
    bewaar(oordeel, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=oordeel, verband=verband.id)
    return oordeel


def _wijzig(
    bekend: Afwegingsoordeel, gegevens: Mapping[str, str], versie: int | None, *, door: Gebruiker, op: datetime
) -> Afwegingsoordeel:
    if versie is None:
        raise VersieConflict(bekend, None)
    huidig, op = vergrendel(bekend, versie=versie, velden=gegevens, op=op)
    if anders := zet(huidig, gegevens):
        huidig.datum = timezone.localdate(op)
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig
