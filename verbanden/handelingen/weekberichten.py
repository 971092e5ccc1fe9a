"""Sending the weekly message, at most once: first the intention is written down and committed, then the mail leaves.

Nobody can know of a process that was killed in between whether the mail server had the message. Such an intention is
left as it is for the rest of the week: a message too few does no harm, because the next one tells all that stands open
and counts what was not told for certain as new. Only a refusal of the mail server is tried again.
"""

from __future__ import annotations

import smtplib
import socket
from datetime import datetime
from enum import Enum

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Weekbericht
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from verbanden.signalering.weekbericht import Bericht

# After these it is certain that the message did not leave.
ZEKER_NIET = (
    ConnectionRefusedError,
    socket.gaierror,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPNotSupportedError,
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPDataError,
)
HERKOMST = "opdracht"


class Uitkomst(Enum):
    """What became of one message."""

    VERSTUURD = "verstuurd"
    VAN_EEN_ANDER = "door een andere opdracht opgepakt"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"


def verstuur(*, bericht: Bericht, mail: EmailMultiAlternatives, periode: str, op: datetime) -> Uitkomst:
    """Send one message in this week, unless another run has it."""
    rij = neem_voor(bericht=bericht, periode=periode, op=op)
    if rij is None:
        return Uitkomst.VAN_EEN_ANDER
    try:
        gelukt = mail.send() == 1
    except ZEKER_NIET:
        gelukt = False
    except (OSError, smtplib.SMTPException):
        return Uitkomst.ONZEKER
    sluit_af(rij=rij, gelukt=gelukt, op=op)
    return Uitkomst.VERSTUURD if gelukt else Uitkomst.MISLUKT


def neem_voor(*, bericht: Bericht, periode: str, op: datetime) -> Weekbericht | None:
    """Write the intention down and commit it; None when this person has a message in this week already."""
    try:
        with transaction.atomic(durable=True):
            rijen = Weekbericht.objects.select_for_update().filter(gebruiker=bericht.aan, periode=periode)
            rij: Weekbericht = rijen.first() or Weekbericht(gebruiker=bericht.aan, periode=periode)
            if rij.pk is not None and rij.status != Weekbericht.Status.MISLUKT:
                return None
            rij.status, rij.signalen = Weekbericht.Status.VOORGENOMEN, bericht.sleutels
            bewaar(rij, door=None, op=op)
            return rij
    except (IntegrityError, ValidationError):  # another run wrote it between our look and our write
        return None


@transaction.atomic
def sluit_af(*, rij: Weekbericht, gelukt: bool, op: datetime) -> None:
    """Write down whether the message left."""
    rij.status = Weekbericht.Status.VERSTUURD if gelukt else Weekbericht.Status.MISLUKT
    bewaar(rij, door=None, op=op)
    leg_vast(
        Handeling.VERSTUURD, door=None, op=op, over=rij, gelukt=gelukt, herkomst=HERKOMST, aantal=len(rij.signalen)
    )
