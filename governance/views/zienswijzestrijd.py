"""Two people changed the same in a dossier: the conflict page of the edit screens, for the forms of a zienswijze."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from django.http import HttpResponse

from governance.forms.zienswijze import Zonderbrowsercontrole
from governance.views.zienswijzekader import adres, bewaar_formulier, naar_dossier
from governance.zienswijze.lezen import Dossier
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.basis import REDEN, Bewerkformulier
from verbanden.views import vel
from verbanden.views.bewerkpagina import BOTSING, lees_versie, naam

INTUSSEN = "Iemand anders veranderde dit intussen. Schrijf op waarom u dit verandert. Daarna kiest u per veld."
# The act: (waarden=..., versie=..., reden=...).
Schrijf = Callable[..., object]


def bewaar(
    request: Verzoek,
    een: Dossier,
    formulier: Zonderbrowsercontrole,
    rij: Gevolgd,
    schrijf: Schrijf,
    tonen: Callable[..., HttpResponse],
    *,
    gelukt: str,
    titel: str,
) -> HttpResponse:
    """Check and do; when somebody was first, both versions field by field. `rij` is what is edited, as it is today."""

    def doe(*, waarden: Mapping[str, Any], versie: int | None, reden: str = "") -> list[str]:
        schrijf(waarden=waarden, versie=versie, reden=reden)
        return list(waarden)

    # The form has the few methods of an edit form that the conflict page asks for.
    blad = vel.Vel(
        None,
        "",
        titel,
        rij,
        cast(Bewerkformulier, formulier),
        doe,
        tonen,
        adres(een),
        {
            "verband": een.verband,
            "kruimels": naar_dossier(een),
            "onderwerp": f"{titel}: {een.titel} van {naam(een.verband)}",
        },
    )
    if "samenvoegen" in request.POST:
        return vel.bewaar(request, blad)
    return bewaar_formulier(
        request,
        formulier,
        lambda: schrijf(
            waarden=formulier.waarden(), versie=lees_versie(request.POST.get("versie")), reden=formulier.reden()
        ),
        tonen,
        gelukt=gelukt,
        verder=adres(een),
        strijd=lambda: _vraag_reden(formulier, tonen) if formulier.mist_reden() else vel.bewaar(request, blad),
    )


def _vraag_reden(formulier: Zonderbrowsercontrole, tonen: Callable[..., HttpResponse]) -> HttpResponse:
    """The form again, with what was typed: why comes first, and then the choice per field."""
    formulier.add_error(REDEN, INTUSSEN)
    return tonen(formulier, BOTSING)
