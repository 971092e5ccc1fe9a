"""Articles with attachments, in the order in which the database lets them come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kennisbank.models import Artikelversie, Bijlage, Status
from samenwerkingswijzer.models import Bestand
from tests.fabriek import NU, maak_artikel, maak_bestand, maak_gebruiker
from tests.samenwerkingswijzer.bestanden import stukken


def maak_bijlage(versie: Artikelversie, titel: str = "Een stuk", op: datetime = NU, **velden: Any) -> Bijlage:
    """An attachment of a concept, put there without being looked at; a PDF unless told of a file."""
    nummer = Bijlage.objects.filter(artikelversie=versie).count() + 1
    bestand = velden.get("bestand") or maak_bestand(op=op, door=versie.schrijver, **velden)
    bijlage = Bijlage(artikelversie=versie, nummer=nummer, titel=titel, bestand=bestand)
    bijlage._history_date = op  # type: ignore[attr-defined]  # read by simple-history
    bijlage.save()
    return bijlage


def maak_beeld(op: datetime = NU, **velden: Any) -> Bestand:
    """A picture in the vault."""
    return maak_bestand(stukken.png(40, 30), op=op, **{"soort": "png", "naam": "beeld.png", "tekst": ""} | velden)


def publiceer(versie: Artikelversie, op: datetime = NU) -> Artikelversie:
    """Take a concept to its readers, reviewed by somebody else."""
    versie.status, versie.nagekeken_door, versie.nagekeken_op = Status.NAGEKEKEN, maak_gebruiker(), op
    versie._history_date = op  # type: ignore[attr-defined]  # read by simple-history
    versie.save()
    versie.status, versie.gepubliceerd_op = Status.GEPUBLICEERD, op
    versie.save()
    return versie


def maak_artikel_met(slug: str, aantal: int = 1, op: datetime = NU, **velden: Any) -> Artikelversie:
    """A published article with so many attachments: a picture first, then PDFs."""
    versie = maak_artikel(slug, op=op, status=Status.CONCEPT, **velden)
    maak_bijlage(versie, "Beeld 1", op, bestand=maak_beeld(op, door=versie.schrijver))
    for nummer in range(2, aantal + 1):
        maak_bijlage(versie, f"Stuk {nummer}", op)
    return publiceer(versie, op)
