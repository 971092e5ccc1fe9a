"""What a picture shows and a rule about tags does not: nothing clipped or on top of each other, shapes that stay."""

from __future__ import annotations

import pytest

from tests.browser.bezoek import BUREAU, TABLET, TELEFOON
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

VOL = "/verbanden/stroomopwaarts-mvs/"
KAARTEN = (
    ".sw-moment, .sw-total, .sw-key__item, .sw-next, .sw-block, .sw-verdictbox, .sw-field, .sw-figure, .sw-complete"
)
# Cards of which the text is wider than the card.
AFGEKNIPT = """(kaarten) => [...document.querySelectorAll(kaarten)]
    .filter((deel) => deel.checkVisibility() && deel.scrollWidth > deel.clientWidth + 1)
    .map((deel) => deel.className + ": " + deel.innerText.slice(0, 60))"""
# Lines of text that lie on top of each other, by more than the white above and below the letters.
OVERLAPT = """() => {
    const zoeker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), regels = [];
    const verborgen = (deel) => deel && (getComputedStyle(deel).clipPath !== "none" || verborgen(deel.parentElement));
    while (zoeker.nextNode()) {
        const tekst = zoeker.currentNode, ouder = tekst.parentElement;
        if (!tekst.data.trim() || !ouder.checkVisibility()) continue;
        if (ouder.closest("svg, option") || verborgen(ouder)) continue;
        const bereik = document.createRange();
        bereik.selectNodeContents(tekst);
        for (const vlak of bereik.getClientRects()) regels.push([vlak, tekst.data.trim().slice(0, 40)]);
    }
    regels.sort(([een], [ander]) => een.top - ander.top);
    return regels.flatMap(([een, woorden], nummer) => {
        const uit = [];
        for (const [ander, andere] of regels.slice(nummer + 1)) {
            if (ander.top >= een.bottom) break;
            const hoogte = Math.min(een.bottom, ander.bottom) - ander.top;
            if (hoogte < 0.4 * Math.min(een.height, ander.height)) continue;
            if (Math.min(een.right, ander.right) - Math.max(een.left, ander.left) > 2) uit.push([woorden, andere]);
        }
        return uit;
    });
}"""
# Words that are cut in two because their column is too narrow; a word with a place to break (U+00AD) may be.
GEBROKEN = """() => {
    const zoeker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), uit = [];
    while (zoeker.nextNode()) {
        const tekst = zoeker.currentNode;
        if (!tekst.parentElement.checkVisibility() || tekst.parentElement.closest("svg, option, textarea")) continue;
        for (const woord of tekst.data.matchAll(/[\\p{L}\\u00ad]{3,}/gu)) {
            if (woord[0].includes("\\u00ad")) continue;
            const bereik = document.createRange();
            bereik.setStart(tekst, woord.index);
            bereik.setEnd(tekst, woord.index + woord[0].length);
            const hoogten = new Set([...bereik.getClientRects()].map((vlak) => Math.round(vlak.top)));
            if (hoogten.size > 1) uit.push(woord[0]);
        }
    }
    return uit;
}"""


@pytest.mark.parametrize(
    ("rol", "pad"),
    [
        ("raadslid", "/verbanden/"),
        ("raadslid", "/verbanden/kosten/"),
        ("raadslid", f"{VOL}?beeld=totaal"),
        ("raadslid", "/verbanden/jongerennetwerk-voorbeeld/"),
        ("raadslid", f"{VOL}geschiedenis/"),
        ("raadslid", "/partners/"),
        ("raadslid", "/partners/27/"),
        ("accounthouder", "/"),
        ("accounthouder", f"{VOL}bewerken/deelnemers/"),
        ("accounthouder", f"{VOL}bewerken/cijfers/2026/"),
        ("griffie", "/"),
    ],
)
def test_tekst_past(bezoeker: Bezoekers, leesportaal: Portaal, rol: str, pad: str) -> None:
    bezoek = bezoeker(leesportaal, rol)
    page = bezoek.ga(pad)
    for breedte in (BUREAU, TABLET, TELEFOON):
        bezoek.breedte(breedte)
        assert (breedte, page.evaluate(AFGEKNIPT, KAARTEN)) == (breedte, [])
        assert (breedte, page.evaluate(OVERLAPT)) == (breedte, [])
        assert (breedte, page.evaluate(GEBROKEN)) == (breedte, [])
        assert (breedte, bezoek.steekt_uit()) == (breedte, [])


def test_het_oordeel_blijft_een_vorm(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    """With forced colours (a system theme of high contrast) the shapes still differ from their ground."""
    page = bezoeker(leesportaal, "raadslid", forced_colors="active").ga("/verbanden/")
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    merken = page.locator(".sw-list .sw-status svg, .sw-list .sw-status__shape")
    assert merken.count() == page.locator(".sw-list tbody tr").count()
    inkten = page.evaluate(
        """() => [...document.querySelectorAll(".sw-list .sw-status")].map((merk) => {
            const vorm = merk.querySelector("svg *, .sw-status__shape") ?? merk.querySelector("svg");
            const stijl = getComputedStyle(vorm), grond = getComputedStyle(document.body).backgroundColor;
            return [stijl.fill, stijl.stroke].some((inkt) => inkt !== "none" && inkt !== grond);
        })"""
    )
    assert set(inkten) == {True}


def test_het_donkere_thema_blijft_leesbaar(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "raadslid", color_scheme="dark")
    bezoek.ga(VOL)
    assert bezoek.toegankelijk() == []


def test_het_kernbeeld_begint_binnen_het_eerste_scherm(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    """At 1440 x 900 the heads of all six blocks are in sight without scrolling."""
    page = bezoeker(leesportaal, "raadslid").ga(VOL)
    onderkanten = page.evaluate(
        "() => [...document.querySelectorAll('.sw-block__title')].map((kop) => kop.getBoundingClientRect().bottom)"
    )
    assert len(onderkanten) == 6
    assert max(onderkanten) < 900
