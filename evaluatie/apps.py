"""Django app of the function 'evaluatie'."""

from django.apps import AppConfig


class EvaluatieConfig(AppConfig):
    """Registers the app under the label `evaluatie`."""

    name = "evaluatie"
    verbose_name = "Evaluatie"
