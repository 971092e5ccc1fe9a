"""Mail to people: one message as text and as HTML, and whether it left."""

from __future__ import annotations

import smtplib
from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def maak_bericht(aan: str, onderwerp: str, sjabloon: str, context: Mapping[str, Any]) -> EmailMultiAlternatives:
    """A message from two templates with the same name, `.txt` and `.html`."""
    bericht = EmailMultiAlternatives(onderwerp, render_to_string(f"{sjabloon}.txt", context), to=[aan])
    bericht.attach_alternative(render_to_string(f"{sjabloon}.html", context), "text/html")
    return bericht


def gaat_weg(bericht: EmailMultiAlternatives) -> bool:
    """Hand a message to the mail server; False when that does not work."""
    try:
        return bericht.send() == 1
    except (OSError, smtplib.SMTPException):
        return False
