"""What an office document would fetch or start by itself when somebody opens it. A link to click on is only text."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from defusedxml.ElementTree import fromstring, iterparse

from samenwerkingswijzer.bestanden.soorten import Geweigerd

MACRO = "In dit bestand zitten macro's. Bewaar het zonder macro's, als .docx, .xlsx of PDF."
INGEPAKT = "In dit bestand zit een ander bestand. Haal het eruit, of bewaar het geheel als PDF."
ELDERS = "Dit bestand haalt iets op van een andere plek. Verbreek die koppeling, of bewaar het als PDF."
_EIGEN_SCHIJF = re.compile(r"file:///[A-Za-z]:[\\/]")
_DEZE_COMPUTER = re.compile(r"file:///[^/\\]", re.IGNORECASE)
_ADRES = re.compile(r"\s*([a-z][a-z0-9+.\-]*:|//|\\\\)", re.IGNORECASE)
_VERBINDT = re.compile(
    r"\s*(DDEAUTO|DDE)\b|\s*INCLUDE(TEXT|PICTURE)\b.*(://|\\\\\\\\|\\\\[^\\\s])", re.IGNORECASE | re.DOTALL
)
# Relations that bring something else into a Word or Excel document, wherever it lies.
_BRENGT_MEE = ("/aFChunk", "/oleObject", "/package", "/control", "/subDocument", "/frame")
_OPEN_ELDERS = frozenset({"dde-source", "applet", "plugin"})
_EXCEL_ELDERS = frozenset({"ddeLink", "oleLink", "webPr", "dbPr"})


def keur_relaties(inhoud: bytes) -> None:
    """A link to a website is text; a template, picture or table from elsewhere is fetched when the file opens.

    The house style of an office is a template on the own disk: who opens the file elsewhere has no such file.
    """
    for koppeling in fromstring(inhoud).iter():
        soort, doel = koppeling.get("Type", ""), koppeling.get("Target", "")
        if soort.endswith(_BRENGT_MEE):
            raise Geweigerd(INGEPAKT)
        gewoon = soort.endswith("/hyperlink") or (soort.endswith("/attachedTemplate") and _EIGEN_SCHIJF.match(doel))
        if koppeling.get("TargetMode", "").strip().lower() == "external" and not gewoon:
            raise Geweigerd(ELDERS)


def keur_xml(inhoud: bytes, soort: str) -> None:
    """Look at every element of an XML part of a document of this kind."""
    kijk = _kijkers()[soort]()
    for wat, element in iterparse(BytesIO(inhoud), events=("start", "end")):
        kijk(wat, element)
        if wat == "end":
            element.clear()


def _kijkers() -> dict[str, Callable[[], Callable[[str, Any], None]]]:
    open_tekst, excel = (lambda: _kijk_open), (lambda: _kijk_excel)
    return {"docx": lambda: _Veld().kijk, "xlsx": excel, "odt": open_tekst, "ods": open_tekst}


def _naam(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _kijk_excel(wat: str, element: Any) -> None:
    if wat == "start" and _naam(element) in _EXCEL_ELDERS:
        raise Geweigerd(ELDERS)


def _kijk_open(wat: str, element: Any) -> None:
    if wat != "start":
        return
    naam = _naam(element)
    if naam in _OPEN_ELDERS:
        raise Geweigerd(ELDERS)
    for sleutel, adres in element.attrib.items():
        if sleutel.rpartition("}")[2] == "href":
            _keur_adres(naam, adres)


def _keur_adres(naam: str, adres: str) -> None:
    if naam == "event-listener":
        raise Geweigerd(MACRO)
    if naam == "a" or not _ADRES.match(adres) or (naam == "template" and _DEZE_COMPUTER.match(adres)):
        return
    raise Geweigerd(ELDERS)


class _Veld:
    """A field of Word; its instruction may lie in pieces."""

    def __init__(self) -> None:
        self.tekst = ""

    def kijk(self, wat: str, element: Any) -> None:
        """Look at one element: a field that asks another program or place for something is refused."""
        naam = _naam(element)
        if wat == "start" and naam == "fldChar":
            self.tekst = ""
        elif wat == "start" and naam == "fldSimple":
            self._keur("".join(waarde for sleutel, waarde in element.attrib.items() if sleutel.endswith("instr")))
        elif wat == "end" and naam == "instrText":
            self.tekst += element.text or ""
            self._keur(self.tekst)

    @staticmethod
    def _keur(opdracht: str) -> None:
        if _VERBINDT.match(opdracht):
            raise Geweigerd(ELDERS)
