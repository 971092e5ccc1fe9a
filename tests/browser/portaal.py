"""A portal for the browser: the example municipality in its own database, served by the web server of production."""

from __future__ import annotations

import os
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
from psycopg import sql

from samenwerkingswijzer.lokaal import processen, statisch
from samenwerkingswijzer.lokaal.plekken import BASIS

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


def sjabloon(server: str, naam: str) -> None:
    """Make a database with the example municipality on the PostgreSQL at this address, unless it is there.

    With it come the static files, joined and named as in production.
    """
    with psycopg.connect(server, autocommit=True) as verbinding:
        if verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone():
            return
        verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
    statisch.bouw()
    try:
        beheer(_adres(server, naam), "bijwerken", "--voorbeeld", "--verbosity=0")
    except BaseException:
        verwijder(server, naam)
        raise


def beheer(database: str, *opdracht: str | Path) -> None:
    """Run a management command on the database at this address."""
    voluit = [sys.executable, "manage.py", *opdracht]
    subprocess.run(voluit, cwd=BASIS, env=omgeving(database), check=True, stdout=subprocess.DEVNULL)


def verwijder(server: str, naam: str) -> None:
    """Remove a database, also when somebody still uses it."""
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


@contextmanager
def portaal(server: str, voorbeeld: str) -> Iterator[Portaal]:
    """A portal on a copy of the database `voorbeeld`; gone afterwards."""
    poort = _vrije_poort()
    with _kopie(server, voorbeeld) as naam:
        adres = _adres(server, naam)
        hier = omgeving(adres) | {"PORT": str(poort), "SW_WEB_WORKERS": "1"}
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
            yield Portaal(f"http://127.0.0.1:{poort}", adres)
        finally:
            processen.stop(kind, signal.SIGTERM)


@contextmanager
def _kopie(server: str, voorbeeld: str) -> Iterator[str]:
    naam = f"sw_browser_{os.getpid()}_{secrets.token_hex(4)}"
    vraag = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(naam), sql.Identifier(voorbeeld))
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(vraag)
    try:
        yield naam
    finally:
        verwijder(server, naam)


def _adres(server: str, naam: str) -> str:
    voor, _, na = server.partition("?")
    return f"{voor.rsplit('/', 1)[0]}/{naam}" + (f"?{na}" if na else "")


def omgeving(database: str) -> dict[str, str]:
    """The environment of a process that works on the database at this address."""
    eigen = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("SW_", "PYTEST"))}
    eigen["SW_STORAGE"] = os.environ["SW_STORAGE"]  # where the tests keep files
    return eigen | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "tests.browser.instellingen",
        "SW_DEMO": "1",
        "SW_LOG_LEVEL": "ERROR",
        "SW_SECRET_KEY": secrets.token_urlsafe(60),
    }


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
