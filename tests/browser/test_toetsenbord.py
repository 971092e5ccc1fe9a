"""Everything works with a keyboard, in a sensible order, and one always sees where one is."""

from __future__ import annotations

import re

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Bezoekers
from tests.browser.portaal import ROLLEN, Portaal

VOL = "/verbanden/stroomopwaarts-mvs/"
INWONER = ("/openbaar/", f"/openbaar{VOL}", "/openbaar/gegevens/", "/openbaar/toegankelijkheid/")
# Numbers every part that a keyboard must reach: shown, in use, and of radio buttons the one that stands for its group.
NUMMER = """() => {
    const getoond = (deel) => deel.checkVisibility({visibilityProperty: true}) && deel.tabIndex >= 0;
    const keuze = (deel) => deel.type !== "radio" || deel.checked
        || ![...document.getElementsByName(deel.name)].some((ander) => ander.checked || ander === deel
            ? ander.checked : ander.compareDocumentPosition(deel) & Node.DOCUMENT_POSITION_FOLLOWING);
    const delen = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
        .filter((deel) => !deel.disabled && getoond(deel) && keuze(deel));
    delen.forEach((deel, nummer) => { deel.dataset.nummer = nummer; });
    window.bezocht = [];
    document.addEventListener("focusin", ({target}) => {
        const rand = (deel) => deel && getComputedStyle(deel).outlineStyle !== "none"
            && parseFloat(getComputedStyle(deel).outlineWidth) >= 2;
        const plek = target.getClientRects()[0], zichtbaar = rand(target) || rand(target.closest("label"));
        const top = document.elementFromPoint(plek.x + plek.width / 2, plek.y + plek.height / 2);
        const bedekt = top && !target.contains(top) && !top.contains(target) && !top.closest("label");
        const nummer = target.dataset.nummer ?? (target.closest(".sw-term-box") ? "uitleg" : null);
        window.bezocht.push([nummer, zichtbaar && !bedekt, target.outerHTML.slice(0, 120)]);
    });
    return delen.length;
}"""


def focus(page: Page) -> str:
    """The id of the part that has the focus."""
    gevonden: str = page.evaluate("() => document.activeElement.id")
    return gevonden


@pytest.mark.parametrize(
    ("rol", "pad"),
    [
        ("", "/account/login/"),
        ("raadslid", "/verbanden/"),
        ("raadslid", VOL),
        ("raadslid", f"{VOL}?peildatum=2026-05-01"),
        ("raadslid", f"{VOL}geschiedenis/"),
        ("raadslid", "/partners/"),
        ("raadslid", "/partners/27/"),
        ("raadslid", "/peildatum/"),
        ("accounthouder", "/"),
        ("accounthouder", f"{VOL}bewerken/motieven/"),
        ("accounthouder", f"{VOL}bewerken/cijfers/2026/"),
        ("griffie", "/"),
        ("controller", f"{VOL}fase/"),
    ],
)
def test_alles_is_te_bereiken_en_te_zien(bezoeker: Bezoekers, leesportaal: Portaal, rol: str, pad: str) -> None:
    loop_langs_alles(bezoeker(leesportaal, rol).ga(pad))


@pytest.mark.parametrize("pad", INWONER)
def test_een_inwoner_kan_overal_bij(bezoeker: Bezoekers, schrijfportaal: Portaal, pad: str) -> None:
    with psycopg.connect(schrijfportaal.database, autocommit=True) as verbinding:
        verbinding.execute("UPDATE samenwerkingswijzer_gemeente SET openbaar = true")
    loop_langs_alles(bezoeker(schrijfportaal).ga(pad))


def loop_langs_alles(page: Page) -> None:
    """Tab through the page: every part once, in the order of the text, and always in sight.

    The explanation of a term opens when the term is reached, and its own link comes next.
    """
    aantal = page.evaluate(NUMMER)
    uitgelegd = page.locator(".sw-term-box a").count()
    for _ in range(aantal + uitgelegd):
        page.keyboard.press("Tab")
    bezocht = page.evaluate("() => window.bezocht")
    assert [int(nummer) for nummer, _, _ in bezocht if nummer != "uitleg"][:aantal] == list(range(aantal))
    assert [wat for _, zichtbaar, wat in bezocht if not zichtbaar] == []


def test_overslaan_naar_de_inhoud(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    page = bezoeker(leesportaal, "raadslid").ga("/verbanden/")
    page.keyboard.press("Tab")
    overslaan = page.get_by_role("link", name="Ga naar de inhoud")
    expect(overslaan).to_be_focused()
    expect(overslaan).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focus(page) == "inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_een_blok_openen(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    page = bezoeker(leesportaal, "raadslid").ga(VOL)
    blok = page.locator("#blok-regime")
    blok.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(blok.get_by_text("Wie zit waar namens")).to_be_visible()
    page.keyboard.press("Enter")
    expect(blok.get_by_text("Wie zit waar namens")).to_be_hidden()


def test_filteren_en_terug(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    """A choice narrows the list at once, stands in the address, is spoken, and Back undoes it."""
    page = bezoeker(leesportaal, "raadslid").ga("/verbanden/")
    rijen = page.locator(".sw-list tbody tr")
    eerst = rijen.count()
    page.get_by_label("Oordeel").focus()
    page.keyboard.press("b")  # Bijsturen
    page.keyboard.press("Tab")
    expect(rijen).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/verbanden/\?oordeel=bijsturen$"))
    uitkomst = page.locator(".sw-selected__text").inner_text()
    expect(page.get_by_role("status")).to_have_text(uitkomst)
    assert uitkomst.startswith("1 ")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/verbanden/$"))
    expect(rijen).to_have_count(eerst)
    page.go_forward()
    expect(rijen).to_have_count(1)


def test_zoeken_met_enter(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    page = bezoeker(leesportaal, "raadslid").ga("/verbanden/")
    page.get_by_label("Zoek een verband").focus()
    page.keyboard.type("rogplus")
    page.keyboard.press("Enter")
    expect(page.locator(".sw-list tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?zoek=rogplus$"))
    expect(page.get_by_label("Zoek een verband")).to_be_focused()


def test_in_en_uitloggen(bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    """First without a password: the summary takes the focus and leads to the field."""
    wachtwoord = schrijfportaal.geef_wachtwoord(ROLLEN["griffie"])
    page = bezoeker(schrijfportaal).ga("/account/login/?next=/verbanden/")
    page.get_by_label("E-mailadres").focus()
    page.keyboard.type(ROLLEN["griffie"])
    page.keyboard.press("Enter")
    expect(page.locator(".sw-errors")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Wachtwoord")).to_be_focused()
    page.keyboard.type(wachtwoord)
    page.keyboard.press("Enter")
    expect(page).to_have_url(schrijfportaal.adres + "/verbanden/")
    page.get_by_role("button", name="Uitloggen").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(schrijfportaal.adres + "/account/login/")


def test_fouten_leiden_naar_hun_velden(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    page = bezoeker(leesportaal, "controller").ga("/verbanden/nieuw/")
    page.get_by_role("button", name="Maak het verband aan").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sw-errors")).to_be_focused()
    assert page.title().startswith("Fout: ")
    verwijzingen = page.locator(".sw-errors a")
    assert verwijzingen.count() == page.locator("[aria-invalid=true]").count() == 2
    for nummer in range(2):
        verwijzingen.nth(nummer).focus()
        page.keyboard.press("Enter")
        assert f"#{focus(page)}" == verwijzingen.nth(nummer).get_attribute("href")
        assert page.evaluate("() => document.activeElement.getAttribute('aria-invalid')") == "true"
