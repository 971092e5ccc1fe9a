"""The lawful list from beginning to ready, in a browser: accessible in every state, and it works by hand."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

POORT = "/lijsten/begroting/2027/"


def test_de_griffie_begint_de_lijst_vraagt_op_en_schrijft(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    bezoek = bezoeker(schrijfportaal, "griffie")
    page = bezoek.ga(POORT)
    page.get_by_role("button", name="Begin het concept").click()
    expect(page.get_by_role("status")).to_contain_text("Het concept is begonnen.")
    page.get_by_role("button", name="Vraag alles op").click()
    expect(page.get_by_role("status")).to_contain_text("opgevraagd bij")
    expect(page.get_by_text("Opgevraagd op 18 november 2026").first).to_be_visible()
    bezoek.bekijk()
    page = bezoek.ga(f"{POORT}tekst/")
    page.get_by_label("Visie op samenwerking").fill("Samen waar het moet.")
    page.get_by_label("Beleidsvoornemens").fill("Minder regelingen.")
    page.get_by_label("Naar de raad op").fill("morgen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("alert")).to_contain_text("Naar de raad op")
    bezoek.bekijk()
    page = bezoek.ga(f"{POORT}tekst/")
    page.get_by_label("Visie op samenwerking").fill("Samen waar het moet.")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Controle").click()
    expect(page.get_by_text("Nog te schrijven: Beleidsvoornemens.")).to_be_visible()
