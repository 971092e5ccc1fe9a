"""What is in a file decides (T32, T33): every attack is refused with its own sentence, every good file is taken."""

from __future__ import annotations

from io import BytesIO

import pytest
import tablib
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from samenwerkingswijzer.bestanden import beeld, kantoor, koppelingen, pdf, soorten
from samenwerkingswijzer.bestanden.keuring import keur, tekst
from samenwerkingswijzer.bestanden.soorten import SOORTEN, Geweigerd
from tests.samenwerkingswijzer.bestanden import stukken

GOED = {
    "a.pdf": ("pdf", stukken.pdf()),
    "A.PDF": ("pdf", stukken.pdf() + b"\r\n"),
    "a.docx": ("docx", stukken.docx()),
    "met-link.docx": ("docx", stukken.docx_met_link()),
    "huisstijl.docx": ("docx", stukken.docx_met_sjabloon("file:///C:\\Sjablonen\\huisstijl.dotm")),
    "inhoudsopgave.docx": ("docx", stukken.docx_met_veld(" TOC ", '\\o "1-3"')),
    "tekening.docx": ("docx", stukken.docx_met("word/media/a.bmp", b"BM" + b"\0" * 5_000_000)),
    "begin.pdf": ("pdf", stukken.pdf_die_ergens_begint()),
    "klik.odt": (
        "odt",
        stukken.odf_met('<o:a xlink:href="https://goed.example/"/><o:image xlink:href="Pictures/a.png"/>'),
    ),
    "sjabloon.odt": ("odt", stukken.odf_met('<o:template xlink:href="file:///C:/Sjablonen/a.ott"/>')),
    "a.odt": ("odt", stukken.odf()),
    "a.ods": ("ods", stukken.odf("spreadsheet")),
    "a.xlsx": ("xlsx", stukken.xlsx()),
    "a.png": ("png", stukken.png()),
    "a.jpg": ("jpeg", stukken.jpeg()),
    "a.jpeg": ("jpeg", stukken.jpeg()),
}
PDF = stukken.pdf()
FOUT = {
    "leeg": ("a.pdf", b"", soorten.LEEG),
    "tekst": ("a.pdf", b"zomaar tekst", soorten.ONBEKEND),
    "svg": ("a.png", b'<?xml version="1.0"?>\n<svg onload="alert(1)"/>', soorten.SVG),
    "html": ("a.pdf", b"<!DOCTYPE html><script>alert(1)</script>", soorten.HTML),
    "html met BOM": ("a.pdf", b"\xef\xbb\xbf <HTML>", soorten.HTML),
    "gif met script": ("a.gif", b"GIF89a/*\x01*/=1;alert(1)//", soorten._HERKEND[1][1]),
    "programma": ("a.pdf", b"MZ\x90\x00", soorten._HERKEND[2][1]),
    "oud Office": ("a.doc", soorten.OLE + b"\0" * 600, soorten._HERKEND[0][1]),
    "html voor pdf": ("a.pdf", b"<html>" + PDF, soorten.HTML),
    "iets voor pdf": ("a.pdf", b"\n\n" + PDF, ("Voor het begin van dit PDF-bestand staat nog iets anders. "
                      "Bewaar het opnieuw als PDF.")),
    "html in kop van pdf": ("a.pdf", PDF.replace(b"\n", b"\n%<script>alert(1)</script>\n", 1), pdf.TWEE_IN_EEN),
    "iets achter pdf": ("a.pdf", PDF + b"<script>alert(1)</script>", pdf.ERACHTER),
    "zip achter pdf": ("a.pdf", PDF + stukken.docx(), pdf.ERACHTER),
    "zip achter pdf, met einde": ("a.pdf", PDF + stukken.docx()[:-2] + b"\x06\x00%%EOF\n", pdf.TWEE_IN_EEN),
    "halve pdf": ("a.pdf", PDF[:200], pdf.STUK),
    "pdf van niets": ("a.pdf", b"%PDF-1.7\n%%EOF", pdf.STUK),
    "pdf met script": ("a.pdf", stukken.pdf_met_script(), pdf.SCRIPT),
    "pdf met diep script": ("a.pdf", stukken.pdf_met_script_diep(), pdf.SCRIPT),
    "pdf met programma": ("a.pdf", stukken.pdf_met_programma(), pdf.ACTIE),
    "pdf met bijlage": ("a.pdf", stukken.pdf_met_bijlage(), pdf.BIJLAGE),
    "pdf met wachtwoord": ("a.pdf", stukken.pdf_met_wachtwoord(), pdf.BEVEILIGD),
    "pdf met beperkingen": ("a.pdf", stukken.pdf_met_wachtwoord(""), pdf.BEVEILIGD),
    "docm": ("a.docm", stukken.docm(), koppelingen.MACRO),
    "docm als docx": ("a.docx", stukken.docm(), koppelingen.MACRO),
    "docx met macro": ("a.docx", stukken.docx_met("word/vbaProject.bin", b"x"), koppelingen.MACRO),
    "odt met macro": ("a.odt", stukken.odf(meer={"Basic/Standard/a.xml": b"<x/>"}), koppelingen.MACRO),
    "zip": ("a.zip", stukken.zip_van({"a.txt": b"x"}), kantoor.GEWOON_ZIP),
    "zip in docx": ("a.docx", stukken.docx_met("word/embeddings/a.bin", stukken.docx()), koppelingen.INGEPAKT),
    "programma in docx": ("a.docx", stukken.docx_met("word/media/a.png", b"MZ\x90"), koppelingen.INGEPAKT),
    "sjabloon van elders": ("a.docx", stukken.docx_met_sjabloon("https://kwaad.example/x.dotm"), koppelingen.ELDERS),
    "sjabloon op een server": ("a.docx", stukken.docx_met_sjabloon("file://kwaad.example/x.dotm"), koppelingen.ELDERS),
    "sjabloon met kleine letters": ("a.docx", stukken.docx_met_deel_erbij("attachedTemplate", "https://kwaad.example/x",
                                    " external"), koppelingen.ELDERS),
    "brok van een ander stuk": ("a.docx", stukken.docx_met_deel_erbij("aFChunk"), koppelingen.INGEPAKT),
    "ingesloten object": ("a.docx", stukken.docx_met_deel_erbij("oleObject"), koppelingen.INGEPAKT),
    "rtf in docx": ("a.docx", stukken.docx_met("word/x.bin", b"{\\rtf1}"), koppelingen.INGEPAKT),
    "html in docx": ("a.docx", stukken.docx_met("word/x.bin", b" <HTML>"), koppelingen.INGEPAKT),
    "veld met programma": ("a.docx", stukken.docx_met_veld(" DDE", "AUTO cmd"), koppelingen.ELDERS),
    "kort veld met programma": ("a.docx", stukken.docx_met_kort_veld(" dde cmd"), koppelingen.ELDERS),
    "veld met plaatje van elders": ("a.docx", stukken.docx_met_veld(' INCLUDEPICTURE "http', '://kwaad.example/"'),
                                    koppelingen.ELDERS),
    "besturing onder andere naam": ("a.docx", stukken.docx_met_soort("application/vnd.ms-office.activeX+xml"),
                                    koppelingen.MACRO),
    "macroblad onder andere naam": ("a.docx", stukken.docx_met_soort("application/vnd.ms-excel.macrosheet+xml"),
                                    koppelingen.MACRO),
    "naam in andere letters": ("a.docx", stukken.docx_met("Word/Document.xml", b"<x/>"), kantoor.STUK),
    "twee lijsten": ("a.docx", stukken.zip_met_twee_lijsten(), kantoor.GEEN_GEHEEL),
    "iets tussen de delen": ("a.docx", stukken.zip_met_iets_ertussen(), kantoor.GEEN_GEHEEL),
    "gebeurtenis in odt": ("a.odt", stukken.odf_met('<o:event-listener xlink:href="vnd.sun.star.script:x"/>'),
                           koppelingen.MACRO),
    "plaatje van elders in odt": ("a.odt", stukken.odf_met('<o:image xlink:href="HTTPS://kwaad.example/"/>'),
                                  koppelingen.ELDERS),
    "plaatje van een server in odt": ("a.odt", stukken.odf_met('<o:image xlink:href="//kwaad/x"/>'),
                                      koppelingen.ELDERS),
    "programma in ods": ("a.ods", stukken.odf_met("<o:dde-source/>", "spreadsheet"), koppelingen.ELDERS),
    "programma in xlsx": ("a.xlsx", stukken.xlsx_met("xl/externalLinks/e.xml", b"<e><ddeLink/></e>"),
                          koppelingen.ELDERS),
    "webvraag in xlsx": ("a.xlsx", stukken.xlsx_met("xl/connections.xml", b"<connections><webPr/></connections>"),
                         koppelingen.ELDERS),
    "pdf die weggaat": ("a.pdf", stukken.pdf_die_weggaat(S="/GoToR"), pdf.ACTIE),
    "pdf die een website opent": ("a.pdf", stukken.pdf_die_weggaat(S="/URI"), pdf.ACTIE),
    "pdf van elders": ("a.pdf", stukken.pdf_van_elders(), pdf.ACTIE),
    "entiteiten": ("a.docx", stukken.docx_met_entiteiten(), kantoor.STUK),
    "odt met wachtwoord": ("a.odt", stukken.odf(meer={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
                           kantoor.BEVEILIGD),
    "bom": ("a.docx", stukken.bom(), kantoor.BOM),
    "bom van veel": ("a.docx", stukken.bom_van_veel(), kantoor.BOM),
    "bom die liegt": ("a.docx", stukken.bom_die_liegt(), kantoor.STUK),
    "iets voor zip": ("a.docx", b"PK\x03\x04 en nog wat" + stukken.docx(), kantoor.GEEN_GEHEEL),
    "iets achter zip": ("a.docx", stukken.docx() + b"<script>", kantoor.GEEN_GEHEEL),
    "halve zip": ("a.docx", stukken.docx()[:80], kantoor.STUK),
    "beeldbom": ("a.png", stukken.png_bom(), beeld.TE_GROOT_BEELD),
    "half beeld": ("a.png", stukken.png()[:40], beeld.STUK),
    "pdf heet png": ("a.png", PDF, ("De naam eindigt op .png, maar in het bestand zit een PDF-document. "
                     "Bewaar het opnieuw, met een naam die eindigt op .pdf.")),
    "png heet pdf": ("a.pdf", stukken.png(), ("De naam eindigt op .pdf, maar in het bestand zit een PNG-afbeelding. "
                     "Bewaar het opnieuw, met een naam die eindigt op .png.")),
    "zonder einde": ("regeling", PDF, ("De naam heeft geen einde zoals .pdf, maar in het bestand zit een PDF-document. "
                     "Bewaar het opnieuw, met een naam die eindigt op .pdf.")),
    "dubbel einde": ("a.pdf.html", PDF, ("De naam eindigt op .html, maar in het bestand zit een PDF-document. "
                     "Bewaar het opnieuw, met een naam die eindigt op .pdf.")),
}  # fmt: skip


def test_sixteen_bits_of_grey_stay_grey() -> None:
    with Image.open(BytesIO(beeld.herteken(stukken.png_grijs(), "png"))) as grijs:
        assert (grijs.mode, grijs.getpixel((0, 0))) == ("L", 128)


@pytest.mark.parametrize("naam", GOED)
def test_a_good_file_is_what_its_content_says(naam: str) -> None:
    soort, inhoud = GOED[naam]
    gekeurd, bewaard = keur(inhoud, naam)
    assert gekeurd == soort
    assert bewaard == inhoud or soort in ("png", "jpeg")
    assert tekst(bewaard, gekeurd) == ("" if soort in ("png", "jpeg") else stukken.TEKST)


@pytest.mark.parametrize("wat", FOUT)
def test_an_attack_is_refused_with_its_own_sentence(wat: str) -> None:
    naam, inhoud, melding = FOUT[wat]
    with pytest.raises(Geweigerd) as fout:
        keur(inhoud, naam)
    assert str(fout.value) == melding


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_our_own_downloads_are_taken_back(formaat: str) -> None:
    inhoud = tablib.Dataset(["Kabbelbeek", 12], headers=["Naam", "Aantal"]).export(formaat)
    soort, _ = keur(inhoud, f"a.{formaat}")
    assert soort == formaat
    assert "Kabbelbeek" in tekst(inhoud, soort)


@given(st.sampled_from([stukken.pdf(), stukken.docx(), stukken.png(), stukken.jpeg()]), st.data())
@settings(max_examples=60)
def test_a_damaged_file_is_taken_or_refused_in_words(inhoud: bytes, data: st.DataObject) -> None:
    """Some bytes changed, or the end cut off: never anything but a verdict with a sentence."""
    stuk = bytearray(inhoud)
    for plek in data.draw(st.lists(st.integers(8, len(stuk) - 1), max_size=6)):
        stuk[plek] = data.draw(st.integers(0, 255))
    stuk = stuk[: data.draw(st.integers(8, len(stuk)))]
    melding = "."
    try:
        keur(bytes(stuk), "a.pdf")
    except Geweigerd as fout:
        melding = str(fout)
    assert melding.endswith(".")


def test_parts_that_share_bytes_are_a_bomb() -> None:
    """The second entry of the list points at the bytes of the first."""
    heel = stukken.zip_van({"een": b"x" * 400, "twee": b"y" * 400}, samenpersen=False)
    plek = heel.rindex(b"PK\x01\x02")
    with pytest.raises(Geweigerd) as fout:
        kantoor.keur(heel[: plek + 42] + b"\0\0\0\0" + heel[plek + 46 :])
    assert str(fout.value) == kantoor.BOM


@pytest.mark.parametrize(("maak", "soort"), [(stukken.jpeg, "jpeg"), (stukken.png, "png")])
def test_of_an_image_only_the_picture_stays(maak: object, soort: str) -> None:
    """No place, no remark, and nothing of what was behind it."""
    _, bewaard = keur(maak() + b"<script>alert(1)</script>", f"a.{SOORTEN[soort].extensies[0]}")  # type: ignore[operator]
    assert b"geheime" not in bewaard
    assert b"script" not in bewaard
    with Image.open(BytesIO(bewaard)) as gelezen:
        assert (gelezen.size, dict(gelezen.getexif()), gelezen.format) == ((4, 3), {}, soort.upper())


def test_text_has_an_end() -> None:
    lang = stukken.docx("woord " * 30_000)
    assert len(tekst(lang, "docx")) == 100_000


def test_every_kind_says_why_we_take_it() -> None:
    assert all(len(soort.waarom) > 12 and soort.mime and soort.extensies for soort in SOORTEN.values())
    assert not any("html" in soort.mime or "svg" in soort.mime for soort in SOORTEN.values())
