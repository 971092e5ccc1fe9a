"""Input that no page can use gives a Dutch page with a 4xx status, and security headers stand on every answer."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from samenwerkingswijzer import foutpaginas
from samenwerkingswijzer.invoer import heeft_nul

pytestmark = pytest.mark.django_db

NUL = "In wat u opstuurde staat een teken dat we niet kunnen verwerken."


@pytest.mark.parametrize("adres", ["/%00", "/verbanden/a%00b/", "/account/login/?next=%00", "/?naam%00=1"])
def test_a_nul_byte_in_the_address_is_refused(client: Client, adres: str) -> None:
    antwoord = client.get(adres)
    assert antwoord.status_code == 400
    assert NUL in antwoord.content.decode()


@pytest.mark.parametrize("velden", [{"login": "a\x00b"}, {"a\x00b": "1"}, {"login": ["goed", "a\x00"]}])
def test_a_nul_byte_in_a_form_is_refused(client: Client, velden: dict[str, Any]) -> None:
    antwoord = client.post("/account/login/", velden)
    assert antwoord.status_code == 400
    assert NUL in antwoord.content.decode()


def test_a_nul_byte_in_a_file_name_is_seen() -> None:
    bestand = SimpleUploadedFile("x", b"inhoud")
    verzoek = RequestFactory().post("/")
    verzoek.FILES["bestand"] = bestand
    assert not heeft_nul(verzoek)
    bestand.name = "a\x00.pdf"
    assert heeft_nul(verzoek)


def test_an_urlencoded_nul_byte_is_refused(client: Client) -> None:
    antwoord = client.post("/account/login/", "login=%00", content_type="application/x-www-form-urlencoded")
    assert antwoord.status_code == 400


def test_too_many_fields_is_413(client: Client) -> None:
    antwoord = client.post("/account/login/", {f"veld{nummer}": "x" for nummer in range(2001)})
    assert antwoord.status_code == 413
    assert "Dit is te groot om te versturen" in antwoord.content.decode()


def test_an_enormous_text_is_413(client: Client) -> None:
    antwoord = client.post("/account/login/", {"login": "x" * 3_000_000})
    assert antwoord.status_code == 413


def test_a_stale_form_gets_a_dutch_page() -> None:
    antwoord = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})
    assert antwoord.status_code == 403
    assert "beveiligingscode" in antwoord.content.decode()


def test_the_server_error_page_needs_no_database(monkeypatch: Any, rf: RequestFactory) -> None:
    def weg(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", weg)
    antwoord = foutpaginas.serverfout(rf.get("/"))
    assert antwoord.status_code == 500
    assert "Er ging iets mis bij ons" in antwoord.content.decode()


@pytest.mark.parametrize("adres", ["/healthz", "/account/login/", "/bestaat-niet", "/%00", "/beheer/"])
def test_security_headers_stand_on_every_answer(client: Client, adres: str) -> None:
    koppen = client.get(adres, secure=True).headers
    assert koppen["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Referrer-Policy"] == "same-origin"
    assert koppen["Cross-Origin-Opener-Policy"] == "same-origin"
    assert koppen["X-Frame-Options"] == "DENY"
    assert "camera=()" in koppen["Permissions-Policy"]
    assert "no-store" in koppen["Cache-Control"]
    beleid = koppen["Content-Security-Policy"]
    for regel in ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert regel in beleid
    assert "unsafe" not in beleid
    assert "data:" not in beleid


def test_http_is_sent_to_https_except_for_health(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/account/login/").headers["Location"].startswith("https://")
    assert client.get("/healthz").status_code == 200


def test_a_proxy_is_believed_only_when_told_so(settings: Any) -> None:
    assert settings.SECURE_PROXY_SSL_HEADER is None
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0
    assert not settings.USE_X_FORWARDED_HOST


def test_cookies_are_bound_to_this_host(client: Client) -> None:
    koekjes = client.get("/account/login/", secure=True).cookies
    assert set(koekjes) == {"__Host-csrf"}
    csrf = koekjes["__Host-csrf"]
    assert (csrf["secure"], csrf["httponly"], csrf["samesite"], csrf["path"]) == (True, True, "Lax", "/")


def test_a_view_may_choose_its_own_cache_policy() -> None:
    from samenwerkingswijzer.antwoordkoppen import AntwoordkoppenMiddleware  # noqa: PLC0415

    def eigen(_: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cache-Control": "no-cache, private"})

    assert AntwoordkoppenMiddleware(eigen)(HttpRequest()).headers["Cache-Control"] == "no-cache, private"


def test_nobody_registers_an_account(client: Client) -> None:
    velden = {"email": "a@voorbeeld.nl", "password1": "x" * 20, "password2": "x" * 20}
    client.post("/account/signup/", velden)
    assert not get_user_model().objects.filter(email="a@voorbeeld.nl").exists()
