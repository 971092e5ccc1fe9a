"""A term explains itself on tap and on focus, with and without a script; a text is shown while it is written."""

from __future__ import annotations

from tests.browser.conftest import Bezoekers
from tests.browser.portaal import Portaal

BELANG = "/verbanden/stroomopwaarts-mvs/bewerken/belang/"
OPEN = "document.querySelectorAll('.sw-term-box:popover-open').length"
TABS = 80


def test_een_begrip_legt_zich_uit(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "controller")
    pagina = bezoek.ga(BELANG)
    pagina.locator(".sw-term").first.click()
    assert pagina.evaluate(OPEN) == 1
    pagina.keyboard.press("Escape")
    assert pagina.evaluate(OPEN) == 0


def test_een_begrip_legt_zich_uit_op_het_toetsenbord(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "controller")
    pagina = bezoek.ga(BELANG)
    for _ in range(TABS):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.classList.contains('sw-term')"):
            break
    assert pagina.evaluate(OPEN) == 1
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.closest('.sw-term-box') !== null")
    assert pagina.evaluate(OPEN) == 1


def test_de_tekst_is_te_zien_terwijl_iemand_schrijft(bezoeker: Bezoekers, leesportaal: Portaal) -> None:
    bezoek = bezoeker(leesportaal, "griffie")
    pagina = bezoek.ga("/kennisbank/nieuw/")
    pagina.fill("#id_tekst", "## Kop\n\nEen **vette** zin. <script>alert(1)</script>")
    pagina.wait_for_selector("#voorbeeld h2")
    assert pagina.inner_text("#voorbeeld h2") == "Kop"
    assert pagina.locator("#voorbeeld strong").inner_text() == "vette"
    assert pagina.locator("#voorbeeld script").count() == 0
