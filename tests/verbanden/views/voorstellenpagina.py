"""What tests of the page with proposals read and send."""

import re
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.urls import reverse

from tests.fabriek import NU
from verbanden.models import Voorstel

VANDAAG = NU + timedelta(days=2)


def pad() -> str:
    """The address of the page."""
    return reverse("verbanden:voorstellen")


def tekst(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def groepen(antwoord: Any) -> list[tuple[str, list[tuple[str, ...]], bool]]:
    """Per group: heading, rows of words per cell, and whether one can choose."""
    html = antwoord.content.decode()
    gevonden = []
    for sectie in re.findall(r'<section class="sw-below".*?</section>', html, re.DOTALL):
        kop = tekst(re.findall(r"<h2.*?</h2>", sectie, re.DOTALL)[0])
        lijf = sectie.split("<tbody", 1)[1].split("</tbody>", 1)[0]
        rijen = [
            tuple(tekst(cel) for cel in re.findall(r"<t[hd][ >].*?</t[hd]>", rij, re.DOTALL)[:3])
            for rij in re.findall(r"<tr.*?</tr>", lijf, re.DOTALL)
        ]
        gevonden.append((kop, rijen, "<form" in sectie))
    return gevonden


class Formulier(HTMLParser):
    """Collects inputs with their labels, ids and what points at ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.verwijzingen: list[str] = []
        self.gekozen: list[str] = []
        self.invoer: dict[str, dict[str, str]] = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        kenmerken = dict(attrs)
        if "id" in kenmerken:
            self.ids.append(kenmerken["id"])
        self.verwijzingen += [kenmerken["for"]] if "for" in kenmerken else []
        for naam in ("aria-describedby", "aria-labelledby"):
            self.verwijzingen += kenmerken.get(naam, "").split()
        self.gekozen += [kenmerken["id"]] if "checked" in kenmerken else []
        if tag == "input":
            self.invoer[str(kenmerken.get("id", kenmerken["name"]))] = kenmerken


def keuzes(*regels: tuple[Voorstel, str, str]) -> dict[str, str]:
    """The fields of a form with these choices and reasons."""
    velden: dict[str, str] = {}
    for voorstel, keuze, reden in regels:
        velden |= {f"versie-{voorstel.id}": str(voorstel.versie), f"reden-{voorstel.id}": reden}
        velden |= {f"keuze-{voorstel.id}": keuze} if keuze else {}
    return velden
