"""Changing a concept of an instrument: the words and rules of a question, the words of a choice, a hard rule."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from governance.afweging import kader_van
from governance.forms.instrument import Keuzetekst, Vraagformulier
from governance.forms.instrument_erbij import HardeRegel
from governance.handelingen import instrumenten
from governance.models import Instrumentversie
from governance.regels.bewerking import Inhoud, met_keuze, met_vraag
from governance.regels.uitbreiding import NogInGebruik
from governance.views.instrumenten import INTUSSEN, adres, kruimels, leesbaar_en_te_bewaren, zoek
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

Anders = Callable[[Any], dict[str, Any]]  # the filled form -> the content as it becomes
Pagina = Callable[..., HttpResponse]


def conceptpagina_van(*soorten: str) -> Callable[[Pagina], Pagina]:
    """A page on which the administrator changes a concept: gives the view the concept in place of its number.

    404 for a version that was published and for an instrument of another kind, 403 in the past.
    """

    def versier(pagina: Pagina) -> Pagina:
        @leesbaar_en_te_bewaren
        @wraps(pagina)
        def open_pagina(request: Verzoek, versie_id: int, **rest: Any) -> HttpResponse:
            eis(request.user, Recht.BEHEREN)
            if weg := in_verleden(request):
                return weg
            concept = zoek(request, versie_id)
            if concept.status != Instrumentversie.Status.CONCEPT or concept.soort not in soorten:
                raise Http404("Een gepubliceerde versie verandert niet meer.")
            return pagina(request, concept, **rest)

        return open_pagina

    return versier


conceptpagina = conceptpagina_van(Instrumentversie.Soort.AFWEGINGSKADER, Instrumentversie.Soort.ZELF_DOEN)


@conceptpagina
def vraag(request: Verzoek, concept: Instrumentversie, kenmerk: str) -> HttpResponse:
    """Edit a question of a concept: its words, and the reasons and weights of its rules."""
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

    return bewerk(request, concept, maak, anders, "governance/instrument_vraag.html", kop="Bewerk een vraag")


@conceptpagina
def keuze(request: Verzoek, concept: Instrumentversie, keuze: str) -> HttpResponse:
    """Edit the words of a form, role or agreement of a concept."""
    rijen = [rij for soort in concept.inhoud["repertoire"].values() for rij in soort if rij["id"] == keuze]
    if not rijen:
        raise Http404("Deze keuze is er niet.")

    def anders(formulier: forms.Form) -> dict[str, Any]:
        return met_keuze(concept.inhoud, keuze, formulier.cleaned_data)

    maak = partial(Keuzetekst, keuze=rijen[0])
    return bewerk(request, concept, maak, anders, kop="Bewerk een tekst")


@conceptpagina
def harde_regel(request: Verzoek, concept: Instrumentversie, regel: str) -> HttpResponse:
    """Edit a rule of law of a concept."""
    rij = next((rij for rij in concept.inhoud["harde_regels"] if rij["id"] == regel), None)
    if rij is None:
        raise Http404("Deze regel is er niet.")
    maak = partial(HardeRegel, inhoud=concept.inhoud, bestaand=rij)
    return bewerk(request, concept, maak, lambda formulier: formulier.toegepast(), kop="Bewerk een regel uit de wet")


def bewerk(
    request: Verzoek,
    concept: Instrumentversie,
    maak: Callable[..., forms.Form],
    anders: Anders,
    sjabloon: str = "governance/instrument_velden.html",
    *,
    kop: str,
    knop: str = "Bewaar in het concept",
) -> HttpResponse:
    """One edit of a concept: the form, and with a POST the content that `anders` makes of it."""
    tonen = partial(_toon, request, concept, sjabloon, kop=kop, knop=knop)
    if request.method != "POST":
        return tonen(maak())
    formulier = maak(request.POST)
    if not formulier.is_valid():
        return tonen(formulier, ONGELDIG)
    if status := geweigerd(formulier, partial(_bewaar, request, concept, anders, formulier)):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return tonen(formulier, status)
    messages.success(request, "Bewaard in het concept.")
    return HttpResponseRedirect(adres(concept))


def _bewaar(request: Verzoek, concept: Instrumentversie, anders: Anders, formulier: forms.Form) -> None:
    try:
        inhoud: Inhoud = anders(formulier)
    except NogInGebruik as fout:
        raise ValidationError(str(fout)) from None
    instrumenten.wijzig_concept(
        concept=concept, versie=lees_versie(request.POST.get("versie")), inhoud=inhoud, door=request.user, op=nu()
    )


def _toon(
    request: Verzoek,
    concept: Instrumentversie,
    sjabloon: str,
    formulier: forms.Form,
    status: int = 200,
    *,
    kop: str,
    knop: str,
) -> HttpResponse:
    actueel = Instrumentversie.objects.values_list("versie", flat=True).get(pk=concept.pk)
    context = {
        "kop": kop,
        "knop": knop,
        "concept": concept,
        "formulier": formulier,
        "versie": actueel,
        "kruimels": kruimels(concept),
    }
    return render(request, sjabloon, context, status=status)
