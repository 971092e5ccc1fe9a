"""Django app of the function 'verbanden'."""

from django.apps import AppConfig


class VerbandenConfig(AppConfig):
    """Registers the app under the label `verbanden`."""

    name = "verbanden"
    verbose_name = "Verbanden"
