"""Django app of the function 'governance'."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Registers the app under the label `governance`."""

    name = "governance"
    verbose_name = "Governance"
