"""Giving a view of one's own beside the choice of a weighing."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.afweging import Lezing
from governance.forms.afwegingsoordeel import Oordeelformulier
from governance.handelingen import afwegingsoordelen
from governance.models import Afwegingsoordeel
from governance.regels.instrument import Soort
from governance.views.pagina import afwegingpagina, kader
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

VELDEN = ("functie", "vorm", "waarom")
INTUSSEN = "U veranderde dit standpunt intussen ergens anders. Kijk na wat hier staat en bewaar opnieuw."


@afwegingpagina("GET", "HEAD", "POST")
def oordeel(request: Verzoek, lezing: Lezing) -> HttpResponse:
    """The form for the view of this reader; saving goes back to the outcome."""
    eis(request.user, Recht.ADVISEREN)
    if weg := in_verleden(request):
        return weg
    vormen = lezing.kader.van(Soort.VORM)
    if request.method != "POST":
        bekend = _eigen(request, lezing)
        begin = {naam: getattr(bekend, naam) for naam in VELDEN} if bekend else {}
        return _toon(request, lezing, Oordeelformulier(initial=begin, vormen=vormen), bekend)
    formulier = Oordeelformulier(request.POST, vormen=vormen)
    if not formulier.is_valid():
        return _toon(request, lezing, formulier, _eigen(request, lezing), ONGELDIG)
    doe = partial(
        afwegingsoordelen.geef,
        afweging=lezing.afweging,
        gegevens=formulier.cleaned_data,
        versie=lees_versie(request.POST.get("versie")),
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, lezing, formulier, _eigen(request, lezing), status)
    messages.success(request, "Uw standpunt staat bij de afweging.")
    return HttpResponseRedirect(f"{reverse('governance:uitkomst', args=[lezing.afweging.id])}#standpunten")


def _toon(
    request: Verzoek,
    lezing: Lezing,
    formulier: Oordeelformulier,
    bekend: Afwegingsoordeel | None,
    status: int = 200,
) -> HttpResponse:
    stap = ("Uitkomst", reverse("governance:uitkomst", args=[lezing.afweging.id]))
    gedeeld = kader(request, lezing, tab="uitkomst")
    context = gedeeld | {
        "kruimels": [*gedeeld["kruimels"], stap],
        "formulier": formulier,
        "versie": bekend.versie if bekend else "",
        "bekend": bekend,
        "eerste": lezing.uitkomst.eerste if lezing.uitkomst.genoeg else None,
    }
    return render(request, "governance/afweging_oordeel.html", context, status=status)


def _eigen(request: Verzoek, lezing: Lezing) -> Afwegingsoordeel | None:
    gevonden: Afwegingsoordeel | None = Afwegingsoordeel.objects.filter(
        afweging_id=lezing.afweging.id, auteur=request.user
    ).first()
    return gevonden
