"""Telling the progress of a partnership in a round: begin, change, finish, and open again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.models.voortgang import VOLGENDE, Voortgang
from evaluatie.regels.ronde import Ronde, ronde_op
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband

VELDEN = ("resultaten", "begroot", "werkelijk", "kosten", "risicos", "beantwoordt", "motief", "veranderd")


def te_beginnen(ronde: Ronde, op: datetime) -> bool:
    """Whether a progress report may be begun for a round: the one that runs, and the one before it."""
    nu = ronde_op(timezone.localdate(op))
    return ronde in (nu, nu.vorige)


@transaction.atomic
def schrijf(
    *,
    verband: Samenwerkingsverband,
    ronde: Ronde,
    versie: int | None,
    waarden: Mapping[str, Any],
    afronden: bool,
    door: Gebruiker,
    op: datetime,
) -> Voortgang:
    """Write the progress of a round, and finish it when asked.

    `versie` is that of the report that the writer saw, None when there was none yet.
    """
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    huidig_verband = vergrendel_verband(verband)
    bestaand = Voortgang.objects.filter(verband=huidig_verband).in_ronde(ronde).first()
    if bestaand is None:
        if not te_beginnen(ronde, op):
            raise ValidationError("Deze ronde is voorbij of nog niet begonnen.")
        rij = Voortgang(verband=huidig_verband, jaar=ronde.jaar, moment=ronde.moment.value)
    elif versie is None:
        raise VersieConflict(bestaand, None)
    else:
        rij, op = vergrendel(bestaand, versie=versie, velden=(*VELDEN, "status"), op=op)
    if rij.status != Voortgang.Status.CONCEPT:
        raise ValidationError("Deze voortgang is afgerond. Open haar eerst opnieuw.")
    anders = zet(rij, {naam: waarden[naam] for naam in VELDEN})
    if afronden:
        _stap(rij, Voortgang.Status.AFGEROND, door=door, op=op)
    if bestaand is None or anders or afronden:
        _bewaar(rij, nieuw=bestaand is None, anders=anders, door=door, op=op)
    return rij


@transaction.atomic
def heropen(*, voortgang: Voortgang, versie: int | None, reden: str, door: Gebruiker, op: datetime) -> Voortgang:
    """Make a finished report a concept again, with the reason; its history keeps what it said."""
    verband = Samenwerkingsverband.objects.get(pk=voortgang.verband_id)
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    rij, op = vergrendel(voortgang, versie=versie, velden=(*VELDEN, "status"), op=op)
    if not reden.strip():
        raise ValidationError("Schrijf op waarom u de voortgang opnieuw opent.")
    _stap(rij, Voortgang.Status.CONCEPT, door=door, op=op)
    _bewaar(rij, nieuw=False, anders=["status"], door=door, op=op, reden=reden)
    return rij


def _stap(rij: Voortgang, naar: str, *, door: Gebruiker, op: datetime) -> None:
    if naar not in VOLGENDE[rij.status]:
        raise ValidationError("Deze stap kan nu niet.")
    klaar = naar == Voortgang.Status.AFGEROND
    rij.status = naar
    rij.afgerond_op, rij.afgerond_door = (op, door) if klaar else (None, None)


def _bewaar(rij: Voortgang, *, nieuw: bool, anders: list[str], door: Gebruiker, op: datetime, reden: str = "") -> None:
    bewaar(rij, door=door, op=op, reden=reden)
    handeling = Handeling.AANGEMAAKT if nieuw else Handeling.GEWIJZIGD
    leg_vast(handeling, door=door, op=op, over=rij, verband=rij.verband_id, velden=anders, status=rij.status)
