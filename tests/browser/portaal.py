"""A portal for the browser: the example municipality in its own database, served by the web server of production."""

from __future__ import annotations

import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
from django.contrib.auth.hashers import MD5PasswordHasher

from samenwerkingswijzer.lokaal import processen, statisch
from tests.databases import adres, beheer, kopie, maak, omgeving

NU = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
STARTTIJD = 60  # seconds
ROLLEN = {
    "raadslid": "raadslid.a@maassluis.example",
    "college": "wethouder.sociaal@maassluis.example",
    "accounthouder": "accounthouder.sociaal@maassluis.example",
    "griffie": "griffier@maassluis.example",
    "controller": "concerncontroller@maassluis.example",
    "beheerder": "beheerder@maassluis.example",
}


@dataclass(frozen=True)
class Portaal:
    """A running portal: where it answers, and its database."""

    adres: str
    database: str

    def geef_wachtwoord(self, email: str) -> str:
        """Give an example account, which has none, a password to log in with."""
        wachtwoord = secrets.token_urlsafe(20)
        vraag = "UPDATE samenwerkingswijzer_gebruiker SET password = %s WHERE email = %s"
        with psycopg.connect(self.database, autocommit=True) as verbinding:
            verbinding.execute(vraag, [MD5PasswordHasher().encode(wachtwoord, "proef"), email])
        return wachtwoord

    def beheer(self, *opdracht: str | Path) -> None:
        """Run a management command on the database of this portal."""
        beheer(self.database, *opdracht)


def met_voorbeeld(server: str, naam: str, bron: str = "template1") -> None:
    """Make a database with the example municipality on the PostgreSQL at this address.

    With it come the static files, joined and named as in production.
    """
    maak(server, naam, bron)
    statisch.bouw()
    beheer(adres(server, naam), "bijwerken", "--voorbeeld", "--verbosity=0")


@contextmanager
def portaal(server: str, voorbeeld: str) -> Iterator[Portaal]:
    """A portal on a copy of the database `voorbeeld`; gone afterwards."""
    poort = _vrije_poort()
    with kopie(server, voorbeeld) as naam:
        database = adres(server, naam)
        hier = omgeving(database) | {"PORT": str(poort), "SW_WEB_WORKERS": "1"}
        gunicorn = Path(sys.executable).parent / "gunicorn"
        opdracht: list[str | Path] = [
            gunicorn,
            "-c",
            "python:samenwerkingswijzer.webserver",
            "tests.browser.wsgi:application",
        ]
        kind = processen.start(opdracht, sein=signal.SIGTERM, omgeving=hier)
        try:
            _wacht(f"http://127.0.0.1:{poort}/readyz", kind)
            yield Portaal(f"http://127.0.0.1:{poort}", database)
        finally:
            processen.stop(kind, signal.SIGTERM)


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
    return poort


def _wacht(adres: str, kind: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + STARTTIJD
    while kind.poll() is None and time.monotonic() < einde:
        try:
            with urllib.request.urlopen(adres, timeout=5):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("De webserver voor de browser startte niet.")
