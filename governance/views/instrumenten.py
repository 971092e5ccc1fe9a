"""Instruments and their versions as they were on the reference date; the administrator begins and publishes one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.afweging import kader_van
from governance.evaluatiekader import evaluatiekader_van
from governance.forms.instrument import Publicatie
from governance.handelingen import instrumenten
from governance.ladder import ladder_van
from governance.models import Instrumentversie
from governance.proef import handreikingproef, proef
from governance.regels.instrument import Soort
from governance.relevantie import handreiking_van
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

leesbaar_en_te_bewaren = require_http_methods(["GET", "HEAD", "POST"])
INTUSSEN = (
    "Iemand anders veranderde dit concept intussen. Uw wijziging is nog niet bewaard. Kijk haar na en bewaar opnieuw."
)
Beeld = Callable[[Verzoek, Instrumentversie, bool], dict[str, Any]]
SOORTEN = {
    Soort.VORM: "Vormen",
    Soort.ROL: "Rollen, taken en bevoegdheden",
    Soort.AFSPRAAK: "Afspraken en instrumenten",
}


@leesbaar_en_te_bewaren
def versies(request: Verzoek) -> HttpResponse:
    """All versions of the instruments on the reference date; a POST begins a concept."""
    if request.method != "POST":
        return _toon_versies(request)
    eis(request.user, Recht.BEHEREN)
    if weg := in_verleden(request):
        return weg
    soort = request.POST.get("soort", "")
    try:
        concept = instrumenten.begin_concept(soort=soort, door=request.user, op=nu())
    except ValidationError as fout:
        return _toon_versies(request, fout.messages, ONGELDIG)
    messages.success(request, "Het concept is begonnen. Wat gepubliceerd is, verandert niet.")
    return HttpResponseRedirect(adres(concept))


@leesbaar_en_te_bewaren
def versie(request: Verzoek, versie_id: int) -> HttpResponse:
    """One version, whole, as it was on the reference date; of a concept what it would change. A POST publishes it."""
    gevonden = zoek(request, versie_id)
    if request.method != "POST":
        return _toon(request, gevonden, Publicatie())
    eis(request.user, Recht.BEHEREN)
    if weg := in_verleden(request):
        return weg
    formulier = Publicatie(request.POST)
    if not formulier.is_valid():
        return _toon(request, gevonden, formulier, ONGELDIG)
    doe = partial(
        instrumenten.publiceer,
        concept=gevonden,
        versie=lees_versie(request.POST.get("versie")),
        toelichting=formulier.cleaned_data["toelichting"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, gevonden, formulier, status)
    messages.success(request, f"{gevonden} is gepubliceerd. Nieuwe afwegingen gebruiken deze versie.")
    return HttpResponseRedirect(adres(gevonden))


def zoek(request: Verzoek, versie_id: int) -> Instrumentversie:
    """This version as it was on the reference date; 404 when it was not there yet."""
    gevonden: Instrumentversie | None = Instrumentversie.objects.op(request.peildatum.moment, id=versie_id).first()
    if gevonden is None:
        raise Http404("Deze versie is er niet.")
    return gevonden


def adres(gevonden: Instrumentversie) -> str:
    """The page of a version."""
    return reverse("governance:instrument", args=[gevonden.id])


def kruimels(concept: Instrumentversie | None = None) -> list[tuple[str, str]]:
    """The way to a page of an instrument."""
    eerste = [("Instrumenten", reverse("governance:instrumenten"))]
    return [*eerste, (str(concept), adres(concept))] if concept else eerste


def _toon_versies(request: Verzoek, gebreken: list[str] | None = None, status: int = 200) -> HttpResponse:
    rijen = list(Instrumentversie.objects.op(request.peildatum.moment).defer("inhoud"))
    bezig = {rij.soort for rij in rijen if rij.status == Instrumentversie.Status.CONCEPT}
    vrij = sorted({(rij.soort, rij.get_soort_display()) for rij in rijen if rij.soort not in bezig})
    context = {
        "versies": rijen,
        "kan_beginnen": vrij if _beheert(request) else [],
        "fouten": [("", fout) for fout in gebreken or ()],
    }
    return render(request, "governance/instrumenten.html", context, status=status)


def _toon(request: Verzoek, gevonden: Instrumentversie, formulier: Publicatie, status: int = 200) -> HttpResponse:
    """A version on the page of its kind: other content, so another template."""
    is_concept = _is_concept(gevonden)
    mag_bewerken = is_concept and _beheert(request)
    sjabloon, beeld = BEELDEN.get(gevonden.soort, ("instrument", _kader))
    context = {
        "versie": gevonden,
        "naam": f"{gevonden.get_soort_display()}, versie {gevonden.nummer}",
        "is_concept": is_concept,
        "mag_bewerken": mag_bewerken,
        "formulier": formulier,
        "kruimels": kruimels(),
    }
    context |= beeld(request, gevonden, mag_bewerken)
    return render(request, f"governance/{sjabloon}.html", context, status=status)


def _kader(request: Verzoek, gevonden: Instrumentversie, mag_bewerken: bool) -> dict[str, Any]:
    kader = kader_van(gevonden)
    return {
        "kader": kader,
        "repertoire": [(titel, kader.van(soort)) for soort, titel in SOORTEN.items()],
        "proef": proef(gevonden, request.peildatum) if _is_concept(gevonden) else None,
        "gebreken": instrumenten.fouten(gevonden.soort, gevonden.inhoud) if mag_bewerken else [],
    }


def _handreiking(request: Verzoek, gevonden: Instrumentversie, mag_bewerken: bool) -> dict[str, Any]:
    return {
        "handreiking": handreiking_van(gevonden),
        "proef": handreikingproef(gevonden, request.peildatum) if _is_concept(gevonden) else None,
    }


def _ladder(request: Verzoek, gevonden: Instrumentversie, mag_bewerken: bool) -> dict[str, Any]:
    return {"ladder": ladder_van(gevonden)}


def _evaluatiekader(request: Verzoek, gevonden: Instrumentversie, mag_bewerken: bool) -> dict[str, Any]:
    kader = evaluatiekader_van(gevonden)
    return {"kader": kader, "delen": kader.per_thema(kader.criteria)}


def _is_concept(versie: Instrumentversie) -> bool:
    return versie.status == Instrumentversie.Status.CONCEPT


BEELDEN: dict[str, tuple[str, Beeld]] = {
    Instrumentversie.Soort.RELEVANTIE: ("instrument_handreiking", _handreiking),
    Instrumentversie.Soort.LADDER: ("instrument_ladder", _ladder),
    Instrumentversie.Soort.EVALUATIEKADER: ("instrument_evaluatiekader", _evaluatiekader),
}


def _beheert(request: Verzoek) -> bool:
    return not request.peildatum.verleden and mag(request.user, Recht.BEHEREN)
