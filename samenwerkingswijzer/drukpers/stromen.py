"""Compressed streams that every checker reads alike.

A stream whose compressed data ends in a carriage return looks one byte too short to a reader that takes the line end
after it for CR LF. The last byte follows from the sum of the content, so one more byte at the end prevents it.
"""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
import pydyf
from pikepdf import Name, Stream

NIVEAU = 6  # the highest takes three times as long for one percent
SLECHT_EINDE = b"\r"
EXTRA_REGEL, EXTRA_NUL = b"\n", b"\0\0\0\1"  # the last for a font file, which counts in fours


def verdicht(inhoud: bytes, *, letter: bool = False) -> tuple[bytes, int]:
    """The compressed content, and its length before compression."""
    dicht = zlib.compress(inhoud, NIVEAU)
    if not dicht.endswith(SLECHT_EINDE):
        return dicht, len(inhoud)
    return verdicht(inhoud + (EXTRA_NUL if letter else EXTRA_REGEL), letter=letter)


def maak_stroom(pdf: pikepdf.Pdf, inhoud: bytes, *, letter: bool = False, **kenmerken: Any) -> Stream:
    """A new compressed stream. `letter` says that it is a font file, and sets Length1."""
    dicht, lengte = verdicht(inhoud, letter=letter)
    if letter:
        kenmerken["Length1"] = lengte
    return pdf.make_indirect(Stream(pdf, dicht, Filter=Name.FlateDecode, **kenmerken))


def verdicht_alle(pdf: pydyf.PDF) -> None:
    """Compress the streams of a document that WeasyPrint is about to write."""
    for stroom in pdf.objects:
        if isinstance(stroom, pydyf.Stream) and stroom.compress:
            stroom.compress = False
            inhoud = b"\n".join(pydyf._to_bytes(deel) for deel in stroom.stream)
            dicht, lengte = verdicht(inhoud, letter="Length1" in stroom.extra)
            stroom.stream = [dicht]
            stroom.extra = {**stroom.extra, "Filter": "/FlateDecode"}
            if "Length1" in stroom.extra:
                stroom.extra["Length1"] = lengte
