"""Django app of the function 'evaluatie'."""

from importlib import import_module

from django.apps import AppConfig


class EvaluatieConfig(AppConfig):
    """Registers the app under the label `evaluatie`."""

    name = "evaluatie"
    verbose_name = "Evaluatie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add the ontwikkelagenda to the edit screens of a partnership."""
        import_module("evaluatie.onderdelen")
