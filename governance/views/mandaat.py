"""The check of one moment: the mandate beside it, and the answer of who may give it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from governance.forms.mandaat import Mandaatformulier
from governance.handelingen.momenten import toets_mandaat
from governance.mandaat import Toetsing, adres, besluiten
from governance.models import Moment
from governance.views.sessiekader import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, in_verleden, kruimels, lees_versie, naam, nu
from verbanden.views.poging import geweigerd

GELUKT = {
    Moment.Mandaat.JA: "Bewaard: dit past binnen het mandaat.",
    Moment.Mandaat.NEE: "Bewaard: dit valt buiten het mandaat. De griffie ziet het nu op haar startpagina.",
    Moment.Mandaat.WEET_NIET: "Bewaard: u weet het nog niet. De vraag blijft op uw startpagina staan.",
}
INTUSSEN = "Iemand anders veranderde dit moment intussen. Kijk het na en antwoord opnieuw."


def toets(request: Verzoek, moment_id: int) -> HttpResponse:
    """Read the mandate in force and the answer; a POST answers."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    moment, verband = _lees(request, moment_id)
    if request.method != "POST":
        return _toon(request, moment, verband, Mandaatformulier(initial={"antwoord": moment.mandaat}))
    if weg := in_verleden(request):
        return weg
    eis_hier(request, verband, Recht.MANDAAT_TOETSEN)
    formulier = Mandaatformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, moment, verband, formulier, ONGELDIG)
    antwoord, versie = formulier.cleaned_data["antwoord"], lees_versie(request.POST.get("versie"))
    doe = partial(toets_mandaat, moment=moment, antwoord=antwoord, versie=versie, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, *_lees(request, moment_id), formulier, status)
    messages.success(request, GELUKT[antwoord])
    return HttpResponseRedirect(adres(moment_id))


def _lees(request: Verzoek, moment_id: int) -> tuple[Any, Any]:
    """The moment and its partnership on the reference date."""
    toen = request.peildatum.moment
    moment = Moment.objects.op(toen, id=moment_id).first()
    verband = Samenwerkingsverband.objects.op(toen, id=moment.verband_id).first() if moment else None
    if moment is None or verband is None:
        raise Http404("Dit moment is er niet.")
    return moment, verband


def _toon(request: Verzoek, moment: Any, verband: Any, formulier: Mandaatformulier, status: int = 200) -> HttpResponse:
    vandaag, verleden = timezone.localdate(), request.peildatum.verleden
    context = {
        "toetsing": Toetsing(
            moment.titel,
            moment.datum,
            moment.get_wie_display(),
            moment.get_rol_raad_display(),
            moment.url,
            moment.get_mandaat_display(),
        ),
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": kruimels(verband),
        "besluit": besluiten(request.peildatum, [verband.id]).get(verband.id),
        "formulier": formulier,
        "versie": moment.versie,
        "mag_antwoorden": not verleden and mag(request.user, Recht.MANDAAT_TOETSEN, verband=verband, op=vandaag),
    }
    return render(request, "governance/mandaat.html", context, status=status)
