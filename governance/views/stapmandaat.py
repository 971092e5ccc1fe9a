"""The check of a computed step: the mandate beside it, and the answer of who may give it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from governance.agenda.feiten import Verbandkern
from governance.agenda.lezen import lees, stapadres
from governance.agenda.moment import Agendamoment, Stapsleutel
from governance.forms.mandaat import Mandaatformulier
from governance.handelingen.stapmomenten import toets_mandaat
from governance.mandaat import Toetsing, besluiten, stapmandaat
from governance.models import Mandaat, RolRaad, Stapmoment
from governance.regels.termijnen.stap import Stap
from governance.views.mandaat import GELUKT, INTUSSEN
from governance.views.momenten import GEEN_MOMENT, zoek
from governance.views.sessiekader import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, in_verleden, kruimels, lees_versie, naam, nu
from verbanden.views.poging import geweigerd


@dataclass(frozen=True)
class Blad:
    """What is held against the mandate: a step of a partnership, and what was written about it (None: nothing)."""

    verband: Any
    kern: Verbandkern
    sleutel: Stapsleutel
    stap: Stap
    moment: Agendamoment | None
    rij: Any

    @property
    def toetsing(self) -> Toetsing:
        """The step in words."""
        moment, rij = self.moment, self.rij
        return Toetsing(
            moment.titel if moment else self.stap.titel,
            moment.datum if moment else None,
            self.stap.wie.capitalize(),
            str(RolRaad(moment.rol if moment else self.stap.rol.value).label),
            rij.url if rij else "",
            str(Mandaat(rij.mandaat if rij else "").label),
        )


def toets(request: Verzoek, slug: str, **sleutel: Any) -> HttpResponse:
    """Read the mandate in force and the answer about a step of college or board; a POST answers."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    blad = _lees(request, slug, Stapsleutel(**sleutel))
    if request.method != "POST":
        return _toon(request, blad, Mandaatformulier(initial={"antwoord": blad.rij.mandaat if blad.rij else ""}))
    if weg := in_verleden(request):
        return weg
    eis_hier(request, blad.verband, Recht.MANDAAT_TOETSEN)
    formulier = Mandaatformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, blad, formulier, ONGELDIG)
    antwoord, versie = formulier.cleaned_data["antwoord"], lees_versie(request.POST.get("versie"))
    verband = Samenwerkingsverband.objects.get(id=blad.kern.id)
    doe = partial(toets_mandaat, verband=verband, sleutel=blad.sleutel, door=request.user, op=nu())
    if status := geweigerd(formulier, partial(doe, antwoord=antwoord, versie=versie)):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, _lees(request, slug, blad.sleutel), formulier, status)
    messages.success(request, GELUKT[antwoord])
    return HttpResponseRedirect(stapmandaat(slug, blad.sleutel))


def _lees(request: Verzoek, slug: str, sleutel: Stapsleutel) -> Blad:
    """The step and what was written about it on the reference date; a step of the raad itself has no mandate."""
    kern, stap, moment = zoek(request, lees(request.peildatum), slug, sleutel)
    toen = request.peildatum.moment
    verband = Samenwerkingsverband.objects.op(toen, id=kern.id).first()
    if verband is None or stap.voor_de_raad:
        raise Http404(GEEN_MOMENT)
    rij = Stapmoment.objects.op(toen, verband_id=kern.id, **sleutel._asdict()).first()
    return Blad(verband, kern, sleutel, stap, moment, rij)


def _toon(request: Verzoek, blad: Blad, formulier: Mandaatformulier, status: int = 200) -> HttpResponse:
    vandaag, verleden = timezone.localdate(), request.peildatum.verleden
    titel, verband = blad.toetsing.titel, blad.verband
    context = {
        "toetsing": blad.toetsing,
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": [*kruimels(verband), (titel, stapadres(blad.kern.slug, blad.sleutel))],
        "besluit": besluiten(request.peildatum, [verband.id]).get(verband.id),
        "formulier": formulier,
        "versie": blad.rij.versie if blad.rij else "",
        "mag_antwoorden": not verleden and mag(request.user, Recht.MANDAAT_TOETSEN, verband=verband, op=vandaag),
    }
    return render(request, "governance/mandaat.html", context, status=status)
