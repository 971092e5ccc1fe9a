"""The list as a file for a spreadsheet: in CSV a row per party, in XLSX and ODS more sheets around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verbanden.lijst.bladen import bladen
from verbanden.lijst.druk import Ondertekening
from verbanden.uitvoer import Bestand, maak_boek

Gegevens = Mapping[str, Any]


def maak(formaat: str, gegevens: Gegevens, teken: Ondertekening) -> Bestand:
    """The list in one of `FORMATEN`; interests in percent, amounts in euro."""
    return maak_boek(formaat, bestandsnaam(gegevens), bladen(gegevens, teken))


def bestandsnaam(gegevens: Gegevens) -> str:
    """The name of a file of this edition, without what comes after the point."""
    return f"lijst-verbonden-partijen-{gegevens['soort']}-{gegevens['jaar']}-versie-{gegevens['editie']['nummer']}"
