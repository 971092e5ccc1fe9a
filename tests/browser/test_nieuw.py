"""Somebody new: from the start page to an answer on the screen, in a few clicks, without knowing the way."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lezer

LEESPAD = (
    "Waarom werken wij samen?",
    "Wat is een verbonden partij?",
    "Wanneer kunt u nog iets veranderen?",
    "Welke vragen stelt u?",
    "Het jaar in één oogopslag",
)
START = re.compile(r"/verbanden/$")


@dataclass
class Nieuweling:
    """Who only clicks and types in the search field, and counts every click."""

    page: Page
    klikken: int = 0

    def kies(self, naam: str, kop: str) -> None:
        """Follow the first link with these words to a page with this heading."""
        self.page.get_by_role("main").get_by_role("link", name=naam).first.click()
        self._aangekomen(kop)

    def menu(self, naam: str, kop: str) -> None:
        """Follow an entry of the main menu."""
        self.page.get_by_role("banner").get_by_role("link", name=naam, exact=True).click()
        self._aangekomen(kop)

    def zoek(self, vraag: str) -> None:
        """Ask in the field above the page."""
        self.page.locator("#kopzoeken").fill(vraag)
        self.page.locator("#kopzoeken").press("Enter")
        self._aangekomen("Zoeken")

    def _aangekomen(self, kop: str) -> None:
        self.klikken += 1
        expect(self.page.get_by_role("heading", level=1)).to_have_text(kop)


@pytest.fixture
def nieuweling(lezer: Lezer) -> Nieuweling:
    page = lezer("raadslid").ga("/")
    expect(page).to_have_url(START)
    return Nieuweling(page)


def test_wat_kost_stroomopwaarts_ons(nieuweling: Nieuweling) -> None:
    rij = nieuweling.page.get_by_role("row").filter(has_text="Stroomopwaarts MVS").first
    expect(rij).to_contain_text("23.400")
    nieuweling.kies("Stroomopwaarts MVS", "Stroomopwaarts MVS")
    expect(nieuweling.page.locator(".sw-key__item").first).to_contain_text("€\u00a025,5\u00a0mln")
    assert nieuweling.klikken == 1


@pytest.mark.parametrize("via", ["overzicht", "zoeken"])
def test_tot_wanneer_kunnen_wij_reageren_op_de_begroting_van_de_mrdh(nieuweling: Nieuweling, via: str) -> None:
    if via == "overzicht":
        nieuweling.kies("Metropoolregio (MRDH)", "Metropoolregio Rotterdam Den Haag")
    else:
        nieuweling.zoek("reageren begroting MRDH")
        nieuweling.kies("Begroting 2028 van Metropoolregio (MRDH)", "Agenda")
    antwoord = nieuweling.page.get_by_role("table", name="Wanneer kan de raad nog reageren?")
    regel = antwoord.get_by_role("row").filter(has_text="Zienswijze op de begroting 2028")
    expect(regel).to_be_visible()
    expect(regel.get_by_role("cell")).to_have_text(["6 juli 2027", "27 augustus 2027"])
    assert nieuweling.klikken <= 2


def test_waarom_is_de_vrr_van_de_raad(nieuweling: Nieuweling) -> None:
    nieuweling.kies("Veiligheidsregio (VRR)", "Veiligheidsregio Rotterdam-Rijnmond")
    bladzijde = nieuweling.page.get_by_role("main")
    expect(bladzijde).to_contain_text("Politiek belangrijk (raad en college, 30 juni 2026)")
    expect(bladzijde).to_contain_text("Vraagt aandacht van de raad: zware maatschappelijke opgave en grote risico's")
    assert nieuweling.klikken == 1


@pytest.mark.parametrize("via", ["exit", "menu"])
def test_wat_leerden_wij_van_een_uittreding(nieuweling: Nieuweling, via: str) -> None:
    les = "Wat wij leerden toen een deelnemer uitstapte (fictief)"
    if via == "menu":
        nieuweling.menu("Leren", "Leren")
        nieuweling.kies("Beëindigen", "Leren")
    else:
        nieuweling.zoek(via)
    nieuweling.kies(les, les)
    expect(nieuweling.page.get_by_role("main")).to_contain_text("Maak een rekenvoorbeeld bij de start.")
    assert nieuweling.klikken <= 3


def test_een_nieuw_raadslid_vindt_het_leespad_en_loopt_het_uit(nieuweling: Nieuweling) -> None:
    """One way from the start page, with every next step at the end of the one before; a quarter of an hour at most."""
    duur = nieuweling.page.get_by_text(re.compile(r"stappen, samen \d+ minuten"))
    minuten = re.search(r"samen (\d+) minuten", duur.inner_text())
    assert minuten
    assert int(minuten[1]) <= 15
    nieuweling.kies("Begin met het leespad", LEESPAD[0])
    for titel in LEESPAD[1:]:
        nieuweling.kies(f"Volgende: {titel}", titel)
    nieuweling.kies("U bent klaar", "Leren")
    assert nieuweling.klikken == len(LEESPAD) + 1
