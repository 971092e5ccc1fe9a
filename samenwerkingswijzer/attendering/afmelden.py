"""The link with which somebody stops the weekly message without logging in: signed, so that nobody can guess one.

It does nothing but stop the message, and only after a click on a button; that is why it never expires.
"""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

ZOUT = "weekbericht.afmelden"
LANGSTE = 80


def sleutel(gebruiker_id: int) -> str:
    """The key of somebody for the address of the page."""
    return Signer(salt=ZOUT, sep=".").sign(str(gebruiker_id))


def van_wie(tekst: str) -> int | None:
    """Whose key this is; None when it is not one of ours."""
    if len(tekst) > LANGSTE:
        return None
    try:
        return int(Signer(salt=ZOUT, sep=".").unsign(tekst))
    except (BadSignature, ValueError):
        return None
