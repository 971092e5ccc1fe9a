"""The selection as a file for a spreadsheet: CSV, XLSX or ODS.

Text that a spreadsheet could take for a formula gets an apostrophe in front; numbers stay numbers, also negative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tablib import Databook, Dataset
from tablib.formats._xlsx import XLSXFormat

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.models import Klasse, Levensfase, Oordeel, Stadium, Vorm
from verbanden.overzicht.lezen import Overzicht, eerste_per_verband, jaren
from verbanden.overzicht.rij import NIET_INGEVULD, NIET_OPGEGEVEN, Bijdrage, Rij
from verbanden.regels.bbv import CATEGORIENAMEN

FORMATEN = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
# What makes a spreadsheet read text as a formula: a sign, also in full width, after spaces or not; or a control sign.
FORMULETEKENS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
# What a spreadsheet may skip before a sign: white space, and characters without width.
_VOORAF = re.compile("^[\\s\u200b-\u200d\u2060\ufeff]+")
# Characters that XML 1.0 does not allow.
_STUURTEKENS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TITEL = "Samenwerkingsverbanden"
KOLOMBREEDTE = 22
CATEGORIE = {str(int(nummer)): naam for nummer, naam in CATEGORIENAMEN.items()} | {
    "geen": "Geen verbonden partij",
    "onbekend": "Nog niet beoordeeld",
}

Waarde = str | Decimal | date | None


@dataclass(frozen=True)
class Bestand:
    """A file to download."""

    naam: str
    mime: str
    inhoud: bytes


@dataclass(frozen=True)
class Blad:
    """A sheet: its title, its head, and its rows."""

    titel: str
    koppen: Sequence[str]
    rijen: Iterable[Sequence[Waarde]]


class Werkblad(XLSXFormat):
    """A sheet of which every text is stored as text, whatever it looks like."""

    @classmethod
    def dset_sheet(cls, dataset: Dataset, ws: Any, **opties: Any) -> None:
        """Fill the sheet."""
        super().dset_sheet(dataset, ws, **opties)
        for rij in ws.iter_rows():
            for cel in rij:
                if isinstance(cel.value, str):
                    cel.data_type = "s"


def maak(
    formaat: str, rijen: Sequence[Rij], overzicht: Overzicht, momenten: Sequence[Tijdlijnmoment], dag: date
) -> Bestand:
    """These rows as a file in one of `FORMATEN`, with the reference date in its name."""
    eerste = eerste_per_verband(momenten)
    cellen = (waarden(rij, overzicht, eerste.get(rij.id)) for rij in rijen)
    return maak_tabel(formaat, TITEL, koppen(dag), cellen, dag)


def maak_tabel(
    formaat: str, titel: str, kopregel: Sequence[str], rijen: Iterable[Sequence[Waarde]], dag: date
) -> Bestand:
    """Any table as a file in one of `FORMATEN`, with the reference date in its name."""
    return maak_boek(formaat, f"{titel.lower()}-{dag.isoformat()}", [Blad(titel, kopregel, rijen)])


def maak_boek(formaat: str, naam: str, bladen: Sequence[Blad]) -> Bestand:
    """Sheets as one file in one of `FORMATEN`; CSV knows one sheet and holds the first. `naam` is without the point."""
    return Bestand(f"{naam}.{formaat}", FORMATEN[formaat], _inhoud(formaat, bladen))


def koppen(dag: date) -> list[str]:
    """The names of the columns."""
    per_jaar = [kop for jaar in jaren(dag) for kop in (f"Bijdrage {jaar}", f"Soort cijfer {jaar}")]
    return [
        "Naam",
        "Korte naam",
        "Vorm",
        "Categorie (BBV)",
        "Belangrijkheid",
        "Levensfase",
        "Programma's",
        "Onderwerpen",
        "Portefeuillehouder",
        "Accounthouder",
        "Oordeel",
        "Toelichting",
        "Oordeel van",
        *per_jaar,
        f"Verschil {dag.year + 1} in procent",
        "Volgend moment",
        "Wat dan",
        "Verouderd",
    ]


def waarden(rij: Rij, overzicht: Overzicht, moment: Tijdlijnmoment | None) -> list[Waarde]:
    """The cells of a row: text, amounts in euro, and days."""
    feiten, kern = rij.feiten, rij.feiten.kern
    programmas = [overzicht.programmas.get(deel.programma_id, "") for deel in feiten.delen]
    return [
        kern.naam,
        kern.korte_naam,
        Vorm(kern.vorm).label,
        CATEGORIE[rij.categorie],
        Klasse(feiten.klasse).label if feiten.klasse else "Nog niet bepaald",
        Levensfase(kern.levensfase).label,
        ", ".join(programmas),
        ", ".join(kern.onderwerpen),
        overzicht.portefeuilles.get(kern.portefeuille_id or 0, ""),
        overzicht.accounthouders.get(feiten.accounthouder_id or 0, ""),
        Oordeel(rij.oordeel).label,
        rij.zin,
        feiten.stand.datum if feiten.stand else None,
        *(cel for bijdrage in feiten.bijdragen for cel in _bijdrage(bijdrage)),
        round(rij.groei, 1) if rij.groei is not None else None,
        moment.datum if moment else None,
        f"{moment.wie}: {moment.titel}" if moment else "",
        ", ".join(rij.verouderd),
    ]


def _bijdrage(bijdrage: Bijdrage | None) -> tuple[Decimal | None, str]:
    """An amount with how certain it is; without amount the reason."""
    if bijdrage is None:
        return None, NIET_INGEVULD
    if bijdrage.bedrag is None:
        return None, NIET_OPGEGEVEN
    return bijdrage.bedrag, Stadium(bijdrage.stadium).label


def onschadelijk(waarde: Waarde) -> Waarde:
    """Text that no spreadsheet takes for a formula; other values as they are."""
    if not isinstance(waarde, str):
        return "" if waarde is None else waarde
    schoon = _STUURTEKENS.sub("", waarde)
    return f"'{schoon}" if _lijkt_formule(schoon) else schoon


def _lijkt_formule(tekst: str) -> bool:
    zichtbaar = _VOORAF.sub("", tekst)
    return tekst.startswith(FORMULETEKENS) or zichtbaar.startswith(FORMULETEKENS)


def nederlands(waarde: Waarde) -> Waarde:
    """The value as text for CSV: 1234,50 and 20-5-2026."""
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}".replace(".", ",")
    return opmaak.datum_kort(waarde) if isinstance(waarde, date) else onschadelijk(waarde)


def _inhoud(formaat: str, bladen: Sequence[Blad]) -> bytes:
    if formaat == "csv":
        tekst: str = _tabel(bladen[0], nederlands).export("csv", delimiter=";")
        return tekst.encode("utf-8-sig")
    boek = Databook([_tabel(blad, onschadelijk) for blad in bladen])
    inhoud: bytes = Werkblad.export_book(boek, column_width=KOLOMBREEDTE) if formaat == "xlsx" else boek.export("ods")
    return inhoud


def _tabel(blad: Blad, schrijf: Callable[[Waarde], Waarde]) -> Dataset:
    tabel = Dataset(title=blad.titel)
    tabel.headers = [schrijf(kop) for kop in blad.koppen]
    for rij in blad.rijen:
        tabel.append([schrijf(waarde) for waarde in rij])
    return tabel
