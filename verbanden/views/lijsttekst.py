"""The texts of the paragraph for one list; two people who write at once lose nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.basis import Bewerkformulier
from verbanden.forms.editie import Editieteksten
from verbanden.handelingen import edities
from verbanden.lijst.toetsing import Lijst
from verbanden.models import Editie
from verbanden.views.bewerkpagina import BOTSING, in_verleden, nu
from verbanden.views.lijstpagina import adres, eis_recht, lijstpagina
from verbanden.views.vel import Vel, bewaar


@lijstpagina("GET", "HEAD", "POST")
def tekst(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """The form with the texts of the concept."""
    eis_recht(request, Recht.LIJST_SAMENSTELLEN)
    weg = in_verleden(request)
    if weg is not None:
        return weg
    editie = Editie.objects.van(lijst.soort.value, lijst.jaar).open().first()
    if editie is None:
        raise Http404("Er is geen concept van deze lijst. Begin het op de pagina met de controle.")
    toon = partial(_toon, request, lijst, editie)
    if request.method != "POST":
        return toon(Editieteksten(instance=editie), 200)
    return bewaar(request, _vel(request, lijst, editie, toon))


def _vel(request: Verzoek, lijst: Lijst, editie: Editie, toon: Any) -> Vel:
    rij = Editie.objects.get(id=editie.id)  # a ModelForm writes on its instance: the act gets one of its own

    def schrijf(*, waarden: dict[str, Any], versie: int | None, reden: str) -> list[str]:
        voor = Editie.objects.get(id=editie.id)
        na = edities.schrijf(editie=rij, waarden=waarden, versie=versie, door=request.user, op=nu(), reden=reden)
        return [naam for naam in waarden if getattr(voor, naam) != getattr(na, naam)]

    hier = adres("lijst_tekst", lijst)
    return Vel(
        verband=None,
        sleutel="tekst",
        titel="Visie en voornemens",
        rij=rij,
        formulier=Editieteksten(request.POST, instance=editie),
        schrijf=schrijf,
        toon=toon,
        klaar=hier,
        omgeving={
            "verband": lijst.titel,
            "kruimels": [(lijst.titel, adres("lijst", lijst)), ("Visie en voornemens", hier)],
            "onderwerp": f"Visie en voornemens, {lijst.titel.lower()}",
        },
    )


def _toon(request: Verzoek, lijst: Lijst, editie: Editie, formulier: Bewerkformulier, status: int) -> HttpResponse:
    context = {
        "lijst": lijst,
        "editie": editie,
        "mag_schrijven": True,
        "formulier": formulier,
        "botsing": status == BOTSING,
        "versie": editie.versie if status == 200 else request.POST.get("versie", "")[:20],
    }
    return render(request, "verbanden/lijst_tekst.html", context, status=status)
