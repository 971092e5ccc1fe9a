"""A whole session in the browser: seven of the raad and three of the college on phones, a chair, and the screen."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, Route, expect

from samenwerkingswijzer.lokaal.plekken import BASIS
from tests.browser.bezoek import BUREAU, TELEFOON, Bezoek
from tests.browser.conftest import Bezoekers
from tests.browser.portaal import NU, Portaal
from tests.browser.sessie_opzet import GRIFFIE, adres
from tests.browser.test_toetsenbord import NUMMER
from tests.databases import omgeving

ALLEN = [f"Raadslid {naam}" for naam in ("A1", "A2", "A3", "A4", "B1", "B2", "C1")]
ALLEN += [f"Collegelid {naam}" for naam in ("W1", "W2", "W3")]
PARTIJEN = ("a1", "a2", "a3", "b1", "b2", "c1", "w1", "w2", "w3")
KLASSEN = ("Politiek zeer belangrijk", "Politiek belangrijk", "Bestuurlijk belangrijk", "Ambtelijk belangrijk")


def maak(portaal: Portaal, opdracht: str) -> int:
    """Do something with sessions on the database of this portal; gives the number of the session."""
    code = f"from tests.browser.sessie_opzet import *; {opdracht}"
    voluit = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    klaar = subprocess.run(
        voluit, cwd=BASIS, env=omgeving(portaal.database), check=True, stdout=subprocess.PIPE, text=True
    )
    nummer: int = json.loads(klaar.stdout)
    return nummer


@pytest.fixture
def mens(bezoeker: Bezoekers, schrijfportaal: Portaal):
    """Makes a visitor who is somebody of the session, on a phone."""

    def maak_mens(naam: str, breedte: int = TELEFOON, **opties) -> Bezoek:
        bezoek = bezoeker(schrijfportaal, **opties)
        bezoek.breedte(breedte)
        bezoek.log_in(GRIFFIE if naam == "griffie" else adres(naam))
        return bezoek

    return maak_mens


@pytest.fixture(scope="module")
def standen(schrijfportaal: Portaal) -> dict[str, int]:
    """A session of each status, none of them of this year."""
    gevraagd = {
        "voorbereiding": ("samengevat", "voorbereiding"),
        "deels": ("samengevat", "deels"),
        "samengevat": ("samengevat", "bespreken"),
        "op_naam": ("op_naam", "bespreken"),
    }
    return {
        naam: maak(schrijfportaal, f"maak({wat!r}, {tot!r}, jaar={2020 + nummer}, dag={nummer + 1})")
        for nummer, (naam, (wat, tot)) in enumerate(gevraagd.items())
    }


# What htmx says when no answer came in time.
GEEN_ANTWOORD = """() => {
    const elt = document.getElementById("score");
    htmx.trigger(elt, "htmx:timeout", { requestConfig: { elt, verb: "post" } });
}"""


def scoor(page: Page, klasse: str, zin: str = "") -> None:
    """Choose and go on."""
    page.get_by_label(klasse).check()
    page.get_by_label("Veel geld").check()
    if zin:
        page.get_by_label("Waarover moet de raad in gesprek?").fill(zin)
    page.get_by_role("button", name="Bewaar en ga verder").click()


def bereid_voor(page: Page, verbanden: int) -> int:
    """What the griffie does beforehand, on its own pages; gives the number of the session."""
    page.get_by_role("link", name="Bereid een sessie voor").click()
    page.get_by_label("Jaar").fill("2026")
    page.get_by_label("Datum").fill(f"{NU:%d-%m-%Y}")
    page.get_by_label("Vergadering").fill("Raad bij de kadernota")
    page.get_by_role("button", name="Begin met voorbereiden").click()
    page.get_by_role("link", name="Wijzig de afspraken").click()
    page.get_by_label("Samengevat").check()
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Wijzig deelnemers of voorzitter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deelnemers en voorzitter")
    for vakje in page.get_by_role("checkbox").all():
        vakje.uncheck()
    for naam in ALLEN:
        page.get_by_label(naam, exact=True).check()
    page.get_by_role("button", name="Voeg toe wie is aangevinkt").click()
    page.get_by_label("Wie zit de sessie voor?").select_option(label="Raadslid A1")
    page.get_by_role("button", name="Wijs aan").click()
    page.get_by_role("link", name="Terug naar de sessie").click()
    page.get_by_role("link", name="Kies verbanden en voorstellen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verbanden en voorstellen")
    for vakje in page.get_by_role("checkbox").all()[:verbanden]:
        vakje.check()
    page.get_by_role("button", name="Bewaar de keuze").click()
    page.get_by_role("link", name="Terug naar de sessie").click()
    page.get_by_role("link", name="Open de sessie").click()
    page.get_by_role("button", name="Open de sessie").click()
    expect(page.get_by_text("De sessie is open. Iedereen die meedoet kan nu scoren.")).to_be_visible()
    return int(page.url.rstrip("/").rsplit("/", 1)[-1])


def stel_vast(page: Page) -> None:
    """What somebody else of the griffie does afterwards."""
    page.get_by_role("link", name="Stel de besluiten vast").click()
    page.get_by_role("button", name="Stel de besluiten vast").click()
    expect(page.get_by_text("De sessie is vastgesteld. De klassen gelden nu")).to_be_visible()
    expect(page.get_by_role("link", name="Besluitenlijst")).to_be_visible()


def test_een_hele_sessie(mens, bezoeker: Bezoekers, schrijfportaal: Portaal) -> None:
    """From preparing to adopted; nobody learns a score before closing, and the screen follows by itself."""
    maak(schrijfportaal, "mensen(); sys.stdout.write('0')")
    zaal = bezoeker(schrijfportaal)
    zaal.log_in(GRIFFIE)
    nummer = bereid_voor(zaal.ga("/belangrijkheid/"), verbanden=2)
    scherm = zaal.ga(f"/belangrijkheid/{nummer}/zaal/")
    expect(scherm.get_by_text("10 deelnemers")).to_be_visible()
    mensen = {naam: mens(naam) for naam in PARTIJEN}
    for plek, (naam, bezoek) in enumerate(mensen.items()):
        page = bezoek.ga(f"/belangrijkheid/{nummer}/scoren/")
        page.get_by_role("link", name="Begin").click()
        expect(page.get_by_text("Verband 1 van 2, u scoorde er 0")).to_be_visible()
        scoor(page, KLASSEN[plek % 4 if naam[0] != "w" else 3], "Wachttijd" if plek < 2 else "")
        expect(page).to_have_url(re.compile("/scoren/2/$"))
        expect(page.get_by_role("status")).to_contain_text("Opgeslagen om")
        scoor(page, KLASSEN[1])
        expect(page.get_by_role("heading", level=1)).to_have_text("U bent klaar")
    expect(scherm.get_by_text("1 deelnemer", exact=True)).to_be_visible()
    assert "Wachttijd" not in scherm.content()
    voorzitter = mensen["a1"].ga(f"/belangrijkheid/{nummer}/zaal/")
    voorzitter.get_by_role("button", name="Sluit het scoren").click()
    voorzitter.get_by_role("button", name="Sluit het scoren en open de uitslag").click()
    expect(voorzitter.get_by_text("Het scoren is gesloten. De uitslag is open.")).to_be_visible()
    expect(scherm.get_by_role("heading", name="Minst eens eerst")).to_be_visible()
    expect(scherm.get_by_text("Wachttijd (2 keer)")).to_be_visible()
    expect(mensen["b1"].page.get_by_text("Het scoren is gesloten")).to_be_visible()
    eerste = scherm.get_by_role("heading", level=1).inner_text()
    voorzitter.get_by_role("link", name="Leg het besluit vast").click()
    for _ in range(2):
        voorzitter.get_by_role("radio", name="Politiek belangrijk").check()
        voorzitter.get_by_label("Ruimte en mandaat van het college").fill("Tot een verzonnen bedrag.")
        voorzitter.get_by_label("Waarom dit besluit").fill("Verzonnen.")
        voorzitter.get_by_role("button", name="Leg het besluit vast").click()
        expect(voorzitter.get_by_text("Vastgelegd: ")).to_be_visible()
    expect(voorzitter).to_have_url(re.compile("/zaal/$"))
    expect(scherm.get_by_text("Besloten: politiek belangrijk")).to_have_count(2)
    assert eerste
    stel_vast(mens("g2", BUREAU).ga(f"/belangrijkheid/{nummer}/"))
    antwoord = scherm.reload()
    assert antwoord
    assert (antwoord.status, "hx-get" in scherm.content()) == (200, False)


def test_een_zwakke_verbinding_verliest_niets(mens, standen: dict[str, int]) -> None:
    """The request fails: what was filled in stays, the screen says it was not kept, and again it works."""
    bezoek = mens("b2")
    page = bezoek.ga(f"/belangrijkheid/{standen['deels']}/scoren/3/")
    post = re.compile("/scoren/3/$")

    def breek(route: Route) -> None:
        route.abort() if route.request.method == "POST" else route.continue_()

    page.route(post, breek)
    scoor(page, KLASSEN[2], "Deze zin blijft staan")
    expect(page.locator("#melding-verbinding")).to_contain_text("Niet opgeslagen.")
    expect(page.get_by_label(KLASSEN[2])).to_be_checked()
    expect(page.get_by_label("Waarover moet de raad in gesprek?")).to_have_value("Deze zin blijft staan")
    page.unroute(post)
    page.evaluate(GEEN_ANTWOORD)
    expect(page.locator("#melding-verbinding")).to_contain_text("Misschien is het opgeslagen, misschien niet.")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.get_by_role("status")).to_contain_text("Opgeslagen om")
    bezoek.ga(f"/belangrijkheid/{standen['deels']}/scoren/3/")
    expect(page.get_by_label("Waarover moet de raad in gesprek?")).to_have_value("Deze zin blijft staan")
    bezoek.klachten.clear()  # the broken request itself


def test_uitgelogd_verliest_ook_niets(mens, standen: dict[str, int]) -> None:
    """The answer is then the log-in page; the form stays as it is."""
    bezoek = mens("c1")
    page = bezoek.ga(f"/belangrijkheid/{standen['deels']}/scoren/2/")
    bezoek.context.clear_cookies(name="sw-sessie")
    scoor(page, KLASSEN[0], "Deze zin blijft staan")
    expect(page.locator("#melding-verbinding")).to_contain_text("Niet opgeslagen.")
    expect(page.get_by_label("Waarover moet de raad in gesprek?")).to_have_value("Deze zin blijft staan")
    bezoek.klachten.clear()


def test_verversen_laat_staan_waar_de_lezer_was(mens, standen: dict[str, int]) -> None:
    """The screen changes because somebody else records an outcome; focus and what was opened stay."""
    nummer = standen["op_naam"]
    kijkt = mens("griffie", BUREAU).ga(f"/belangrijkheid/{nummer}/zaal/?verband=1")
    kijkt.locator("summary").first.click()
    kijkt.get_by_role("link", name="Geen bespreking nodig").focus()
    schrijft = mens("a1", BUREAU).ga(f"/belangrijkheid/{nummer}/bespreken/3/")
    schrijft.get_by_role("radio", name="Ambtelijk belangrijk").check()
    schrijft.get_by_label("Waarom dit besluit").fill("Verzonnen.")
    schrijft.get_by_role("button", name="Leg het besluit vast").click()
    expect(schrijft.get_by_text("Vastgelegd: ")).to_be_visible()
    expect(kijkt.get_by_text("1 van 3")).to_be_visible()
    expect(kijkt.get_by_role("link", name="Geen bespreking nodig")).to_be_focused()
    expect(kijkt.locator("details").first).to_have_attribute("open", "")


def test_scoren_zonder_script(mens, standen: dict[str, int]) -> None:
    page = mens("w1", java_script_enabled=False).ga(f"/belangrijkheid/{standen['deels']}/scoren/1/")
    scoor(page, KLASSEN[3])
    expect(page).to_have_url(re.compile("/scoren/2/$"))
    expect(page.get_by_role("status")).to_contain_text("Opgeslagen om")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page).to_have_title(re.compile("^Fout: "))
    expect(page.get_by_role("alert")).to_contain_text("Kies een van de vier klassen.")


SCHERMEN = [
    ("griffie", "voorbereiding", ""),
    ("griffie", "voorbereiding", "wijzigen/"),
    ("griffie", "voorbereiding", "deelnemers/"),
    ("griffie", "voorbereiding", "verbanden/"),
    ("griffie", "voorbereiding", "openen/"),
    ("griffie", "op_naam", "vaststellen/"),
    ("a2", "voorbereiding", "scoren/"),
    ("a2", "voorbereiding", "zaal/"),
    ("a2", "deels", "scoren/"),
    ("a2", "deels", "scoren/1/"),
    ("griffie", "deels", "zaal/?namen=ja"),
    ("griffie", "deels", "sluiten/"),
    ("a2", "samengevat", "scoren/"),
    ("a2", "samengevat", "zaal/?verband=2"),
    ("griffie", "op_naam", "zaal/?verband=1"),
    ("griffie", "op_naam", "bespreken/1/"),
    ("griffie", "op_naam", "zonder-bespreking/"),
]


@pytest.mark.parametrize(("wie", "stand", "pad"), SCHERMEN)
def test_de_schermen_zijn_toegankelijk(mens, standen: dict[str, int], wie: str, stand: str, pad: str) -> None:
    """At three widths, with everything opened."""
    bezoek = mens(wie, BUREAU)
    bezoek.ga(f"/belangrijkheid/{standen[stand]}/{pad}")
    bezoek.bekijk()


@pytest.mark.parametrize(("wie", "stand", "pad"), [SCHERMEN[nummer] for nummer in (2, 3, 9, 10, 14, 15, 16)], ids=str)
def test_alles_met_het_toetsenbord(mens, standen: dict[str, int], wie: str, stand: str, pad: str) -> None:
    page = mens(wie, BUREAU).ga(f"/belangrijkheid/{standen[stand]}/{pad}")
    aantal = page.evaluate(NUMMER)
    for _ in range(aantal):
        page.keyboard.press("Tab")
    bezocht = page.evaluate("() => window.bezocht")
    assert [int(nummer) for nummer, _, _ in bezocht] == list(range(aantal))
    assert [wat for _, zichtbaar, wat in bezocht if not zichtbaar] == []
