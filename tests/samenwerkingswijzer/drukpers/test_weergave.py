import gc
import re
import socket
from contextlib import suppress
from pathlib import Path

import page
import pikepdf
import pytest

from samenwerkingswijzer.drukpers import letters
from samenwerkingswijzer.drukpers.adressen import EigenBestanden
from samenwerkingswijzer.drukpers.drukkerij import Drukkerij
from samenwerkingswijzer.drukpers.fouten import GeweigerdAdres, TeDiepGenest
from samenwerkingswijzer.drukpers.weergave import DIEPST, Pers
from tests.samenwerkingswijzer.drukpers import proefdruk
from tests.samenwerkingswijzer.drukpers.proefdruk import BASIS, MAPPEN, document, open_pdf, teksten, voorblad

VREEMD = [
    "file:///etc/passwd",
    "http://127.0.0.1:9/geheim",
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/",
    "https://voorbeeld.nl/spion.png",
    "//voorbeeld.nl/spion.png",
    "ftp://voorbeeld.nl/x",
    "data:text/css,body{color:red}",
    f"{BASIS}../settings.py",
    f"{BASIS}%2e%2e/settings.py",
    f"{BASIS}css/print.css?wght=zwaar",
]
VORMEN = [
    '<img src="{0}" alt="x">',
    '<p style="background: url({0})">x</p>',
    '<style>@import "{0}"; @font-face {{ font-family: x; src: url({0}) }} p {{ font-family: x }}</style><p>x</p>',
    '<link rel="stylesheet" href="{0}"><p>x</p>',
    '<link rel="attachment" href="{0}"><p>x</p>',
    '<a rel="attachment" href="{0}">x</a>',
    '<base href="{0}"><img src="x.png" alt="x">',
    '<svg><image href="{0}"/><use href="{0}#a"/><title>x</title></svg>',
    '<object data="{0}">x</object><embed src="{0}"><iframe src="{0}"></iframe>',
    '<p style="content: url({0}); list-style-image: url({0})">x</p>',
]
# Right-to-left, combining, astral and private use.
TEKENS = ["שלום עולם", "مرحبا بالعالم", "😀 🏳️‍🌈", "\ue000\U000f1234", "e\u0301\u0323", "\u202eomgekeerd\u202c", "漢字"]


@pytest.fixture
def pers() -> Pers:
    return proefdruk.pers()


@pytest.mark.parametrize("blad", ["css/tokens.css", "css/print.css", "css/lijst.css", "css/afweging-druk.css"])
def test_geen_stijlblad_van_de_pers_vraagt_lettervarianten(blad: str) -> None:
    """The text library never gives back what a font feature costs: 20 kB a page."""
    regels = re.sub(r"/\*.*?\*/", "", (MAPPEN[0] / blad).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"font-(?:variant|feature|kerning)[\w-]*", regels) == []


@pytest.mark.parametrize("vorm", VORMEN)
def test_een_vreemd_adres_wordt_niet_opgehaald(pers: Pers, vorm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gelezen: list[Path] = []
    echt = Path.read_bytes

    def lees(pad: Path) -> bytes:
        gelezen.append(pad)
        return echt(pad)

    monkeypatch.setattr(Path, "read_bytes", lees)
    monkeypatch.setattr(letters, "_plek", [])  # a store of cut fonts that an earlier test left
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("een verbinding"))
    pdf = pers.druk(document("<h1>x</h1>" + "".join(vorm.format(adres) for adres in VREEMD)))
    assert b"root:" not in pdf
    assert all(any(pad.is_relative_to(map_.resolve()) for map_ in MAPPEN) for pad in gelezen)
    with open_pdf(pdf) as bestand:
        assert "/EmbeddedFiles" not in bestand.Root.get("/Names", {})


@pytest.mark.parametrize("adres", VREEMD)
def test_de_deur_blijft_dicht(adres: str) -> None:
    with pytest.raises(GeweigerdAdres):
        EigenBestanden(BASIS, MAPPEN).fetch(adres)


@pytest.mark.parametrize("adres", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " JaVaScript:x"])
def test_een_link_gaat_alleen_naar_een_pagina_of_een_postbus(pers: Pers, adres: str) -> None:
    with open_pdf(pers.druk(document(f'<h1>x</h1><p><a href="{adres}">x</a></p>'))) as pdf:
        assert "/Annots" not in pdf.pages[0].obj


def test_een_link_naar_buiten_blijft(pers: Pers) -> None:
    with open_pdf(pers.druk(document('<h1>x</h1><p><a href="https://voorbeeld.nl/wet">de wet</a></p>'))) as pdf:
        link = pdf.pages[0].Annots[0]
        assert (str(link.A.URI), str(link.Contents), int(link.F)) == ("https://voorbeeld.nl/wet", "de wet", 4)


