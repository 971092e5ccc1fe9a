"""Which files we take, told by what is in them, and what we say of the others. One table, with the reason of each."""

from __future__ import annotations

from dataclasses import dataclass


class Geweigerd(Exception):
    """We do not take this file; the message is one or two Dutch sentences for who sent it."""


@dataclass(frozen=True)
class Bestandssoort:
    """A kind of file: its name for people, how its name may end, how we serve it, and why we take it."""

    sleutel: str
    naam: str
    extensies: tuple[str, ...]
    mime: str
    waarom: str

    @property
    def kort(self) -> str:
        """How it is told in a list: 'PDF', 'DOCX'."""
        return self.sleutel.upper()


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
SOORTEN = {
    soort.sleutel: soort
    for soort in (
        Bestandssoort(
            "pdf", "PDF-document", ("pdf",), "application/pdf", "zo komen regelingen, begrotingen en besluiten binnen"
        ),
        Bestandssoort(
            "docx",
            "Word-document",
            ("docx",),
            f"{_OFFICE}wordprocessingml.document",
            "concepten waar nog aan wordt geschreven",
        ),
        Bestandssoort(
            "odt", "OpenDocument-tekst", ("odt",), f"{_ODF}text", "open standaard op de lijst 'pas toe of leg uit'"
        ),
        Bestandssoort(
            "xlsx",
            "Excel-werkblad",
            ("xlsx",),
            f"{_OFFICE}spreadsheetml.sheet",
            "cijfers bij een begroting of jaarrekening",
        ),
        Bestandssoort("ods", "OpenDocument-werkblad", ("ods",), f"{_ODF}spreadsheet", "cijfers, in een open standaard"),
        Bestandssoort("png", "PNG-afbeelding", ("png",), "image/png", "schema's en grafieken"),
        Bestandssoort("jpeg", "JPEG-afbeelding", ("jpg", "jpeg"), "image/jpeg", "foto's en scans"),
    )
}
KEUZE = "PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt of .ods), PNG of JPEG"
ACCEPT = ",".join(f".{einde}" for soort in SOORTEN.values() for einde in soort.extensies)

PDF, PNG, JPEG, ZIP = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LEEG = "Dit bestand is leeg. Kijk of u het goede koos."
ONBEKEND = f"Dit soort bestand nemen we niet aan. U kunt kiezen uit {KEUZE}."
# The beginning of a file in small letters, and what we say when a file begins so.
_HERKEND: tuple[tuple[bytes, str], ...] = (
    (OLE, "Dit is een oud of beveiligd Office-bestand. Bewaar het zonder wachtwoord als .docx, .xlsx of PDF."),
    (b"gif8", "Dit is een GIF-afbeelding. Die nemen we niet aan. Bewaar hem als PNG."),
    (b"mz", "Dit is een programma. Programma's nemen we niet aan."),
    (b"\x7felf", "Dit is een programma. Programma's nemen we niet aan."),
    (b"{\\rtf", "Dit is een RTF-bestand. Dat nemen we niet aan. Bewaar het als PDF of .docx."),
)
SVG = "Dit is een SVG-tekening. Daar kan code in zitten, dus die nemen we niet aan. Bewaar hem als PDF of PNG."
HTML = "Dit is een webpagina. Daar kan code in zitten, dus die nemen we niet aan. Bewaar haar als PDF."


def begint_als(inhoud: bytes) -> str:
    """Which kind a file begins as: pdf, png, jpeg or zip; refused when it is none of those."""
    for begin, soort in ((PDF, "pdf"), (PNG, "png"), (JPEG, "jpeg"), (ZIP, "zip")):
        if inhoud.startswith(begin):
            return soort
    raise Geweigerd(_waarom_niet(inhoud))


def omvang(soort: str, grootte: int) -> str:
    """Kind and size of a file of so many bytes, as people say it: 'PDF, 120 kB'."""
    maat = f"{max(1, round(grootte / 1000))} kB" if grootte < 1_000_000 else f"{grootte / 1_000_000:.1f} MB"
    return f"{SOORTEN[soort].kort}, {maat.replace('.', ',')}"


def eis_naam(naam: str, soort: Bestandssoort) -> None:
    """Refuse a name that ends as another kind than what is in the file."""
    einde = naam.rpartition(".")[2].lower() if "." in naam else ""
    if einde in soort.extensies:
        return
    eindigt = f"eindigt op .{einde[:10]}" if einde else "heeft geen einde zoals .pdf"
    raise Geweigerd(
        f"De naam {eindigt}, maar in het bestand zit een {soort.naam}. "
        f"Bewaar het opnieuw, met een naam die eindigt op .{soort.extensies[0]}."
    )


def _waarom_niet(inhoud: bytes) -> str:
    if not inhoud:
        return LEEG
    begin = inhoud[:2048].lower().lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if b"<svg" in begin:
        return SVG
    if begin.startswith((b"<!doctype html", b"<html", b"<script", b"<head", b"<body")) or b"<html" in begin:
        return HTML
    if b"%pdf-" in begin:
        return "Voor het begin van dit PDF-bestand staat nog iets anders. Bewaar het opnieuw als PDF."
    return next((woorden for kop, woorden in _HERKEND if begin.startswith(kop)), ONBEKEND)
