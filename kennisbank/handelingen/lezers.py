"""What readers may do with an article: say whether it helped, ask its owner, and get an answer."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from kennisbank.models import Artikel, Artikelvraag, Nuttig
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.vergrendeling import vergrendel


@transaction.atomic
def vind(*, artikel: Artikel, antwoord: str, door: Gebruiker, op: datetime) -> Nuttig:
    """One reader says whether the article helped; saying it again changes the answer and never counts twice."""
    eis(door, Recht.BEKIJKEN)
    Artikel.objects.select_for_update(no_key=True).get(id=artikel.id)
    rij = Nuttig.objects.filter(artikel=artikel, gebruiker=door).first() or Nuttig(artikel=artikel, gebruiker=door)
    if rij.pk is None or rij.antwoord != antwoord:
        rij.antwoord = antwoord
        bewaar(rij, door=door, op=op)
    return rij


@transaction.atomic
def vraag(*, artikel: Artikel, tekst: str, door: Gebruiker, op: datetime) -> Artikelvraag:
    """Ask the owner of an article something."""
    eis(door, Recht.BEKIJKEN)
    gesteld = Artikelvraag(artikel=artikel, vraag=tekst.strip(), gesteld_door=door, gesteld_op=op)
    bewaar(gesteld, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=gesteld)
    return gesteld


@transaction.atomic
def beantwoord(
    *, vraag: Artikelvraag, versie: int | None, antwoord: str, door: Gebruiker, op: datetime
) -> Artikelvraag:
    """Answer a question, or mend the answer."""
    if not mag(door, Recht.KENNIS_SCHRIJVEN):
        raise PermissionDenied("De eigenaar van het artikel beantwoordt vragen.")
    huidig, op = vergrendel(vraag, versie=versie, velden=("antwoord",), op=op)
    if not antwoord.strip():
        raise ValidationError({"antwoord": "Schrijf het antwoord op."})
    huidig.antwoord, huidig.beantwoord_door, huidig.beantwoord_op = antwoord.strip(), door, op
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.BEANTWOORD, door=door, op=op, over=huidig)
    return huidig
