"""Looking around in the demo: one click logs in one of the example accounts. Outside the demo nothing of this exists.

Example accounts are those with an address under `.example`, a domain that nobody can own (RFC 2606).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol

DOMEIN = ".example"


@dataclass(frozen=True)
class Demoaccount:
    """An example account on the login page."""

    email: str
    naam: str
    rol_naam: str


def demo_accounts() -> list[Demoaccount]:
    """The example accounts in the order of the roles; none outside the demo."""
    if not settings.DEMO:
        return []
    volgorde = Rol.values
    gebruikers = sorted(_voorbeelden(), key=lambda gebruiker: (volgorde.index(gebruiker.rol), gebruiker.naam))
    return [Demoaccount(gebruiker.email, gebruiker.naam, Rol(gebruiker.rol).label) for gebruiker in gebruikers]


@never_cache
@csrf_protect
@login_not_required
def inloggen(request: HttpRequest) -> HttpResponse:
    """Log in as the example account with this `email`; POST only."""
    if not settings.DEMO:
        raise Http404("Deze pagina bestaat alleen in de demo.")
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    gebruiker = _voorbeelden().filter(email__iexact=request.POST.get("email", "")).first()
    if gebruiker is None:
        raise Http404("Dit voorbeeldaccount bestaat niet.")
    login(request, gebruiker)
    return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))


def _voorbeelden() -> QuerySet[Gebruiker]:
    return Gebruiker.objects.filter(is_active=True, email__iendswith=DOMEIN)
