"""Choosing whether to get the weekly message: everybody for themselves."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker, Meldingkeuze
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast


@transaction.atomic
def kies_weekbericht(*, aan: bool, door: Gebruiker, op: datetime) -> None:
    """Turn the weekly message of `door` on or off; saying the same twice changes nothing."""
    Gebruiker.objects.select_for_update(no_key=True).get(id=door.pk)
    rij = Meldingkeuze.objects.filter(gebruiker=door).first() or Meldingkeuze(gebruiker=door)
    if rij.weekbericht == aan:
        return
    rij.weekbericht = aan
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=rij, velden=["weekbericht"])


def wil_weekbericht(gebruiker: Gebruiker) -> bool:
    """Whether somebody gets the weekly message; one query."""
    return not Meldingkeuze.objects.filter(gebruiker=gebruiker, weekbericht=False).exists()
