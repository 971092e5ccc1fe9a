"""Looks into a PDF: whole, not encrypted, and with nothing in it that does something."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader

from samenwerkingswijzer.bestanden.soorten import Geweigerd

MEESTE_OBJECTEN, DIEPSTE = 200_000, 60
MEESTE_BLADEN = 1_000
ERACHTER = "Achter het einde van dit PDF-bestand staat nog iets anders. Bewaar het opnieuw als PDF."
TWEE_IN_EEN = "Dit PDF-bestand is tegelijk een ander soort bestand. Bewaar het opnieuw als PDF."
BEVEILIGD = "Dit PDF-bestand is beveiligd. Bewaar het zonder wachtwoord en zonder beperkingen."
STUK = "Dit PDF-bestand is beschadigd. Bewaar het opnieuw als PDF."
SCRIPT = "In dit PDF-bestand zit een script. Bewaar het opnieuw als PDF zonder scripts, of druk het af naar PDF."
ACTIE = "Dit PDF-bestand kan iets starten of versturen. Druk het af naar PDF en neem die versie."
BIJLAGE = "In dit PDF-bestand zit een ander bestand. Haal de bijlage eruit en zet haar er apart bij."
FORMULIER = "Dit is een PDF-formulier dat zichzelf opbouwt. Druk het af naar PDF en neem die versie."
TE_INGEWIKKELD = "Dit PDF-bestand is te ingewikkeld om na te kijken. Druk het af naar PDF en neem die versie."
_HTML = (b"<html", b"<script", b"<!doctype", b"<svg")
_SLEUTELS = {"/JS": SCRIPT, "/JavaScript": SCRIPT, "/XFA": FORMULIER, "/EF": BIJLAGE, "/EmbeddedFiles": BIJLAGE}
_ACTIES = {
    "/JavaScript": SCRIPT,
    "/Launch": ACTIE,
    "/ImportData": ACTIE,
    "/SubmitForm": ACTIE,
    "/GoToE": ACTIE,
    "/Rendition": ACTIE,
    "/RichMediaExecute": ACTIE,
}


# What a PDF may do by itself when it is opened or a page is turned: go to a place in itself.
_VANZELF = frozenset({"/GoTo", "/Named"})


def keur(inhoud: bytes) -> None:
    """Refuse what is no plain PDF."""
    if not inhoud.rstrip(b"\r\n\t \0").endswith(b"%%EOF"):
        raise Geweigerd(ERACHTER if b"%%EOF" in inhoud else STUK)
    if any(deel in inhoud[:1024].lower() for deel in _HTML) or zipfile.is_zipfile(BytesIO(inhoud)):
        raise Geweigerd(TWEE_IN_EEN)
    try:
        with pikepdf.open(BytesIO(inhoud)) as pdf:
            _kijk_in(pdf)
    except pikepdf.PasswordError as fout:
        raise Geweigerd(BEVEILIGD) from fout
    except (pikepdf.PdfError, ValueError, RuntimeError) as fout:
        raise Geweigerd(STUK) from fout


def _kijk_in(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise Geweigerd(BEVEILIGD)
    if not pdf.pages:
        raise Geweigerd(STUK)
    if len(pdf.objects) > MEESTE_OBJECTEN:
        raise Geweigerd(TE_INGEWIKKELD)
    for deel in (pdf.trailer, *pdf.objects):
        _keur_object(deel, 0)


def _keur_object(deel: Any, diepte: int) -> None:
    """Look at one object, and at what lies in it directly; what it points at is an object of its own."""
    if diepte > DIEPSTE:
        raise Geweigerd(TE_INGEWIKKELD)
    if isinstance(deel, pikepdf.Array):
        kinderen: list[Any] = list(deel)
    elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
        _keur_sleutels(deel)
        kinderen = [deel.get(sleutel) for sleutel in deel.keys()]  # noqa: SIM118 - pikepdf has no plain iteration
    else:
        return
    for kind in kinderen:
        if isinstance(kind, pikepdf.Object) and not kind.is_indirect:
            _keur_object(kind, diepte + 1)


def _keur_sleutels(deel: Any) -> None:
    for sleutel, woorden in _SLEUTELS.items():
        if sleutel in deel:
            raise Geweigerd(woorden)
    if woorden_van := _ACTIES.get(str(deel.get("/S", ""))):
        raise Geweigerd(woorden_van)
    if isinstance(deel, pikepdf.Stream) and "/F" in deel:  # its content would come from another file
        raise Geweigerd(ACTIE)
    _keur_vanzelf(deel.get("/OpenAction"))
    vanzelf = deel.get("/AA")
    for sleutel in vanzelf.keys() if isinstance(vanzelf, pikepdf.Dictionary) else ():
        _keur_vanzelf(vanzelf.get(sleutel))
    if str(deel.get("/Subtype", "")) in ("/RichMedia", "/Movie", "/Sound", "/3D"):
        raise Geweigerd(ACTIE)


def _keur_vanzelf(actie: Any, diepte: int = 0) -> None:
    """What happens without a click: only going to a page. A place to begin at is no action."""
    if diepte > DIEPSTE:
        raise Geweigerd(TE_INGEWIKKELD)
    if isinstance(actie, pikepdf.Array):
        for deel in list(actie) if diepte else ():
            _keur_vanzelf(deel, diepte + 1)
    elif isinstance(actie, pikepdf.Dictionary):
        soort = str(actie.get("/S", "/GoTo"))
        if soort not in _VANZELF:
            raise Geweigerd(_ACTIES.get(soort, ACTIE))
        _keur_vanzelf(actie.get("/Next"), diepte + 1)


def tekst(inhoud: bytes, voeg_toe: Callable[[str], bool]) -> None:
    """Give the text of each page to `voeg_toe`, until that has enough (False)."""
    for nummer, blad in enumerate(PdfReader(BytesIO(inhoud)).pages):
        if nummer >= MEESTE_BLADEN or not voeg_toe(blad.extract_text()):
            return
