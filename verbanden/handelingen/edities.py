"""The list of verbonden partijen goes from concept to adopted: who may do what, and what is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from samenwerkingswijzer.bevriezen import bevries
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import VOLGENDE_STATUSSEN, Editie, Opvraging, VastgesteldeLijst

TEKSTEN = ("visie", "voornemens", "ontwikkelingen", "college_op", "raad_op", "correctie")
# What must still be as the reader saw it, to put the list ready or to adopt it.
GEZIEN = ("status", "peildatum", *TEKSTEN)


@transaction.atomic
def begin(*, soort: str, jaar: int, door: Gebruiker, op: datetime, correctie: str = "") -> Editie:
    """A first concept of a list, or a correction of the adopted one; `correctie` then says what is corrected."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    vorige = Editie.objects.select_for_update().van(soort, jaar).first()
    if vorige is not None and vorige.status != Editie.Status.VASTGESTELD:
        raise ValidationError("Er is al een concept van deze lijst.")
    editie = Editie(soort=soort, jaar=jaar, bewerkt_door=door)
    if vorige is not None:
        editie.nummer, editie.vervangt, editie.correctie = vorige.nummer + 1, vorige, correctie
        editie.visie, editie.voornemens = vorige.visie, vorige.voornemens
        editie.ontwikkelingen = vorige.ontwikkelingen
    bewaar(editie, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=editie)
    return editie


@transaction.atomic
def schrijf(
    *,
    editie: Editie,
    waarden: Mapping[str, Any],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
    reden: str = "",
) -> Editie:
    """Change the texts of a concept; refuses an old version with a VersieConflict."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    huidig, op = vergrendel(editie, versie=versie, velden=waarden, op=op)
    _eis_status(huidig, Editie.Status.CONCEPT, "Alleen een concept kunt u veranderen.")
    anders = zet(huidig, {naam: waarden[naam] for naam in TEKSTEN if naam in waarden})
    if anders:
        huidig.bewerkt_door = door
        bewaar(huidig, door=door, op=op, reden=reden)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def zet_klaar(*, editie: Editie, ontbreekt: int, door: Gebruiker, op: datetime) -> Editie:
    """Fix what the list says at this moment; refused while the law still lacks something (`ontbreekt` findings)."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    huidig, op = vergrendel(editie, versie=editie.versie, velden=GEZIEN, op=op)
    if ontbreekt:
        raise ValidationError(f"Er ontbreken nog {ontbreekt} wettelijke gegevens. De lijst kan nog niet klaarstaan.")
    _ga_naar(huidig, Editie.Status.KLAARGEZET)
    huidig.peildatum, huidig.klaargezet_op, huidig.klaargezet_door = timezone.localdate(op), op, door
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.KLAARGEZET, door=door, op=op, over=huidig)
    return huidig


@transaction.atomic
def zet_terug(*, editie: Editie, door: Gebruiker, op: datetime, reden: str) -> Editie:
    """Make it a concept again, with the reason."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    huidig, op = vergrendel(editie, versie=editie.versie, velden=GEZIEN, op=op)
    _ga_naar(huidig, Editie.Status.CONCEPT)
    huidig.peildatum, huidig.klaargezet_op, huidig.klaargezet_door = None, None, None
    bewaar(huidig, door=door, op=op, reden=reden)
    leg_vast(Handeling.TERUGGEZET, door=door, op=op, over=huidig, reden=reden)
    return huidig


@transaction.atomic
def stel_vast(
    *, editie: Editie, gegevens: Mapping[str, Any], pdf: bytes, ontbreekt: int, door: Gebruiker, op: datetime
) -> VastgesteldeLijst:
    """Freeze what the council gets. Four eyes: not whoever put it ready, nor whoever edited it last."""
    eis(door, Recht.LIJST_VASTSTELLEN)
    huidig, op = vergrendel(editie, versie=editie.versie, velden=GEZIEN, op=op)
    mag_vaststellen(editie=huidig, ontbreekt=ontbreekt, door=door)
    huidig.status = Editie.Status.VASTGESTELD
    bewaar(huidig, door=door, op=op)
    lijst = bevries(VastgesteldeLijst, gegevens=gegevens, pdf=pdf, door=door, op=op, editie=huidig)
    leg_vast(Handeling.VASTGESTELD, door=door, op=op, over=huidig, pdf_sha256=lijst.pdf_sha256)
    return lijst


def mag_vaststellen(*, editie: Editie, ontbreekt: int, door: Gebruiker) -> None:
    """Refuse with the reason why this person cannot adopt this list now."""
    if door.id in (editie.klaargezet_door_id, editie.bewerkt_door_id):
        raise ValidationError("Iemand anders dan wie de lijst klaarzette of het laatst bewerkte, stelt haar vast.")
    _eis_stap(editie, Editie.Status.VASTGESTELD)
    if ontbreekt:
        raise ValidationError(f"Er ontbreken {ontbreekt} wettelijke gegevens. Zet de lijst terug en vul ze aan.")


@transaction.atomic
def vraag_op(
    *, editie: Editie, aan: Gebruiker, gegevens: list[dict[str, str]], door: Gebruiker, op: datetime
) -> Opvraging:
    """Record that we asked someone for missing data; the caller sends the mail after the commit."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    if not gegevens:
        raise ValidationError("Er is niets om op te vragen.")
    opvraging = Opvraging(editie=editie, aan=aan, door=door, op=op, gegevens=gegevens)
    bewaar(opvraging, door=door, op=op)
    leg_vast(Handeling.OPGEVRAAGD, door=door, op=op, over=editie, aan=aan.id, aantal=len(gegevens))
    return opvraging


@transaction.atomic
def trek_in(*, opvraging: Opvraging, door: Gebruiker, op: datetime, reden: str) -> None:
    """Take back a request that never reached anybody; its history and the audit log keep it."""
    eis(door, Recht.LIJST_SAMENSTELLEN)
    leg_vast(Handeling.OPGEVRAAGD, door=door, op=op, over=opvraging.editie, gelukt=False, aan=opvraging.aan_id)
    verwijder(opvraging, door=door, op=op, reden=reden)


def _ga_naar(editie: Editie, status: Editie.Status) -> None:
    _eis_stap(editie, status)
    editie.status = status


def _eis_stap(editie: Editie, status: Editie.Status) -> None:
    if status not in VOLGENDE_STATUSSEN[Editie.Status(editie.status)]:
        raise ValidationError(f"Een lijst met status '{editie.get_status_display().lower()}' kan dat niet worden.")


def _eis_status(editie: Editie, status: Editie.Status, melding: str) -> None:
    if editie.status != status:
        raise ValidationError(melding)
