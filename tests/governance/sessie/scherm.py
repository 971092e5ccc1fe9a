"""The screens of a session as a test opens them: a browser of somebody, an address, and what a person reads."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse

from samenwerkingswijzer.models import Gebruiker
from tests.governance.sessie.opzet import Zaal

MET_NUMMER = ("scoor", "bespreken")


def klant(wie: Gebruiker) -> Client:
    """A browser of somebody."""
    client = Client()
    client.force_login(wie)
    return client


def adres(z: Zaal, naam: str = "scoor", nummer: int = 1) -> str:
    """The address of a screen of this session."""
    return reverse(f"governance:{naam}", args=[z.sessie.pk, *([nummer] if naam in MET_NUMMER else [])])


def lees(antwoord: Any) -> str:
    """The words of the middle of a page, or of a whole fragment."""
    inhoud = antwoord.content.decode()
    if "<main" in inhoud:
        inhoud = inhoud.split("<main", 1)[1].split("</main>", 1)[0].split(">", 1)[1]
    kaal = unescape(re.sub(r"<[^>]+>", " ", inhoud))
    return re.sub(r" ([.,:])", r"\1", " ".join(kaal.split()))
