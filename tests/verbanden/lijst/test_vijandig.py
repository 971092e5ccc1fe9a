"""Hostile texts in every field: nothing is fetched, nothing runs, nothing leaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.template.loader import render_to_string
from weasyprint.urls import URLFetcher

from samenwerkingswijzer.tekst import naar_html
from tests.verbanden.lijst.hulp import fouten, lijst, partij
from verbanden.lijst.druk import Ondertekening, context, pdf
from verbanden.models import Post
from verbanden.regels.bbv.partij import Cijfer, Risicoregel

ADRESSEN = (
    "file:///etc/passwd",
    "http://127.0.0.1:8000/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "//kwaad.example/x",
    "https://kwaad.example/x.png",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\x01javascript:alert(1)",
)
OPMAAK = tuple(
    vorm.format(adres)
    for adres in ADRESSEN
    for vorm in (
        "<img src='{0}'>",
        "<style>@import url({0}); body {{ background: url({0}) }}</style>",
        "<p style='background:url({0})'>x</p>",
        "<link rel=stylesheet href='{0}'>",
        "<link rel=attachment href='{0}'>",
        "<a rel=attachment href='{0}'>x</a>",
        "<iframe src='{0}'></iframe><object data='{0}'></object><embed src='{0}'>",
        "<svg><image href='{0}'/><use href='{0}'/></svg>",
        "url({0})",
        "![x]({0})",
        "![x][1]\n\n[1]: {0}",
        "[x]({0})",
        "<{0}>",
    )
)
VREEMD = (
    "שלום עולם مرحبا",
    "👩🏽‍🚒🏴‍☠️🇳🇱",
    "\u202eomgekeerd\u202c",
    "\ufffe\uffff\x0b\x1f",
    "ꙮ𓀀𝔘",
    "e" + "\u0301" * 500,
)
# How long each text can be at most in the register.
VELDEN = {
    "naam": 200,
    "vestigingsplaats": 80,
    "vorm": 40,
    "openbaar_belang": 1000,
    "wijze_van_belang": 1200,
    "wijzigingen": 1000,
}
TEKSTEN = ("visie", "voornemens", "ontwikkelingen")
KORT = 160  # the reason of a gap, the name of a programme


class _Verwijzingen(HTMLParser):
    """Collects the tags and every attribute that could fetch or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.adressen: list[str] = []
        self.namen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for naam, waarde in attrs:
            self.namen.add(naam)
            if naam in ("href", "src", "data", "action"):
                self.adressen.append(waarde or "")


def besmet(tekst: str) -> dict[str, Any]:
    """A list with this text in every field that people write, as long as it may be."""
    kort, dag = tekst[:KORT], date(2026, 9, 7)
    gat = Cijfer("verwacht", niet_opgegeven=kort, gevraagd_op=dag)
    ziek = partij(
        **{veld: tekst[:ruimte] for veld, ruimte in VELDEN.items()},
        slug="x",
        risicos=(Risicoregel(tekst[:200]),),
        programmas=((kort, Decimal(100)),),
        cijfers={post.value: gat for post in Post},
    )
    velden: dict[str, Any] = {**dict.fromkeys(TEKSTEN, tekst), "correctie": tekst[:300]}
    inhoud = lijst(ziek, soort="jaarstukken", **velden)
    return inhoud | {"gemeente": kort, "editie": inhoud["editie"] | {"vervangt": 1}}


@pytest.fixture
def opgevraagd(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that the press really asks somebody else for."""
    gevraagd: list[str] = []

    def weiger(_: Any, url: str, headers: Any = None) -> Any:
        gevraagd.append(url)
        raise ValueError(url)

    monkeypatch.setattr(URLFetcher, "fetch", weiger)
    return gevraagd


def lees(html: str) -> _Verwijzingen:
    lezer = _Verwijzingen()
    lezer.feed(html)
    return lezer


def bladzijde(tekst: str) -> _Verwijzingen:
    """The document with this text everywhere."""
    return lees(render_to_string("verbanden/lijst/document.html", context(besmet(tekst), Ondertekening())))


@pytest.mark.parametrize("vorm", OPMAAK)
def test_de_bladzijde_heeft_geen_vreemde_onderdelen(vorm: str) -> None:
    onschuldig, gezien = bladzijde("x"), bladzijde(vorm)
    assert gezien.tags - onschuldig.tags <= {"a", "blockquote"}
    assert gezien.namen - onschuldig.namen <= {"href", "rel"}


@pytest.mark.parametrize("vorm", OPMAAK)
def test_een_link_leidt_alleen_naar_een_volledig_adres(vorm: str) -> None:
    gezien = lees(naar_html(vorm))
    assert gezien.tags <= {"a", "p"}
    assert gezien.namen <= {"href", "rel"}
    assert [adres for adres in gezien.adressen if not adres.startswith(("http://", "https://", "mailto:"))] == []


def test_de_pers_vraagt_niemand_iets(opgevraagd: list[str]) -> None:
    inhoud = pdf(besmet("\n\n".join(OPMAAK)), Ondertekening())
    assert opgevraagd == []
    with pikepdf.open(BytesIO(inhoud)) as document:
        assert "/EmbeddedFiles" not in document.Root.get("/Names", {})
        assert document.Root.get("/AF") is None
        for deel in document.objects:
            if isinstance(deel, pikepdf.Dictionary):
                assert deel.get("/Type") != "/Filespec"
                assert deel.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/GoToR", "/ImportData")
                assert deel.get("/Subtype") != "/Image"
                assert not str(deel.get("/URI", "https://")).startswith(("file:", "javascript:", "data:", "//"))


@pytest.mark.parametrize(
    "tekst", [*VREEMD, "a" * 20_000, "lang " * 4_000, "> " * 5_000, "[" * 10_000, "- " * 3_000 + "x"]
)
def test_een_vreemde_tekst_breekt_niets(tekst: str, tmp_path: Path) -> None:
    pad = tmp_path / "vreemd.pdf"
    pad.write_bytes(pdf(besmet(tekst), Ondertekening()))
    assert fouten(pad) == []
