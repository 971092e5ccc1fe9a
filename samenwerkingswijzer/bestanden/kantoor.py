"""Looks into DOCX, XLSX, ODT and ODS: a zip of a modest size, with text in it and nothing that does something."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from samenwerkingswijzer.bestanden import koppelingen
from samenwerkingswijzer.bestanden.koppelingen import INGEPAKT, MACRO
from samenwerkingswijzer.bestanden.soorten import OLE, SOORTEN, ZIP, Geweigerd

MEESTE_DELEN = 2_000
UITGEPAKT, GROOTSTE_DEEL = 100_000_000, 60_000_000  # bytes
VERHOUDING, VANAF = 150, 20_000_000  # as many times larger, of parts of more than this (a plain bitmap is large)
SLOT, SLOT_LENGTE = b"PK\x05\x06", 22
NOG_EEN_SLOT, NOG_EEN_LENGTE = b"PK\x06\x07", 20  # of a large zip: with both, each reader may follow another list
KOP, STAART = 30, 24  # bytes: of the head of a part without its names, at most behind a part
BOM = "Uitgepakt is dit bestand veel te groot. Zo'n bestand nemen we niet aan."
GEEN_GEHEEL = "Voor, in of achter dit bestand staat nog iets anders. Open het en bewaar het opnieuw."
STUK = "Dit bestand is beschadigd. Open het en bewaar het opnieuw."
BEVEILIGD = "Dit bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord."
GEWOON_ZIP = "Dit is een ingepakt bestand (zip). Pak het uit en zet de bestanden er los bij."
_MACRONAMEN = ("vbaproject", "vbadata", "macrosheets/", "activex/", "basic/", "scripts/", "dialogs/")
_HOOFD = {
    SOORTEN["docx"].mime + ".main+xml": "docx",
    SOORTEN["xlsx"].mime + ".main+xml": "xlsx",
}
_OPEN = {SOORTEN[sleutel].mime: sleutel for sleutel in ("odt", "ods")}
TEKSTDEEL = {"docx": "word/document.xml", "xlsx": "xl/sharedStrings.xml", "odt": "content.xml", "ods": "content.xml"}


def keur(inhoud: bytes) -> str:
    """The kind of this file: docx, xlsx, odt or ods; refused when it is none of those, or not harmless."""
    aantal, begin = _keur_slot(inhoud)
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pak:
            delen = pak.infolist()
            if (len(delen), pak.start_dir) != (aantal, begin):
                raise Geweigerd(GEEN_GEHEEL)
            _keur_lijst(delen)
            _keur_plekken(inhoud, delen, begin)
            soort = _soort(pak, {deel.filename for deel in delen})
            for deel in delen:
                _keur_deel(pak, deel, soort)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ParseError, UnicodeError, OSError) as fout:
        raise Geweigerd(STUK) from fout
    except DefusedXmlException as fout:
        raise Geweigerd(STUK) from fout
    return soort


def _keur_slot(inhoud: bytes) -> tuple[int, int]:
    """How many parts there are and where their list is, by the end of a zip: look before anything is read."""
    slot = inhoud[-SLOT_LENGTE:]
    if not slot.startswith(SLOT) or len(slot) < SLOT_LENGTE:
        raise Geweigerd(GEEN_GEHEEL if SLOT in inhoud else STUK)
    schijf, begin_schijf, hier, delen, lengte, begin, uitleg = struct.unpack("<4H2LH", slot[4:])
    if delen > MEESTE_DELEN:
        raise Geweigerd(BOM)
    if (schijf, begin_schijf, uitleg) != (0, 0, 0) or hier != delen or begin + lengte + SLOT_LENGTE != len(inhoud):
        raise Geweigerd(GEEN_GEHEEL)
    if inhoud[-SLOT_LENGTE - NOG_EEN_LENGTE :].startswith(NOG_EEN_SLOT):
        raise Geweigerd(GEEN_GEHEEL)
    return delen, begin


def _keur_lijst(delen: list[zipfile.ZipInfo]) -> None:
    """Count and measure by the list of parts, before one of them is unpacked."""
    groot = [deel for deel in delen if deel.file_size > VANAF]
    if (
        len(delen) > MEESTE_DELEN
        or sum(deel.file_size for deel in delen) > UITGEPAKT
        or any(deel.file_size > GROOTSTE_DEEL for deel in groot)
        or any(deel.file_size > VERHOUDING * max(deel.compress_size, 1) for deel in groot)
    ):
        raise Geweigerd(BOM)
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise Geweigerd(BEVEILIGD)
    namen = [deel.filename for deel in delen]
    if any(deel.filename != deel.orig_filename for deel in delen):
        raise Geweigerd(STUK)
    if len({naam.lower() for naam in namen}) != len(namen) or any(
        ".." in naam.split("/") or naam.startswith("/") for naam in namen
    ):
        raise Geweigerd(STUK)


def _keur_plekken(inhoud: bytes, delen: list[zipfile.ZipInfo], begin: int) -> None:
    """Parts lie behind each other from the very beginning up to their list, with nothing in between.

    Parts that share bytes are the trick of a bomb; bytes that belong to no part are for another reader.
    """
    plekken = sorted((deel.header_offset, deel.compress_size) for deel in delen)
    if not plekken or plekken[0][0] != 0:
        raise Geweigerd(GEEN_GEHEEL)
    for (plek, grootte), (volgende, _) in pairwise([*plekken, (begin, 0)]):
        namen = sum(struct.unpack("<2H", inhoud[plek + KOP - 4 : plek + KOP]))
        over = volgende - (plek + KOP + namen + grootte)
        if over < 0:
            raise Geweigerd(BOM)
        if over > STAART:
            raise Geweigerd(GEEN_GEHEEL)


def _soort(pak: zipfile.ZipFile, namen: set[str]) -> str:
    """What the parts say they are together."""
    if any(deel in naam.lower() for naam in namen for deel in _MACRONAMEN if _is_macro(naam.lower(), deel)):
        raise Geweigerd(MACRO)
    if "[Content_Types].xml" in namen:
        soorten = {deel.get("ContentType", "") for deel in fromstring(_lees(pak, "[Content_Types].xml"))}
        if any(woord in soort.lower() for soort in soorten for woord in ("macro", "vba", "activex")):
            raise Geweigerd(MACRO)
        gevonden = [_HOOFD[soort] for soort in soorten if soort in _HOOFD]
    else:
        soort = _lees(pak, "mimetype").decode("ascii", "replace") if "mimetype" in namen else ""
        gevonden = [_OPEN[soort]] if soort in _OPEN else []
    if len(gevonden) != 1 or (TEKSTDEEL[gevonden[0]] not in namen and gevonden[0] != "xlsx"):
        raise Geweigerd(GEWOON_ZIP)
    return gevonden[0]


def _is_macro(naam: str, deel: str) -> bool:
    """Folders of macros only count as folders: 'scripts/' is one, 'transcripts/' is not."""
    return naam.startswith(deel) or f"/{deel}" in naam or (not deel.endswith("/") and deel in naam)


def _keur_deel(pak: zipfile.ZipFile, deel: zipfile.ZipInfo, soort: str) -> None:
    """Unpack one part, at most as much as it said, which also checks its sum; and look what it is."""
    inhoud = _lees(pak, deel.filename)
    naam = deel.filename.lower()
    if inhoud.startswith((ZIP, OLE, b"MZ", b"\x7fELF", b"{\\rt")) or inhoud.lstrip()[:5].lower() == b"<html":
        raise Geweigerd(INGEPAKT)
    if naam.endswith((".xml", ".rels")) and b"<!ENTITY" in inhoud:
        raise Geweigerd(STUK)
    if naam == "meta-inf/manifest.xml" and b"encryption-data" in inhoud:
        raise Geweigerd(BEVEILIGD)
    if naam.endswith(".rels"):
        koppelingen.keur_relaties(inhoud)
    elif naam.endswith(".xml"):
        koppelingen.keur_xml(inhoud, soort)


def _lees(pak: zipfile.ZipFile, naam: str) -> bytes:
    with pak.open(naam) as bron:
        inhoud = bron.read(GROOTSTE_DEEL + 1)
    if len(inhoud) > GROOTSTE_DEEL:
        raise Geweigerd(BOM)
    return inhoud


def tekst(inhoud: bytes, soort: str, voeg_toe: Callable[[str], bool]) -> None:
    """Give each paragraph or cell to `voeg_toe`, until that has enough (False)."""
    with zipfile.ZipFile(BytesIO(inhoud)) as pak:
        for deel in _tekstdelen(pak.namelist(), soort):
            with pak.open(deel) as bron:
                if not all(map(voeg_toe, _alineas(bron, soort))):
                    return


def _tekstdelen(namen: list[str], soort: str) -> list[str]:
    """The parts that hold text; a workbook may also keep it in its sheets."""
    bladen = [naam for naam in namen if soort == "xlsx" and naam.startswith("xl/worksheets/") and naam.endswith(".xml")]
    return [naam for naam in namen if naam == TEKSTDEEL[soort]] + sorted(bladen)


def _alineas(bron: IO[bytes], soort: str) -> Iterator[str]:
    """The texts in order. What was struck out while changes were tracked is no text any more."""
    geschrapt = 0
    for wat, element in iterparse(bron, events=("start", "end")):
        naam = element.tag.rpartition("}")[2]
        if naam == "tracked-changes":
            geschrapt += 1 if wat == "start" else -1
        if wat == "end" and naam in ("p", "h", "si", "is"):
            if not geschrapt:
                yield _woorden(element, soort)
            element.clear()


def _woorden(element: Any, soort: str) -> str:
    if soort in ("odt", "ods"):
        return "".join(element.itertext())
    stukken = (deel.text or "" for deel in element.iter() if deel.tag.rpartition("}")[2] == "t")
    return "".join(stukken)
