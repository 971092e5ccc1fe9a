"""The list on paper: accessible, complete, always the same bytes, and read in the order of the page."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from django.template.loader import render_to_string
from pypdf import PdfReader

from tests.verbanden.lijst.hulp import (
    BEDRAGEN,
    cijfer,
    fouten,
    lijst,
    partij,
    tekens_in_leesvolgorde,
    tekens_van_pagina,
)
from verbanden.lijst.druk import Ondertekening, context, pdf
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie
from verbanden.regels.bbv.partij import Risicoregel

GETEKEND = Ondertekening("Griffie", "Concerncontroller", "20 september 2026", "4f9c21ab" * 8)
GATEN = {Post.VREEMD_VERMOGEN_BEGIN: None, Post.VREEMD_VERMOGEN_EIND: None}


def gevuld() -> dict[str, Any]:
    """A list with something of everything and two empty categories."""
    half = (("Sociaal domein", Decimal(50)), ("Veiligheid", Decimal(50)))
    return lijst(
        partij(bedragen=GATEN),
        partij("Leeg", cijfers={}, bijdragen={}, risicos=(), openbaar_belang=""),
        partij("Coöperatie Voorbeeld U.A.", categorie=Categorie.VENNOOTSCHAP_OF_COOPERATIE, programmas=half),
        visie="Samen **sterk**, zie [de nota](https://voorbeeld.example/nota).\n\n- een\n- twee",
    )


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document of that list."""
    pad = tmp_path_factory.mktemp("druk") / "lijst.pdf"
    pad.write_bytes(pdf(gevuld(), GETEKEND))
    return pad


def test_de_controle_vindt_geen_fout(bestand: Path) -> None:
    assert fouten(bestand) == []


@pytest.mark.parametrize("profiel", ["ua1", "2a"])
def test_de_lijst_is_toegankelijk_en_geschikt_voor_het_archief(bestand: Path, profiel: str) -> None:
    """PDF/UA-1 and PDF/A-2a, of the list itself: with gaps, empty categories and texts of people."""
    uitslag = page.validate_pdf_bytes(bestand.read_bytes(), profile=profiel)
    assert [(fout.rule_id, fout.message) for fout in uitslag.failures] == []
    assert uitslag.rules.total > 100


def test_taal_titel_en_letter(bestand: Path) -> None:
    with pikepdf.open(bestand) as document:
        assert str(document.Root.Lang) == "nl"
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo["/Title"]) == "Lijst verbonden partijen, Begroting 2027, versie 1"
        letters = [
            f for f in document.objects if isinstance(f, pikepdf.Dictionary) and f.get("/Type") == "/FontDescriptor"
        ]
        assert letters
        assert all("/FontFile2" in letter or "/FontFile3" in letter for letter in letters)


def test_elke_tabel_heeft_koppen_die_zeggen_waarvoor(bestand: Path) -> None:
    with pikepdf.open(bestand) as document:
        koppen = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        assert koppen
        for kop in koppen:
            kenmerken = kop.A if isinstance(kop.A, pikepdf.Array) else [kop.A]
            assert any("/Scope" in deel for deel in kenmerken)


def test_bladwijzers_volgen_de_koppen(bestand: Path) -> None:
    def namen(punten: Any) -> list[Any]:
        return [namen(punt) if isinstance(punt, list) else punt.title for punt in punten]

    assert namen(PdfReader(bestand).outline) == [
        "Lijst verbonden partijen",
        [
            "Wat staat in deze lijst",
            "Visie op samenwerking",
            "Beleidsvoornemens",
            "Zo leest u de tabellen",
            "1 Gemeenschappelijke regelingen",
            ["1.1 Jeugdhulp Verzonnen", "1.2 Leeg"],
            "2 Vennootschappen en coöperaties",
            ["2.1 Coöperatie Voorbeeld U.A."],
            "3 Stichtingen en verenigingen",
            "4 Overige verbonden partijen",
            "Ondertekening",
        ],
    ]


def test_de_leesvolgorde_is_die_van_de_bladzijde(bestand: Path) -> None:
    html = render_to_string("verbanden/lijst/document.html", context(gevuld(), GETEKEND))
    verwacht = tekens_van_pagina(html, "body")
    gelezen = tekens_in_leesvolgorde(bestand)
    assert gelezen == verwacht
    assert len(verwacht) > 1000


def test_op_elke_bladzijde_staat_welke_editie_het_is(bestand: Path) -> None:
    bladzijden = [blad.extract_text() for blad in PdfReader(bestand).pages]
    for nummer, tekst in enumerate(bladzijden, 1):
        assert "Editie Begroting 2027, versie 1 · peildatum 15 september 2026 · controlegetal 4f9c21ab" in tekst
        assert f"Pagina {nummer} van {len(bladzijden)}" in tekst


def test_een_concept_zegt_dat_op_elke_bladzijde() -> None:
    for blad in PdfReader(BytesIO(pdf(lijst(partij()), Ondertekening()))).pages:
        assert "Editie Begroting 2027, versie 1, concept · peildatum 15 september 2026" in blad.extract_text()


def test_onder_een_lege_soort_staat_geen(bestand: Path) -> None:
    assert "3StichtingenenverenigingenGeen4OverigeverbondenpartijenGeenOndertekening" in tekens_in_leesvolgorde(bestand)


def test_dezelfde_gegevens_geven_dezelfde_bytes(bestand: Path) -> None:
    assert pdf(gevuld(), GETEKEND) == bestand.read_bytes()


def test_een_voorlopig_cijfer_is_te_lezen_zonder_kleur(tmp_path: Path) -> None:
    """On the page and in the document stands the word, in the cell of the figure, and the tags stay valid."""
    cijfers = {post.value: cijfer(bedrag, stadium="voorlopig") for post, bedrag in BEDRAGEN.items()}
    inhoud = lijst(partij(cijfers=cijfers), partij("Ander"), soort="jaarstukken")
    pad = tmp_path / "voorlopig.pdf"
    pad.write_bytes(pdf(inhoud, GETEKEND))
    gelezen = tekens_in_leesvolgorde(pad)
    html = render_to_string("verbanden/lijst/document.html", context(inhoud, GETEKEND))
    assert gelezen == tekens_van_pagina(html, "body")
    assert "Belangb3,1%voorlopig3,0%voorlopig" in gelezen
    assert gelezen.count("%voorlopig") == 2
    assert fouten(pad) == []
    for profiel in ("ua1", "2a"):
        assert page.validate_pdf_bytes(pad.read_bytes(), profile=profiel).failures == []


def test_een_lange_partij_loopt_door_op_de_volgende_bladzijde(tmp_path: Path) -> None:
    """Nothing of 20,000 characters is lost, in the texts of a party and in that of the paragraph."""
    lang = " ".join(f"woord{n}" for n in range(2200))
    risicos = tuple(Risicoregel(f"risico{n} {'tegenvaller ' * 14}") for n in range(60))
    inhoud = lijst(partij(openbaar_belang=lang, risicos=risicos), visie=lang.replace("woord", "visie"))
    pad = tmp_path / "lang.pdf"
    pad.write_bytes(pdf(inhoud, GETEKEND))
    document = PdfReader(pad)
    tekst = "".join("".join(blad.extract_text() for blad in document.pages).split())
    assert len(document.pages) > 5
    assert [n for n in range(2200) if f"woord{n}" not in tekst or f"visie{n}" not in tekst] == []
    assert [n for n in range(60) if f"risico{n}" not in tekst] == []
    assert fouten(pad) == []
