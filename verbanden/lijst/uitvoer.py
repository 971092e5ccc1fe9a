"""The list as a file for a spreadsheet: in CSV a row per party, in XLSX and ODS more sheets around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tablib import Databook, Dataset

from verbanden.lijst.bladen import Blad, bladen
from verbanden.lijst.druk import Ondertekening
from verbanden.uitvoer import FORMATEN, KOLOMBREEDTE, Bestand, Werkblad, nederlands, onschadelijk

Gegevens = Mapping[str, Any]


def maak(formaat: str, gegevens: Gegevens, teken: Ondertekening) -> Bestand:
    """The list in one of `FORMATEN`; interests in percent, amounts in euro."""
    return Bestand(f"{bestandsnaam(gegevens)}.{formaat}", FORMATEN[formaat], _inhoud(formaat, gegevens, teken))


def bestandsnaam(gegevens: Gegevens) -> str:
    """The name of a file of this edition, without what comes after the point."""
    return f"lijst-verbonden-partijen-{gegevens['soort']}-{gegevens['jaar']}-versie-{gegevens['editie']['nummer']}"


def _inhoud(formaat: str, gegevens: Gegevens, teken: Ondertekening) -> bytes:
    alle = bladen(gegevens, teken)
    if formaat == "csv":
        tekst: str = _tabel(alle[0], formaat).export("csv", delimiter=";")
        return tekst.encode("utf-8-sig")
    boek = Databook([_tabel(blad, formaat) for blad in alle])
    inhoud: bytes = Werkblad.export_book(boek, column_width=KOLOMBREEDTE) if formaat == "xlsx" else boek.export("ods")
    return inhoud


def _tabel(blad: Blad, formaat: str) -> Dataset:
    tabel = Dataset(title=blad.titel)
    tabel.headers = list(blad.koppen)
    schrijf = nederlands if formaat == "csv" else onschadelijk
    for rij in blad.rijen:
        tabel.append([schrijf(waarde) for waarde in rij])
    return tabel
