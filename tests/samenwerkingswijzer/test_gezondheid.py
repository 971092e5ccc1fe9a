"""Health addresses: what they say, when, and that they set nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from samenwerkingswijzer import gezondheid


def test_healthz_answers_without_database(client: Client) -> None:
    # No database mark: any query would fail this test.
    antwoord = client.get("/healthz")
    assert (antwoord.status_code, antwoord.content) == (200, b"ok\n")
    assert not antwoord.cookies


@pytest.mark.django_db
def test_readyz_says_that_everything_is_ready(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.OPSLAG = tmp_path
    antwoord = client.get("/readyz")
    assert antwoord.json() == {"database": "goed", "migraties": "goed", "opslag": "goed"}
    assert antwoord.status_code == 200
    assert not antwoord.cookies


@pytest.mark.django_db
def test_readyz_sees_that_storage_cannot_be_written(client: Client, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    settings.OPSLAG = tmp_path / "bestand" / "map"
    antwoord = client.get("/readyz")
    assert antwoord.status_code == 503
    assert antwoord.json()["opslag"] == "fout"


def test_readyz_sees_that_the_database_is_down(client: Client, settings: Any, tmp_path: Path, monkeypatch: Any) -> None:
    def weg(*_: object, **__: object) -> Callable[..., object]:
        raise OperationalError("geen verbinding")

    settings.OPSLAG = tmp_path
    monkeypatch.setattr(connection, "cursor", weg)
    antwoord = client.get("/readyz")
    assert antwoord.status_code == 503
    assert antwoord.json() == {"database": "fout", "migraties": "fout", "opslag": "goed"}


@pytest.mark.django_db
def test_readyz_sees_that_a_migration_is_missing(
    client: Client, settings: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    settings.OPSLAG = tmp_path
    monkeypatch.setattr(gezondheid, "nodige_migraties", lambda: frozenset({("verbanden", "9999_later")}))
    assert client.get("/readyz").json()["migraties"] == "fout"


@pytest.mark.parametrize("pad", ["/healthz", "/readyz"])
def test_only_reading_is_allowed(client: Client, pad: str) -> None:
    assert client.post(pad).status_code == 405
