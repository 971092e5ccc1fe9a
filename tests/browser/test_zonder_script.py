"""Everything works when no script runs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.bezoek import Bezoek
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

VOL = "/verbanden/stroomopwaarts-mvs/"


@pytest.fixture
def zonder(bezoeker: Bezoekers, schrijfportaal: Portaal):
    """Makes a visitor of whom the browser runs no script."""

    def maak(rol: str) -> Bezoek:
        return bezoeker(schrijfportaal, rol, java_script_enabled=False)

    return maak


def test_filteren_en_ordenen(zonder) -> None:
    page = zonder("raadslid").ga("/verbanden/")
    page.get_by_label("Programma").select_option(label="Sociaal domein")
    page.locator(".sw-filters__more summary").click()
    page.get_by_label("Volgorde").select_option(label="Naam")
    page.get_by_role("button", name="Toon").click()
    expect(page).to_have_url(re.compile(r"programma=\d+.*sorteer=naam"))
    for groep in page.locator(".sw-group").all():
        namen = groep.locator("tbody .sw-list__link").all_inner_texts()
        assert namen == sorted(namen, key=str.casefold)
    assert 0 < page.locator(".sw-list tbody tr").count() < 16
    page.get_by_role("link", name="Wis alle filters").click()
    expect(page).to_have_url(re.compile(r"/verbanden/$"))


def test_een_blok_openen(zonder) -> None:
    page = zonder("raadslid").ga(VOL)
    blok = page.locator("#blok-kenmerken")
    expect(blok.get_by_role("heading", name="Links", include_hidden=True)).to_be_hidden()
    blok.locator("summary").click()
    expect(blok.get_by_role("heading", name="Links")).to_be_visible()


def test_peildatum_kiezen(zonder) -> None:
    page = zonder("raadslid").ga(VOL)
    page.get_by_role("link", name="wijzig de peildatum").click()
    page.get_by_label("Peildatum").fill("1-5-2026")
    page.get_by_role("button", name="Bekijk deze datum").click()
    expect(page.get_by_role("heading", name="U kijkt naar 1 mei 2026")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(VOL)))
    page.get_by_role("link", name="Terug naar vandaag").click()
    expect(page.get_by_text("U kijkt naar")).to_have_count(0)


def test_een_partner_en_een_jaar_kiezen(zonder) -> None:
    page = zonder("raadslid").ga("/partners/")
    page.get_by_label("Kies een partner").select_option(label="Dijkwijk (fictief)")
    page.get_by_role("search", name="Een partner kiezen").get_by_role("button", name="Toon").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dijkwijk (fictief) per saldo over 8 verbanden")
    page.get_by_label("Jaar").select_option("2025")
    page.get_by_role("button", name="Toon").click()
    expect(page).to_have_url(re.compile(r"/partners/\d+/\?jaar=2025$"))
    expect(page.get_by_role("columnheader", name="Kosten 2025")).to_be_visible()


def test_een_veld_bewerken(zonder) -> None:
    page = zonder("accounthouder").ga(f"{VOL}bewerken/kenmerken/")
    page.get_by_label("Korte naam").fill("Stroomopwaarts")
    page.get_by_label("Waarom verandert u dit?").fill("Zo noemt iedereen het.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    expect(page.get_by_label("Korte naam")).to_have_value("Stroomopwaarts")


def test_een_rij_toevoegen(zonder) -> None:
    page = zonder("accounthouder").ga(f"{VOL}bewerken/risicos/")
    eerst = page.locator(".sw-rows__table tbody tr").count()
    page.get_by_role("link", name="Voeg risico toe").click()
    page.get_by_label("Omschrijving").fill("De huur van het kantoor stijgt")
    page.get_by_label("Kans").select_option(index=1)
    page.get_by_label("Gevolg").fill("1.500")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    expect(page.locator(".sw-rows__table tbody tr")).to_have_count(eerst + 1)


def test_een_cijfer_dat_niemand_gaf(zonder) -> None:
    """Ticking 'niet opgegeven' trades the amount for the reason, also when no script runs."""
    page = zonder("accounthouder").ga(f"{VOL}bewerken/cijfers/2027/")
    groep = page.get_by_role("group", name="Resultaat over 2027")
    expect(groep.get_by_label("Reden")).to_be_hidden()
    groep.get_by_label("Niet opgegeven").check()
    expect(groep.get_by_label("Bedrag")).to_be_hidden()
    groep.get_by_label("Reden").select_option(index=1)
    groep.get_by_label("Gevraagd aan").fill("Afdeling financiën")
    groep.get_by_label("Gevraagd op").fill("4-11-2026")
    page.get_by_role("button", name="Bewaar cijfers 2027").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    expect(page.get_by_role("group", name="Resultaat over 2027").get_by_label("Niet opgegeven")).to_be_checked()


def test_twee_mensen_tegelijk(zonder) -> None:
    """Both change the same field; the second chooses, and nothing of either is lost unseen."""
    adres = "/verbanden/rogplus/bewerken/kenmerken/"
    eerste, tweede = zonder("accounthouder").ga(adres), zonder("controller").ga(adres)
    eerste.get_by_label("Vestigingsplaats").fill("Vlaardingen")
    eerste.get_by_role("button", name="Bewaar").click()
    expect(eerste.get_by_role("status")).to_contain_text("Gelukt")
    tweede.get_by_label("Vestigingsplaats").fill("Schiedam")
    tweede.get_by_role("button", name="Bewaar").click()
    expect(tweede.get_by_role("heading", name="Kies welke tekst blijft")).to_be_visible()
    tweede.get_by_label(re.compile("Mijn tekst|Die van mij")).check()
    tweede.get_by_role("button", name="Bewaar deze keuzes").click()
    expect(tweede.get_by_role("status")).to_contain_text("Gelukt")
    expect(tweede.get_by_label("Vestigingsplaats")).to_have_value("Schiedam")
