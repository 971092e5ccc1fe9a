"""Databases to copy: with every table, or with the example municipality. Made once per run, by whoever comes first."""

from __future__ import annotations

import fcntl
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from samenwerkingswijzer.lokaal.plekken import BASIS, VAR

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]


@contextmanager
def gedeeld(server: str, soort: str, vul: Callable[[str], None]) -> Iterator[str]:
    """The name of a database that the workers of one run share, to copy; the last one removes it.

    `vul` makes and fills it; it gets the name.
    """
    naam = f"sw_{soort}_{RUN}"
    with (VAR / f"{soort}.slot").open("w") as slot, (VAR / f"{naam}.gebruik").open("w") as gebruik:
        with _alleen(slot):
            if not bestaat(server, naam):
                _maak_heel(server, naam, vul)
            fcntl.flock(gebruik, fcntl.LOCK_SH)
        try:
            yield naam
        finally:
            with _alleen(slot), suppress(BlockingIOError):
                fcntl.flock(gebruik, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while another worker uses it
                verwijder(server, naam)
                Path(gebruik.name).unlink()


def _maak_heel(server: str, naam: str, vul: Callable[[str], None]) -> None:
    try:
        vul(naam)
    except BaseException:
        verwijder(server, naam)
        raise


@contextmanager
def _alleen(slot: IO[str]) -> Iterator[None]:
    fcntl.flock(slot, fcntl.LOCK_EX)
    yield
    fcntl.flock(slot, fcntl.LOCK_UN)


def met_tabellen(server: str) -> Callable[[str], None]:
    """Makes a database with every table and no row but those of the migrations."""

    def vul(naam: str) -> None:
        maak(server, naam)
        beheer(adres(server, naam), "migrate", "--verbosity=0")
        beheer(adres(server, naam), "createcachetable")

    return vul


def bestaat(server: str, naam: str) -> bool:
    """Whether the server has a database of this name."""
    with psycopg.connect(server, autocommit=True) as verbinding:
        return verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone() is not None


def maak(server: str, naam: str, bron: str = "template1") -> None:
    """A new database, a copy of another one in which nobody is busy."""
    vraag = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(naam), sql.Identifier(bron))
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(vraag)


@contextmanager
def kopie(server: str, bron: str) -> Iterator[str]:
    """The name of a copy that is gone afterwards."""
    naam = f"sw_kopie_{os.getpid()}_{secrets.token_hex(4)}"
    maak(server, naam, bron)
    try:
        yield naam
    finally:
        verwijder(server, naam)


def verwijder(server: str, naam: str) -> None:
    """Remove a database, also when somebody still uses it."""
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


def adres(server: str, naam: str) -> str:
    """The address of a database on the server at this address."""
    voor, _, na = server.partition("?")
    return f"{voor.rsplit('/', 1)[0]}/{naam}" + (f"?{na}" if na else "")


def beheer(database: str, *opdracht: str | Path) -> None:
    """Run a management command on the database at this address."""
    voluit = [sys.executable, "manage.py", *opdracht]
    subprocess.run(voluit, cwd=BASIS, env=omgeving(database), check=True, stdout=subprocess.DEVNULL)


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
