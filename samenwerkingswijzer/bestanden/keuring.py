"""Looks at one file: what it is, whether we take it, and what it says. No Django, no disk, no clock."""

from __future__ import annotations

from samenwerkingswijzer.bestanden import beeld, kantoor, pdf
from samenwerkingswijzer.bestanden.soorten import SOORTEN, begint_als, eis_naam

MEESTE_TEKENS = 100_000  # as many as the index of the search page reads


def keur(inhoud: bytes, naam: str) -> tuple[str, bytes]:
    """The key of its kind, and what is kept of it; `Geweigerd` when we do not take it."""
    soort = begint_als(inhoud)
    if soort == "pdf":
        pdf.keur(inhoud)
    elif soort == "zip":
        soort = kantoor.keur(inhoud)
    eis_naam(naam, SOORTEN[soort])
    return soort, beeld.herteken(inhoud, soort) if soort in ("png", "jpeg") else inhoud


def tekst(inhoud: bytes, soort: str) -> str:
    """The words of a document, to search in; '' of an image. Whatever goes wrong is for the caller."""
    gelezen: list[str] = []
    over = MEESTE_TEKENS

    def voeg_toe(stuk: str) -> bool:
        nonlocal over
        schoon = " ".join(_leesbaar(stuk).split())[:over]
        over -= len(schoon)
        gelezen.append(schoon)
        return over > 0

    if soort == "pdf":
        pdf.tekst(inhoud, voeg_toe)
    elif soort in kantoor.TEKSTDEEL:
        kantoor.tekst(inhoud, soort, voeg_toe)
    return "\n".join(stuk for stuk in gelezen if stuk)


def _leesbaar(stuk: str) -> str:
    """Without signs that a database or a page cannot hold."""
    return stuk.encode("utf-8", "ignore").decode().replace("\x00", " ")
