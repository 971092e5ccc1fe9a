"""The ontwikkelagenda of everything together, and the items for the municipality as a whole."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from evaluatie import ontwikkelbord
from evaluatie.forms.ontwikkelbord import Kieslijst
from evaluatie.forms.ontwikkelpunt import Gemeentepunt
from evaluatie.handelingen import ontwikkelagenda
from evaluatie.models import Ontwikkelpunt
from evaluatie.models.ontwikkelpunt import OPEN
from evaluatie.views.evaluatiepagina import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd


@require_safe
def bord(request: Verzoek) -> HttpResponse:
    """Board and list of all items, narrowed on partnership, owner and origin; and what was done last year."""
    eis(request.user, Recht.BEKIJKEN)
    jaar = request.peildatum.dag.year
    kies = Kieslijst(request.GET, kaarten=ontwikkelbord.kaarten(request.peildatum))
    gekozen = kies.gekozen()
    kolommen = ontwikkelbord.kolommen(gekozen, jaar)
    context = {
        "kies": kies,
        "kolommen": kolommen,
        "groepen": ontwikkelbord.per_verband(kaart for kolom in kolommen for kaart in kolom.kaarten),
        "vorig_jaar": jaar - 1,
        "toen_klaar": ontwikkelbord.klaar_in(gekozen, jaar - 1),
        "lopend": sum(kaart.rij.stand in OPEN for kaart in gekozen),
        "te_laat": [kaart for kaart in gekozen if kaart.dagen],
        "mag_bijhouden": not request.peildatum.verleden and mag(request.user, Recht.ONTWIKKELAGENDA_BIJHOUDEN),
    }
    return render(request, "evaluatie/ontwikkelbord.html", context)


def nieuw(request: Verzoek) -> HttpResponse:
    """A new item for the municipality as a whole."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.ONTWIKKELAGENDA_BIJHOUDEN)
    if weg := in_verleden(request):
        return weg
    if request.method != "POST":
        return _toon(request, Gemeentepunt(instance=Ontwikkelpunt()))
    formulier = Gemeentepunt(request.POST, instance=Ontwikkelpunt())
    if not formulier.is_valid():
        return _toon(request, formulier, status=ONGELDIG)
    waarden = formulier.waarden()
    doe = partial(ontwikkelagenda.voeg_gemeentepunt_toe, waarden=waarden, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon(request, formulier, status=status)
    messages.success(request, "Het punt staat op de ontwikkelagenda.")
    return HttpResponseRedirect(reverse("evaluatie:ontwikkelbord"))


def wijzig(request: Verzoek, gemeentepunt_id: int) -> HttpResponse:
    """Change an item for the municipality as a whole; a conflict shows what the other kept beside what was typed."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.ONTWIKKELAGENDA_BIJHOUDEN)
    if weg := in_verleden(request):
        return weg
    punt = _zoek(gemeentepunt_id)
    if request.method != "POST":
        return _toon(request, Gemeentepunt(instance=punt), punt)
    formulier = Gemeentepunt(request.POST, instance=_zoek(gemeentepunt_id))
    if not formulier.is_valid():
        return _toon(request, formulier, punt, ONGELDIG)
    versie = lees_versie(request.POST.get("versie"))
    rest: dict[str, Any] = {
        "waarden": formulier.waarden(),
        "reden": formulier.reden(),
        "door": request.user,
        "op": nu(),
    }
    if status := geweigerd(formulier, partial(ontwikkelagenda.wijzig_gemeentepunt, punt=punt, versie=versie, **rest)):
        return _toon(request, formulier, _zoek(gemeentepunt_id), status)
    messages.success(request, "Het punt is gewijzigd.")
    return HttpResponseRedirect(reverse("evaluatie:ontwikkelbord"))


def _zoek(gemeentepunt_id: int) -> Any:
    punt = Ontwikkelpunt.objects.filter(id=gemeentepunt_id, verband=None).first()
    if punt is None:
        raise Http404("Dit punt staat niet op de ontwikkelagenda van de gemeente.")
    return punt


def _toon(request: Verzoek, formulier: Gemeentepunt, punt: Any = None, status: int = 200) -> HttpResponse:
    context = {
        "formulier": formulier,
        "punt": punt,
        "onderwerp": "Gemeente",
        "ander": _ander(formulier, punt) if status == BOTSING else [],
        "kruimels": [("Ontwikkelagenda", reverse("evaluatie:ontwikkelbord"))],
    }
    return render(request, "evaluatie/gemeentepunt.html", context, status=status)


def _ander(formulier: Gemeentepunt, punt: Any) -> list[tuple[str, str]]:
    """What is kept now, field by field."""
    keuzes = {"stand": punt.get_stand_display()}
    return [
        (str(formulier.fields[naam].label), str(keuzes.get(naam, getattr(punt, naam) or "niets")))
        for naam in formulier.velden()
    ]
