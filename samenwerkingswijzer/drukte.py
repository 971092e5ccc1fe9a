"""A limit on what costs the server much: so many times a minute for one user, and then 429 (OWASP ASVS 5.0, 2.4.1)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse

from samenwerkingswijzer.foutpaginas import TE_VAAK, foutpagina, te_vaak
from samenwerkingswijzer.models import Drukte
from samenwerkingswijzer.verzoek import Verzoek

MINUUT = 60
WACHT = "U vroeg dit meer dan {aantal} keer in een minuut. Wacht een minuut en probeer het dan opnieuw."


def te_druk(request: Verzoek, soort: str) -> HttpResponse | None:
    """Count one request; the refusal when it is one too many, None otherwise. One query.

    `settings.GRENZEN` holds how many each kind may be in a minute. Only the first refusal of a minute goes into the
    audit log: who keeps trying must not be able to fill it.
    """
    grens = settings.GRENZEN[soort]
    aantal = Drukte.objects.tel(gebruiker_id=request.user.pk, soort=soort, duur=MINUUT)
    if aantal <= grens:
        return None
    uitleg = WACHT.format(aantal=grens)
    antwoord = te_vaak(request, uitleg) if aantal == grens + 1 else foutpagina(request, TE_VAAK, uitleg)
    antwoord["Retry-After"] = str(MINUUT)
    return antwoord
