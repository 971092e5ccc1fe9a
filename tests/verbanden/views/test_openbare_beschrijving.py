"""The open data are described as DCAT-AP-NL 3.0 asks, and the files are what their descriptions say."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from jsonschema import Draft202012Validator

from samenwerkingswijzer.historie import bewaar
from tests import fabriek

pytestmark = pytest.mark.django_db
# Geonovum, DCAT-AP-NL 3.0 (docs.geostandaarden.nl/dcat/dcat-ap-nl30), "Klassen": what is marked V (verplicht) or has
# a minimum of one there or in DCAT-AP 3.0; the second number is the most there may be. `dct:format`,
# `dcat:mediaType` and `dct:rights` are conditional (C) and always given here; so is `dct:conformsTo` (A).
VERPLICHT: dict[str, dict[str, tuple[int, int]]] = {
    "dcat:Catalog": {
        "dct:title": (1, 9),
        "dct:description": (1, 9),
        "dct:publisher": (1, 1),
        "dcat:contactPoint": (1, 1),
        "dcat:dataset": (1, 9),
    },
    "dcat:Dataset": {
        "dct:title": (1, 9),
        "dct:description": (1, 9),
        "dct:identifier": (1, 1),
        "dct:publisher": (1, 1),
        "dct:creator": (1, 9),
        "dct:accessRights": (1, 1),
        "dcat:contactPoint": (1, 1),
        "dcat:theme": (1, 9),
        "dcat:distribution": (1, 9),
    },
    "dcat:Distribution": {
        "dcat:accessURL": (1, 1),
        "dcat:downloadURL": (1, 1),
        "dct:license": (1, 9),
        "dct:format": (1, 1),
        "dcat:mediaType": (1, 1),
        "dct:rights": (1, 1),
        "dct:conformsTo": (1, 9),
    },
    "foaf:Agent": {"foaf:name": (1, 9)},
    "vcard:Kind": {"vcard:fn": (1, 9), "vcard:hasURL": (1, 9)},
}
# The code lists that the profile makes obligatory for these properties (chapter "Waardelijsten").
EU = "http://publications.europa.eu/resource/authority"
LIJSTEN = {
    "dct:accessRights": f"{EU}/access-right/",
    "dcat:theme": f"{EU}/data-theme/",
    "dct:language": f"{EU}/language/",
    "dct:accrualPeriodicity": f"{EU}/frequency/",
    "dct:format": f"{EU}/file-type/",
    "dcat:mediaType": "https://www.iana.org/assignments/media-types/",
}


@pytest.fixture(autouse=True)
def _open() -> Any:
    gemeente = fabriek.maak_gemeente()
    gemeente.openbaar = True
    bewaar(gemeente, door=None, op=fabriek.NU)
    verband = fabriek.maak_verband(naam="Verzonnen hulp", doel="Hulp; met een punt-komma", kvk="12345678")
    fabriek.maak_cijfer(verband, 2026, Decimal("3000000.50"))
    fabriek.maak_cijfer(verband, 2025, 0)
    fabriek.maak_deelname(verband, fabriek.maak_organisatie(naam="Gemeente Elders"))
    fabriek.maak_verband(naam="Bijna leeg")
    with time_machine.travel(fabriek.NU, tick=False):
        yield


def haal(pad: str) -> Any:
    antwoord = Client().get(pad[pad.index("/openbaar/") :])
    assert antwoord.status_code == 200
    return json.loads(antwoord.content)


def voorwerpen(wat: Any) -> list[dict[str, Any]]:
    """Every object with a type, at any depth."""
    if isinstance(wat, list):
        return [een for deel in wat for een in voorwerpen(deel)]
    if not isinstance(wat, dict):
        return []
    eigen = [wat] if "@type" in wat else []
    return eigen + [een for naam, deel in wat.items() if naam != "@context" for een in voorwerpen(deel)]


def soorten(wat: dict[str, Any]) -> list[str]:
    gevonden: str | list[str] = wat["@type"]
    return gevonden if isinstance(gevonden, list) else [gevonden]


def lijst(wat: Any) -> list[Any]:
    return wat if isinstance(wat, list) else [wat]


@pytest.mark.parametrize("soort", VERPLICHT)
def test_alles_wat_verplicht_is_staat_er_en_niet_te_vaak(soort: str) -> None:
    gevonden = [een for een in voorwerpen(haal("/openbaar/catalogus.jsonld")) if soort in soorten(een)]
    assert gevonden
    for een in gevonden:
        aantallen = {naam: len(lijst(een.get(naam, []))) for naam in VERPLICHT[soort]}
        fout = {n: a for n, a in aantallen.items() if not VERPLICHT[soort][n][0] <= a <= VERPLICHT[soort][n][1]}
        assert fout == {}


def test_waarden_komen_uit_de_voorgeschreven_lijsten_en_namen_uit_de_context() -> None:
    inhoud = haal("/openbaar/catalogus.jsonld")
    for een in voorwerpen(inhoud):
        for naam, waarde in een.items():
            assert naam.startswith("@") or naam.partition(":")[0] in inhoud["@context"], naam
            for deel in lijst(waarde) if naam in LIJSTEN else []:
                assert deel["@id"].startswith(LIJSTEN[naam])
    assert inhoud["dct:publisher"]["@id"] == fabriek.ONZE_TOOI


def test_elk_bestand_uit_de_beschrijving_is_te_halen_in_de_vorm_die_er_staat() -> None:
    (dataset,) = haal("/openbaar/catalogus.jsonld")["dcat:dataset"]
    for een in dataset["dcat:distribution"]:
        adres = een["dcat:downloadURL"]["@id"]
        antwoord = Client().get(adres[adres.index("/openbaar/") :])
        assert antwoord.status_code == 200
        assert een["dcat:mediaType"]["@id"].endswith(antwoord["Content-Type"].partition(";")[0])
        assert haal(een["dct:conformsTo"]["@id"])


def test_de_json_past_in_haar_schema() -> None:
    schema = haal("/openbaar/schema/samenwerkingen.json.json")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        haal("/openbaar/samenwerkingen.json")
    )


def test_de_csv_is_zoals_haar_beschrijving_zegt() -> None:
    beschrijving = haal("/openbaar/schema/samenwerkingen.csv.json")
    tekst = Client().get("/openbaar/samenwerkingen.csv").content.decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=beschrijving["dialect"]["delimiter"]))
    kolommen = {kolom["name"]: kolom["datatype"] for kolom in beschrijving["tableSchema"]["columns"]}
    assert list(rijen[0]) == list(kolommen)
    hulp = next(rij for rij in rijen if rij["naam"] == "Verzonnen hulp")
    assert hulp["bijdrage_2026"] == f"3000000{kolommen['bijdrage_2026']['format']['decimalChar']}5"
    assert (hulp["bijdrage_2025"], hulp["bijdrage_2024"]) == ("0", "")
    assert hulp["doel"] == "Hulp; met een punt-komma"
    assert {rij["slug"] for rij in rijen} == {
        rij["slug"] for rij in haal("/openbaar/samenwerkingen.json")["samenwerkingen"]
    }
