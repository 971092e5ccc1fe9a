"""Nobody gets in by default: not after installing, and not with the example municipality (T40)."""

from typing import Any

from django.contrib.auth.hashers import is_password_usable
from django.core.management import call_command

from samenwerkingswijzer.models import Gebruiker


def test_after_migrating_nobody_can_log_in(db: None) -> None:
    assert not Gebruiker.objects.exists()


def test_the_example_municipality_has_no_usable_password(db: None, settings: Any) -> None:
    settings.DEMO = True
    call_command("laad_voorbeeld", verbosity=0)
    gebruikers = list(Gebruiker.objects.all())
    assert gebruikers
    assert [gebruiker.email for gebruiker in gebruikers if is_password_usable(gebruiker.password)] == []
    assert all(gebruiker.email.endswith(".example") for gebruiker in gebruikers)
