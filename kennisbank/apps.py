"""Django app of the function 'kennisbank'."""

from django.apps import AppConfig


class KennisbankConfig(AppConfig):
    """Registers the app under the label `kennisbank`."""

    name = "kennisbank"
    verbose_name = "Kennisbank"
    default_auto_field = "django.db.models.BigAutoField"
