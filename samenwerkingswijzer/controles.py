"""Checks of an installation, run by `python manage.py check --deploy` beside those of Django itself."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from samenwerkingswijzer.webserver import KORTSTE_SLEUTEL


@register(Tags.security, deploy=True)
def geen_demo(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The demo lets everybody in without a password."""
    if not settings.DEMO:
        return []
    return [
        Error("SW_DEMO staat aan: iedereen kan zonder wachtwoord naar binnen.", hint="Haal SW_DEMO weg.", id="sw.E001")
    ]


@register(Tags.security, deploy=True)
def geen_debug(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A page of DEBUG shows the inside of the portal."""
    if not settings.DEBUG:
        return []
    return [Error("SW_DEBUG staat aan: foutpagina's tonen de binnenkant.", hint="Haal SW_DEBUG weg.", id="sw.E002")]


@register(Tags.security, deploy=True)
def geheime_sleutel(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without a key of its own an installation forgets every session at each start."""
    if len(settings.OMGEVING.geheime_sleutel) >= KORTSTE_SLEUTEL:
        return []
    hint = "Maak er een met: python3 -c 'import secrets; print(secrets.token_urlsafe(60))'"
    return [Error(f"SW_SECRET_KEY ontbreekt of is korter dan {KORTSTE_SLEUTEL} tekens.", hint=hint, id="sw.E003")]


@register(Tags.security, deploy=True)
def adressen(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An installation names the addresses it answers on; `*` would let anybody choose the address in its links."""
    if settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        return []
    return [Error("SW_ALLOWED_HOSTS ontbreekt of bevat *.", hint="Noem het adres van het portaal.", id="sw.E004")]
