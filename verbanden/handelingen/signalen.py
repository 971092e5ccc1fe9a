"""Dealing with a signal: with a sentence, or on the langetermijnagenda; opening it again; and choosing a threshold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from samenwerkingswijzer.attendering.signaal import Signaal
from samenwerkingswijzer.functies import Agendapunt
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel_verband, versie_van
from verbanden.models import Samenwerkingsverband, Signaalafhandeling, Signaaldrempel

Agendeer = Callable[[Agendapunt], Any]
LANGSTE_SIGNAAL = 800


@transaction.atomic
def handel_af(
    *, verband: Samenwerkingsverband, signaal: Signaal, uitleg: str, door: Gebruiker, op: datetime
) -> Signaalafhandeling:
    """Say what was done with it; a signal with the same cause then stays closed."""
    huidig = _mag(verband, door, op)
    rij = _afhandeling(huidig, signaal, Signaalafhandeling.Uitkomst.AFGEHANDELD, uitleg, door, op)
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.AFGEHANDELD, door=door, op=op, over=rij, verband=rij.verband_id, regel=rij.regel)
    return rij


@transaction.atomic
def zet_op_agenda(
    *,
    verband: Samenwerkingsverband,
    signaal: Signaal,
    uitleg: str,
    dag: date,
    agendeer: Agendeer,
    door: Gebruiker,
    op: datetime,
) -> Signaalafhandeling:
    """Put it on the langetermijnagenda of the raad with `agendeer`; the signal is then dealt with."""
    huidig = _mag(verband, door, op)
    if dag < timezone.localdate(op):
        raise ValidationError({"agendadatum": "Kies een dag die nog komt."})
    rij = _afhandeling(huidig, signaal, Signaalafhandeling.Uitkomst.AGENDA, uitleg, door, op)
    rij.agendadatum = dag
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.GEAGENDEERD, door=door, op=op, over=rij, verband=rij.verband_id, regel=rij.regel)
    agendeer(Agendapunt(huidig.id, signaal.regel.naam, dag, uitleg, door, op))
    return rij


@transaction.atomic
def heropen(
    *, verband: Samenwerkingsverband, afhandeling_id: int, versie: int | None, door: Gebruiker, op: datetime
) -> None:
    """Open a signal again; what was written stays in the history."""
    huidig = _mag(verband, door, op)
    rij = Signaalafhandeling.objects.select_for_update(no_key=True).filter(id=afhandeling_id, verband=huidig).first()
    if rij is None or rij.versie != versie:
        raise VersieConflict(rij, versie_van(rij, versie) if rij else None)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=rij, verband=huidig.id)
    verwijder(rij, door=door, op=op)


def _mag(verband: Samenwerkingsverband, door: Gebruiker, op: datetime) -> Samenwerkingsverband:
    """The partnership, locked; for who may deal with its signals."""
    eis(door, Recht.SIGNAAL_AFHANDELEN, verband=verband, op=timezone.localdate(op))
    return vergrendel_verband(verband)


def _afhandeling(
    verband: Samenwerkingsverband, signaal: Signaal, uitkomst: str, uitleg: str, door: Gebruiker, op: datetime
) -> Signaalafhandeling:
    return Signaalafhandeling(
        verband=verband,
        regel=signaal.regel.sleutel,
        merk=signaal.merk,
        signaal=signaal.zin[:LANGSTE_SIGNAAL],
        uitkomst=uitkomst,
        uitleg=uitleg,
        door=door,
        datum=timezone.localdate(op),
    )


@transaction.atomic
def kies_drempel(*, regel: str, waarde: Decimal, versie: int | None, door: Gebruiker, op: datetime) -> Signaaldrempel:
    """Give a rule a threshold of our own. `versie` is that of the row on the form, None when there was none."""
    eis(door, Recht.BEHEREN)
    rij = _drempel(regel, versie) or Signaaldrempel(regel=regel)
    nieuw = rij.pk is None
    rij.waarde = waarde
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT if nieuw else Handeling.GEWIJZIGD, door=door, op=op, over=rij, regel=regel)
    return rij


@transaction.atomic
def standaard_drempel(*, regel: str, versie: int | None, door: Gebruiker, op: datetime) -> None:
    """Go back to the standard of a rule."""
    eis(door, Recht.BEHEREN)
    rij = _drempel(regel, versie)
    if rij is not None:
        leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=rij, regel=regel)
        verwijder(rij, door=door, op=op)


def _drempel(regel: str, versie: int | None) -> Signaaldrempel | None:
    """The row of a rule, locked; refused when it is not the one on the form."""
    rij = Signaaldrempel.objects.select_for_update(no_key=True).filter(regel=regel).first()
    if (rij.versie if rij else None) != versie:
        raise VersieConflict(rij, None)
    return rij
