"""Takes pictures of the main pages into `var/schermen/`, of the manual into `static/handleiding/`, and for the README.

`make schermen` starts it. The pages hold the example municipality at a fixed moment, so a picture only changes when
the page does.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

BASIS = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(BASIS))

from samenwerkingswijzer.lokaal.plekken import VAR  # noqa: E402
from samenwerkingswijzer.lokaal.postgres import Cluster  # noqa: E402
from tests.browser.bezoek import BUREAU, TELEFOON, Bezoek  # noqa: E402
from tests.browser.portaal import ROLLEN, Portaal, met_voorbeeld, portaal  # noqa: E402
from tests.databases import verwijder  # noqa: E402

MAP = VAR / "schermen"
VOOR_DE_README = BASIS / "docs" / "beeld" / "dashboard.png"
VOL, HALF = "/verbanden/stroomopwaarts-mvs/", "/verbanden/jongerennetwerk-voorbeeld/"
SCHERMEN = {
    "inloggen": ("", "/account/login/"),
    "overzicht": ("raadslid", "/verbanden/"),
    "overzicht-kosten": ("raadslid", "/verbanden/kosten/"),
    "dashboard": ("raadslid", VOL),
    "dashboard-totaal": ("raadslid", f"{VOL}?beeld=totaal"),
    "dashboard-leeg": ("raadslid", HALF),
    "dashboard-peildatum": ("raadslid", f"{VOL}?peildatum=2026-05-01"),
    "geschiedenis": ("controller", f"{VOL}geschiedenis/?peildatum="),
    "zeggenschap": ("raadslid", "/zeggenschap/"),
    "zeggenschap-verband": ("raadslid", f"{VOL}zeggenschap/"),
    "partners": ("raadslid", "/partners/"),
    "partner": ("raadslid", "/partners/27/"),
    "samenspel": ("raadslid", "/partners/samenspel/"),
    "samenspel-verband": ("raadslid", "/verbanden/inkoopkring-voorbeeld/samenspel/"),
    "peildatum": ("raadslid", "/peildatum/"),
    "niet-gevonden": ("raadslid", "/bestaat-niet/"),
    "start-accounthouder": ("accounthouder", "/"),
    "bewerken": ("accounthouder", f"{VOL}bewerken/kenmerken/"),
    "bewerken-rijen": ("accounthouder", f"{VOL}bewerken/deelnemers/"),
    "bewerken-cijfers": ("accounthouder", f"{VOL}bewerken/cijfers/2026/"),
    "start-griffie": ("griffie", "/"),
    "nieuw": ("controller", "/verbanden/nieuw/"),
    "fase": ("controller", f"{VOL}fase/"),
    "voorstellen": ("controller", "/verbanden/voorstellen/"),
}
BEELDEN = BASIS / "static" / "handleiding"
# The pictures of the manual: what stands in the window when the page opens. A small palette keeps the files small.
VENSTER: ViewportSize = {"width": 1180, "height": 760}
KLEUREN = 48
HANDLEIDING = {
    "raadslid-overzicht": ("raadslid", "/verbanden/"),
    "raadslid-dashboard": ("raadslid", VOL),
    "raadslid-agenda": ("raadslid", "/agenda/?peildatum="),
    "raadslid-leespad": ("raadslid", "/kennisbank/raadslid-3-wanneer-bent-u-aan-zet/"),
    "college-start": ("college", "/"),
    "accounthouder-start": ("accounthouder", "/"),
    "accounthouder-cijfers": ("accounthouder", f"{VOL}bewerken/cijfers/2026/"),
    "griffie-start": ("griffie", "/"),
    "griffie-lijst": ("griffie", "/lijsten/begroting/2027/"),
    "controller-kosten": ("controller", "/verbanden/kosten/"),
    "beheerder-drempels": ("beheerder", "/signalen/drempels/"),
    "beheerder-openbaar": ("", "/openbaar/"),
    "artikel-schrijven": ("griffie", "/kennisbank/nieuw/"),
}


@contextmanager
def voorbeeldportaal() -> Iterator[Portaal]:
    """The example municipality, on DATABASE_URL when that is set and otherwise on a PostgreSQL for this run only."""
    naam = f"sw_schermen_{os.getpid()}"
    with ExitStack() as stapel:
        os.environ["SW_STORAGE"] = stapel.enter_context(TemporaryDirectory(prefix="sw-opslag-"))
        server = os.environ.get("DATABASE_URL")
        if not server:
            cluster = Cluster(f"schermen-{os.getpid()}", duurzaam=False)
            stapel.callback(cluster.verwijder)
            stapel.callback(cluster.stop)
            cluster.start()
            server = f"postgresql://postgres@/postgres?host={cluster.socket}"
        stapel.callback(verwijder, server, naam)
        met_voorbeeld(server, naam)
        yield stapel.enter_context(portaal(server, naam))


def fotografeer(browser: Browser, portaal_: Portaal, naam: str) -> None:
    """The whole page at both widths, by name of the screen."""
    rol, pad = SCHERMEN[naam]
    opties: dict[str, Any] = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "reduced_motion": "reduce"}
    bezoek = Bezoek(browser.new_context(**opties), portaal_.adres)
    if rol:
        bezoek.log_in(ROLLEN[rol])
    for breedte in (BUREAU, TELEFOON):
        bezoek.breedte(breedte)
        bezoek.page.goto(portaal_.adres + pad)
        bezoek.page.screenshot(path=MAP / f"{naam}-{breedte}.png", full_page=True)
        if naam == "dashboard" and breedte == BUREAU:
            bezoek.page.screenshot(path=VOOR_DE_README)
    bezoek.context.close()


def beeld_voor_de_handleiding(browser: Browser, portaal_: Portaal, naam: str) -> None:
    """What the window shows of one page, as a small file."""
    rol, pad = HANDLEIDING[naam]
    bezoek = Bezoek(browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam"), portaal_.adres)
    if rol:
        bezoek.log_in(ROLLEN[rol])
    bezoek.page.set_viewport_size(VENSTER)
    bezoek.page.goto(portaal_.adres + pad)
    beeld = Image.open(BytesIO(bezoek.page.screenshot())).convert("RGB")
    beeld.quantize(KLEUREN, dither=Image.Dither.NONE).save(BEELDEN / f"{naam}.png", optimize=True)
    bezoek.context.close()


def open_voor_inwoners(portaal_: Portaal) -> None:
    """Open the side for residents, which is closed when nobody chose."""
    with psycopg.connect(portaal_.database, autocommit=True) as verbinding:
        verbinding.execute("UPDATE samenwerkingswijzer_gemeente SET openbaar = true")


def main(namen: list[str]) -> None:
    """Photograph the screens with these names; without names all of them."""
    MAP.mkdir(parents=True, exist_ok=True)
    BEELDEN.mkdir(parents=True, exist_ok=True)
    VOOR_DE_README.parent.mkdir(parents=True, exist_ok=True)
    with voorbeeldportaal() as draaiend, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox"]
        )
        open_voor_inwoners(draaiend)
        for naam in namen or [*SCHERMEN, *HANDLEIDING]:
            maak = fotografeer if naam in SCHERMEN else beeld_voor_de_handleiding
            maak(browser, draaiend, naam)
        browser.close()
    print(f"De beelden staan in {MAP.relative_to(BASIS)}/ en {BEELDEN.relative_to(BASIS)}/.")


if __name__ == "__main__":
    main(sys.argv[1:])
