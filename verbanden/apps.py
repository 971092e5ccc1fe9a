from django.apps import AppConfig


class VerbandenConfig(AppConfig):
    """Functie 2 and 2a: the register of partnerships, its overview and dashboards."""

    name = "verbanden"
    verbose_name = "Verbanden"
    default_auto_field = "django.db.models.BigAutoField"
