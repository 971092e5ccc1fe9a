"""Headers outside the permission matrix (T21-T26, T28); the answers of the matrix are checked there."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.signals import request_finished
from django.db import close_old_connections
from django.test import Client

from samenwerkingswijzer.views import peildatum
from tests.veiligheid.antwoord import VAST, controleer, koekjes_kloppen
from tests.veiligheid.matrix import gevallen
from tests.veiligheid.wereld import Wereld

BUITEN_DE_MATRIX = ("/bestaat-niet/", "/verbanden/%00/", "/beheer/", "/beheer/samenwerkingswijzer/gebruiker/add/")


@pytest.mark.parametrize("adres", BUITEN_DE_MATRIX)
def test_also_outside_the_pages_of_the_portal(wereld: Wereld, adres: str) -> None:
    for rol in ("anoniem", "raadslid", "beheerder"):
        controleer(wereld.klant(rol).get(adres, secure=True))


@pytest.mark.parametrize(("fout", "status"), [(RuntimeError("kanarie-4711"), 500), (PermissionDenied("nee"), 403)])
def test_also_when_the_portal_fails(wereld: Wereld, monkeypatch: Any, fout: Exception, status: int) -> None:
    def stuk(*_: object) -> None:
        raise fout

    monkeypatch.setattr(peildatum, "_context", stuk)
    klant = wereld.klant("raadslid")
    klant.raise_request_exception = False
    antwoord = klant.get("/peildatum/", secure=True)
    assert antwoord.status_code == status
    controleer(antwoord)


def test_a_forged_form_is_answered_with_the_headers(wereld: Wereld) -> None:
    antwoord = wereld.klant("raadslid", csrf=True).post("/account/logout/", secure=True)
    assert antwoord.status_code == 403
    controleer(antwoord)


def test_static_files_are_public_and_still_guarded(client: Client, db: None) -> None:
    antwoord = client.get("/static/css/app.css", secure=True)
    request_finished.disconnect(close_old_connections)  # the other tests still need this connection
    antwoord.close()
    request_finished.connect(close_old_connections)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == 'text/css; charset="utf-8"'
    assert {naam: antwoord.headers.get(naam) for naam in VAST} == VAST
    assert "Content-Security-Policy" in antwoord.headers
    assert "public" in antwoord["Cache-Control"]
    assert not antwoord.cookies


@pytest.mark.parametrize("naam", ["__Host-sessie", "__Host-csrf"])
def test_the_cookies_of_production_are_bound(wereld: Wereld, naam: str) -> None:
    from tests.fabriek import WACHTWOORD  # noqa: PLC0415

    klant = Client()
    klant.get("/account/login/", secure=True)
    email = wereld.gebruikers["raadslid"].email
    klant.post("/account/login/", {"login": email, "password": WACHTWOORD}, secure=True)
    assert naam in klant.cookies
    koekjes_kloppen(klant)
    assert klant.cookies["__Host-sessie"]["max-age"] == ""


def test_no_address_names_a_person_or_a_secret(wereld: Wereld) -> None:
    """Addresses hold names of pages, slugs of partnerships and numbers of rows; never a user, key or token."""
    toegestaan = {
        "slug",
        "bijlage",
        "onderdeel",
        "rij_id",
        "sessie_id",
        "afweging_id",
        "versie_id",
        "kenmerk",
        "regel",
        "wat",
        "sleutel",
        "keuze",
        "jaar",
        "formaat",
        "uidb36",
        "key",
        "soort",
        "nummer",
        "organisatie_id",
        "vraag",
        "deelnemer_id",
        "moment_id",
        "document_id",
        "zienswijze_id",
        "stap",
        "punt_id",
        "andere_id",
        "vraag_id",
        "merk",
        "artikel",
        "abonnement_id",
        "dag_id",
        "moment",
        "stuk",
        "trede",
        "evaluatie_id",
        "gemeentepunt_id",
        "criterium",
        "deel",
        "blad",
    }
    assert {naam for geval in gevallen() for naam, _ in geval.met} <= toegestaan


def test_a_reset_key_leaves_the_address_bar_at_once(wereld: Wereld, mailoutbox: Any) -> None:
    klant = Client()
    klant.post("/account/password/reset/", {"email": wereld.gebruikers["raadslid"].email})
    (bericht,) = mailoutbox
    (koppeling,) = [woord for woord in bericht.body.split() if "/password/reset/key/" in woord]
    antwoord = klant.get(koppeling)
    assert antwoord.status_code == 302
    assert antwoord["Location"].endswith("-set-password/")
    assert koppeling.split("-", 1)[1] not in antwoord["Location"]
