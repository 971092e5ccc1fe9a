"""Made-up parts of a long document, and ways to look into the PDF that comes of them. Everything here is fictief."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from django.conf import settings
from pypdf import PdfReader

from samenwerkingswijzer.drukpers.drukwerk import Drukwerk
from samenwerkingswijzer.drukpers.weergave import Pers

BASIS = "https://static.invalid/"
MAPPEN = [Path(map_) for map_ in settings.STATICFILES_DIRS]
CIJFERS = ("Belang", "Eigen vermogen", "Vreemd vermogen", "Resultaat", "Bijdrage")
ZIN = "Partij {0} zorgt voor een schone en veilige omgeving voor alle inwoners van de regio, fictieve zin {1}. "
VOET = "Lijst verbonden partijen, begroting 2027 (fictief)"


def document(inhoud: str, *, kop: str = "") -> str:
    """A complete HTML document around `inhoud`."""
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Deel</title>'
        f'<link rel="stylesheet" href="{BASIS}css/tokens.css"><link rel="stylesheet" href="{BASIS}css/print.css">{kop}'
        f'</head><body class="doc"><main>{inhoud}</main></body></html>'
    )


def voorblad(aantal: int) -> str:
    """A cover whose contents link to every party."""
    regels = "".join(f'<li><a href="#partij-{nummer}">Partij {nummer}</a></li>' for nummer in range(1, aantal + 1))
    return document(f"<h1>Lijst verbonden partijen</h1><p>Alles is fictief.</p><ul>{regels}</ul>")


def partij(nummer: int, tekst: str = "") -> str:
    """About one page: a table of facts, a table of figures and two texts."""
    zinnen = tekst or "".join(ZIN.format(nummer, zin) for zin in range(12))
    feiten = {"Vestigingsplaats": "Voorbeeldstad", "Openbaar belang": zinnen[:300], "Risico's": zinnen[:500]}
    rijen = "".join(f'<tr><th scope="row">{naam}</th><td>{waarde}</td></tr>' for naam, waarde in feiten.items())
    cijfers = "".join(
        f'<tr><th scope="row">{naam}</th><td class="doc-num">{nummer * 17 + plek}.210</td>'
        f'<td class="doc-num">{nummer * 31 + plek}.340</td></tr>'
        for plek, naam in enumerate(CIJFERS)
    )
    return document(
        f'<section><h2 id="partij-{nummer}">Partij {nummer} (fictief)</h2>'
        f'<table class="doc-facts" aria-label="Feiten"><tbody>{rijen}</tbody></table>'
        '<table class="doc-table"><caption>Cijfers, keer € 1.000</caption><thead><tr><td></td>'
        '<th scope="col" class="doc-num">1-1-2027</th><th scope="col" class="doc-num">31-12-2027</th></tr></thead>'
        f"<tbody>{cijfers}</tbody></table><h3>Ontwikkelingen</h3><p>{zinnen}</p><h3>Beleid</h3><p>{zinnen}</p></section>"
    )


def werk(*delen: str, titel: str = "Lijst verbonden partijen 2027 <fictief> & meer") -> Drukwerk:
    """A job of these parts."""
    return Drukwerk(delen, titel, "nl", VOET, BASIS)


def lijst(aantal: int) -> Drukwerk:
    """A cover and a number of parties."""
    return werk(voorblad(aantal), *(partij(nummer) for nummer in range(1, aantal + 1)))


def pers() -> Pers:
    """A press for single documents."""
    return Pers(BASIS, MAPPEN)


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    """The PDF, to look into."""
    return pikepdf.open(BytesIO(inhoud))


def teksten(inhoud: bytes) -> list[str]:
    """The text of each page."""
    return [bladzijde.extract_text() for bladzijde in PdfReader(BytesIO(inhoud)).pages]


def lijst_van(waarde: Any) -> list[Any]:
    """An entry that may be absent, one thing or an array."""
    if waarde is None:
        return []
    return list(waarde) if isinstance(waarde, pikepdf.Array) else [waarde]


def elementen(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the tag tree, in reading order."""
    stapel = [pdf.Root.StructTreeRoot.K[0]]
    while stapel:
        element = stapel.pop()
        yield element
        kinderen = [kind for kind in lijst_van(element.get("/K")) if isinstance(kind, pikepdf.Dictionary)]
        stapel.extend(kind for kind in reversed(kinderen) if "/S" in kind)


def boom(element: Any) -> tuple[Any, ...]:
    """An element as plain data: type, name, scope, the headers of a cell, alternative text, and what it holds."""
    kenmerken = lijst_van(element.get("/A"))
    return (
        str(element.S),
        str(element.get("/ID", "")),
        [str(kenmerk.get("/Scope", "")) for kenmerk in kenmerken],
        [[str(kop) for kop in kenmerk.get("/Headers", [])] for kenmerk in kenmerken],
        str(element.get("/Alt", "")),
        [
            boom(kind) if isinstance(kind, pikepdf.Dictionary) and "/S" in kind else str(type(kind))
            for kind in lijst_van(element.get("/K"))
        ],
    )


def ouders(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """The parent tree: number → element, or elements by mark."""
    rij = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(nummer): waarde for nummer, waarde in zip(rij[::2], rij[1::2], strict=True)}


def merken(bladzijde: pikepdf.Page) -> set[int]:
    """The numbers of the marked content on a page."""
    gevonden = set()
    for opdracht in pikepdf.parse_content_stream(bladzijde):
        kenmerken = opdracht.operands[-1] if str(opdracht.operator) == "BDC" else None
        if isinstance(kenmerken, pikepdf.Dictionary) and "/MCID" in kenmerken:
            gevonden.add(int(kenmerken.MCID))
    return gevonden


def bladwijzers(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Depth, words and page number (from 1) of every bookmark in order."""
    nummers = {bladzijde.obj.objgen: nummer for nummer, bladzijde in enumerate(pdf.pages, start=1)}

    def loop(ouder: Any, diepte: int) -> Iterator[tuple[int, str, int]]:
        blad = ouder.get("/First")
        while blad is not None:
            yield diepte, str(blad.Title), nummers[blad.Dest[0].objgen]
            yield from loop(blad, diepte + 1)
            blad = blad.get("/Next")

    return list(loop(pdf.Root.Outlines, 1))
