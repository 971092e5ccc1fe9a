"""Made-up lists, and reading of the documents they become."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import outloud

from samenwerkingswijzer.models import Gemeente
from verbanden.lijst.document import gegevens
from verbanden.models import Editie, Post
from verbanden.regels.bbv.belang import Categorie
from verbanden.regels.bbv.partij import Cijfer, Partij, Risicoregel

PEILDATUM = date(2026, 9, 15)
BEDRAGEN: dict[Post, Decimal | int] = {
    Post.BIJDRAGE: 216_000,
    Post.BELANG_BEGIN: Decimal("3.1"),
    Post.BELANG_EIND: 3,
    Post.EIGEN_VERMOGEN_BEGIN: -1_150_000,
    Post.EIGEN_VERMOGEN_EIND: -400_000,
    Post.VREEMD_VERMOGEN_BEGIN: 64_700_000,
    Post.VREEMD_VERMOGEN_EIND: 61_200_000,
    Post.RESULTAAT: 750_000,
}


def cijfer(bedrag: Decimal | int | None, **anders: Any) -> Cijfer:
    """A figure; with None one that we asked for on 7 September 2026 in vain."""
    if bedrag is None:
        return Cijfer("verwacht", niet_opgegeven="Nog niet ontvangen.", gevraagd_op=date(2026, 9, 7), **anders)
    vast: dict[str, Any] = {
        "stadium": "verwacht",
        "peildatum": date(2026, 1, 1),
        "bron": "voorbeeldcijfer (fictief)",
    }
    return Cijfer(bedrag=Decimal(bedrag), **(vast | anders))


def partij(naam: str = "Jeugdhulp Verzonnen", **anders: Any) -> Partij:
    """A complete party of the first category; `bedragen` replaces figures by post."""
    bedragen = BEDRAGEN | anders.pop("bedragen", {})
    vast: dict[str, Any] = {
        "id": 1,
        "slug": naam.lower().replace(" ", "-")[:40],
        "categorie": Categorie.GEMEENSCHAPPELIJKE_REGELING,
        "vestigingsplaats": "Voorbeelddam",
        "vorm": "Openbaar lichaam",
        "openbaar_belang": "Goede jeugdhulp.",
        "wijze_van_belang": "1 van 13 stemmen in het algemeen bestuur.",
        "programmas": (("Sociaal domein", Decimal(100)),),
        "cijfers": {post.value: cijfer(bedrag) for post, bedrag in bedragen.items()},
        "bijdragen": {2027: Decimal(bedragen[Post.BIJDRAGE])} if bedragen[Post.BIJDRAGE] is not None else {},
        "risicos": (Risicoregel("Meer zware hulp", Decimal(900_000)),),
    }
    return Partij(naam=naam, **(vast | anders))


def lijst(*partijen: Partij, soort: str = "begroting", jaar: int = 2027, **editie: Any) -> dict[str, Any]:
    """The data of a list with these parties."""
    velden = {"nummer": 1, "visie": "Samen **sterk**.", "voornemens": "Geen nieuwe partijen."} | editie
    gemeente = Gemeente(naam="Voorbeeldstad")
    return gegevens(Editie(soort=soort, jaar=jaar, **velden), partijen, peildatum=PEILDATUM, gemeente=gemeente)


class _Tekst(HTMLParser):
    """Collects the words within the body, or within the element of class `doc`."""

    LEEG = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})

    def __init__(self, binnen: str) -> None:
        super().__init__()
        self.binnen, self.diep, self.delen = binnen, 0, [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.LEEG:
            return
        if self.diep or tag == self.binnen:
            self.diep += 1

    def handle_endtag(self, tag: str) -> None:
        if self.diep and tag not in self.LEEG:
            self.diep -= 1

    def handle_data(self, data: str) -> None:
        if self.diep:
            self.delen.append(data)


def tekens_van_pagina(html: str, binnen: str) -> str:
    """All letters inside the first element with this tag, without white space."""
    lezer = _Tekst(binnen)
    lezer.feed(html)
    return kaal("".join(lezer.delen))


def tekens_in_leesvolgorde(bestand: Path) -> str:
    """What a screen reader reads of a PDF: the text of the tags in their order, without white space."""
    document = outloud.Document(str(bestand))
    delen = [
        document.content(verwijzing.page).mcid_text.get((verwijzing.stream, verwijzing.mcid), "")
        for element in document.elements
        for verwijzing in element.mcrefs
        if verwijzing.page is not None
    ]
    document.close()
    return kaal("".join(delen))


def kaal(tekst: str) -> str:
    """Text without white space and without the dashes that the style puts before list items."""
    return re.sub(r"[\s–]", "", tekst)


def fouten(bestand: Path) -> list[str]:
    """What the checker of accessible PDF calls an error."""
    return [str(v.message) for v in outloud.check(str(bestand)).findings if str(v.severity) == "error"]