@pytest.mark.parametrize("aantal", [DIEPST, 400, 5000])
def test_te_diep_genest_is_een_duidelijke_fout(pers: Pers, aantal: int) -> None:
    with pytest.raises(TeDiepGenest, match="te diep genest"):
        pers.druk_deel(document("<div>" * aantal + "x" + "</div>" * aantal), "deel")
    assert teksten(pers.druk(document("<h1>Daarna</h1>")))[0].startswith("Daarna")


def test_tot_de_grens_gaat_het_goed(pers: Pers) -> None:
    aantal = DIEPST - 5
    assert "x" in teksten(pers.druk(document("<div>" * aantal + "x" + "</div>" * aantal)))[0]


def test_diepe_tabellen_breken_de_pers_niet(pers: Pers) -> None:
    diep = "<table><tr><td>" * 18
    with suppress(TeDiepGenest):
        pers.druk(document(diep + "x"))
    assert gc.isenabled()


@pytest.mark.parametrize("tekens", TEKENS)
def test_vreemde_tekens_houden_het_document_geldig(tekens: str, tmp_path: Path) -> None:
    deel = document(f"<h2>Naam (fictief) {tekens}</h2><p>{tekens} en <b>{tekens}</b></p>")
    werk = proefdruk.werk(voorblad(0), deel, titel=f"Lijst {tekens}")
    pdf = Drukkerij(tmp_path, MAPPEN).druk(werk)
    for profiel in ("ua1", "2a"):
        assert [fout.message for fout in page.validate_pdf_bytes(pdf, profile=profiel).failures] == []
    assert "Naam (fictief)" in teksten(pdf)[1]


def test_een_tekst_van_20_000_tekens(tmp_path: Path) -> None:
    tekst = " ".join(f"woord{nummer}" for nummer in range(2500))[:20_000]
    heel = "w" * 20_000  # without a place to break
    pdf = Drukkerij(tmp_path, MAPPEN).druk(
        proefdruk.werk(
            voorblad(0), document(f"<h2>Lang</h2><p>{tekst}</p>"), document(f"<h2>Een woord</h2><p>{heel}</p>")
        )
    )
    alles = " ".join(teksten(pdf))
    assert "woord1 " in alles
    assert "woord2000" in alles
    assert page.validate_pdf_bytes(pdf, profile="ua1").failures == []


def test_kop_en_voet_van_een_los_document_zijn_geen_inhoud(pers: Pers) -> None:
    pdf = pers.druk(document('<p class="doc-voet">De voettekst</p><h1>Titel</h1><p>Inhoud</p>'))
    with open_pdf(pdf) as bestand:
        genoemd = proefdruk.merken(bestand.pages[0])
        inhoud = bestand.pages[0].Contents.read_bytes()
        bereikbaar = {element.objgen for element in proefdruk.elementen(bestand)}
        rij = proefdruk.ouders(bestand)[int(bestand.pages[0].obj.StructParents)]
        assert all(rij[merk].objgen in bereikbaar for merk in genoemd)
    assert b"/Artifact\n<</Type /Pagination>>\nBDC" in inhoud
    assert "Pagina 1 van 1" in teksten(pdf)[0]


def test_een_deel_heeft_geen_eigen_nummers(pers: Pers) -> None:
    assert "Pagina" not in teksten(pers.druk_deel(proefdruk.partij(1), "deel"))[0]


def test_opmaak_van_een_document_lekt_niet_naar_het_volgende(pers: Pers) -> None:
    gewoon = document("<h1>Titel</h1><p>tekst</p>")
    eerst = pers.druk(gewoon)
    letter = MAPPEN[1] / "vendor/fonts/source-sans-3-latin-wght-italic.woff2"
    assert letter.is_file()
    bron = f"{BASIS}vendor/fonts/{letter.name}?wght=900"
    pers.druk(document(f'<style>@font-face {{ font-family: "Source Sans 3"; src: url({bron}) }}</style><h1>x</h1>'))
    assert pers.druk(gewoon) == eerst


def test_cellen_met_een_omvang_houden_die(pers: Pers) -> None:
    tabel = (
        '<table><thead><tr><th colspan="2">kop</th></tr></thead><tbody><tr><th>rij</th><td>1</td></tr></tbody></table>'
    )
    with open_pdf(pers.druk(document(f"<h1>x</h1>{tabel}"))) as pdf:
        koppen = [element.A for element in proefdruk.elementen(pdf) if element.S == pikepdf.Name.TH]
        assert [(str(kop.Scope), int(kop.get("/ColSpan", 1))) for kop in koppen] == [("/Column", 2), ("/Row", 1)]
