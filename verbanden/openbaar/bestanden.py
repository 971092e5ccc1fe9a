"""All public partnerships as open data: CSV for a spreadsheet, JSON for a program, with the meaning of each column."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from samenwerkingswijzer.openbaar.bladzijde import Stuk
from verbanden.models import Post, Vorm
from verbanden.openbaar.lezen import JAREN, Openbaar, Samenwerking
from verbanden.openbaar.weergave import adres, categorie
from verbanden.uitvoer import FORMATEN, maak_tabel

LICENTIE = "https://creativecommons.org/publicdomain/zero/1.0/"
NAAM = "samenwerkingen"


class Soort(Enum):
    """What kind of value a column holds."""

    TEKST = "tekst"
    KEUZE = "ja of nee"
    ADRES = "adres van een bladzijde"
    DATUM = "datum, of leeg"
    BEDRAG = "bedrag in euro, of leeg"
    LIJST = "rij van teksten"


@dataclass(frozen=True)
class Kolom:
    """A column of the open data: its name, what it says, how it is read, and what kind of value it holds."""

    naam: str
    uitleg: str
    lees: Callable[[Samenwerking], Any]
    soort: Soort = Soort.TEKST


def _kern(naam: str, uitleg: str, soort: Soort = Soort.TEKST) -> Kolom:
    return Kolom(naam, uitleg, lambda samenwerking: samenwerking.kern[naam], soort)


def kolommen(dag: date, basis: str) -> list[Kolom]:
    """The columns, in order; amounts in euro, one column per year."""
    return [
        _kern("slug", "Vast kenmerk van de samenwerking"),
        _kern("naam", "Volledige naam"),
        _kern("korte_naam", "Hoe men het noemt"),
        Kolom("fictief", "ja: een verzonnen voorbeeld", lambda s: "ja" if s.kern["fictief"] else "nee", Soort.KEUZE),
        Kolom("vorm", "Rechtsvorm of soort afspraak", lambda s: Vorm(s.kern["vorm"]).label),
        Kolom("lijst_verbonden_partijen", "Deel van de lijst (BBV art. 15), of nee", lambda s: categorie(s.kern)),
        Kolom("programma", "Programma van de begroting met het grootste deel", lambda s: s.programma),
        _kern("doel", "Waarvoor de samenwerking er is"),
        _kern("openbaar_belang", "Wat inwoners eraan hebben"),
        Kolom("verantwoordelijk", "Het ambt dat er in de gemeente over gaat", lambda s: s.houder),
        _kern("vestigingsplaats", "Waar het verband is gevestigd"),
        _kern("website", "Eigen website"),
        _kern("kvk", "Nummer bij de Kamer van Koophandel"),
        _kern("tooi", "Kenmerk in het register van overheidsorganisaties"),
        _kern("sinds", "Begindatum", Soort.DATUM),
        Kolom("deelnemers", "Wie er meedoen", lambda s: list(s.deelnemers), Soort.LIJST),
        *(_bijdrage(jaar) for jaar in range(dag.year - JAREN + 1, dag.year + 1)),
        Kolom("bladzijde", "Adres van de bladzijde hierover", lambda s: basis + adres(s.kern["slug"]), Soort.ADRES),
    ]


def _bijdrage(jaar: int) -> Kolom:
    uitleg = f"Bijdrage van de gemeente in {jaar}, in euro; leeg als die niet bekend is"
    return Kolom(f"bijdrage_{jaar}", uitleg, lambda s: s.bedrag(Post.BIJDRAGE, jaar), Soort.BEDRAG)


def maak(formaat: str, alles: Openbaar, basis: str) -> Stuk:
    """The file; `formaat` is csv or json."""
    kop = kolommen(alles.dag, basis)
    if formaat == "csv":
        rijen = ([_cel(kolom.lees(s)) for kolom in kop] for s in alles.samenwerkingen)
        bestand = maak_tabel("csv", NAAM, [kolom.naam for kolom in kop], rijen, alles.dag)
        return Stuk(bestand.inhoud, FORMATEN["csv"], f"{NAAM}.csv")
    inhoud = {
        "gemeente": alles.gemeente["naam"],
        "tooi": alles.gemeente["tooi"],
        "licentie": LICENTIE,
        "kolommen": {kolom.naam: kolom.uitleg for kolom in kop},
        "samenwerkingen": [{kolom.naam: _json(kolom.lees(s)) for kolom in kop} for s in alles.samenwerkingen],
    }
    return als_json(inhoud, f"{NAAM}.json")


def als_json(inhoud: Any, naam: str, soort: str = "application/json") -> Stuk:
    """Readable JSON, always the same bytes for the same content."""
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=1)
    return Stuk(tekst.encode(), soort, naam)


def _cel(waarde: Any) -> Any:
    return ", ".join(waarde) if isinstance(waarde, list) else waarde


def _json(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == int(waarde) else float(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
