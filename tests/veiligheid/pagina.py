"""Reads a page as a browser does: its elements, its addresses and the fields of its forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

ADRESSEN = ("href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href", "hx-get", "hx-post")


@dataclass
class Element:
    """A start tag with its attributes."""

    naam: str
    kenmerken: dict[str, str]


@dataclass
class Formulier:
    """A form and what it would send untouched."""

    methode: str
    adres: str
    velden: dict[str, list[str]] = field(default_factory=dict)


class Pagina(HTMLParser):
    """The parsed page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elementen: list[Element] = []
        self.formulieren: list[Formulier] = []
        self._tekstvak = self._keuzelijst = ""
        self._scriptstijl = False
        self.tekst = ""
        self.ingebed = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        self.elementen.append(Element(tag, kenmerken))
        self._scriptstijl = tag in ("script", "style")
        if tag == "form":
            self.formulieren.append(Formulier(kenmerken.get("method", "get").lower(), kenmerken.get("action", "")))
        elif self.formulieren:
            self._veld(tag, kenmerken)

    def _veld(self, tag: str, kenmerken: dict[str, str]) -> None:
        naam, velden = kenmerken.get("name", ""), self.formulieren[-1].velden
        if tag == "input" and naam:
            aan = kenmerken.get("type") not in ("checkbox", "radio") or "checked" in kenmerken
            if aan and kenmerken.get("type") != "submit":
                leeg = "on" if kenmerken.get("type") in ("checkbox", "radio") else ""
                velden.setdefault(naam, []).append(kenmerken.get("value", leeg))
        elif tag == "textarea":
            self._tekstvak = naam
            velden[naam] = [""]
        elif tag == "select":
            self._keuzelijst = naam
            velden.setdefault(naam, [""])
        elif tag == "option" and self._keuzelijst and "selected" in kenmerken:
            velden[self._keuzelijst] = [kenmerken.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        self._scriptstijl = False
        if tag == "textarea":
            self._tekstvak = ""
        elif tag == "select":
            self._keuzelijst = ""

    def handle_data(self, data: str) -> None:
        if self._scriptstijl:
            self.ingebed += data
        self.tekst += data
        if self._tekstvak and self.formulieren:
            velden = self.formulieren[-1].velden
            velden[self._tekstvak] = [velden[self._tekstvak][0] + data.removeprefix("\n")]

    def adressen(self) -> list[str]:
        """Every address that a browser could open or send to."""
        return [e.kenmerken[naam] for e in self.elementen for naam in ADRESSEN if naam in e.kenmerken]

    def formulier(self) -> Formulier:
        """The form of the page itself, not that of the header."""
        gevonden = [f for f in self.formulieren if f.methode == "post" and not f.adres.startswith("/account/logout")]
        return gevonden[0]
