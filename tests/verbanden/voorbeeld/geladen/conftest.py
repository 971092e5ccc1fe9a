from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings


@pytest.fixture(scope="package")
def geladen(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The example municipality in the database, for all tests in this folder; gone after the last one."""
    with django_db_blocker.unblock():
        blok = transaction.atomic()
        blok.__enter__()
        with override_settings(DEMO=True):
            call_command("laad_voorbeeld", verbosity=0)
        yield
        transaction.set_rollback(True)
        blok.__exit__(None, None, None)
