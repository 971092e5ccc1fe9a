"""Writing about a computed step: for the first time, or again with the conflict page of the edit screens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render

from governance.agenda.lezen import lees, stapadres
from governance.agenda.moment import Stapsleutel
from governance.forms.momenten import StapmomentFormulier
from governance.handelingen.stapmomenten import eis_schrijven, schrijf
from governance.models import Stapmoment
from governance.views.momenten import zoek
from governance.views.sessiekader import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views import vel
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, kruimels, nu
from verbanden.views.poging import geweigerd

INTUSSEN = "Iemand schreef intussen bij dit moment. Lees dat eerst."
GELUKT = "Bewaard. Verschuift de datum, dan blijft uw tekst bij dit moment staan."


@dataclass(frozen=True)
class Blad:
    """What somebody writes about: the step, by its title, and the row that is there already."""

    verband: Samenwerkingsverband
    sleutel: Stapsleutel
    titel: str
    rij: Stapmoment | None

    @property
    def klaar(self) -> str:
        """Where to go when it is saved."""
        return stapadres(self.verband.slug, self.sleutel)

    def leeg(self) -> Stapmoment:
        """A row to write in."""
        return Stapmoment(verband=self.verband, **self.sleutel._asdict())


def schrijven(request: Verzoek, slug: str, **sleutel: Any) -> HttpResponse:
    """Write about a computed step."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    if weg := in_verleden(request):
        return weg
    blad = _blad(request, slug, Stapsleutel(**sleutel))
    eis_schrijven(request.user, blad.verband, nu())
    if request.method != "POST":
        return _toon(request, blad, StapmomentFormulier(instance=blad.rij or blad.leeg()), 200)
    doe = partial(schrijf, verband=blad.verband, sleutel=blad.sleutel, door=request.user, op=nu())
    return _begin(request, blad, doe) if blad.rij is None else vel.bewaar(request, _vel(request, blad, blad.rij, doe))


def _blad(request: Verzoek, slug: str, sleutel: Stapsleutel) -> Blad:
    kern, stap, moment = zoek(request, lees(request.peildatum), slug, sleutel)
    verband = Samenwerkingsverband.objects.get(id=kern.id)
    rij = Stapmoment.objects.filter(verband=verband, **sleutel._asdict()).first()
    return Blad(verband, sleutel, moment.titel if moment else stap.titel, rij)


def _begin(request: Verzoek, blad: Blad, doe: Any) -> HttpResponse:
    """The first words about a step."""
    formulier = StapmomentFormulier(request.POST, instance=blad.leeg())
    if not formulier.is_valid():
        return _toon(request, blad, formulier, ONGELDIG)
    if status := geweigerd(formulier, partial(doe, waarden=formulier.waarden(), versie=None)):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, blad, formulier, status)
    messages.success(request, GELUKT)
    return HttpResponseRedirect(blad.klaar)


def _vel(request: Verzoek, blad: Blad, rij: Stapmoment, doe: Any) -> vel.Vel:
    """The sheet of what is there already; a copy, because checking a form changes the row it is given."""
    kopie = Stapmoment(**{veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields})
    kopie._state.adding = False

    def bewaar(*, waarden: Any, versie: int | None, reden: str = "") -> list[str]:
        del reden
        anders: list[str] = doe(waarden=waarden, versie=versie or 0)
        return anders

    formulier = StapmomentFormulier(request.POST, instance=kopie)
    return vel.Vel(
        blad.verband, "momenten", blad.titel, rij, formulier, bewaar, partial(_toon, request, blad), blad.klaar
    )


def _toon(request: Verzoek, blad: Blad, formulier: Any, status: int) -> HttpResponse:
    context = {
        "verband": blad.verband,
        "kruimels": [*kruimels(blad.verband), (blad.titel, blad.klaar)],
        "titel": blad.titel,
        "formulier": formulier,
        "versie": blad.rij.versie if blad.rij else "",
    }
    return render(request, "governance/agenda/schrijven.html", context, status=status)
