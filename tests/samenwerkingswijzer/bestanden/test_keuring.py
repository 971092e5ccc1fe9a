"""What is in a file decides (T32, T33): every attack is refused with its own sentence, every good file is taken."""

from __future__ import annotations

from io import BytesIO

import pytest
import tablib
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from samenwerkingswijzer.bestanden import beeld, kantoor, pdf, soorten
from samenwerkingswijzer.bestanden.keuring import keur, tekst
from samenwerkingswijzer.bestanden.soorten import SOORTEN, Geweigerd
from tests.samenwerkingswijzer.bestanden import stukken

GOED = {
    "a.pdf": ("pdf", stukken.pdf()),
    "A.PDF": ("pdf", stukken.pdf() + b"\r\n"),
    "a.docx": ("docx", stukken.docx()),
    "met-link.docx": ("docx", stukken.docx_met_link()),
    "huisstijl.docx": ("docx", stukken.docx_met_sjabloon("file:///C:\\Sjablonen\\huisstijl.dotm")),
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
    "docm": ("a.docm", stukken.docm(), kantoor.MACRO),
    "docm als docx": ("a.docx", stukken.docm(), kantoor.MACRO),
    "docx met macro": ("a.docx", stukken.docx_met("word/vbaProject.bin", b"x"), kantoor.MACRO),
    "odt met macro": ("a.odt", stukken.odf(meer={"Basic/Standard/a.xml": b"<x/>"}), kantoor.MACRO),
    "zip": ("a.zip", stukken.zip_van({"a.txt": b"x"}), kantoor.GEWOON_ZIP),
    "zip in docx": ("a.docx", stukken.docx_met("word/embeddings/a.bin", stukken.docx()), kantoor.INGEPAKT),
    "programma in docx": ("a.docx", stukken.docx_met("word/media/a.png", b"MZ\x90"), kantoor.INGEPAKT),
    "sjabloon van elders": ("a.docx", stukken.docx_met_sjabloon("https://kwaad.example/x.dotm"), kantoor.ELDERS),
    "sjabloon op een server": ("a.docx", stukken.docx_met_sjabloon("file://kwaad.example/x.dotm"), kantoor.ELDERS),
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
