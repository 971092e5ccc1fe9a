"""Parts that use the same font share it: their subsets become one font with the glyphs of all.

WeasyPrint keeps glyph numbers when it takes a subset, so the subsets of one font file can be laid over each other.
That is checked glyph by glyph; a font that does not fit stays as it was.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

GEHELE_GETALLEN = ("head", "hhea", "maxp")
OVERGENOMEN = ("OS/2", "name", "post", "cvt ", "fpgm", "prep")


class PastNiet(ValueError):
    """These are no subsets of one font."""


@dataclass
class Deelletter:
    """The tables of one TrueType file, and its glyphs by number."""

    tabellen: dict[str, bytes]
    beelden: dict[int, bytes] = field(default_factory=dict)
    maten: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def lees(cls, bestand: bytes) -> Deelletter:
        """Take a TrueType file apart."""
        if bestand[:4] not in (b"\0\1\0\0", b"true"):
            raise PastNiet("geen TrueType")
        aantal = struct.unpack(">H", bestand[4:6])[0]
        rijen = struct.iter_unpack(">4sLLL", bestand[12 : 12 + 16 * aantal])
        letter = cls({naam.decode(): bestand[plek : plek + lengte] for naam, _, plek, lengte in rijen})
        tabellen = letter.tabellen
        if not {*GEHELE_GETALLEN, "glyf", "loca", "hmtx"} <= tabellen.keys():
            raise PastNiet("onvolledig")
        soort = ">%dL" if struct.unpack(">h", tabellen["head"][50:52])[0] else ">%dH"
        maal = 1 if soort == ">%dL" else 2
        plekken = struct.unpack(soort % (len(tabellen["loca"]) // (4 if maal == 1 else 2)), tabellen["loca"])
        for nummer, (begin, einde) in enumerate(pairwise(plekken)):
            letter.beelden[nummer] = tabellen["glyf"][begin * maal : einde * maal]
        breed = struct.unpack(">H", tabellen["hhea"][34:36])[0]
        maten = tabellen["hmtx"]
        for nummer in range(len(plekken) - 1):
            advance = maten[4 * min(nummer, breed - 1) :][:2]
            zij = maten[4 * nummer + 2 :][:2] if nummer < breed else maten[4 * breed + 2 * (nummer - breed) :][:2]
            letter.maten[nummer] = advance + zij
        return letter

    def leg_over(self, ander: Deelletter, gebruikt: Iterable[int]) -> None:
        """Add the glyphs of another subset. Nothing changes when they differ where both have one."""
        if self.tabellen["head"][18:20] != ander.tabellen["head"][18:20]:
            raise PastNiet("andere maat")
        for nummer, beeld in ander.beelden.items():
            eigen = self.beelden.get(nummer)
            if beeld and eigen and beeld != eigen:
                raise PastNiet("ander beeld")
        for nummer, beeld in ander.beelden.items():
            if beeld or nummer not in self.beelden:
                self.beelden[nummer] = beeld
                self.maten[nummer] = ander.maten[nummer]
        for nummer in gebruikt:  # a space has a width and no glyph
            if nummer in ander.maten:
                self.maten[nummer] = ander.maten[nummer]
        hoogste = self.tabellen["maxp"], ander.tabellen["maxp"]
        getallen = zip(*(struct.unpack(">14H", maxp[4:32]) for maxp in hoogste), strict=True)
        self.tabellen["maxp"] = hoogste[0][:4] + struct.pack(">14H", *map(max, getallen))

    def bestand(self) -> bytes:
        """The TrueType file."""
        aantal = max(self.beelden) + 1
        beelden = [self.beelden.get(nummer, b"") for nummer in range(aantal)]
        beelden = [beeld + b"\0" * (-len(beeld) % 4) for beeld in beelden]
        plekken = list(accumulate(map(len, beelden), initial=0))
        kop = self.tabellen["head"]
        tabellen = {naam: self.tabellen[naam] for naam in OVERGENOMEN if naam in self.tabellen}
        tabellen |= {
            "glyf": b"".join(beelden),
            "loca": struct.pack(f">{aantal + 1}L", *plekken),
            "hmtx": b"".join(self.maten.get(nummer, b"\0" * 4) for nummer in range(aantal)),
            "head": kop[:8] + b"\0" * 4 + kop[12:50] + b"\0\1" + kop[52:],
            "hhea": self.tabellen["hhea"][:34] + struct.pack(">H", aantal),
            "maxp": self.tabellen["maxp"][:4] + struct.pack(">H", aantal) + self.tabellen["maxp"][6:],
        }
        return _schrijf(tabellen)


def _schrijf(tabellen: dict[str, bytes]) -> bytes:
    macht = len(tabellen).bit_length() - 1
    rijen, inhoud, plek = [], [], 12 + 16 * len(tabellen)
    for naam, tabel in sorted(tabellen.items()):
        vol = tabel + b"\0" * (-len(tabel) % 4)
        rijen.append(struct.pack(">4sLLL", naam.encode(), _som(vol), plek, len(tabel)))
        inhoud.append(vol)
        plek += len(vol)
    zoek = 16 << macht
    begin = b"\0\1\0\0" + struct.pack(">4H", len(tabellen), zoek, macht, 16 * len(tabellen) - zoek)
    heel = b"".join((begin, *rijen, *inhoud))
    plek_head = next(struct.unpack(">L", rij[8:12])[0] for rij in rijen if rij[:4] == b"head")
    eindsom = struct.pack(">L", (0xB1B0AFBA - _som(heel)) & 0xFFFFFFFF)
    return heel[: plek_head + 8] + eindsom + heel[plek_head + 12 :]


def _som(inhoud: bytes) -> int:
    som: int = sum(struct.unpack(f">{len(inhoud) // 4}L", inhoud))
    return som & 0xFFFFFFFF
