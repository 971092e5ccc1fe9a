"""The request as our views get it: after log in, with a reference date and htmx's headers."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum


class Verzoek(HttpRequest):
    """A request of someone who is logged in; only a type, Django makes the object."""

    user: Gebruiker
    peildatum: Peildatum
    htmx: HtmxDetails
