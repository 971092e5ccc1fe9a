"""What production runs: no debug, no demo, bound cookies, and an error page that tells nothing (T24, T40, T47)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samenwerkingswijzer.views import peildatum
from tests.veiligheid.wereld import Wereld

VERWACHT = {
    "DEBUG": False,
    "DEMO": False,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SESSION_COOKIE_NAME": "__Host-sessie",
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_DOMAIN": None,
    "SESSION_COOKIE_PATH": "/",
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_DOMAIN": None,
    "USE_X_FORWARDED_HOST": False,
    "SECURE_PROXY_SSL_HEADER": None,
    "ALLOWED_HOSTS": ["portaal.voorbeeld.nl"],
    "INTERNAL_IPS": [],
}
VRAAG = (
    "import json; from django.conf import settings as s; "
    f"print(json.dumps({{naam: getattr(s, naam) for naam in {list(VERWACHT)!r}}}))"
)


def omgeving(**extra: str) -> dict[str, str]:
    """The environment of a production machine."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("SW_", "DJANGO_"))}
    sleutel = "eenSleutelVoorDeToetsen-0123456789-abcdefghijklmnopqrst"
    return {**schoon, "SW_SECRET_KEY": sleutel, "SW_ALLOWED_HOSTS": "portaal.voorbeeld.nl", **extra}


def test_production_has_safe_settings(basis: Path) -> None:
    env = omgeving(DJANGO_SETTINGS_MODULE="samenwerkingswijzer.settings")
    uitkomst = subprocess.run(
        [sys.executable, "-c", VRAAG], cwd=basis, env=env, capture_output=True, text=True, check=True
    )
    assert json.loads(uitkomst.stdout) == VERWACHT


def test_the_check_of_an_installation_has_nothing_to_say(basis: Path) -> None:
    opdracht = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    uitkomst = subprocess.run(opdracht, cwd=basis, env=omgeving(), capture_output=True, text=True, check=True)
    assert "no issues" in uitkomst.stdout
    assert "0 silenced" in uitkomst.stdout or "1 silenced" in uitkomst.stdout


def test_the_error_page_shows_nothing_of_the_inside(wereld: Wereld, monkeypatch: Any, caplog: Any) -> None:
    def stuk(*_: object) -> None:
        geheim = "kanarie-in-een-variabele"
        raise RuntimeError(f"kanarie-in-de-melding {geheim}")

    monkeypatch.setattr(peildatum, "_context", stuk)
    klant = wereld.klant("beheerder")
    klant.raise_request_exception = False
    antwoord = klant.get("/peildatum/", {"terug": "/kanarie-in-het-adres"})
    assert antwoord.status_code == 500
    html = antwoord.content.decode()
    for woord in (
        "kanarie",
        "Traceback",
        "RuntimeError",
        "peildatum.py",
        "site-packages",
        "SECRET",
        "psycopg",
        "Django",
    ):
        assert woord not in html
    assert "Er ging iets mis bij ons" in html
    assert any(record.exc_info for record in caplog.records), "the failure is logged with its trace"


@pytest.mark.parametrize(
    "naam", [".env", "manage.py", ".git/config", "var/", "static/../manage.py", "requirements/basis.txt"]
)
def test_no_file_of_the_installation_is_served(wereld: Wereld, naam: str) -> None:
    for adres in (f"/{naam}", f"/static/{naam}", f"/static/..%2f{naam}", f"/static//{naam}"):
        assert wereld.klant("beheerder").get(adres).status_code in (404, 301, 302)
