"""The handreiking politieke relevantie of one partnership: filled in by the accounthouder, read by everybody."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.forms.relevantie import Relevantieformulier, begin
from governance.handelingen import relevantie as handelingen
from governance.models import Relevantie
from governance.regels.relevantie.handreiking import Handreiking
from governance.regels.relevantie.voorstel import stel_voor
from governance.relevantie import Ingevuld, geldende_handreiking, ingevuld, sessiejaar
from governance.relevantiesignalen import signalen
from governance.views.pagina import mag_invullen
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.models.keuzes import Reden
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, in_verleden, kruimels, lees_versie, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

METHODEN = ("GET", "HEAD", "POST")
INTUSSEN = (
    "Iemand anders vulde de handreiking intussen in. Er is niets bewaard. Hieronder staat wat u invulde; kijk het na "
    "en bewaar opnieuw. Dan geldt uw versie, en de andere blijft in de geschiedenis."
)


def relevantie(request: Verzoek, slug: str) -> HttpResponse:
    """The answers for the coming session with the proposal beside them; a POST writes them."""
    if request.method not in METHODEN:
        return HttpResponseNotAllowed(METHODEN)
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    jaar = sessiejaar(request.peildatum.dag)
    gevuld = ingevuld([verband.id], jaar, request.peildatum.moment).get(verband.id)
    handreiking = gevuld.handreiking if gevuld else geldende_handreiking()
    if handreiking is None:
        return render(request, "governance/relevantie_leeg.html", _rand(request, verband, jaar), status=200)
    if request.method != "POST":
        return _toon(request, verband, handreiking, gevuld, _formulier(handreiking, gevuld))
    return in_verleden(request) or _bewaar(request, verband, jaar, handreiking, gevuld)


def _formulier(handreiking: Handreiking, gevuld: Ingevuld | None) -> Relevantieformulier:
    return Relevantieformulier(handreiking=handreiking, initial=begin(gevuld.rij if gevuld else None))


def _bewaar(
    request: Verzoek, verband: Samenwerkingsverband, jaar: int, handreiking: Handreiking, gevuld: Ingevuld | None
) -> HttpResponse:
    eis_hier(request, verband, Recht.BEWERKEN)
    formulier = Relevantieformulier(request.POST, handreiking=handreiking)
    if not formulier.is_valid():
        return _toon(request, verband, handreiking, gevuld, formulier, ONGELDIG)
    doe = partial(
        handelingen.vul_in,
        verband=verband,
        jaar=jaar,
        versie=lees_versie(request.POST.get("versie")),
        antwoorden=formulier.antwoorden(),
        vraagstukken=formulier.vraagstukken(),
        toelichting=formulier.cleaned_data["toelichting"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        vers = ingevuld([verband.id], jaar, None).get(verband.id)
        return _toon(request, verband, handreiking, vers, formulier, status)
    messages.success(request, "De handreiking is bewaard. Het voorstel staat ernaast.")
    return HttpResponseRedirect(reverse("governance:relevantie", args=[verband.slug]))


def _rand(request: Verzoek, verband: Samenwerkingsverband, jaar: int) -> dict[str, Any]:
    return {
        "verband": verband,
        "kruimels": kruimels(verband),
        "onderwerp": naam(verband),
        "jaar": jaar,
        "mag_invullen": mag_invullen(request, verband),
    }


def _toon(
    request: Verzoek,
    verband: Samenwerkingsverband,
    handreiking: Handreiking,
    gevuld: Ingevuld | None,
    formulier: Relevantieformulier,
    status: int = 200,
) -> HttpResponse:
    rij: Relevantie | None = gevuld.rij if gevuld else None
    voorstel = gevuld.voorstel if gevuld else stel_voor(handreiking, {})
    context = {
        **_rand(request, verband, sessiejaar(request.peildatum.dag)),
        "handreiking": handreiking,
        "rij": rij,
        "voorstel": voorstel,
        "redenen": ", ".join(Reden(reden).label for reden in voorstel.redenen).lower(),
        "vragen": [(vraag, formulier[f"v-{vraag.id}"]) for vraag in handreiking.vragen],
        "formulier": formulier,
        "vrije_velden": [veld for veld in formulier if not veld.name.startswith("v-")],
        "versie": rij.versie if rij else "",
        "signalen": signalen(verband, request.peildatum),
    }
    return render(request, "governance/relevantie.html", context, status=status)
