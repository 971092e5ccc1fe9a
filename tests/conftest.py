"""What every test shares: a PostgreSQL for this run, and a browser."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from samenwerkingswijzer.lokaal.plekken import BASIS, VAR
from samenwerkingswijzer.lokaal.postgres import Cluster
from samenwerkingswijzer.lokaal.processen import Proces
from tests import instellingen

CLUSTER = pytest.StashKey[Cluster]()


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once, in the process that also starts the workers."""
    is_werker = hasattr(config, "workerinput")
    if is_werker or not instellingen.INGEBOUWD or config.option.collectonly:
        return
    _ruim_oude_clusters_op()
    cluster = Cluster(instellingen.CLUSTERNAAM, duurzaam=False)
    cluster.start()
    config.stash[CLUSTER] = cluster


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it and remove its data."""
    cluster = config.stash.get(CLUSTER, None)
    if cluster:
        cluster.stop()
        cluster.verwijder()


def _ruim_oude_clusters_op() -> None:
    """Remove the data of test runs that were killed; their servers died with them."""
    for plek in VAR.glob("proef-*"):
        nummer = plek.name.removeprefix("proef-")
        if nummer.isdigit() and Proces.van(int(nummer)) is None:
            shutil.rmtree(plek, ignore_errors=True)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium. Its sandbox cannot run as root, and our own pages need none."""
    return {"executable_path": shutil.which("chromium"), "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def basis() -> Path:
    """Root of the working copy."""
    return BASIS
