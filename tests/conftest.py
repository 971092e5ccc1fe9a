"""What every test shares: a PostgreSQL for this run, and a browser."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings

from samenwerkingswijzer.lokaal.plekken import BASIS, VAR
from samenwerkingswijzer.lokaal.postgres import Cluster
from samenwerkingswijzer.lokaal.processen import Proces
from tests import instellingen
from tests.databases import gedeeld, met_tabellen
from tests.gelijktijdig import zet_triggers

# What takes longest, first: a file goes to the first worker that is free, and at the end none should wait for another.
LANG = (
    "browser/test_paginas.py",
    "veiligheid/test_rechten.py",  # the other worker meanwhile: both need the example municipality later
    "browser/",
    "governance/sessie/test_storing.py",
    "governance/sessie/test_geheim_adressen.py",
    "veiligheid/",
    "verbanden/voorbeeld/",
)
# A busy machine is slow now and then: how long an example takes says nothing about a rule.
settings.register_profile("portaal", deadline=None)
settings.load_profile("portaal")


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once, in the process that also starts the workers."""
    if instellingen.CLUSTER and not config.option.collectonly:
        _ruim_oude_clusters_op()
        instellingen.CLUSTER.start()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first; within a file, and among the others, the order stays."""
    hier = Path(__file__).parent

    def plek(item: pytest.Item) -> int:
        pad = item.path.relative_to(hier).as_posix()
        return next((nummer for nummer, begin in enumerate(LANG) if pad.startswith(begin)), len(LANG))

    items.sort(key=plek)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded now stays until the end: looking through it again and again costs a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it and remove its data, and the files that tests put in the vault."""
    if instellingen.EIGEN_OPSLAG:
        shutil.rmtree(instellingen.EIGEN_OPSLAG, ignore_errors=True)
    if instellingen.CLUSTER:
        instellingen.CLUSTER.stop()
        instellingen.CLUSTER.verwijder()


def _ruim_oude_clusters_op() -> None:
    """Remove the data of test runs that were killed; their servers died with them."""
    for plek in VAR.glob("proef-*"):
        nummer = plek.name.removeprefix("proef-")
        if nummer.isdigit() and Proces.van(int(nummer)) is None:
            Cluster(plek.name).verwijder()


@pytest.fixture(scope="session")
def postgres() -> str:
    """Address of the PostgreSQL of this test run."""
    return os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def tabellen(postgres: str) -> Iterator[str]:
    """A database with every table, to copy: making it takes longer than most tests together."""
    with gedeeld(postgres, "tabellen", met_tabellen(postgres)) as naam:
        yield naam


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None, django_db_keepdb: bool
) -> None:
    """The database of the tests begins as such a copy, unless an earlier one is used again."""
    if not django_db_keepdb:
        connection.settings_dict["TEST"]["TEMPLATE"] = request.getfixturevalue("tabellen")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As pytest-django does it, but nobody still holds the database when it is dropped.

    A thread of a test that already ended may keep its connection until it is collected.
    """
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True)
def naslag_onthouden() -> None:
    """Guidance is remembered by each process. A test begins with that memory warm and empty: it costs no page a query.

    A test of the guidance itself makes it forget (`kennisbank.geheugen.naslag.vergeet`).
    """
    from kennisbank.geheugen import Inhoud, naslag  # noqa: PLC0415  # needs Django, which is not there yet above

    naslag.onthoud(Inhoud())


@pytest.fixture
def bewaking(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Puts the guards on what is never emptied back, after the database was emptied."""
    yield
    with django_db_blocker.unblock():
        zet_triggers("ENABLE", "niet_leegmaken")


@pytest.fixture
def leegbaar(bewaking: None, transactional_db: None) -> Iterator[None]:
    """Real transactions cannot be rolled back afterwards: lets the test runner empty every table."""
    yield
    zet_triggers("DISABLE", "niet_leegmaken")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, without a window. Its sandbox cannot run as root, and our own pages need none."""
    return {"executable_path": shutil.which("chromium-headless-shell"), "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def basis() -> Path:
    """Root of the working copy."""
    return BASIS
