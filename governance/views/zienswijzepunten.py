"""Forms inside a dossier: a point that we ask, and what another council said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from governance.forms.zienswijze import Andereformulier, Puntformulier, stand_nu
from governance.handelingen import zienswijzepunten
from governance.handelingen.zienswijzepunten import ANDER, VRAAG, mag_voorstellen
from governance.models import AndereZienswijze, Zienswijze, Zienswijzepunt
from governance.models.zienswijze import BIJ_DE_RAAD
from governance.views import zienswijzestrijd
from governance.views.zienswijzekader import (
    OOK_SCHRIJVEN,
    adres,
    bewaar_formulier,
    dossierpagina,
    naar_dossier,
    toon_formulier,
)
from governance.zienswijze.lezen import Dossier
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, lees_versie, naam, nu

WEG = "verwijder"


def _eis_voorstellen(request: Verzoek, een: Dossier) -> None:
    if not mag_voorstellen(request.user, een.verband, timezone.localdate()):
        eis_hier(request, een.verband, Recht.ZIENSWIJZE_ADVISEREN)


@dossierpagina(*OOK_SCHRIJVEN, schrijft=True)
def punt_nieuw(request: Verzoek, een: Dossier) -> HttpResponse:
    """Propose a point."""
    _eis_voorstellen(request, een)
    if request.method != "POST" and een.rij.status not in BIJ_DE_RAAD:
        return HttpResponseRedirect(adres(een))
    tonen = partial(_toon, request, een, kop="Stel een punt voor")
    if request.method != "POST":
        return tonen(Puntformulier(initial={"voorstel_van": request.user.fractie or request.user.get_rol_display()}))
    formulier = Puntformulier(request.POST)
    return bewaar_formulier(
        request,
        formulier,
        lambda: zienswijzepunten.voeg_punt_toe(
            zienswijze=_vers(een), waarden=formulier.cleaned_data, door=request.user, op=nu()
        ),
        tonen,
        gelukt="Het punt staat op de lijst.",
        verder=adres(een),
    )


@dossierpagina(*OOK_SCHRIJVEN, schrijft=True)
def punt(request: Verzoek, een: Dossier, punt_id: int) -> HttpResponse:
    """Change a point, or take it away, until the raad decides."""
    _eis_voorstellen(request, een)
    rij = Zienswijzepunt.objects.filter(pk=punt_id, zienswijze_id=een.rij.id).select_related("zienswijze").first()
    if rij is None:
        raise Http404("Dit punt is er niet.")
    if request.method != "POST" and een.rij.status not in BIJ_DE_RAAD:
        return HttpResponseRedirect(adres(een))
    tonen = partial(_toon, request, een, kop="Verander een punt", rij=rij)
    begin = {veld: getattr(rij, veld) for veld in VRAAG}
    if request.method != "POST":
        return tonen(Puntformulier(initial=begin))
    versie = lees_versie(request.POST.get("versie"))
    if request.POST.get("actie") == WEG:
        weg = partial(zienswijzepunten.haal_punt_weg, punt=rij, versie=versie, door=request.user, op=nu())
        return _haal_weg(request, een, weg, partial(tonen, Puntformulier(initial=begin)), "Het punt is weggehaald.")

    def doe(*, waarden: Mapping[str, Any], versie: int | None, reden: str = "") -> None:
        del reden
        zienswijzepunten.wijzig_punt(punt=rij, waarden=waarden, versie=versie, door=request.user, op=nu())

    formulier, gelukt = Puntformulier(request.POST), "Het punt is bewaard."
    return zienswijzestrijd.bewaar(request, een, formulier, rij, doe, tonen, gelukt=gelukt, titel="Punt")


@dossierpagina(*OOK_SCHRIJVEN, schrijft=True)
def andere_nieuw(request: Verzoek, een: Dossier) -> HttpResponse:
    """Keep what another council says about the same draft."""
    eis_hier(request, een.verband, Recht.ZIENSWIJZE_BIJHOUDEN)
    tonen = partial(_toon, request, een, kop="Wat vindt een andere raad")
    if request.method != "POST":
        return tonen(Andereformulier(nieuw=True))
    formulier = Andereformulier(request.POST, nieuw=True)
    return bewaar_formulier(
        request,
        formulier,
        lambda: zienswijzepunten.voeg_andere_toe(
            zienswijze=_vers(een), waarden=formulier.cleaned_data, door=request.user, op=nu()
        ),
        tonen,
        gelukt="Bewaard bij 'Andere raden'.",
        verder=adres(een),
    )


@dossierpagina(*OOK_SCHRIJVEN, schrijft=True)
def andere(request: Verzoek, een: Dossier, andere_id: int) -> HttpResponse:
    """Change what another council said, or take it away."""
    eis_hier(request, een.verband, Recht.ZIENSWIJZE_BIJHOUDEN)
    rijen = AndereZienswijze.objects.filter(pk=andere_id, zienswijze_id=een.rij.id)
    rij = rijen.select_related("zienswijze", "organisatie").first()
    if rij is None:
        raise Http404("Deze zienswijze van een andere raad is er niet.")
    tonen = partial(_toon, request, een, kop=rij.organisatie.naam, rij=rij)
    begin = {veld: getattr(rij, veld) for veld in ANDER}
    if request.method != "POST":
        return tonen(Andereformulier(initial=begin))
    versie = lees_versie(request.POST.get("versie"))
    if request.POST.get("actie") == WEG:
        weg = partial(zienswijzepunten.haal_andere_weg, rij=rij, versie=versie, door=request.user, op=nu())
        return _haal_weg(request, een, weg, partial(tonen, Andereformulier(initial=begin)), "Weggehaald.")

    def doe(*, waarden: Mapping[str, Any], versie: int | None, reden: str = "") -> None:
        del reden
        zienswijzepunten.wijzig_andere(rij=rij, waarden=waarden, versie=versie, door=request.user, op=nu())

    formulier, gelukt = Andereformulier(request.POST), "Bewaard bij 'Andere raden'."
    return zienswijzestrijd.bewaar(request, een, formulier, rij, doe, tonen, gelukt=gelukt, titel="Andere raad")


def _vers(een: Dossier) -> Zienswijze:
    zienswijze: Zienswijze = Zienswijze.objects.get(pk=een.rij.id)
    return zienswijze


def _haal_weg(request: Verzoek, een: Dossier, weg: Any, tonen: Any, gelukt: str) -> HttpResponse:
    """Take it away and go back; or show the form with why not."""
    try:
        weg()
    except VersieConflict:
        return tonen(status=BOTSING)  # type: ignore[no-any-return]  # a page
    except ValidationError as fout:
        return tonen(status=ONGELDIG, geweigerd=fout.messages)  # type: ignore[no-any-return]  # a page
    messages.success(request, gelukt)
    return HttpResponseRedirect(adres(een))


def _toon(
    request: Verzoek,
    een: Dossier,
    formulier: Any,
    status: int = 200,
    *,
    kop: str,
    rij: Any = None,
    geweigerd: Sequence[str] = (),
) -> HttpResponse:
    actueel = type(rij)._default_manager.filter(pk=rij.pk).first() if rij else None
    eigen = VRAAG if isinstance(rij, Zienswijzepunt) else ANDER
    context = {
        "kop": kop,
        "onder": f"{een.titel}, {naam(een.verband)}",
        "formulier": formulier,
        "velden": list(formulier),
        "versie": actueel.versie if actueel else None,
        "weghalen": rij is not None,
        "nu": stand_nu(actueel, eigen) if status == BOTSING and actueel else (),
        "fouten": [("", tekst) for tekst in geweigerd],
        "kruimels": naar_dossier(een),
        "knop": "Bewaar",
        "terug": adres(een),
    }
    return toon_formulier(request, context, status)
