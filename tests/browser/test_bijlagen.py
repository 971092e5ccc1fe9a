"""A file and a picture with an article, in a real browser: with and without a script, on the keyboard, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.bezoek import TELEFOON
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal
from tests.browser.test_documenten import bestand, kies
from tests.samenwerkingswijzer.bestanden import stukken


@pytest.mark.parametrize("script", [True, False], ids=["met script", "zonder script"])
def test_een_afbeelding_bij_een_artikel(bezoeker: Bezoekers, schrijfportaal: Portaal, script: bool) -> None:
    slug = f"beeld-{'met' if script else 'zonder'}-fictief"
    bezoek = bezoeker(schrijfportaal, "griffie", java_script_enabled=script)
    page = bezoek.ga("/kennisbank/nieuw/")
    page.get_by_label("Titel", exact=True).fill("Een beeld (fictief)")
    page.get_by_label("Adres", exact=False).first.fill(slug)
    page.get_by_label("Samenvatting").fill("Een verzonnen samenvatting.")
    page.get_by_role("button", name="Bewaar het concept").click()
    expect(page.get_by_role("heading", level=1, name="Versie 1: concept")).to_be_visible()
    page.get_by_role("link", name="Bijlagen", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Bijlagen")).to_be_visible()
    kies(page, "Bestand", bestand("tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    page.get_by_label("Titel", exact=True).fill("Een schema")
    page.get_by_label("Titel", exact=True).press("Enter")
    expect(page.locator(".sw-errors")).to_contain_text("SVG-tekening")
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Een schema")
    kies(page, "Bestand", bestand("schema.png", stukken.png(400, 300)))
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("Het bestand is toegevoegd.")).to_be_visible()
    expect(page.get_by_text("![Een schema](bijlage:1)")).to_be_visible()
    page.get_by_role("link", name="Verder met de tekst").click()
    page.get_by_label("Tekst").fill("![Drie vakken](bijlage:1)")
    if not script:
        page.get_by_role("button", name="Toon het voorbeeld opnieuw").click()
    beeld = page.get_by_role("img", name="Drie vakken")
    expect(beeld).to_be_visible()
    expect(beeld).to_have_js_property("naturalWidth", 400)
    if script:  # axe itself is one
        bezoek.bekijk()
    page = bezoek.ga(f"/kennisbank/{slug}/bijlagen/")
    bezoek.breedte(TELEFOON)
    if script:
        bezoek.bekijk()
    page.get_by_role("button", name="Haal weg Een schema").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Er zijn nog geen bijlagen.")).to_be_visible()


def test_een_artikel_met_bijlagen_lezen(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "raadslid")
    page = bezoek.ga("/kennisbank/van-brief-naar-raad/")
    expect(page.get_by_role("img", name="Vier stappen naast elkaar")).to_have_js_property("naturalWidth", 1200)
    with page.expect_download() as gehaald:
        page.get_by_role("link", name="Afvinklijst bij een zienswijze (fictief)").click()
    assert gehaald.value.suggested_filename == "afvinklijst.pdf"
    for breedte in (1440, TELEFOON):
        bezoek.breedte(breedte)
        bezoek.bekijk()
