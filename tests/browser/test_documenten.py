"""Putting a document in with a real browser: on the keyboard, on a phone, refused and taken, and then found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.bezoek import TELEFOON
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal
from tests.samenwerkingswijzer.bestanden import stukken

DOCUMENTEN = "/verbanden/inkoopkring-voorbeeld/documenten/"


def bestand(naam: str, inhoud: bytes) -> FilePayload:
    return {"name": naam, "mimeType": "application/octet-stream", "buffer": inhoud}


def kies(page: Page, label: str, wat: FilePayload) -> None:
    page.get_by_label(label, exact=True).set_input_files(wat)


@pytest.mark.parametrize("script", [True, False], ids=["met script", "zonder script"])
def test_een_document_neerzetten_en_vervangen(bezoeker: Bezoekers, schrijfportaal: Portaal, script: bool) -> None:
    bezoek = bezoeker(schrijfportaal, "controller", java_script_enabled=script)
    page = bezoek.ga(DOCUMENTEN)
    page.get_by_role("link", name="Voeg document toe").click()
    expect(page.get_by_role("heading", level=1, name="Nieuw: document")).to_be_visible()
    titel = f"Verslag {'met' if script else 'zonder'} (fictief)"
    page.get_by_label("Titel").fill(titel)
    page.get_by_label("Soort document").select_option("besluit")
    kies(page, "Bestand", bestand("verslag.docx", stukken.docm()))
    page.get_by_label("Titel").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sw-errors")).to_contain_text("macro's")
    expect(page.get_by_label("Titel")).to_have_value(titel)
    kies(page, "Bestand", bestand("verslag.docx", stukken.docx("Het fictieve verslag.")))
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Dit document is toegevoegd.")).to_be_visible()
    page = bezoek.ga(DOCUMENTEN)
    page.get_by_role("link", name=f"Nieuwe versie van {titel}").click()
    expect(page.get_by_role("heading", level=1, name="Nieuwe versie")).to_be_visible()
    kies(page, "Nieuwe versie", bestand("verslag.pdf", stukken.pdf("Het betere verslag.")))
    page.get_by_role("button", name="Zet de nieuwe versie neer").click()
    expect(page.get_by_text("De nieuwe versie staat er.")).to_be_visible()
    with page.expect_download() as gehaald:
        page.get_by_role("link", name=titel, exact=True).click()
    assert gehaald.value.suggested_filename == "verslag.pdf"
    with page.expect_download() as eerder:
        page.get_by_role("link", name=f"Versie 1 van {titel}").click()
    assert eerder.value.suggested_filename == "verslag.docx"


def test_op_een_telefoon(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    bezoek = bezoeker(schrijfportaal, "controller")
    bezoek.breedte(TELEFOON)
    page = bezoek.ga(DOCUMENTEN)
    page.get_by_role("link", name="Nieuwe versie van Begroting").click()
    expect(page).to_have_url(re.compile(r"/vervangen/$"))
    page.get_by_role("button", name="Zet de nieuwe versie neer").click()
    expect(page).to_have_title(re.compile(r"^Fout: "))
    bezoek.bekijk()
