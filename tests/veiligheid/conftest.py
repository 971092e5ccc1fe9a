"""The world in which the security tests look around: made once per module, gone afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.veiligheid.wereld import Wereld, bouw


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
