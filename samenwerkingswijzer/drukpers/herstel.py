"""Mends what WeasyPrint leaves open in a tagged PDF, just before it writes the file.

Works on the objects that are about to be written (pydyf): dictionaries whose references read `12 0 R`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.document import Document

from samenwerkingswijzer.drukpers.stromen import verdicht_alle

AFDRUKKEN = 4
# A link to another part of the same document; `samenvoegen` gives it its page. Reserved name (RFC 2606).
ELDERS = "https://elders.invalid/#"
# The name of a place in the same part, until the whole document is there.
BINNEN = "SWDoel"
BLADWIJZERS = "SWBladwijzers"
NAMEN = "SWNamen"
TEKENTABEL, GEEN_TEKST = b"/CIDInit /ProcSet findresource begin", b"> <200b>"  # zero-width space
PUNTEN_PER_PIXEL = 0.75


def herstel(document: Document, pdf: pydyf.PDF) -> None:
    """Scopes for table headers, words and the Print flag for links, artefacts for running headers and footers."""
    for kop in [element for element in pdf.objects if _soort(element) == "/TH"]:
        _geef_bereik(kop, pdf)
    for bladzijde in document.pages:
        for _, _, _, vak in bladzijde.links:
            _herstel_link(vak)
    _maak_artefacten(pdf)
    _werk_af(pdf)


def herstel_deel(document: Document, pdf: pydyf.PDF, *, kenmerk: str) -> None:
    """As `herstel`, for a part: names get `kenmerk` in front, and bookmarks keep their level."""
    herstel(document, pdf)
    _verzamel_namen(pdf, kenmerk)
    for link in [ding for ding in pdf.objects if isinstance(ding, pydyf.Dictionary) and ding.get("Subtype") == "/Link"]:
        if "Dest" in link:
            link[BINNEN] = link.pop("Dest")
    pdf.catalog.pop("Outlines", None)
    pdf.catalog[BLADWIJZERS] = pydyf.Array(
        pydyf.Array(
            [
                niveau,
                pydyf.String(woorden),
                nummer,
                x * PUNTEN_PER_PIXEL,
                (bladzijde.height - y) * PUNTEN_PER_PIXEL,
            ]
        )
        for nummer, bladzijde in enumerate(document.pages)
        for niveau, woorden, (x, y), _ in bladzijde.bookmarks
    )


def herstel_vel(document: Document, pdf: pydyf.PDF) -> None:
    """As `herstel`, for a sheet without tags."""
    _werk_af(pdf)


def _werk_af(pdf: pydyf.PDF) -> None:
    """Every glyph stands for some text, be it nothing (an accent beside its letter), and streams are compressed."""
    for stroom in pdf.objects:
        if isinstance(stroom, pydyf.Stream) and stroom.stream[:1] == [TEKENTABEL]:
            stroom.stream = [regel.replace(b"> <>", GEEN_TEKST) for regel in stroom.stream]
    verdicht_alle(pdf)


def _verzamel_namen(pdf: pydyf.PDF, kenmerk: str) -> None:
    """Put `kenmerk` in front of every name, and list them as a leaf of a name tree."""
    benoemd = [element for element in pdf.objects if _soort(element) and "ID" in element]
    if not benoemd:
        return
    for element in benoemd:  # the cells below a header share its very name
        element["ID"].string = f"{kenmerk}-{element['ID'].string}"
    benoemd.sort(key=lambda element: element["ID"].string)
    leden = [deel for element in benoemd for deel in (element["ID"], element.reference)]
    blad = pydyf.Dictionary({"Limits": pydyf.Array([leden[0], leden[-2]]), "Names": pydyf.Array(leden)})
    pdf.add_object(blad)
    pdf.catalog[NAMEN] = blad.reference


def _soort(element: Any) -> str:
    """The structure type (`/TH`), or nothing for other objects."""
    return str(element.get("S", "")) if isinstance(element, pydyf.Dictionary) else ""


def _volg(pdf: pydyf.PDF, verwijzing: bytes) -> Any:
    return pdf.objects[int(verwijzing.split()[0])]


def _geef_bereik(kop: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A header in the head of a table is for its column, any other for its row."""
    rij = _volg(pdf, kop["P"])
    in_hoofd = _soort(_volg(pdf, rij["P"])) == "/THead"
    kop.setdefault("A", pydyf.Dictionary({"O": "/Table"})).setdefault("Scope", "/Column" if in_hoofd else "/Row")


def _herstel_link(vak: Any) -> None:
    """Printed with the page, and announced by its words instead of its address."""
    aantekening = vak.link_annotation
    if aantekening is None:
        return
    aantekening["F"] = AFDRUKKEN
    woorden = " ".join("".join(vak.element.itertext()).split()) if vak.element is not None else ""
    if woorden:
        aantekening["Contents"] = pydyf.String(woorden)


def _maak_artefacten(pdf: pydyf.PDF) -> None:
    """Content whose element hangs outside the tree (running headers and footers) is no content for a reader."""
    if "StructTreeRoot" not in pdf.catalog:
        return
    wortel = _volg(pdf, pdf.catalog["StructTreeRoot"])
    bereikbaar = set(_nummers(pdf, wortel))
    nummers = _volg(pdf, wortel["ParentTree"])["Nums"]
    bladzijden = {getal: _volg(pdf, b"%d 0 R" % getal) for getal in pdf.pages["Kids"][::3]}
    for bladzijde in bladzijden.values():
        rij = nummers[nummers.index(bladzijde["StructParents"]) + 1]
        los = {mcid for mcid, verwijzing in enumerate(rij) if int(verwijzing.split()[0]) not in bereikbaar}
        if los:
            rij[:] = [b"null" if mcid in los else verwijzing for mcid, verwijzing in enumerate(rij)]
            _herbenoem(_volg(pdf, bladzijde["Contents"]).stream, los)


def _nummers(pdf: pydyf.PDF, wortel: pydyf.Dictionary) -> Iterator[int]:
    """The object numbers of all elements below the root."""
    wachtrij = list(wortel["K"])
    while wachtrij:
        kind = wachtrij.pop()
        if isinstance(kind, bytes):
            element = _volg(pdf, kind)
            if _soort(element):
                yield element.number
                wachtrij.extend(element["K"])


def _herbenoem(opdrachten: list[Any], los: set[int]) -> None:
    """Turn the marks `/Span <</MCID 3>> BDC` of loose content into artefacts."""
    for plek, opdracht in enumerate(opdrachten):
        if isinstance(opdracht, pydyf.Dictionary) and opdracht.get("MCID") in los:
            opdrachten[plek - 1 : plek + 2] = ["/Artifact", "<</Type /Pagination>>", b"BDC"]
