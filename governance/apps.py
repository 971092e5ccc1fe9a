from importlib import import_module

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Functie 1: strategy and alliance management; the moments at which raad and college act."""

    name = "governance"
    verbose_name = "Governance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the moments to the edit screens of a partnership."""
        import_module("governance.onderdelen")
