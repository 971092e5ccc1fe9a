"""Attachments go along with their version: into the next one, and away with a concept that is thrown away."""

from __future__ import annotations

from datetime import datetime

from kennisbank.models import Artikelversie, Bijlage
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker


def neem_over(*, van: Artikelversie, naar: Artikelversie, door: Gebruiker, op: datetime) -> None:
    """The same files under the same numbers; inside the transaction that makes the version."""
    for bijlage in Bijlage.objects.van(van.pk):
        kopie = Bijlage(artikelversie=naar, nummer=bijlage.nummer, bestand=bijlage.bestand, titel=bijlage.titel)
        bewaar(kopie, door=door, op=op)


def haal_allemaal_weg(van: Artikelversie, *, door: Gebruiker, op: datetime) -> None:
    """Take every attachment out of a concept; their history stays."""
    for bijlage in Bijlage.objects.van(van.pk):
        verwijder(bijlage, door=door, op=op)
