"""The ontwikkelagenda of a partnership; a gap of another page becomes an item of it with one click."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from evaluatie.forms.ontwikkelpunt import Gat
from evaluatie.gedaan import gedaan_van
from evaluatie.handelingen import ontwikkelagenda
from evaluatie.ontwikkelagenda import punten
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import ONGELDIG, eis_hier, in_verleden, kruimels, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

METHODEN = ("GET", "HEAD", "POST")


def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """The items of one partnership; a POST puts a gap on the agenda and leads back to the page that showed it."""
    if request.method not in METHODEN:
        return HttpResponseNotAllowed(METHODEN)
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    if request.method != "POST":
        return _toon(request, verband, Gat())
    return in_verleden(request) or _zet_op_agenda(request, verband)


def _zet_op_agenda(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    eis_hier(request, verband, Recht.BEWERKEN)
    gat = Gat(request.POST)
    if not gat.is_valid():
        return _toon(request, verband, gat, ONGELDIG)
    doe = partial(ontwikkelagenda.zet_op_agenda, verband=verband, **gat.cleaned_data, door=request.user, op=nu())
    if status := geweigerd(gat, doe):
        return _toon(request, verband, gat, status)
    messages.success(request, "Het punt staat op de ontwikkelagenda. Vul daar in wie het doet en wanneer.")
    herkomst = gat.cleaned_data["herkomst"]
    bron = register.herkomst(herkomst)
    terug = bron.adres(herkomst, verband.slug) if bron else ""
    return HttpResponseRedirect(terug or reverse("evaluatie:ontwikkelagenda", args=[verband.slug]))


def _toon(request: Verzoek, verband: Samenwerkingsverband, gat: Gat, status: int = 200) -> HttpResponse:
    peildatum = request.peildatum
    alle = punten(verband, peildatum.dag, peildatum.moment)
    context = {
        "verband": verband,
        "kruimels": kruimels(verband),
        "onderwerp": naam(verband),
        "lopend": [punt for punt in alle if punt.open],
        "afgerond": [punt for punt in alle if not punt.open],
        "gedaan": gedaan_van(verband, peildatum, (peildatum.dag.year, peildatum.dag.year - 1)),
        "formulier": gat,
        "mag_bewerken": not peildatum.verleden and mag(request.user, Recht.BEWERKEN, verband=verband, op=peildatum.dag),
    }
    return render(request, "evaluatie/ontwikkelagenda.html", context, status=status)
