from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SamenwerkingswijzerConfig(AppConfig):
    """Shared ground: users, rights, reference date, registry of functions, audit."""

    name = "samenwerkingswijzer"
    verbose_name = "Samenwerkingswijzer"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        autodiscover_modules("controles", "functie", "signalen")
