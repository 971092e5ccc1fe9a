"""Several tagged PDFs become one, with their tags, links and bookmarks.

Each part brings its own structure tree. All end up under one Document element; the numbers that tie pages and links
to the tree (StructParents, StructParent, ParentTree) are counted on from part to part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from samenwerkingswijzer.drukpers.bladwijzers import Bladwijzer, hang_op, lees_bladwijzers
from samenwerkingswijzer.drukpers.herstel import BINNEN, ELDERS, NAMEN

DOEL = "/" + BINNEN

Maat = tuple[float, float]
Plaats = tuple[int, float, float]


class Samenvoeging:
    """The document in the making: `voeg_toe` each part in order, then `sluit_af`. The PDF is in `pdf`."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.wortel = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.stuk = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self.wortel, K=Array()))
        self.wortel.K = Array([self.stuk])
        self._ouders = Array()
        self._volgende = 0
        self._rollen = Dictionary()
        self._plekken: dict[str, Any] = {}
        self._verwijzingen: list[tuple[Any, str, dict[str, Any]]] = []
        self._namen: list[Any] = []  # one leaf of the name tree per part
        self._bladwijzers: list[Bladwijzer] = []
        self._gezien: dict[bytes, int] = {}
        self._bronnen: list[pikepdf.Pdf] = []  # qpdf reads streams from them when it writes

    def voeg_toe(self, deel: bytes) -> None:
        """Add one part, as made by `weergave.Pers.druk_deel`."""
        bron = pikepdf.open(BytesIO(deel))
        self._bronnen.append(bron)
        eerste = len(self.pdf.pages)
        plekken = _neem_plekken_uit(bron)
        self.pdf.pages.extend(bron.pages)
        bladzijden = self.pdf.pages[eerste:]
        self._neem_labels_over(bron, bladzijden, self._herhaling(deel))
        self._neem_plekken_over(plekken, bladzijden)
        for niveau, woorden, nummer, x, y in lees_bladwijzers(bron):
            self._bladwijzers.append(Bladwijzer(niveau, woorden, _plek(bladzijden[nummer], x, y)))

    def maten(self) -> list[Maat]:
        """Width and height of each page, in points."""
        return [(float(blad.MediaBox[2]), float(blad.MediaBox[3])) for blad in self.pdf.pages]

    def lettersets(self) -> list[Any]:
        """The font dictionary of each part."""
        return list({deel.objgen: deel for deel in (blad.obj.Resources.Font for blad in self.pdf.pages)}.values())

    def sluit_af(self, *, taal: str) -> None:
        """Give the document its root entries; after this nothing can be added."""
        for aantekening, naam, eigen in self._verwijzingen:
            aantekening.Dest = eigen.get(naam) or self._plekken.get(naam) or _plek(self.pdf.pages[0], 0, 0)
        root = self.pdf.Root
        self.wortel.ParentTree = self.pdf.make_indirect(Dictionary(Nums=self._ouders))
        self.wortel.ParentTreeNextKey = self._volgende
        if self._namen:
            bladen = sorted(self._namen, key=lambda blad: str(blad.Limits[0]))
            self.wortel.IDTree = Dictionary(Kids=Array([self.pdf.make_indirect(blad) for blad in bladen]))
        if len(self._rollen):
            self.wortel.RoleMap = self._rollen
        root.StructTreeRoot = self.wortel
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.Lang = String(taal)
        if self._plekken:
            plekken = [deel for naam in sorted(self._plekken) for deel in (String(naam), self._plekken[naam])]
            root.Names = Dictionary(Dests=self.pdf.make_indirect(Dictionary(Names=Array(plekken))))
        hang_op(self.pdf, self._bladwijzers)

    def _neem_labels_over(self, bron: pikepdf.Pdf, bladzijden: Sequence[pikepdf.Page], herhaling: int) -> None:
        wortel = self.pdf.copy_foreign(bron.Root.StructTreeRoot)
        for element in wortel.K[0].K:
            element.P = self.stuk
            self.stuk.K.append(element)
        hoogste = -1
        nummers = wortel.ParentTree.Nums
        for sleutel, waarde in zip(list(nummers)[::2], list(nummers)[1::2], strict=True):
            self._ouders.append(self._volgende + int(sleutel))
            self._ouders.append(waarde)
            hoogste = max(hoogste, int(sleutel))
        for bladzijde in bladzijden:
            bladzijde.obj.StructParents = int(bladzijde.obj.StructParents) + self._volgende
            for aantekening in bladzijde.obj.get("/Annots", []):
                aantekening.StructParent = int(aantekening.StructParent) + self._volgende
        self._volgende += hoogste + 1
        for rol, betekenis in wortel.get("/RoleMap", {}).items():
            self._rollen[rol] = betekenis
        if f"/{NAMEN}" in bron.Root:
            blad = self.pdf.copy_foreign(bron.Root[f"/{NAMEN}"])
            self._namen.append(_geef_andere_namen(wortel.K[0].K, herhaling) if herhaling else blad)

    def _neem_plekken_over(self, plekken: Mapping[str, Plaats], bladzijden: Sequence[pikepdf.Page]) -> None:
        eigen = {naam: _plek(bladzijden[nummer], x, y) for naam, (nummer, x, y) in plekken.items()}
        self._plekken = eigen | self._plekken  # of two equal names the first part has it
        for bladzijde in bladzijden:
            for aantekening in bladzijde.obj.get("/Annots", []):
                doel = _doel(aantekening)
                if doel:
                    self._verwijzingen.append((aantekening, doel, eigen))

    def _herhaling(self, deel: bytes) -> int:
        """How often this very part was added before."""
        self._gezien[deel] = self._gezien.get(deel, -1) + 1
        return self._gezien[deel]


