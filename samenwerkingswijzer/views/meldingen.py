"""The messages of somebody: the choice on their own page, and the link in a message that stops them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from samenwerkingswijzer.attendering.afmelden import van_wie
from samenwerkingswijzer.handelingen.meldingen import kies_weekbericht, wil_weekbericht
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.verzoek import Verzoek

ONBEKEND = "Deze link klopt niet. Kopieer de hele link uit het bericht, of log in en kies 'Meldingen'."


def meldingen(request: Verzoek) -> HttpResponse:
    """Whether the reader gets the weekly message; a POST chooses."""
    if request.method == "POST":
        aan = request.POST.get("weekbericht") == "aan"
        kies_weekbericht(aan=aan, door=request.user, op=timezone.now())
        messages.success(
            request, "Bewaard: u krijgt elke week een bericht." if aan else "Bewaard: u krijgt geen bericht."
        )
        return HttpResponseRedirect(reverse("account_meldingen"))
    return render(request, "account/meldingen.html", {"aan": wil_weekbericht(request.user)})


@never_cache
@login_not_required
def afmelden(request: HttpRequest, key: str) -> HttpResponse:
    """Stop the weekly message of whose key this is; only a POST does it, so that a mail scanner does not."""
    nummer = van_wie(key)
    gebruiker = Gebruiker.objects.filter(id=nummer).first() if nummer is not None else None
    if gebruiker is None:
        raise Http404(ONBEKEND)
    if request.method == "POST":
        kies_weekbericht(aan=False, door=gebruiker, op=timezone.now())
    return render(request, "account/afmelden.html", {"aan": wil_weekbericht(gebruiker), "key": key})
