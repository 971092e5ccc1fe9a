"""The description of the open data by which catalogues such as data.overheid.nl find it.

Source: DCAT-AP-NL 3.0 (Geonovum), with the vocabularies of the Publications Office of the EU and TOOI.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from samenwerkingswijzer.openbaar.bladzijde import Stuk, Vraag
from verbanden.openbaar import schema
from verbanden.openbaar.bestanden import LICENTIE, als_json
from verbanden.openbaar.lezen import Openbaar

JSONLD = "application/ld+json"
EU = "http://publications.europa.eu/resource/authority"
TAAL = {"@id": f"{EU}/language/NLD"}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
# Format of a file -> the name in the vocabulary of the EU, and the media type.
BESTANDEN = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}


def maak(alles: Openbaar, vraag: Vraag) -> Stuk:
    """The catalogue with its one dataset, as JSON-LD."""
    gemeente = alles.gemeente
    hier = vraag.basis + reverse("verbanden:openbaar_gegevens")
    uitgever = {"@id": gemeente["tooi"] or vraag.basis, "@type": "foaf:Agent", "foaf:name": _nl(_gemeente(alles))}
    gedeeld = {"dct:publisher": uitgever, "dct:language": TAAL}
    dataset = gedeeld | {
        "@id": f"{hier}#samenwerkingen",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{hier}#samenwerkingen",
        "dct:title": _nl(f"Samenwerkingsverbanden van de {_gemeente(alles)}"),
        "dct:description": _nl("Met wie de gemeente samenwerkt, waarvoor, en wat zij daaraan per jaar bijdraagt."),
        "dct:creator": uitgever,
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{EU}/data-theme/GOVE"},
        "dct:accrualPeriodicity": {"@id": f"{EU}/frequency/IRREG"},
        "dcat:keyword": [_nl("verbonden partijen"), _nl("gemeenschappelijke regelingen")],
        "dcat:landingPage": {"@id": hier},
        "foaf:page": {"@id": hier},
        "dcat:contactPoint": _contact(alles, hier),
        "dcat:distribution": [_distributie(vraag, hier, formaat) for formaat in BESTANDEN],
    }
    catalogus = gedeeld | {
        "@context": CONTEXT,
        "@id": f"{hier}#catalogus",
        "@type": "dcat:Catalog",
        "dct:title": _nl(f"Open data over samenwerking van de {_gemeente(alles)}"),
        "dct:description": _nl("Wat het portaal van de gemeente over samenwerking openbaar maakt."),
        "dct:creator": uitgever,
        "dct:license": {"@id": LICENTIE},
        "foaf:homepage": {"@id": vraag.basis + reverse("verbanden:openbaar")},
        "dcat:contactPoint": _contact(alles, hier),
        "dcat:dataset": [dataset],
    }
    return als_json(catalogus, "catalogus.jsonld", JSONLD)


def _distributie(vraag: Vraag, hier: str, formaat: str) -> dict[str, Any]:
    naam, soort = BESTANDEN[formaat]
    adres = vraag.basis + reverse("verbanden:openbaar_bestand", args=[formaat])
    return {
        "@id": f"{hier}#{formaat}",
        "@type": "dcat:Distribution",
        "dct:title": _nl(f"Alle samenwerkingen als {naam}"),
        "dct:license": {"@id": LICENTIE},
        "dct:format": {"@id": f"{EU}/file-type/{naam}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{soort}"},
        "dcat:accessURL": {"@id": hier},
        "dcat:downloadURL": {"@id": adres},
        "dct:conformsTo": {"@id": schema.adres(vraag, formaat), "@type": "dct:Standard"},
        "dct:language": TAAL,
        "dct:rights": {"@id": f"{EU}/access-right/PUBLIC"},
    }


def _contact(alles: Openbaar, hier: str) -> dict[str, Any]:
    bladzijde = alles.gemeente["contactpagina"] or hier
    return {
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": _nl(_gemeente(alles)),
        "vcard:hasURL": {"@id": bladzijde},
    }


def _gemeente(alles: Openbaar) -> str:
    return f"gemeente {alles.gemeente['naam']}"


def _nl(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}
