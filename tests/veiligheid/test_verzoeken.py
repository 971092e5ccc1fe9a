"""Requests that somebody else made for you: forged forms, foreign origins, and links that lead away (T25, T27)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from tests.fabriek import WACHTWOORD
from tests.veiligheid.matrix import METHODEN, Geval, gevallen
from tests.veiligheid.pagina import Pagina
from tests.veiligheid.wereld import Wereld

SCHRIJFT = [geval for geval in gevallen() if "POST" in geval.regel]
WEG = (
    "https://kwaad.example/",
    "http://kwaad.example",
    "//kwaad.example/",
    "///kwaad.example/",
    "/\\kwaad.example/",
    "\\\\kwaad.example/",
    "/\t/kwaad.example/",
    "/%09/kwaad.example/",
    "\t//kwaad.example/",
    " //kwaad.example/",
    "http:///kwaad.example/",
    "https:kwaad.example",
    "https:/kwaad.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://testserver@kwaad.example/",
    "https://testserver.kwaad.example/",
    "//testserver:80@kwaad.example/",
    "/\n/kwaad.example/",
    "//kwaad.example\\@testserver/",
)


@pytest.fixture(scope="module")
def met_code(_wereld: Wereld, django_db_blocker: Any) -> tuple[Client, str]:
    with django_db_blocker.unblock():
        klant = _wereld.klant("beheerder", csrf=True)
        return klant, beveiligingscode(klant)


@pytest.mark.parametrize("geval", SCHRIJFT, ids=str)
def test_a_forged_form_is_refused(wereld: Wereld, met_code: tuple[Client, str], geval: Geval) -> None:
    """One without the code of this browser, and one with it that another site sent."""
    adres, lichaam = geval.adres(wereld), geval.lichaam(wereld)
    antwoord = wereld.klant("beheerder", csrf=True).post(adres, lichaam)
    assert antwoord.status_code == 403
    assert "beveiligingscode" in antwoord.content.decode()
    klant, code = met_code
    for bron in ("https://kwaad.example", "null"):
        vals = klant.post(adres, {**lichaam, "csrfmiddlewaretoken": code}, headers={"origin": bron})
        assert vals.status_code == 403, bron


def test_the_code_would_have_been_right(wereld: Wereld) -> None:
    """From our own site such a form is taken."""
    klant = wereld.klant("beheerder", csrf=True)
    code = beveiligingscode(klant)
    vraag = {"csrfmiddlewaretoken": code, "next": "/"}
    assert klant.post("/account/logout/", vraag, headers={"origin": "http://testserver"}).status_code == 302


def test_over_https_the_referer_counts_too(wereld: Wereld) -> None:
    klant = wereld.klant("beheerder", csrf=True)
    lichaam = {"csrfmiddlewaretoken": beveiligingscode(klant)}
    vreemd = {"referer": "https://kwaad.example/"}
    assert klant.post("/account/logout/", lichaam, secure=True, headers=vreemd).status_code == 403
    assert klant.post("/account/logout/", lichaam, secure=True).status_code == 403
    eigen = {"referer": "https://testserver/"}
    assert klant.post("/account/logout/", lichaam, secure=True, headers=eigen).status_code == 302


def beveiligingscode(klant: Client) -> str:
    """The code of this browser, off the form in the header."""
    pagina = Pagina(klant.get("/peildatum/").content.decode())
    return next(f for f in pagina.formulieren if "csrfmiddlewaretoken" in f.velden).velden["csrfmiddlewaretoken"][0]


@pytest.mark.parametrize("naam", ["_method", "_http_method", "method"])
def test_no_parameter_or_header_changes_the_method(wereld: Wereld, naam: str) -> None:
    klant = wereld.klant("beheerder")
    assert klant.get(f"/account/logout/?{naam}=POST").status_code == 405
    assert klant.get("/account/logout/", headers={"x-http-method-override": "POST"}).status_code == 405
    assert "_auth_user_id" in klant.session
    assert "TRACE" not in METHODEN
    assert klant.trace("/verbanden/").status_code == 405


@pytest.mark.parametrize("weg", WEG)
def test_log_in_never_leads_away(wereld: Wereld, weg: str) -> None:
    gegevens = {"login": wereld.gebruikers["raadslid"].email, "password": WACHTWOORD}
    for adres, lichaam in (
        ("/account/login/", {**gegevens, "next": weg}),
        (f"/account/login/?next={quote(weg)}", gegevens),
    ):
        blijft_hier(Client().post(adres, lichaam))


@pytest.mark.parametrize("weg", WEG)
def test_who_is_in_is_never_led_away(wereld: Wereld, weg: str) -> None:
    blijft_hier(wereld.klant("raadslid").get("/account/login/", {"next": weg}))
    blijft_hier(wereld.klant("raadslid").post("/account/logout/", {"next": weg}))
    blijft_hier(wereld.klant("raadslid").post(f"/account/logout/?next={quote(weg)}"))
    blijft_hier(wereld.klant("raadslid").get("/peildatum/", {"dag": "20-5-2026", "terug": weg}))


def blijft_hier(antwoord: Any) -> None:
    """A redirect within the portal."""
    assert antwoord.status_code == 302
    plek = antwoord["Location"]
    delen = urlsplit(plek)
    assert (delen.scheme, delen.netloc) == ("", "")
    assert plek.startswith("/")
    assert not plek.startswith(("//", "/\\"))
    assert "kwaad" not in delen.path.split("/")[1]


@pytest.mark.parametrize("weg", WEG)
def test_the_links_on_the_page_of_the_reference_date_stay_here(wereld: Wereld, weg: str) -> None:
    pagina = Pagina(wereld.klant("raadslid").get("/peildatum/", {"terug": weg}).content.decode())
    for adres in pagina.adressen():
        assert urlsplit(adres).netloc == ""
        assert urlsplit(adres).scheme == ""


@pytest.mark.parametrize("host", ["kwaad.example", "testserver.kwaad.example", "testserver:80@kwaad.example", "[::1"])
def test_another_host_is_refused(wereld: Wereld, host: str) -> None:
    antwoord = Client().get("/account/login/", headers={"host": host})
    assert antwoord.status_code == 400
    assert "kwaad" not in antwoord.content.decode()


def test_a_forwarded_host_has_no_say(wereld: Wereld, mailoutbox: Any) -> None:
    koppen = {"x-forwarded-host": "kwaad.example", "x-forwarded-proto": "https", "forwarded": "host=kwaad.example"}
    Client().post("/account/password/reset/", {"email": wereld.gebruikers["raadslid"].email}, headers=koppen)
    (bericht,) = mailoutbox
    assert "kwaad" not in str(bericht.message())
    assert "http://testserver/account/password/reset/key/" in bericht.body
