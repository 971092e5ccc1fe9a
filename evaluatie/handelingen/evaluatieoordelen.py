"""Judging in an evaluation: who advises gives judgements of their own, and changes them while it asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.handelingen.evaluaties import eis_stap
from evaluatie.models import Evaluatie, Evaluatieoordeel
from evaluatie.models.evaluatie import Stap
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, zet

TIJDENS = frozenset({Stap.OORDEEL})


@dataclass(frozen=True)
class Inzending:
    """A judgement of one criterion; `versie` is that of the one its author saw, None for a first one."""

    criterium: str
    oordeel: str
    zin: str
    bewijs: str
    versie: int | None


@transaction.atomic
def geef(
    *, evaluatie: Evaluatie, functie: str, oordelen: Sequence[Inzending], door: Gebruiker, op: datetime
) -> list[Evaluatieoordeel]:
    """Record what `door` finds of these criteria, or change it. All or nothing."""
    eis(door, Recht.ADVISEREN)
    huidig = Evaluatie.objects.select_for_update(no_key=True).get(pk=evaluatie.pk)
    eis_stap(huidig, TIJDENS)
    if vreemd := {een.criterium for een in oordelen} - set(huidig.criteria):
        raise ValidationError(f"Deze evaluatie vraagt niet naar {', '.join(sorted(vreemd))}.")
    bekend = {rij.criterium: rij for rij in Evaluatieoordeel.objects.filter(evaluatie=huidig, auteur=door)}
    return [_geef(huidig, bekend.get(een.criterium), functie, een, door=door, op=op) for een in oordelen]


def _geef(
    evaluatie: Evaluatie,
    bekend: Evaluatieoordeel | None,
    functie: str,
    een: Inzending,
    *,
    door: Gebruiker,
    op: datetime,
) -> Evaluatieoordeel:
    waarden = {"functie": functie, "oordeel": een.oordeel, "zin": een.zin, "bewijs": een.bewijs}
    if bekend is None:
        rij = Evaluatieoordeel(
            evaluatie=evaluatie, criterium=een.criterium, auteur=door, datum=timezone.localdate(op), **waarden
        )
        bewaar(rij, door=door, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=rij, verband=evaluatie.verband_id)
        return rij
    if een.versie is None:
        raise VersieConflict(bekend, None)
    rij, op = vergrendel(bekend, versie=een.versie, velden=waarden, op=op)
    if anders := zet(rij, waarden):
        rij.datum = timezone.localdate(op)
        bewaar(rij, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=rij, velden=anders, verband=evaluatie.verband_id)
    return rij
