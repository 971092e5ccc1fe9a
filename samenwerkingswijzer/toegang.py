"""How people get in: only with an account that the beheerder made, by a form that counts every failure."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.forms import ResetPasswordForm
from allauth.account.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse

from samenwerkingswijzer.foutpaginas import TE_VAAK
from samenwerkingswijzer.signalen import meld_mislukt

TE_VEEL_POGINGEN = "too_many_login_attempts"


class ToegangAdapter(DefaultAccountAdapter):
    """Closes self-registration, answers in pages only, and keeps what the limits refuse."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers an account for themselves."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Forms answer with pages, never with JSON."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; one too many goes into the audit log."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            meld_mislukt(credentials, reden="te vaak geprobeerd")
            raise


class Inloggen(LoginView):
    """The log-in page; 429 when this address or this account was tried too often."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, with what is wrong."""
        antwoord: HttpResponse = super().form_invalid(form)
        if form.has_error("__all__", TE_VEEL_POGINGEN):
            antwoord.status_code = TE_VAAK
        return antwoord


class WachtwoordWijzigen(PasswordChangeView):
    """A new password for who knows the old one; an account without password has no such page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse an account that enters another way, such as those of the demo."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404("Dit account heeft geen wachtwoord.")
        antwoord: HttpResponse = super().dispatch(request, *args, **kwargs)
        return antwoord


class Wachtwoordaanvraag(ResetPasswordForm):
    """Asks for a new password. Every address gets a message, so nobody learns who has an account."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the way to a new password, or the news that there is no account with this address."""
        email: str = self.cleaned_data["email"]
        if self.users:
            super().save(request, **kwargs)
        else:
            get_adapter().send_mail("account/email/unknown_account", email, {})
        return email
