"""Handing a partnership over from one account holder to the next."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, Rol, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel_verband
from verbanden.models import Accounthouderschap, Samenwerkingsverband


def huidige(verband: Samenwerkingsverband, van: date) -> Accounthouderschap | None:
    """The period that holds on a day or starts later: the one a hand-over ends."""
    rijen = Accounthouderschap.objects.select_related("gebruiker").filter(verband=verband)
    return rijen.filter(Q(tot__isnull=True) | Q(tot__gt=van)).order_by("-van").first()


@transaction.atomic
def draag_over(
    *,
    verband: Samenwerkingsverband,
    aan: Gebruiker,
    van: date,
    vorige: int | None,
    door: Gebruiker,
    op: datetime,
    reden: str = "",
) -> Accounthouderschap:
    """Make `aan` the account holder from `van`; the previous one ends on that day.

    `vorige` is the period that the writer saw (None: nobody); VersieConflict when it is another by now.
    """
    eis(door, Recht.AANWIJZEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    oud = huidige(verband, van)
    if (oud.pk if oud else None) != vorige:
        raise VersieConflict(oud, None)
    _controleer(oud, aan, van)
    if oud:
        oud.tot = van
        bewaar(oud, door=door, op=op, reden=reden)
    nieuw = Accounthouderschap(verband=verband, gebruiker=aan, van=van)
    bewaar(nieuw, door=door, op=op, reden=reden)
    leg_vast(Handeling.AANGEWEZEN, door=door, op=op, over=nieuw, verband=verband.id, gebruiker=aan.pk)
    return nieuw


def _controleer(oud: Accounthouderschap | None, aan: Gebruiker, van: date) -> None:
    if not aan.is_active or aan.rol != Rol.ACCOUNTHOUDER:
        raise ValidationError({"gebruiker": "Kies iemand die accounthouder is en mag inloggen."})
    if oud and oud.gebruiker_id == aan.pk:
        raise ValidationError({"gebruiker": f"{aan.naam} is al de accounthouder."})
    if oud and oud.van >= van:
        raise ValidationError({"van": "De huidige accounthouder begint pas op of na deze dag. Kies een latere dag."})
