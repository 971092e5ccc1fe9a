"""The list as a file for a spreadsheet: a row per party, and in XLSX and ODS a second sheet with a row per risk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tablib import Databook, Dataset

from samenwerkingswijzer.opmaak import datum_kort
from verbanden.lijst.document import POSTEN
from verbanden.lijst.wijzigingen import wijzigingen
from verbanden.models import Post, Stadium
from verbanden.overzicht.rij import NIET_INGEVULD
from verbanden.uitvoer import FORMATEN, KOLOMBREEDTE, Bestand, Waarde, Werkblad, nederlands, onschadelijk

PARTIJKOPPEN = (
    "Soort",
    "Nummer",
    "Naam",
    "Vorm",
    "Vestigingsplaats",
    "Openbaar belang",
    "Wijze van belang",
    "Risico's",
    "Programma's",
    "Veranderd in het jaar",
)
RISICOKOPPEN = ("Nummer", "Naam", "Risico", "Gevolg voor de gemeente in euro")
GEEN_RISICO = "Geen risico van betekenis voor de gemeente."
Gegevens = Mapping[str, Any]


def maak(formaat: str, gegevens: Gegevens) -> Bestand:
    """The list in one of `FORMATEN`; interests in percent, amounts in euro."""
    return Bestand(f"{bestandsnaam(gegevens)}.{formaat}", FORMATEN[formaat], _inhoud(formaat, gegevens))


def bestandsnaam(gegevens: Gegevens) -> str:
    """The name of a file of this edition, without what comes after the point."""
    return f"lijst-verbonden-partijen-{gegevens['soort']}-{gegevens['jaar']}-versie-{gegevens['editie']['nummer']}"


def _inhoud(formaat: str, gegevens: Gegevens) -> bytes:
    partijen = _tabel("Verbonden partijen", partijkoppen(), partijrijen(gegevens), formaat)
    if formaat == "csv":
        tekst: str = partijen.export("csv", delimiter=";")
        return tekst.encode("utf-8-sig")
    boek = Databook([partijen, _tabel("Risico's", list(RISICOKOPPEN), risicorijen(gegevens), formaat)])
    inhoud: bytes = Werkblad.export_book(boek, column_width=KOLOMBREEDTE) if formaat == "xlsx" else boek.export("ods")
    return inhoud


def _tabel(titel: str, koppen: list[str], rijen: Iterator[list[Waarde]], formaat: str) -> Dataset:
    tabel = Dataset(title=titel)
    tabel.headers = koppen
    schrijf = nederlands if formaat == "csv" else onschadelijk
    for rij in rijen:
        tabel.append([schrijf(waarde) for waarde in rij])
    return tabel


def partijkoppen() -> list[str]:
    """The names of the columns: of every figure the number and what kind of figure it is."""
    cijfers = [kop for post in (Post.BIJDRAGE, *POSTEN) for kop in (_postnaam(post), f"{post.label}, soort cijfer")]
    return [*PARTIJKOPPEN, *cijfers]


def _postnaam(post: Post) -> str:
    return f"{post.label} ({'procent' if post in (Post.BELANG_BEGIN, Post.BELANG_EIND) else 'euro'})"


def partijrijen(gegevens: Gegevens) -> Iterator[list[Waarde]]:
    """The cells of each party, in legal order."""
    for soort, nummer, partij in _partijen(gegevens):
        cijfers = [cel for post in (Post.BIJDRAGE, *POSTEN) for cel in _cijfer(partij["cijfers"][post])]
        yield [
            soort,
            nummer,
            partij["naam"],
            partij["vorm"],
            partij["vestigingsplaats"],
            partij["openbaar_belang"],
            partij["wijze_van_belang"],
            _risicos(partij),
            ", ".join(programma["naam"] for programma in partij["programmas"]),
            " ".join(wijzigingen(partij, gegevens["soort"])),
            *cijfers,
        ]


def risicorijen(gegevens: Gegevens) -> Iterator[list[Waarde]]:
    """The cells of each risk."""
    for _, nummer, partij in _partijen(gegevens):
        for risico in partij["risicos"]:
            yield [nummer, partij["naam"], risico["omschrijving"], _getal(risico["gevolg"])]


def _partijen(gegevens: Gegevens) -> Iterator[tuple[str, str, Gegevens]]:
    for deel in gegevens["delen"]:
        for volgnummer, partij in enumerate(deel["partijen"], 1):
            yield deel["naam"], f"{deel['categorie']}.{volgnummer}", partij


def _risicos(partij: Gegevens) -> str:
    if partij["risicos"]:
        return " ".join(f"{risico['omschrijving'].rstrip('.')}." for risico in partij["risicos"])
    return GEEN_RISICO if partij["geen_risicos"] else NIET_INGEVULD


def _cijfer(cijfer: Gegevens | None) -> tuple[Waarde, str]:
    """A number with how certain it is; without number why it is not there."""
    if cijfer is None:
        return None, NIET_INGEVULD
    if cijfer["bedrag"] is None:
        gevraagd = datum_kort(date.fromisoformat(cijfer["gevraagd_op"]))
        return None, f"niet opgegeven, gevraagd op {gevraagd}: {cijfer['niet_opgegeven']}"
    return _getal(cijfer["bedrag"]), Stadium(cijfer["stadium"]).label


def _getal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)
