"""One weight cut from a variable font.

WeasyPrint cuts a variable font anew for every document that it writes, which takes longer than setting a page.
Cut once, the font is an ordinary one of which each document only takes the glyphs that it uses.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from samenwerkingswijzer.drukpers.bewaren import Bewaarplaats

_gesneden: dict[str, bytes] = {}
_plek: list[Bewaarplaats] = []
LICHTST, ZWAARST = 1, 1000


def bewaar_in(plek: Bewaarplaats) -> None:
    """Keep what is cut on disk too, so that a next process need not cut."""
    _plek[:] = [plek]


def snijd(letter: bytes, gewicht: int) -> bytes:
    """The font file at one weight (`wght`); the same input gives the same bytes."""
    gewicht = min(max(gewicht, LICHTST), ZWAARST)
    sleutel = sha256(b"%d " % gewicht + letter).hexdigest()
    if sleutel not in _gesneden:
        _gesneden[sleutel] = next(filter(None, (plek.haal(sleutel) for plek in _plek)), None) or _snijd(
            letter, gewicht, sleutel
        )
    return _gesneden[sleutel]


def _snijd(letter: bytes, gewicht: int, sleutel: str) -> bytes:
    lettertype = TTFont(BytesIO(letter), recalcTimestamp=False)
    lettertype.flavor = None
    lettertype = instantiateVariableFont(lettertype, {"wght": gewicht}, static=True)
    lettertype["OS/2"].usWeightClass = gewicht
    _maak_enkelvoudig(lettertype)
    uit = BytesIO()
    lettertype.save(uit)
    for plek in _plek:
        plek.zet(sleutel, uit.getvalue())
    return uit.getvalue()


def _maak_enkelvoudig(lettertype: TTFont) -> None:
    """Draw glyphs that are made of others in full: a subset may give those others another number."""
    beelden, tekeningen = lettertype["glyf"], lettertype.getGlyphSet()
    for naam in lettertype.getGlyphOrder():
        if beelden[naam].isComposite():
            opname, pen = DecomposingRecordingPen(tekeningen), TTGlyphPen(None)
            tekeningen[naam].draw(opname)
            opname.replay(pen)
            beelden[naam] = pen.glyph()
