"""What every test shares: a PostgreSQL for this run, and a browser."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from samenwerkingswijzer.lokaal.plekken import BASIS, VAR
from samenwerkingswijzer.lokaal.postgres import Cluster
from samenwerkingswijzer.lokaal.processen import Proces
from tests import instellingen


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once, in the process that also starts the workers."""
    if instellingen.CLUSTER and not config.option.collectonly:
        _ruim_oude_clusters_op()
        instellingen.CLUSTER.start()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it and remove its data."""
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
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium. Its sandbox cannot run as root, and our own pages need none."""
    return {"executable_path": shutil.which("chromium"), "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def basis() -> Path:
    """Root of the working copy."""
    return BASIS
