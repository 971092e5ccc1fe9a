"""A personal address for somebody's own calendar: taken, renewed and revoked. The address itself is told only once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction

from governance.models import Abonnement
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.models import Samenwerkingsverband

# Bytes of randomness in an address: nobody guesses it.
SLEUTELBYTES = 32


def vingerafdruk(sleutel: str) -> str:
    """What is kept of a key: enough to recognise it, nothing to read it back."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


@transaction.atomic
def neem(*, inhoud: str, verband: Samenwerkingsverband | None, door: Gebruiker, op: datetime) -> tuple[Abonnement, str]:
    """A new address for these moments; the one before, if any, stops. Returns the subscription and its key."""
    eis(door, Recht.BEKIJKEN)
    if (inhoud == Abonnement.Inhoud.VERBAND) != (verband is not None):
        raise ValidationError({"inhoud": "Kies welke momenten u wilt volgen."})
    for oud in _geldig(door).filter(inhoud=inhoud, volgt=verband):
        _stop(oud, door=door, op=op)
    sleutel = secrets.token_urlsafe(SLEUTELBYTES)
    nieuw = Abonnement(gebruiker=door, inhoud=inhoud, volgt=verband, sleutel=vingerafdruk(sleutel), gemaakt_op=op)
    bewaar(nieuw, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=nieuw, inhoud=inhoud)
    return nieuw, sleutel


@transaction.atomic
def trek_in(*, abonnement: Abonnement, door: Gebruiker, op: datetime) -> None:
    """Stop an address of your own; twice is once."""
    huidig = _geldig(door).filter(pk=abonnement.pk).first()
    if huidig is not None:
        _stop(huidig, door=door, op=op)


def _geldig(door: Gebruiker) -> models.QuerySet[Abonnement]:
    rijen: models.QuerySet[Abonnement] = Abonnement.objects.filter(gebruiker=door, ingetrokken_op__isnull=True)
    return rijen.select_for_update(no_key=True)


def _stop(abonnement: Abonnement, *, door: Gebruiker, op: datetime) -> None:
    abonnement.ingetrokken_op = op
    bewaar(abonnement, door=door, op=op)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=abonnement)
