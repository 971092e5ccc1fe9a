"""What people come for, from beginning to end."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

DOEL = re.compile("^Doel ")


def test_raadslid_kijkt_terug(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    """From the overview to one partnership, all of it, as it was in May, and back to today."""
    page = bezoeker(leesportaal, "raadslid").ga("/")
    expect(page).to_have_url(re.compile(r"/verbanden/$"))
    page.get_by_role("link", name="Stroomopwaarts MVS").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stroomopwaarts MVS")
    expect(page.get_by_role("link", name="Bewerken")).to_have_count(0)
    page.get_by_role("link", name="Totaaloverzicht").click()
    expect(page.get_by_text("Zeggenschap per orgaan")).to_be_visible()
    nu = page.locator(".sw-verdictbox__text").inner_text()
    page.get_by_role("link", name="wijzig de peildatum").click()
    page.get_by_label("Peildatum").fill("1-5-2026")
    page.get_by_role("button", name="Bekijk deze datum").click()
    expect(page.get_by_role("heading", name="U kijkt naar 1 mei 2026")).to_be_visible()
    assert page.locator(".sw-verdictbox__text").inner_text() != nu
    page.get_by_role("link", name="Overzicht", exact=True).first.click()
    expect(page.get_by_role("heading", name="U kijkt naar 1 mei 2026")).to_be_visible()
    page.get_by_role("link", name="Terug naar vandaag").click()
    expect(page.get_by_text("Stand van 18 november 2026")).to_be_visible()


def test_accounthouder_in_het_verleden_bewerkt_niet(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "accounthouder")
    page = bezoek.ga("/verbanden/rogplus/")
    expect(page.get_by_role("link", name="Bewerken")).to_be_visible()
    bezoek.ga("/verbanden/rogplus/?peildatum=2026-05-01")
    expect(page.get_by_role("link", name="Bewerken")).to_have_count(0)
    expect(page.get_by_text("Bewerken staat uit", exact=True)).to_be_visible()
    bezoek.ga("/verbanden/rogplus/bewerken/kenmerken/", 403)


def hoeveel(regel: Locator) -> tuple[int, int]:
    """How many of how many facts are complete, in a row of the start page."""
    geteld, totaal = regel.locator(".sw-mine__n strong").inner_text().split(" van ")
    return int(geteld), int(totaal)


def test_accounthouder_vult_een_cijfer_aan(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    """From what is missing, by a mistake, to a figure that stands on the dashboard."""
    page = bezoeker(schrijfportaal, "accounthouder").ga("/")
    regel = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Stroomopwaarts MVS"))
    eerst, totaal = hoeveel(regel)
    regel.get_by_role("link", name="Resultaat over 2027").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers 2027")
    groep = page.get_by_role("group", name="Resultaat over 2027")
    groep.get_by_label("Bedrag").fill("-200")
    page.get_by_role("button", name="Bewaar cijfers 2027").click()
    expect(page.locator(".sw-errors")).to_be_focused()
    expect(groep.get_by_label("Bedrag")).to_have_value("-200")
    groep.get_by_label("Bron").fill("Begroting 2027 van het verband, bladzijde 9")
    groep.get_by_label("Peildatum").fill("10-7-2026")
    page.get_by_role("button", name="Bewaar cijfers 2027").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    page.get_by_role("link", name="Stroomopwaarts MVS").click()
    expect(page.locator(".sw-key__item").nth(2)).to_contain_text("−\u00a0€\u00a00,6\u00a0mln")
    page.get_by_role("link", name="Geschiedenis").click()
    eerste = page.locator(".sw-log tbody tr").first
    expect(eerste).to_contain_text("Accounthouder sociaal domein")
    expect(eerste).to_contain_text("200.000")
    page.get_by_role("link", name="Start", exact=True).click()
    assert hoeveel(regel) == (eerst + 1, totaal)


def bewerk_doel(page: Page, doel: str, meerwaarde: str = "") -> None:
    page.get_by_label(DOEL).fill(doel)
    if meerwaarde:
        page.get_by_label("Meerwaarde").fill(meerwaarde)
    page.get_by_role("button", name="Bewaar").click()


def test_twee_mensen_schrijven_tegelijk(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    """The second sees both texts, keeps one, and the field that only one of them changed is merged."""
    adres = "/verbanden/ggd-rotterdam-rijnmond/bewerken/motieven/"
    eerste, bezoek = bezoeker(schrijfportaal, "accounthouder").ga(adres), bezoeker(schrijfportaal, "controller")
    tweede = bezoek.ga(adres)
    bewerk_doel(eerste, "Inwoners blijven gezond.", "Een dienst die altijd bereikbaar is.")
    expect(eerste.get_by_role("status")).to_contain_text("Gelukt")
    bewerk_doel(tweede, "Inwoners blijven langer gezond.")
    expect(tweede.get_by_role("heading", name="Kies welke tekst blijft")).to_be_visible()
    assert bezoek.toegankelijk() == []
    expect(tweede.get_by_role("table", name="Velden die maar door één persoon zijn veranderd")).to_contain_text(
        "Een dienst die altijd bereikbaar is."
    )
    tweede.get_by_role("button", name="Bewaar deze keuzes").click()
    expect(tweede.locator(".sw-errors")).to_be_focused()
    tweede.get_by_label("Mijn tekst").check()
    tweede.get_by_role("button", name="Bewaar deze keuzes").click()
    expect(tweede.get_by_role("status")).to_contain_text("Gelukt")
    expect(tweede.get_by_label(DOEL)).to_have_value("Inwoners blijven langer gezond.")
    expect(tweede.get_by_label("Meerwaarde")).to_have_value("Een dienst die altijd bereikbaar is.")


def test_controller_begint_een_verband(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    """A new partnership is honest about everything that is still unknown."""
    bezoek = bezoeker(schrijfportaal, "controller")
    page = bezoek.ga("/verbanden/nieuw/")
    page.get_by_label("Naam", exact=True).fill("Proefverband (fictief)")
    page.get_by_label("Vorm").select_option(label="Stichting")
    page.get_by_role("button", name="Maak het verband aan").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")
    bezoek.ga("/verbanden/proefverband-fictief/")
    assert bezoek.toegankelijk() == []
    lege_koppen = page.evaluate(
        "() => [...document.querySelectorAll('.sw-block')].filter((blok) => blok.children.length < 2).length"
    )
    assert lege_koppen == 0
    bezoek.ga("/verbanden/proefverband-fictief/fase/")
    page.get_by_label("Heroverwegen").check()
    page.get_by_role("button", name="Verander de levensfase").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt")


def test_griffier_ziet_wat_de_raad_doet(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    page = bezoeker(leesportaal, "griffie").ga("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Werk van de griffie")
    page.get_by_role("link", name="Jeugdhulp Rijnmond").first.click()
    expect(page.get_by_role("link", name="Afdrukken op één A4")).to_be_visible()
    with page.expect_download() as gekregen:
        page.evaluate("() => document.querySelector('a[href$=\"dashboard.pdf\"]').setAttribute('download', '')")
        page.get_by_role("link", name="Afdrukken op één A4").click()
    assert gekregen.value.suggested_filename.endswith(".pdf")
