"""The manual inside the portal: every page, link and picture leads somewhere, and nothing strange comes through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from kennisbank import handleiding
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.tekst import blad_html
from tests import fabriek

DOCS = Path(settings.BASE_DIR) / "docs" / "handleiding"


@pytest.mark.parametrize("naam", handleiding.BLADEN)
def test_elk_blad_is_leesbaar_en_elke_verwijzing_klopt(naam: str) -> None:
    blad = handleiding.blad(naam)
    assert blad is not None
    assert blad.titel
    assert "../" not in blad.html
    assert "![" not in blad.html
    for doel in re.findall(r'href="([^"]+)"', blad.html):
        pad, _, anker = doel.partition("#")
        ander = next((een for een in handleiding.BLADEN if handleiding.adres(een) == pad), None)
        if ander and anker:
            assert anker in dict(_delen(ander)), doel


def _delen(naam: str) -> tuple[tuple[str, str], ...]:
    blad = handleiding.blad(naam)
    return blad.delen if blad else ()


def test_elk_bestand_van_de_handleiding_heeft_een_blad() -> None:
    assert {pad.stem for pad in DOCS.glob("*.md")} == set(handleiding.BLADEN)
    assert set(handleiding.BLAD_PER_ROL) == {rol.value for rol in Rol}


def test_elk_beeld_bestaat_heeft_woorden_en_komt_uit_het_script() -> None:
    tekst = "\n".join(pad.read_text(encoding="utf-8") for pad in DOCS.glob("*.md"))
    beelden = re.findall(r"!\[([^\]]+)\]\(\.\./\.\./static/handleiding/([a-z0-9-]+)\.png\)", tekst)
    map_ = Path(settings.BASE_DIR) / "static" / "handleiding"
    script = (Path(settings.BASE_DIR) / "tests" / "browser" / "schermen.py").read_text(encoding="utf-8")
    assert {naam for _, naam in beelden} == {pad.stem for pad in map_.iterdir()}
    assert [naam for _, naam in beelden if f'"{naam}":' not in script] == []
    assert [pad.name for pad in map_.iterdir() if pad.stat().st_size > 80_000] == []


@pytest.mark.django_db
def test_een_lezer_komt_van_elke_bladzijde_bij_het_blad_van_zijn_rol() -> None:
    fabriek.maak_gemeente()
    klant = Client()
    klant.force_login(fabriek.maak_gebruiker(Rol.GRIFFIE))
    assert 'href="/kennisbank/handleiding/griffie/"' in klant.get("/kennisbank/begrippen/").content.decode()
    bladzijde = klant.get("/kennisbank/handleiding/griffie/").content.decode()
    assert "<h1" in bladzijde
    assert 'aria-current="page">Griffie' in bladzijde
    assert 'src="/static/handleiding/griffie-start' in bladzijde


def test_van_een_blad_blijft_alleen_over_wat_mag() -> None:
    beelden = "![w](https://elders.example/x.png) ![e](/static/x.png)"
    html, delen = blad_html(f"## Kop & staart\n\n<script>x</script> [k](javascript:x) {beelden}")
    assert delen == (("kop-staart", "Kop & staart"),)
    assert '<h2 id="kop-staart">' in html
    assert "elders" not in html
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert 'src="/static/x.png"' in html


def test_zonder_blad_is_er_geen() -> None:
    assert handleiding.blad("onbekend") is None
    assert handleiding.blad("../../geheim") is None


def test_een_tabel_is_op_een_telefoon_ook_te_lezen() -> None:
    """Each cell knows the head of its column, and the first cell is the head of its row."""
    html, _ = blad_html("| Recht | Raadslid |\n| --- | --- |\n| Bekijken & zien | ja |")
    assert '<th scope="col">Raadslid</th>' in html
    assert '<th scope="row">Bekijken &amp; zien</th>' in html
    assert '<td data-label="Raadslid">ja</td>' in html
