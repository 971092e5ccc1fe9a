"""What logging in and out, and being refused, leave in the audit log (BIO 8.15.01).

A password never comes here. Of an address that belongs to nobody only a keyed fingerprint is kept: enough to see that
the same one is tried again and again, too little to read it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from allauth.account.signals import password_changed, password_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import DatabaseError, transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast

logger = logging.getLogger(__name__)

LANGSTE_UITLEG = 200


@receiver(user_logged_in)
def ingelogd(sender: Any, user: Gebruiker, **_: Any) -> None:
    """Somebody came in."""
    leg_vast(Handeling.INGELOGD, door=user, op=timezone.now(), over=user)


@receiver(user_logged_out)
def uitgelogd(sender: Any, user: Gebruiker | None, **_: Any) -> None:
    """Somebody left; a session that already ended leaves nothing."""
    if user is not None:
        leg_vast(Handeling.UITGELOGD, door=user, op=timezone.now(), over=user)


@receiver(user_login_failed)
def inloggen_mislukt(sender: Any, credentials: Mapping[str, Any], **_: Any) -> None:
    """Somebody gave a wrong address or password."""
    meld_mislukt(credentials, reden="adres of wachtwoord klopt niet")


@receiver(password_changed)
@receiver(password_reset)
def wachtwoord_gewijzigd(sender: Any, user: Gebruiker, **_: Any) -> None:
    """Somebody has a new password."""
    leg_vast(Handeling.GEWIJZIGD, door=user, op=timezone.now(), over=user, velden=["wachtwoord"])


def meld_mislukt(credentials: Mapping[str, Any], *, reden: str) -> None:
    """Keep a failed attempt: which account, or the fingerprint of an address that is nobody's."""
    email = str(credentials.get("email") or credentials.get("username") or "")
    gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
    details = {} if gebruiker else {"adres": vingerafdruk(email)}
    leg_vast(
        Handeling.INLOGGEN_MISLUKT, door=None, op=timezone.now(), over=gebruiker, gelukt=False, reden=reden, **details
    )


def vingerafdruk(email: str) -> str:
    """Sixteen hexadecimal signs that are the same for the same address, and useless without our secret key."""
    return salted_hmac("inloggen", email.strip().lower()).hexdigest()[:16]


def meld_weigering(request: HttpRequest, status: int, uitleg: str) -> None:
    """Keep a refusal of someone who is logged in; of anybody else the line in the request log is enough.

    The page that says no must come, also when the database is gone.
    """
    try:
        gebruiker = getattr(request, "user", None)
        if not isinstance(gebruiker, Gebruiker):
            return
        with transaction.atomic():
            leg_vast(
                Handeling.GEWEIGERD,
                door=gebruiker,
                op=timezone.now(),
                gelukt=False,
                status=status,
                methode=request.method,
                uitleg=uitleg[:LANGSTE_UITLEG],
                **_adres(request),
            )
    except DatabaseError:
        logger.exception("weigering niet vastgelegd")


def _adres(request: HttpRequest) -> dict[str, Any]:
    """Which page it was and of what, by the names of the URLconf."""
    gevonden = request.resolver_match
    if gevonden is None:
        return {}
    return {"pagina": gevonden.view_name, "van": {naam: str(deel)[:80] for naam, deel in gevonden.kwargs.items()}}
