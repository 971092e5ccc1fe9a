"""Proposals from the national register, judged in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.bezoek import BUREAU, SMALST, TELEFOON
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

REGISTER = Path(__file__).parent.parent / "verbanden" / "roo" / "verzonnen-register.xml"
ONS_NUMMER = "https://identifier.overheid.nl/tooi/id/gemeente/gm0556"


@pytest.fixture(scope="module")
def gelezen(schrijfportaal: Portaal, tmp_path_factory: pytest.TempPathFactory) -> Portaal:
    """The portal after reading a register in which our municipality takes part in made-up partnerships only."""
    inhoud = REGISTER.read_text().replace("https://identifier.overheid.nl/tooi/id/gemeente/gm9001", ONS_NUMMER)
    bestand = tmp_path_factory.mktemp("register") / "register.xml"
    bestand.write_text(inhoud)
    schrijfportaal.beheer("importeer_roo", bestand, "--gemeente", "gm0556", "--peildatum", "2026-06-01")
    return schrijfportaal


@pytest.mark.parametrize("rol", ["raadslid", "accounthouder", "controller"])
def test_de_voorstellen_zijn_toegankelijk(bezoeker: Bezoekers, gelezen: Portaal, rol: str) -> None:
    bezoek = bezoeker(gelezen, rol)
    page = bezoek.ga("/verbanden/voorstellen/")
    assert page.locator(".sw-compare tbody tr").count() > 5
    gevonden = {}
    for breedte in (BUREAU, TELEFOON):
        bezoek.breedte(breedte)
        gevonden[breedte] = bezoek.toegankelijk() + bezoek.steekt_uit()
    bezoek.breedte(SMALST)
    assert (gevonden, bezoek.steekt_uit()) == ({BUREAU: [], TELEFOON: []}, [])


@pytest.mark.parametrize("met_script", [True, False])
def test_een_voorstel_beoordelen(bezoeker: Bezoekers, gelezen: Portaal, met_script: bool) -> None:
    """Refusing asks for a reason; what was chosen stays until it is saved, and then the proposal is gone."""
    page = bezoeker(gelezen, "controller", java_script_enabled=met_script).ga("/verbanden/voorstellen/")
    rijen = page.locator(".sw-compare tbody tr")
    eerst = rijen.count()
    expect(rijen.first.get_by_role("textbox")).to_be_hidden()
    rijen.first.get_by_label("Neem niet over").check()
    bewaar = page.get_by_role("button", name="Bewaar uw keuzes").first
    bewaar.click()
    expect(page).to_have_title(re.compile("^Fout: "))
    expect(rijen.first.get_by_label("Neem niet over")).to_be_checked()
    rijen.first.get_by_role("textbox").fill("Dit klopt niet meer.")
    bewaar.click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    assert rijen.count() < eerst
