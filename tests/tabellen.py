"""Reads an answer the way a person does: tables as words, and the text of a part of the page."""

import re
from html.parser import HTMLParser
from typing import Any


class Tabellen(HTMLParser):
    """The tables of a page as words; pictures do not count."""

    def __init__(self, antwoord: Any) -> None:
        super().__init__()
        self.tabellen: list[list[list[str]]] = []
        self.in_cel = self.in_beeld = False
        self.feed(antwoord.content.decode())

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "table":
            self.tabellen.append([])
        elif tag == "tr":
            self.tabellen[-1].append([])
        elif tag in ("th", "td"):
            self.tabellen[-1][-1].append("")
            self.in_cel = True
        self.in_beeld = self.in_beeld or tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self.in_cel = self.in_cel and tag not in ("th", "td")
        self.in_beeld = self.in_beeld and tag != "svg"

    def handle_data(self, data: str) -> None:
        if self.in_cel and not self.in_beeld:
            cel = self.tabellen[-1][-1]
            cel[-1] = " ".join(f"{cel[-1]} {data}".split())


def tabel(antwoord: Any, nummer: int) -> list[list[str]]:
    """The rows of a table, without its head."""
    assert antwoord.status_code == 200
    return Tabellen(antwoord).tabellen[nummer][1:]


def tekst(antwoord: Any, begin: str = "<main", einde: str = "</main>") -> str:
    deel = antwoord.content.decode().split(begin, 1)[1].split(einde, 1)[0].split(">", 1)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", deel).replace("\xa0", " ").split())
