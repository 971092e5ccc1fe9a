"""The zienswijzen of all partnerships and of one, and the start of a new dossier."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.forms.zienswijze import Beginformulier
from governance.handelingen import zienswijzen
from governance.models import Raadsvraag, Zienswijze, Zienswijzestatus
from governance.views.zienswijzekader import OOK_SCHRIJVEN, bewaar_formulier, toon_formulier
from governance.zienswijze.lezen import dossiers, per_verband, portefeuille
from governance.zienswijze.weergave import puntregels
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import bewerkpagina, eis_hier, kruimels, naam, nu
from verbanden.views.dashboard import verband_of_404

S = Zienswijzestatus
BIJ_ONS = frozenset({S.ONTVANGEN, S.ADVIES, S.RAADSTEKST, S.VASTGESTELD})


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """Every zienswijze: what runs, what waits for an answer, and per partnership what came of it."""
    eis(request.user, Recht.BEKIJKEN)
    alle = portefeuille(request.peildatum)
    lopend = [een for een in alle if een.rij.status in BIJ_ONS]
    context = {
        "lopend": sorted(lopend, key=lambda d: (d.termijn.uiterlijk is None, d.termijn.uiterlijk, d.rij.ontvangen_op)),
        "wachtend": [een for een in reversed(alle) if een.rij.status == S.VERZONDEN],
        "te_beoordelen": [een for een in reversed(alle) if een.rij.status == S.BEANTWOORD],
        "per_verband": per_verband([een for een in alle if een.gegeven or een.klaar]),
        "open_vragen": Raadsvraag.objects.van(None, request.peildatum.moment).open().count(),
        "dag": request.peildatum.dag,
    }
    return render(request, "governance/zienswijzen.html", context)


@require_safe
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """What the raad asked of one partnership over the years, and what came of it."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    verband = verband_of_404(slug, peildatum)
    alle = dossiers(peildatum, {verband.id: verband})
    vandaag = timezone.localdate()
    context = {
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": [*kruimels(verband), ("Zienswijzen", reverse("governance:zienswijzen"))],
        "dossiers": alle,
        "samen": per_verband(alle)[0] if alle else None,
        "regels": puntregels(alle),
        "dag": peildatum.dag,
        "mag_beginnen": not peildatum.verleden
        and mag(request.user, Recht.ZIENSWIJZE_BIJHOUDEN, verband=verband, op=vandaag),
    }
    return render(request, "governance/zienswijzen_verband.html", context)


@bewerkpagina(*OOK_SCHRIJVEN)
def nieuw(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """A draft came: begin a dossier."""
    eis_hier(request, verband, Recht.ZIENSWIJZE_BIJHOUDEN)
    tonen = partial(_toon_nieuw, request, verband)
    if request.method != "POST":
        return tonen(Beginformulier(initial={"jaar": timezone.localdate().year + 1}))
    formulier = Beginformulier(request.POST)
    begonnen: list[Zienswijze] = []

    def doe() -> None:
        begonnen.append(zienswijzen.begin(verband=verband, waarden=formulier.cleaned_data, door=request.user, op=nu()))

    return bewaar_formulier(
        request,
        formulier,
        doe,
        tonen,
        gelukt="Het dossier is begonnen. De termijn staat hieronder.",
        verder=lambda: reverse("governance:zienswijze", args=[begonnen[0].pk]),
    )


def _toon_nieuw(
    request: Verzoek, verband: Samenwerkingsverband, formulier: Beginformulier, status: int = 200
) -> HttpResponse:
    terug = reverse("governance:zienswijzen_verband", args=[verband.slug])
    context: dict[str, Any] = {
        "kop": "Nieuwe zienswijze",
        "onder": naam(verband),
        "uitleg": "Er is een ontwerp binnen waar de raad iets van kan vinden. Het portaal rekent de termijn uit.",
        "formulier": formulier,
        "velden": list(formulier),
        "kruimels": [*kruimels(verband), ("Zienswijzen", terug)],
        "knop": "Begin het dossier",
        "terug": terug,
    }
    return toon_formulier(request, context, status)
