"""The list as a document: from plain data to HTML, and to an accessible PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string

from samenwerkingswijzer.drukpers import Opdracht, druk_delen, opdracht
from samenwerkingswijzer.pdf import STATISCH
from verbanden.lijst.weergave import Deelbeeld, lijstbeeld

PER_VEL = 3
KORT = 8


@dataclass(frozen=True)
class Ondertekening:
    """Who put the list ready and who adopted it, in words; empty while nobody did. `controlegetal` is SHA-256."""

    klaargezet_door: str = ""
    vastgesteld_door: str = ""
    vastgesteld_op: str = ""
    controlegetal: str = ""

    @property
    def concept(self) -> bool:
        return not self.vastgesteld_door


def context(gegevens: Mapping[str, Any], teken: Ondertekening) -> dict[str, Any]:
    """What the templates of the document need, for the document as a whole."""
    lijst = lijstbeeld(gegevens)
    return {
        "lijst": lijst,
        "voorblad": True,
        "vel": lijst.delen,
        "slot": True,
        "concept": teken.concept,
        "controlegetal": teken.controlegetal,
        "klaargezet_door": teken.klaargezet_door,
        "vastgesteld_door": teken.vastgesteld_door,
        "vastgesteld_op": teken.vastgesteld_op,
    }


def pdf(gegevens: Mapping[str, Any], teken: Ondertekening) -> bytes:
    """The document as tagged PDF; the same data give the same bytes. Sheets that did not change come from the store."""
    return druk_delen(delen(gegevens, teken), **opmaak(gegevens, teken))


def bestel(gegevens: Mapping[str, Any], teken: Ondertekening) -> Opdracht:
    """Have the document made outside the web worker; tells how far it is, and `klaar` when `pdf` has it at hand."""
    return opdracht(delen(gegevens, teken), **opmaak(gegevens, teken))


def delen(gegevens: Mapping[str, Any], teken: Ondertekening) -> list[str]:
    """The document as HTML, in parts that each begin on a new page: the cover, and sheets of a few parties."""
    basis = {**context(gegevens, teken), "statisch": STATISCH}
    gevuld = vellen(basis["lijst"].delen)
    leeg = {"voorblad": False, "vel": [], "slot": False}
    stukken: list[dict[str, Any]] = [leeg | {"voorblad": True}, *(leeg | {"vel": vel} for vel in gevuld)]
    stukken[-1]["slot"] = True
    return [render_to_string("verbanden/lijst/document.html", {**basis, **stuk}) for stuk in stukken]


def opmaak(gegevens: Mapping[str, Any], teken: Ondertekening) -> dict[str, str]:
    """Title and footer of the document, and where it finds our static files."""
    lijst = lijstbeeld(gegevens)
    voet = [f"Editie {lijst.editie}{', concept' if teken.concept else ''}", f"peildatum {lijst.peildatum}"]
    if teken.controlegetal:
        voet.append(f"controlegetal {teken.controlegetal[:KORT]}")
    return {"titel": f"{lijst.titel}, {lijst.editie}", "voettekst": " · ".join(voet), "basis": STATISCH}


def vellen(categorieen: Iterable[Deelbeeld]) -> list[list[Deelbeeld]]:
    """Spread the parties over sheets, in order; a category goes on where the one before it ends."""
    gevuld: list[list[Deelbeeld]] = []
    vrij = 0
    for deel in categorieen:
        rest, vervolg = deel.partijen, False
        while rest or not vervolg:
            if vrij == 0:
                gevuld.append([])
                vrij = PER_VEL
            gevuld[-1].append(replace(deel, partijen=rest[:vrij], vervolg=vervolg))
            vrij, rest, vervolg = vrij - len(rest[:vrij]), rest[vrij:], True
    return gevuld
