"""Instruments and their versions: everybody reads them, the administrator edits a concept, tries it and publishes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.afweging import kader_van
from governance.forms.instrument import Keuzetekst, Publicatie, Vraagformulier
from governance.handelingen import instrumenten
from governance.models import Instrumentversie
from governance.proef import proef
from governance.regels.bewerking import met_keuze, met_vraag
from governance.regels.instrument import Soort
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

leesbaar_en_te_bewaren = require_http_methods(["GET", "HEAD", "POST"])
INTUSSEN = (
    "Iemand anders veranderde dit concept intussen. Uw wijziging is nog niet bewaard. Kijk haar na en bewaar opnieuw."
)
SOORTEN = {
    Soort.VORM: "Vormen",
    Soort.ROL: "Rollen, taken en bevoegdheden",
    Soort.AFSPRAAK: "Afspraken en instrumenten",
}


@leesbaar_en_te_bewaren
def versies(request: Verzoek) -> HttpResponse:
    """All versions of the instruments; a POST begins a concept."""
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
    return HttpResponseRedirect(_adres(concept))


def _toon_versies(request: Verzoek, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    rijen = list(Instrumentversie.objects.defer("inhoud").select_related("gepubliceerd_door"))
    bezig = {rij.soort for rij in rijen if rij.status == Instrumentversie.Status.CONCEPT}
    vrij = sorted({(rij.soort, rij.get_soort_display()) for rij in rijen if rij.soort not in bezig})
    context = {
        "versies": rijen,
        "kan_beginnen": vrij if mag(request.user, Recht.BEHEREN) else [],
        "fouten": [("", fout) for fout in fouten or ()],
    }
    return render(request, "governance/instrumenten.html", context, status=status)


@leesbaar_en_te_bewaren
def versie(request: Verzoek, versie_id: int) -> HttpResponse:
    """One version, whole; of a concept what it would change. A POST publishes a concept."""
    gevonden = _zoek(versie_id)
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
    return HttpResponseRedirect(_adres(gevonden))


@leesbaar_en_te_bewaren
def vraag(request: Verzoek, versie_id: int, kenmerk: str) -> HttpResponse:
    """Edit a question of a concept: its words, and the reasons and weights of its rules."""
    concept = _concept(request, versie_id)
    if not any(rij["id"] == kenmerk for rij in concept.inhoud["kenmerken"]):
        raise Http404("Deze vraag is er niet.")
    namen = {keuze.id: keuze.naam for keuze in kader_van(concept).keuzes}
    maak = partial(Vraagformulier, inhoud=concept.inhoud, kenmerk=kenmerk, namen=namen)

    def anders(formulier: Any) -> dict[str, Any]:
        return met_vraag(
            concept.inhoud,
            kenmerk,
            teksten=formulier.teksten(),
            uitgangspunt=formulier.cleaned_data["uitgangspunt"],
            opties=formulier.antwoorden(),
            regels=formulier.wijzigingen(),
        )

    return _bewerk(request, concept, maak, anders, "governance/instrument_vraag.html")


@leesbaar_en_te_bewaren
def keuze(request: Verzoek, versie_id: int, keuze: str) -> HttpResponse:
    """Edit the words of a form, role or agreement of a concept."""
    concept = _concept(request, versie_id)
    rijen = [rij for soort in concept.inhoud["repertoire"].values() for rij in soort if rij["id"] == keuze]
    if not rijen:
        raise Http404("Deze keuze is er niet.")

    def anders(formulier: forms.Form) -> dict[str, Any]:
        return met_keuze(concept.inhoud, keuze, formulier.cleaned_data)

    return _bewerk(request, concept, partial(Keuzetekst, keuze=rijen[0]), anders, "governance/instrument_keuze.html")


def _bewerk(request: Verzoek, concept: Instrumentversie, maak: Any, anders: Any, sjabloon: str) -> HttpResponse:
    if request.method != "POST":
        return _toon_formulier(request, concept, maak(), sjabloon)
    if weg := in_verleden(request):
        return weg
    formulier = maak(request.POST)
    if not formulier.is_valid():
        return _toon_formulier(request, concept, formulier, sjabloon, ONGELDIG)
    doe = partial(
        instrumenten.wijzig_concept,
        concept=concept,
        versie=lees_versie(request.POST.get("versie")),
        inhoud=anders(formulier),
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon_formulier(request, concept, formulier, sjabloon, status)
    messages.success(request, "Bewaard in het concept.")
    return HttpResponseRedirect(_adres(concept))


def _toon_formulier(
    request: Verzoek, concept: Instrumentversie, formulier: forms.Form, sjabloon: str, status: int = 200
) -> HttpResponse:
    actueel = Instrumentversie.objects.values_list("versie", flat=True).get(pk=concept.pk)
    context = {
        "kop": "Bewerk een vraag" if isinstance(formulier, Vraagformulier) else "Bewerk een tekst",
        "concept": concept,
        "formulier": formulier,
        "versie": actueel,
        "kruimels": _kruimels(concept),
    }
    return render(request, sjabloon, context, status=status)


def _toon(request: Verzoek, gevonden: Instrumentversie, formulier: Publicatie, status: int = 200) -> HttpResponse:
    kader = kader_van(gevonden)
    is_concept = gevonden.status == Instrumentversie.Status.CONCEPT
    context: Mapping[str, Any] = {
        "versie": gevonden,
        "kader": kader,
        "repertoire": [(titel, kader.van(soort)) for soort, titel in SOORTEN.items()],
        "proef": proef(gevonden, request.peildatum) if is_concept else None,
        "is_concept": is_concept,
        "mag_bewerken": is_concept and mag(request.user, Recht.BEHEREN),
        "formulier": formulier,
        "kruimels": _kruimels(),
    }
    return render(request, "governance/instrument.html", context, status=status)


def _concept(request: Verzoek, versie_id: int) -> Instrumentversie:
    eis(request.user, Recht.BEHEREN)
    gevonden = _zoek(versie_id)
    if gevonden.status != Instrumentversie.Status.CONCEPT:
        raise Http404("Een gepubliceerde versie verandert niet meer.")
    return gevonden


def _zoek(versie_id: int) -> Instrumentversie:
    gevonden: Instrumentversie | None = Instrumentversie.objects.filter(pk=versie_id).first()
    if gevonden is None:
        raise Http404("Deze versie is er niet.")
    return gevonden


def _kruimels(concept: Instrumentversie | None = None) -> list[tuple[str, str]]:
    eerste = [("Instrumenten", reverse("governance:instrumenten"))]
    return [*eerste, (str(concept), _adres(concept))] if concept else eerste


def _adres(gevonden: Instrumentversie) -> str:
    return reverse("governance:instrument", args=[gevonden.pk])
