"""Recording what raad and college decide, one partnership at a time or several that need no talk."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from governance.forms.uitkomst import Uitkomstformulier
from governance.handelingen import sessiebesluiten
from governance.models import Sessiestatus, Sessieverband
from governance.sessie.zaal import Plek, Zaalbeeld
from governance.views.sessiekader import OOK_SCHRIJVEN, adres, kader, leider, sessiepagina, wie_meekijkt
from governance.views.zaal import plekcontext, spreiding
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, lees_versie, naam, nu
from verbanden.views.poging import geweigerd

ROL = "Besluiten vastleggen"
GEEN_KEUZE = "Kies ten minste één verband."


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_meekijkt)
def bespreek(request: Verzoek, sessie: Any, nummer: int) -> HttpResponse:
    """One partnership with its spread and the form; saving goes on to the next in order that has no outcome."""
    leider(request, sessie)
    if sessie.status != Sessiestatus.BESPREKEN and request.method != "POST":
        return HttpResponseRedirect(adres("zaal", sessie))
    gezien, plek = _plek(request, sessie, nummer)
    if request.method != "POST":
        return _toon(request, sessie, gezien, plek, Uitkomstformulier(rij=plek.rij))
    formulier = Uitkomstformulier(request.POST, rij=plek.rij)
    if not formulier.is_valid():
        return _toon(request, sessie, gezien, plek, formulier, ONGELDIG)
    if status := geweigerd(formulier, _schrijf(request, plek, formulier)):
        gezien, plek = _plek(request, sessie, nummer)
        return _toon(request, sessie, gezien, plek, formulier, status)
    messages.success(request, f"Vastgelegd: {naam(plek.rij.verband)}.")
    verder = gezien.volgende_open(plek)
    return HttpResponseRedirect(adres("bespreken", sessie, verder.nummer) if verder else adres("zaal", sessie))


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_meekijkt)
def zonder(request: Verzoek, sessie: Any) -> HttpResponse:
    """Several partnerships that need no talk, recorded in one go: the proposal, or the decision that is in force."""
    leider(request, sessie)
    if sessie.status != Sessiestatus.BESPREKEN and request.method != "POST":
        return HttpResponseRedirect(adres("zaal", sessie))
    formulier = forms.Form({})  # the boxes stand on the page itself; this holds what is refused
    if request.method != "POST":
        return _toon_zonder(request, sessie, formulier)
    gekozen = [nummer for tekst in request.POST.getlist("verband") if (nummer := lees_versie(tekst))]
    rijen = list(Sessieverband.objects.filter(sessie_id=sessie.id, pk__in=gekozen))
    if not rijen:
        formulier.add_error(None, GEEN_KEUZE)
        return _toon_zonder(request, sessie, formulier, ONGELDIG)
    doe = partial(sessiebesluiten.zonder_bespreking, sessie=sessie, sessieverbanden=rijen, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon_zonder(request, sessie, formulier, status)
    wat = "1 verband is" if len(rijen) == 1 else f"{len(rijen)} verbanden zijn"
    messages.success(request, f"{wat} vastgelegd zonder bespreking.")
    return HttpResponseRedirect(adres("zaal", sessie))


def _schrijf(request: Verzoek, plek: Plek, formulier: Uitkomstformulier) -> Any:
    return partial(
        sessiebesluiten.leg_uitkomst_vast,
        sessieverband=plek.rij.rij,
        uitkomst=formulier.uitkomst(),
        versie=lees_versie(request.POST.get("versie")) or 0,
        door=request.user,
        op=nu(),
    )


def _plek(request: Verzoek, sessie: Any, nummer: int) -> tuple[Zaalbeeld, Plek]:
    """The partnership with this number, with the spread; 404 when it is not there or scoring is not closed."""
    gezien = spreiding(sessie, request.peildatum)
    plek = gezien.van(nummer) if gezien else None
    if gezien is None or plek is None:
        raise Http404("Dit verband staat niet in de sessie, of het scoren is nog niet gesloten.")
    return gezien, plek


def _toon(
    request: Verzoek, sessie: Any, gezien: Zaalbeeld, plek: Plek, formulier: Uitkomstformulier, status: int = 200
) -> HttpResponse:
    rij = plek.rij.rij
    vorige, volgende = gezien.buren(plek)
    context = {
        **kader(request, sessie, ROL),
        **plekcontext(gezien, plek),
        "formulier": formulier,
        "keuzes": formulier.keuzes(),
        "versie": rij.versie,
        "botsing": status == BOTSING,
        "vastgelegd_door": namen({rij.vastgelegd_door_id}, None).get(rij.vastgelegd_door_id, ""),
        "vorige": vorige,
        "volgende": volgende,
    }
    return render(request, "governance/bespreken.html", context, status=status)


def _toon_zonder(request: Verzoek, sessie: Any, formulier: forms.Form, status: int = 200) -> HttpResponse:
    gezien = spreiding(sessie, request.peildatum)
    plekken = [plek for plek in gezien.plekken if not plek.besloten] if gezien else []
    plekken.reverse()  # what people agree on most needs a talk least
    context = {
        **kader(request, sessie, ROL),
        "plekken": [(plek, naam(plek.rij.verband), _gelijk(plek)) for plek in plekken],
        "formulier": formulier,
        "gekozen": set(request.POST.getlist("verband")),
        "zaal": gezien,
    }
    return render(request, "governance/zonder_bespreking.html", context, status=status)


def _gelijk(plek: Plek) -> str:
    """The class that is recorded without a talk; empty when there is neither a proposal nor a decision before."""
    vorig = plek.rij.vorig
    voorstel: str = plek.rij.rij.voorstel_klasse
    return voorstel or (vorig.klasse if vorig else "")
