"""Makes the fictive documents of the example municipality, and puts them in as a person would."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from samenwerkingswijzer.bestanden.soorten import SOORTEN
from samenwerkingswijzer.handelingen.bestanden import VELD
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.pdf import maak_pdf
from verbanden.handelingen.documenten import vervang, voeg_toe
from verbanden.models import Document, Samenwerkingsverband
from verbanden.voorbeeld.secties import Zoeker

FICTIEF = "Dit document is fictief. Het hoort bij de voorbeeldgemeente."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAAR_TEKST = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def zet_neer(gegevens: Mapping[str, Any], zoek: Zoeker, op: datetime) -> None:
    """One row of `documenten`: a new document, or a newer version of the one with this title."""
    door = zoek(Gebruiker, gegevens["door"])
    verband: Samenwerkingsverband = zoek(Samenwerkingsverband, gegevens["verband"])
    upload = _upload(gegevens["bestand"], gegevens["titel"], gegevens["alineas"])
    eerder = Document.objects.filter(verband=verband, titel=gegevens["titel"]).first()
    reden = gegevens.get("reden", "")
    if eerder is not None:
        datum = {"datum": gegevens["datum"]}
        vervang(document=eerder, upload=upload, waarden=datum, versie=eerder.versie, door=door, op=op, reden=reden)
        return
    velden = {naam: gegevens[naam] for naam in ("titel", "soort", "datum")}
    voeg_toe(verband=verband, waarden={**velden, VELD: upload}, door=door, op=op, reden=reden)


def _upload(naam: str, titel: str, alineas: Iterable[str]) -> SimpleUploadedFile:
    regels = [FICTIEF, *alineas]
    inhoud = docx(titel, regels) if naam.endswith(".docx") else pdf(titel, regels)
    return SimpleUploadedFile(naam, inhoud)


def pdf(titel: str, alineas: Iterable[str]) -> bytes:
    """A plain PDF: a heading and paragraphs."""
    tekst = "".join(f"<p>{escape(alinea)}</p>" for alinea in alineas)
    return maak_pdf(
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{escape(titel)}</title></head>'
        f"<body><h1>{escape(titel)}</h1>{tekst}</body></html>"
    )


def docx(titel: str, alineas: Iterable[str]) -> bytes:
    """A plain Word document: paragraphs, the first of which is the title."""
    tekst = "".join(f"<w:p><w:r><w:t>{escape(alinea)}</w:t></w:r></w:p>" for alinea in (titel, *alineas))
    soort = f"{SOORTEN['docx'].mime}.main+xml"
    delen = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{soort}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIES}">'
        f'<Relationship Id="tekst" Type="{_NAAR_TEKST}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{tekst}</w:body></w:document>',
    }
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, deel in delen.items():
            pak.writestr(zipfile.ZipInfo(naam, (2026, 1, 1, 0, 0, 0)), deel, zipfile.ZIP_DEFLATED)
    return uit.getvalue()