def _neem_plekken_uit(bron: pikepdf.Pdf) -> dict[str, Plaats]:
    """Take the named places out of a part: name → page number (from 0) and the place on it."""
    if "/Names" not in bron.Root:
        return {}
    nummers: dict[Any, int] = {bladzijde.objgen: nummer for nummer, bladzijde in enumerate(bron.pages)}
    namen = list(bron.Root.Names.Dests.Names)
    del bron.Root.Names
    return {
        str(naam): (nummers[plek[0].objgen], float(plek[2]), float(plek[3]))
        for naam, plek in zip(namen[::2], namen[1::2], strict=True)
    }


def _plek(bladzijde: pikepdf.Page, x: float, y: float) -> Array:
    return Array([bladzijde.obj, Name.XYZ, x, y, 0])


def _doel(aantekening: Any) -> str:
    """The name of the place in this document that a link goes to; empty for a link to elsewhere."""
    if DOEL in aantekening:
        doel = str(aantekening[DOEL])
        del aantekening[DOEL]
        return doel
    adres = str(aantekening.get("/A", {}).get("/URI", ""))
    if not adres.startswith(ELDERS):
        return ""
    del aantekening.A
    return adres.removeprefix(ELDERS)


def _geef_andere_namen(elementen: Any, herhaling: int) -> Dictionary:
    """A part that is added again brings the same names, and names are unique in a document. Returns the new leaf."""
    namen = {}
    wachtrij = list(elementen)
    while wachtrij:
        element = wachtrij.pop()
        if "/ID" in element:
            element.ID = String(f"{element.ID}-{herhaling}")
            namen[str(element.ID)] = element
        for kenmerk in _lijst(element.get("/A")):
            if "/Headers" in kenmerk:
                kenmerk.Headers = Array([String(f"{naam}-{herhaling}") for naam in kenmerk.Headers])
        wachtrij.extend(kind for kind in _lijst(element.get("/K")) if isinstance(kind, Dictionary) and "/S" in kind)
    paren = [deel for naam in sorted(namen) for deel in (String(naam), namen[naam])]
    return Dictionary(Limits=Array([paren[0], paren[-2]]), Names=Array(paren))


def _lijst(waarde: Any) -> list[Any]:
    if waarde is None:
        return []
    return list(waarde) if isinstance(waarde, Array) else [waarde]
