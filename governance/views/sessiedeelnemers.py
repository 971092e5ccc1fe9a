"""Who takes part in a session, who is the chair, and somebody who leaves."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from governance.forms.sessie import Vertrek
from governance.handelingen import sessies
from governance.handelingen.sessies import AL_GETELD, LOPEND, TOT_SLUITEN
from governance.models import Sessiedeelnemer, Sessiestatus
from governance.sessie.toegang import mag_voorbereiden
from governance.views.sessiekader import OOK_SCHRIJVEN, adres, sessiepagina, wie_voorbereidt
from governance.views.sessies import thuiscontext
from governance.views.sessievoorbereiding import nummers, probeer
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import RECHTEN, Recht, Rol
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import ONGELDIG, nu
from verbanden.views.poging import geweigerd

SCOORT = [rol for rol, rechten in RECHTEN.items() if Recht.SCOREN in rechten]
LEIDT = [rol for rol, rechten in RECHTEN.items() if Recht.SESSIE_LEIDEN in rechten]


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def deelnemers(request: Verzoek, sessie: Any) -> HttpResponse:
    """Who takes part; a POST adds who was ticked."""
    if request.method != "POST":
        return _toon(request, sessie)
    gekozen = list(Gebruiker.objects.filter(pk__in=nummers(request, "gebruiker"), is_active=True, rol__in=SCOORT))

    def doe() -> None:
        if not gekozen:
            raise ValidationError("Kies wie meedoet.")
        sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=gekozen, door=request.user, op=nu())

    wat = "1 deelnemer is" if len(gekozen) == 1 else f"{len(gekozen)} deelnemers zijn"
    return probeer(
        request, doe, f"{wat} toegevoegd.", adres("sessie_deelnemers", sessie), partial(_toon, request, sessie)
    )


@sessiepagina("POST", eis_recht=wie_voorbereidt)
def voorzitter(request: Verzoek, sessie: Any) -> HttpResponse:
    """Appoint the chair, also while the session runs."""
    wie = Gebruiker.objects.filter(pk__in=nummers(request, "voorzitter"), is_active=True).first()

    def doe() -> None:
        if wie is None:
            raise ValidationError("Kies een voorzitter.")
        sessies.vervang_voorzitter(sessie=sessie, voorzitter=wie, door=request.user, op=nu())

    gelukt = f"{wie} is voorzitter van deze sessie."
    return probeer(request, doe, gelukt, adres("sessie_deelnemers", sessie), partial(_toon, request, sessie))


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def verwijder(request: Verzoek, sessie: Any, deelnemer_id: int) -> HttpResponse:
    """Take somebody out, with an explicit choice whether the scores given so far count."""
    rij = Sessiedeelnemer.objects.filter(sessie_id=sessie.pk, pk=deelnemer_id).select_related("gebruiker").first()
    if rij is None:
        raise Http404("Deze deelnemer staat niet in de sessie.")
    if request.method != "POST":
        if rij.verwijderd_op or sessie.status not in LOPEND:
            return HttpResponseRedirect(adres("sessie_deelnemers", sessie))
        return _toon_vertrek(request, sessie, rij, Vertrek())
    formulier = Vertrek({"telt_mee": "nee"} if sessie.status == Sessiestatus.VOORBEREIDING else request.POST)
    if not formulier.is_valid():
        return _toon_vertrek(request, sessie, rij, formulier, ONGELDIG)
    telt_mee = formulier.cleaned_data["telt_mee"]
    doe = partial(sessies.verwijder_deelnemer, deelnemer=rij, telt_mee=telt_mee, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon_vertrek(request, sessie, rij, formulier, status)
    messages.success(request, f"{rij.gebruiker} doet niet meer mee.")
    return HttpResponseRedirect(adres("sessie_deelnemers", sessie))


def _toon(request: Verzoek, sessie: Any, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    context = thuiscontext(request, sessie, fouten)
    erin = {lid.gebruiker_id for groep in context["gelezen"].groepen for lid in groep.leden}
    mensen = list(Gebruiker.objects.filter(is_active=True, rol__in=[*SCOORT, *LEIDT]).order_by("fractie", "naam"))
    kan_erbij = sessie.status in TOT_SLUITEN
    scoorders = [een for een in mensen if een.rol in SCOORT and een.pk not in erin] if kan_erbij else []
    context |= {
        "raad": [een for een in scoorders if een.rol == Rol.RAADSLID],
        "college": [een for een in scoorders if een.rol != Rol.RAADSLID],
        "voorzitters": [een for een in mensen if een.pk in erin or mag_voorbereiden(een)],
        "kan_weg": sessie.status in LOPEND,
        "kan_erbij": kan_erbij,
    }
    return render(request, "governance/sessie_deelnemers.html", context, status=status)


def _toon_vertrek(
    request: Verzoek, sessie: Any, rij: Sessiedeelnemer, formulier: Vertrek, status: int = 200
) -> HttpResponse:
    geteld = sessie.samengevat and sessie.status == Sessiestatus.BESPREKEN
    context = {
        "sessie": sessie,
        "deelnemer": rij,
        "formulier": formulier,
        "scoort": sessie.status != Sessiestatus.VOORBEREIDING,
        "al_geteld": AL_GETELD if geteld else "",
    }
    return render(request, "governance/sessie_deelnemer_weg.html", context, status=status)
