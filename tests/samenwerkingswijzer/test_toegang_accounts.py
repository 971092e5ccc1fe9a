"""Nobody gets in by default after installing (T40)."""

from samenwerkingswijzer.models import Gebruiker


def test_after_migrating_nobody_can_log_in(db: None) -> None:
    assert not Gebruiker.objects.exists()
