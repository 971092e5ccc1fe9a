"""What the browser tests share: a portal with the example municipality, and visitors who notice what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.bezoek import BUREAU, HOOGTE, Bezoek
from tests.browser.portaal import ROLLEN, Portaal, met_voorbeeld, portaal
from tests.databases import gedeeld

# Playwright keeps an event loop in this thread, also while the tests of other folders run in it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

Bezoekers = Callable[..., Bezoek]
Lezer = Callable[[str], Bezoek]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def voorbeeld(postgres: str, tabellen: str) -> Iterator[str]:
    """A database with the example municipality, to copy."""
    with gedeeld(postgres, "voorbeeld", lambda naam: met_voorbeeld(postgres, naam, tabellen)) as naam:
        yield naam


@pytest.fixture(scope="session")
def leesportaal(postgres: str, voorbeeld: str) -> Iterator[Portaal]:
    """A portal for tests that change nothing."""
    with portaal(postgres, voorbeeld) as draaiend:
        yield draaiend


@pytest.fixture(scope="module")
def schrijfportaal(postgres: str, voorbeeld: str) -> Iterator[Portaal]:
    """A portal for one module, in which anything may be changed."""
    with portaal(postgres, voorbeeld) as draaiend:
        yield draaiend


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """How every visitor's browser is set: Dutch, in our time zone, on a desk."""
    return {
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "viewport": {"width": BUREAU, "height": HOOGTE[BUREAU]},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def bezoeker(new_context: Callable[..., BrowserContext]) -> Iterator[Bezoekers]:
    """Makes visitors: `bezoeker(portaal, "griffie", java_script_enabled=False)`, for whom nothing may go wrong."""
    bezoeken: list[Bezoek] = []

    def maak(portaal: Portaal, rol: str = "", **opties: Any) -> Bezoek:
        bezoek = Bezoek(new_context(**opties), portaal.adres)
        bezoeken.append(bezoek)
        if rol:
            bezoek.log_in(ROLLEN[rol])
        return bezoek

    yield maak
    assert [klacht for bezoek in bezoeken for klacht in bezoek.klachten] == []


@pytest.fixture(scope="session")
def _leestafel(browser: Browser, browser_context_args: dict[str, Any], leesportaal: Portaal) -> Iterator[Bezoek]:
    context = browser.new_context(**browser_context_args)
    yield Bezoek(context, leesportaal.adres)
    context.close()


@pytest.fixture
def lezer(_leestafel: Bezoek) -> Iterator[Lezer]:
    """`lezer("griffie")`: somebody who only reads, in the window that every reader before used too.

    A window of one's own takes as long as a page. Cookies, and with them the session, are new.
    """

    def word(rol: str) -> Bezoek:
        _leestafel.begin_opnieuw()
        if rol:
            _leestafel.log_in(ROLLEN[rol])
        return _leestafel

    yield word
    assert _leestafel.klachten == []
