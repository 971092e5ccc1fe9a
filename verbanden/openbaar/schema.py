"""What the files of open data look like, for programs: a JSON Schema, and CSV on the Web for the CSV.

Source: JSON Schema 2020-12; W3C, Metadata Vocabulary for Tabular Data (CSVW), 2015.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from samenwerkingswijzer.openbaar.bladzijde import Stuk, Vraag
from verbanden.openbaar.bestanden import LICENTIE, NAAM, Kolom, Soort, als_json, kolommen

TEKST: dict[str, Any] = {"type": "string"}
IN_JSON: dict[Soort, dict[str, Any]] = {
    Soort.TEKST: TEKST,
    Soort.KEUZE: {"enum": ["ja", "nee"]},
    Soort.ADRES: TEKST | {"format": "uri"},
    Soort.DATUM: {"type": ["string", "null"], "format": "date"},
    Soort.BEDRAG: {"type": ["number", "null"]},
    Soort.LIJST: {"type": "array", "items": TEKST},
}
IN_CSV: dict[Soort, dict[str, Any]] = {
    Soort.TEKST: {"datatype": "string"},
    Soort.KEUZE: {"datatype": {"base": "string", "format": "ja|nee"}},
    Soort.ADRES: {"datatype": "anyURI"},
    Soort.DATUM: {"datatype": {"base": "date", "format": "d-M-yyyy"}},
    Soort.BEDRAG: {"datatype": {"base": "decimal", "format": {"decimalChar": ","}}},
    Soort.LIJST: {"datatype": "string", "separator": ", "},
}


def adres(vraag: Vraag, formaat: str) -> str:
    """Where the description of this file stands."""
    return vraag.basis + reverse("verbanden:openbaar_schema", args=[formaat])


def maak(formaat: str, vraag: Vraag) -> Stuk:
    """The description of the file in this format, csv or json."""
    kop = kolommen(vraag.dag, vraag.basis)
    inhoud = _van_csv(kop, vraag) if formaat == "csv" else _van_json(kop, vraag)
    return als_json(inhoud, f"{NAAM}.{formaat}.schema.json")


def _van_json(kop: list[Kolom], vraag: Vraag) -> dict[str, Any]:
    rij = {kolom.naam: {"description": kolom.uitleg} | IN_JSON[kolom.soort] for kolom in kop}
    velden = {
        "gemeente": TEKST,
        "tooi": TEKST,
        "licentie": {"const": LICENTIE},
        "kolommen": {"type": "object", "additionalProperties": TEKST},
        "samenwerkingen": {"type": "array", "items": _voorwerp(rij)},
    }
    kenmerk = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": adres(vraag, "json")}
    return kenmerk | {"title": "Samenwerkingen"} | _voorwerp(velden)


def _voorwerp(velden: dict[str, Any]) -> dict[str, Any]:
    """An object with these fields, all of them and no other."""
    return {"type": "object", "required": list(velden), "additionalProperties": False, "properties": velden}


def _van_csv(kop: list[Kolom], vraag: Vraag) -> dict[str, Any]:
    rijen = [{"name": k.naam, "titles": k.naam, "dc:description": k.uitleg} | IN_CSV[k.soort] for k in kop]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": vraag.basis + reverse("verbanden:openbaar_bestand", args=["csv"]),
        "dc:license": {"@id": LICENTIE},
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": rijen, "primaryKey": "slug"},
    }
