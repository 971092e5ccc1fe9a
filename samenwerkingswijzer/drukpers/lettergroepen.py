"""The fonts of a merged document: each font file once, with the glyphs that any part uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Name

from samenwerkingswijzer.drukpers.lettervereniging import Deelletter, PastNiet
from samenwerkingswijzer.drukpers.stromen import maak_stroom

VERTALING = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
PER_BLOK = 100  # lines in one block of a character map
VASTE_BREEDTE = 1
KOP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
VOET = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@dataclass
class Groep:
    """One font: its glyphs, widths (thousandths of the size) and the text of each glyph (UTF-16, hexadecimal)."""

    letter: Any
    vorm: Deelletter
    breedten: dict[int, Any]
    woorden: dict[int, bytes]

    def neem_op(self, letter: Any, vorm: Deelletter) -> None:
        """Add a subset, or raise `PastNiet`."""
        breedten = breedten_van(letter)
        self.vorm.leg_over(vorm, breedten)
        self.breedten |= breedten
        self.woorden = vertaling_van(letter) | self.woorden

    def schrijf(self, pdf: pikepdf.Pdf) -> None:
        """Put the union into the font object."""
        bestand = self.vorm.bestand()
        kind = self.letter.DescendantFonts[0]
        beschrijving = kind.FontDescriptor
        beschrijving.FontFile2 = maak_stroom(pdf, bestand, letter=True)
        beschrijving.Flags = int(beschrijving.Flags) & ~VASTE_BREEDTE
        beschrijving.FontBBox[2] = max(self.breedten.values())
        kind.W = _rijen(self.breedten)
        self.letter.ToUnicode = maak_stroom(pdf, _tabel(self.woorden))


def verenig(pdf: pikepdf.Pdf, verzamelingen: Iterable[Any]) -> None:
    """Let the font dictionaries of all parts point to shared fonts."""
    groepen: dict[str, list[Groep]] = {}
    for verzameling in verzamelingen:
        for sleutel, letter in list(verzameling.items()):
            groep = _plaats(groepen, letter)
            if groep:
                verzameling[sleutel] = groep.letter
    for reeks in groepen.values():
        for groep in reeks:
            groep.schrijf(pdf)


def _plaats(groepen: dict[str, list[Groep]], letter: Any) -> Groep | None:
    """The group that this font fits in, or None for a font that is better left alone."""
    if letter.get("/Subtype") != Name.Type0 or letter.get("/Encoding") != Name("/Identity-H"):
        return None
    bestand = letter.DescendantFonts[0].FontDescriptor.get("/FontFile2")
    try:
        vorm = Deelletter.lees(bestand.read_bytes() if bestand is not None else b"")
    except PastNiet:
        return None
    reeks = groepen.setdefault(str(letter.BaseFont), [])
    for groep in reeks:
        try:
            groep.neem_op(letter, vorm)
        except PastNiet:
            continue
        return groep
    reeks.append(Groep(letter, vorm, breedten_van(letter), vertaling_van(letter)))
    return reeks[-1]


def breedten_van(letter: Any) -> dict[int, Any]:
    """Glyph number → width in thousandths of the size."""
    breedten: dict[int, Any] = {}
    rij = list(letter.DescendantFonts[0].get("/W", []))
    for eerste, waarden in zip(rij[::2], rij[1::2], strict=True):
        breedten |= {int(eerste) + plek: waarde for plek, waarde in enumerate(list(waarden))}
    return breedten


def vertaling_van(letter: Any) -> dict[int, bytes]:
    """Glyph number → its text as hexadecimal UTF-16."""
    return {int(code, 16): tekst for code, tekst in VERTALING.findall(letter.ToUnicode.read_bytes())}


def _rijen(breedten: Mapping[int, Any]) -> Array:
    rijen: list[Any] = []
    for nummer in sorted(breedten):
        if nummer - 1 not in breedten:
            rijen += [nummer, Array()]
        rijen[-1].append(breedten[nummer])
    return Array(rijen)


def _tabel(woorden: Mapping[int, bytes]) -> bytes:
    regels = [b"<%04x> <%s>\n" % (nummer, woorden[nummer]) for nummer in sorted(woorden)]
    blokken = [regels[begin : begin + PER_BLOK] for begin in range(0, len(regels), PER_BLOK)]
    midden = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(blok), b"".join(blok)) for blok in blokken)
    return KOP + midden + VOET
