"""Telling participants that the reading sheets are there: recorded first, taken back when the mail did not leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from governance.handelingen.sessies import TOT_SLUITEN, eis_status
from governance.models import Sessie, Sessiedeelnemer, Sessieverband
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis

GEEN_BLADEN = "Kies eerst de verbanden. Zonder verbanden zijn er geen leesbladen."
IEDEREEN_HEEFT = "Iedereen die meedoet, kreeg al een bericht."


@transaction.atomic
def meld(*, sessie: Sessie, door: Gebruiker, op: datetime) -> list[Sessiedeelnemer]:
    """Everybody who takes part and was not told yet, now recorded as told. Refuses when there is nobody or nothing."""
    eis(door, Recht.SESSIE_LEIDEN)
    huidig = Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)
    eis_status(huidig, TOT_SLUITEN)
    if not Sessieverband.objects.filter(sessie=huidig).exists():
        raise ValidationError(GEEN_BLADEN)
    nog_niet = Sessiedeelnemer.objects.filter(sessie=huidig, bericht_op__isnull=True).aanwezig()
    deelnemers = list(nog_niet.select_related("gebruiker"))
    if not deelnemers:
        raise ValidationError(IEDEREEN_HEEFT)
    _zet(deelnemers, op, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, bericht=[een.gebruiker_id for een in deelnemers])
    return deelnemers


@transaction.atomic
def trek_in(*, deelnemers: Sequence[Sessiedeelnemer], door: Gebruiker, op: datetime) -> None:
    """Their mail did not leave: they still have to be told."""
    _zet(deelnemers, None, door=door, op=op)


def _zet(rijen: Sequence[Sessiedeelnemer], bericht_op: datetime | None, *, door: Gebruiker, op: datetime) -> None:
    for rij in rijen:
        rij.bericht_op = bericht_op
        bewaar(rij, door=door, op=op)
