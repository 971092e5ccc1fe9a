"""How people get in: only with an account that the beheerder made."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ToegangAdapter(DefaultAccountAdapter):
    """Closes self-registration; accounts are made by the beheerder."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers an account for themselves."""
        return False
