"""The world in which the security tests look around: made once per module, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from samenwerkingswijzer import drukpers
from tests.veiligheid.wereld import Wereld, bouw

_drukken = lru_cache(maxsize=64)(drukpers.druk)


@pytest.fixture(autouse=True)
def een_keer_drukken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a document that was printed before, for another role or method, gets the same bytes."""
    monkeypatch.setattr(drukpers, "druk", _drukken)


@pytest.fixture(scope="module")
def _wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        yield bouw()
        transaction.set_rollback(True)


@pytest.fixture
def wereld(_wereld: Wereld, db: None) -> Wereld:
    """One of everything; what a test changes is undone after it."""
    return _wereld
