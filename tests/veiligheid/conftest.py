"""The world in which the security tests look around: made once per module, gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from samenwerkingswijzer import drukpers
from tests.veiligheid.papier import onthouden_druk
from tests.veiligheid.wereld import Wereld, gebouwd


@pytest.fixture(autouse=True)
def een_keer_drukken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that was printed before is not printed again."""
    monkeypatch.setattr(drukpers, "druk", onthouden_druk)


@pytest.fixture(scope="module")
def _wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    with django_db_blocker.unblock(), gebouwd() as wereld:
        yield wereld


@pytest.fixture
def wereld(_wereld: Wereld, db: None) -> Wereld:
    """One of everything; what a test changes is undone after it."""
    return _wereld
