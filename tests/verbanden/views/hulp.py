"""Reading our own pages in tests: forms as a browser would send them, texts by class."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from samenwerkingswijzer.models import Gebruiker

Velden = dict[str, list[str]]


class _Lezer(HTMLParser):
    """Collects the controls of the first post form, as they would be sent, and the text of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: Velden = {}
        self.actie = ""
        self.formulier = 0
        self.gebied = self.keuze = ""
        self.tekst: list[str] = []
        self.namen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if (
            tag == "form"
            and a.get("method") == "post"
            and "afmelden" not in a.get("class", "")
            and "out" not in a.get("class", "")
        ):
            self.formulier = 2 if self.formulier else 1
            self.actie = a.get("action", "") if self.formulier == 1 else self.actie
        if self.formulier != 1:
            return
        if tag == "input":
            self._invoer(a)
        elif tag in ("textarea", "select"):
            self.gebied, self.keuze = (a["name"], "") if tag == "textarea" else ("", a["name"])
            self.velden[a["name"]] = [""] if tag == "textarea" else []
            self.namen.append(a["name"])
        elif tag == "option" and self.keuze and ("selected" in a or not self.velden[self.keuze]):
            self.velden[self.keuze] = [a.get("value", "")]

    def _invoer(self, a: dict[str, str]) -> None:
        self.namen.append(a.get("name", ""))
        soort = a.get("type", "text")
        if soort in ("checkbox", "radio") and "checked" not in a:
            return
        if soort != "submit" and a.get("name") != "csrfmiddlewaretoken":
            self.velden.setdefault(a["name"], []).append(a.get("value", "on" if soort in ("checkbox", "radio") else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            self.gebied = self.keuze = ""
        if tag == "form" and self.formulier == 1:
            self.formulier = 2

    def handle_data(self, data: str) -> None:
        if self.gebied:
            self.velden[self.gebied] = [(self.velden[self.gebied][0] + data).removeprefix("\n")]
        elif data.strip():
            self.tekst.append(" ".join(data.split()))


def lees(antwoord: Any) -> _Lezer:
    """Parse an answer."""
    lezer = _Lezer()
    lezer.feed(antwoord.content.decode())
    return lezer


def velden(antwoord: Any) -> Velden:
    """The first form of the page, as a browser would send it."""
    return lees(antwoord).velden


def fouten(antwoord: Any) -> list[str]:
    """The lines of the error summary."""
    tekst = antwoord.content.decode()
    if 'class="sw-errors__list"' not in tekst:
        return []
    lijst = tekst.split('class="sw-errors__list">')[1].split("</ul>")[0]
    lezer = _Lezer()
    lezer.feed(lijst)
    return lezer.tekst


def log_in(gebruiker: Gebruiker) -> Client:
    """A browser of someone who is logged in."""
    client = Client()
    client.force_login(gebruiker)
    return client
