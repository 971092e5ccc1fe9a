"""The footer of every page: a fixed text on the left, 'Pagina x van y' on the right.

Parts do not know how many pages the whole has, so the footer comes last, as an artefact that no screen reader reads.
The press sets the text once, on a sheet of its own; from there it is stamped on each page. A second sheet with all
digits gives the glyphs, the widths and the base line of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary

from samenwerkingswijzer.drukpers.lettergroepen import breedten_van, vertaling_van
from samenwerkingswijzer.drukpers.stromen import maak_stroom

PUNTEN = 7.6
RECHTS = 51.02  # 18 mm in points
CIJFERS = "Pagina 0123456789 van"
KLEUR, KLEUR_PDF = "#57544d", b"0.341 0.329 0.302 rg"
BASISLIJN = re.compile(rb"-1 -?[\d.]+ ([\d.]+) Tm")
PIXEL = 0.75  # points
STEMPEL = (
    b"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC q /SWVoet Do Q "
    b"BT /SWNummer %.2f Tf %s %.2f %.2f Td <%s> Tj ET EMC"
)
VEL = """<!doctype html><html lang="{taal}"><head><meta charset="utf-8"><title>Voet</title>{bladen}</head>
<body class="doc"><p style="position: absolute; bottom: 8mm; left: 18mm; right: 60mm; margin: 0; color: {kleur};
font: 400 {punten}pt/1.25 'Source Sans 3', sans-serif; font-variant-numeric: tabular-nums">{tekst}</p></body></html>"""
OPMAAK = (
    "@page {{ size: {breed}pt {hoog}pt !important; margin: 0 !important }} html, body {{ background: none !important }}"
)


def voetvel(tekst: str, *, taal: str, bladen: str) -> str:
    """HTML of a sheet with only a footer. `bladen` are the link tags of the style sheets."""
    return VEL.format(taal=escape(taal), bladen=bladen, kleur=KLEUR, punten=PUNTEN, tekst=escape(tekst))


def velmaat(breed: float, hoog: float) -> str:
    """CSS that gives a sheet its size, in points."""
    return OPMAAK.format(breed=round(breed, 2), hoog=round(hoog, 2))


@dataclass(frozen=True)
class Stempel:
    """The two sheets, taken into the document: `voet` is a form, `cijfers` a font that has every digit."""

    voet: Any
    lettersets: tuple[Any, ...]
    basislijn: float

    @classmethod
    def maak(cls, pdf: pikepdf.Pdf, voet: bytes, cijfers: bytes) -> Stempel:
        """Take both sheets (PDF of one page) into the document."""
        with pikepdf.open(BytesIO(voet)) as vel, pikepdf.open(BytesIO(cijfers)) as cijfervel:
            vorm = pdf.copy_foreign(vel.pages[0].as_form_xobject())
            bladzijde = cijfervel.pages[0]
            regel = BASISLIJN.search(bladzijde.Contents.read_bytes())
            basislijn = float(bladzijde.MediaBox[3]) - PIXEL * float(regel[1]) if regel else RECHTS / 2
            return cls(vorm, (vorm.Resources.Font, pdf.copy_foreign(bladzijde.Resources.Font)), basislijn)

    def zet(self, pdf: pikepdf.Pdf, bladzijden: Mapping[int, pikepdf.Page]) -> None:
        """Stamp these pages (by number, from 1). The fonts must have been brought together before."""
        letter = next(iter(self.lettersets[1].values()))
        breedten = {code: float(breedte) for code, breedte in breedten_van(letter).items()}
        tekens = {
            bytes.fromhex(tekst.decode()).decode("utf-16-be"): code for code, tekst in vertaling_van(letter).items()
        }
        voor, totaal = maak_stroom(pdf, b"q"), len(pdf.pages)
        for nummer, bladzijde in bladzijden.items():
            codes = [tekens[teken] for teken in f"Pagina {nummer} van {totaal}"]
            links = float(bladzijde.MediaBox[2]) - RECHTS - sum(breedten.get(code, 0) for code in codes) * PUNTEN / 1000
            na = STEMPEL % (PUNTEN, KLEUR_PDF, links, self.basislijn, b"".join(b"%04x" % code for code in codes))
            bladzijde.obj.Contents = pikepdf.Array([voor, bladzijde.obj.Contents, maak_stroom(pdf, na)])
            middelen = bladzijde.obj.Resources
            if "/XObject" not in middelen:
                middelen.XObject = Dictionary()
            middelen.XObject.SWVoet = self.voet
            middelen.Font.SWNummer = letter
