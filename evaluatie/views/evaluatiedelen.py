"""Writing the parts of an evaluation: preparation, data, talk, planning and conclusion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from evaluatie.evaluaties.lezen import Beeld, lees_een
from evaluatie.forms.evaluatie import (
    Gegevensformulier,
    Gespreksformulier,
    Opzetformulier,
    Planningformulier,
    Toelichtingformulier,
)
from evaluatie.forms.evaluatieoordeel import Conclusieformulier
from evaluatie.handelingen import evaluatieconclusies
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.models import Evaluatie
from evaluatie.models.evaluatie import Stap
from evaluatie.views.evaluatiepagina import INTUSSEN, OOK_SCHRIJVEN, adres, eis_leider, evaluatiepagina, kader
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import weergave
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, lees_versie, nu
from verbanden.views.poging import geweigerd


@dataclass(frozen=True)
class Deel:
    """A part that is written on a page of its own: its title, its form, and the columns that it fills."""

    titel: str
    formulier: Callable[..., Any]
    velden: tuple[str, ...]


DELEN = {
    "opzet": Deel("Opzet", Opzetformulier, handelingen.OPZET),
    "gegevens": Deel("Gegevens", Gegevensformulier, handelingen.GEGEVENS),
    "een-oordeel": Deel("Eén oordeel per criterium", Toelichtingformulier, handelingen.TOELICHTING),
    "gesprek": Deel("Gesprek", Gespreksformulier, handelingen.GESPREK),
}


@evaluatiepagina(*OOK_SCHRIJVEN)
def deel(request: Verzoek, beeld: Beeld, deel: str) -> HttpResponse:
    """Write one part, in the step that it belongs to."""
    gekozen = DELEN.get(deel)
    if gekozen is None:
        raise Http404("Dit deel van de evaluatie is er niet.")
    eis_leider(request, beeld)
    evaluatie = Evaluatie.objects.get(pk=beeld.rij.id)
    maak = partial(gekozen.formulier, kader=beeld.kader, vandaag=timezone.localdate())
    kan = beeld.stap in handelingen.SCHRIJFBAAR[gekozen.velden]
    tonen = partial(_toon, request, beeld, gekozen.titel, kan=kan, velden=gekozen.velden)
    if request.method != "POST":
        return tonen(maak(instance=evaluatie))
    formulier = maak(request.POST, instance=Evaluatie.objects.get(pk=beeld.rij.id))
    if not formulier.is_valid():
        return tonen(formulier, status=ONGELDIG)
    doe = partial(
        handelingen.schrijf,
        evaluatie=evaluatie,
        velden=gekozen.velden,
        waarden=formulier.waarden(),
        versie=lees_versie(request.POST.get("versie")),
        door=request.user,
        op=nu(),
    )
    return _bewaar(request, beeld, formulier, doe, tonen)


@evaluatiepagina(*OOK_SCHRIJVEN)
def planning(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """Change who does the steps and when."""
    eis_leider(request, beeld)
    stappen = [een.rij for een in beeld.stappen if een.rij]
    tonen = partial(_toon, request, beeld, "Planning", kan=beeld.stap is not Stap.VASTGESTELD)
    if request.method != "POST":
        return tonen(Planningformulier(stappen=stappen))
    formulier = Planningformulier(request.POST, stappen=stappen)
    if not formulier.is_valid():
        return tonen(formulier, status=ONGELDIG)
    doe = partial(
        handelingen.plan,
        evaluatie=Evaluatie.objects.get(pk=beeld.rij.id),
        stappen=formulier.planning(lambda veld: lees_versie(request.POST.get(veld))),
        door=request.user,
        op=nu(),
    )
    return _bewaar(request, beeld, formulier, doe, tonen)


@evaluatiepagina(*OOK_SCHRIJVEN)
def conclusie(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """Write the conclusion, theme by theme and on the whole, beside what the judgements say together."""
    eis_leider(request, beeld)
    themas = [(een.thema, een.conclusie) for een in beeld.themas]
    maak = partial(Conclusieformulier, themas=themas, initial={"besluit": beeld.rij.besluit, "zin": beeld.rij.zin})
    kan = beeld.stap is Stap.CONCLUSIE
    tonen = partial(_toon, request, beeld, "Conclusie", kan=kan, sjabloon="evaluatie/evaluatie_conclusie.html")
    if request.method != "POST":
        return tonen(maak())
    formulier = maak(request.POST)
    if not formulier.is_valid():
        return tonen(formulier, status=ONGELDIG)
    doe = partial(
        evaluatieconclusies.concludeer,
        evaluatie=Evaluatie.objects.get(pk=beeld.rij.id),
        besluit=formulier.cleaned_data["besluit"],
        zin=formulier.cleaned_data["zin"],
        themas=formulier.per_thema(),
        versie=lees_versie(request.POST.get("versie")),
        door=request.user,
        op=nu(),
    )
    return _bewaar(request, beeld, formulier, doe, tonen)


def _bewaar(
    request: Verzoek,
    beeld: Beeld,
    formulier: forms.BaseForm,
    doe: Callable[[], object],
    tonen: Callable[..., HttpResponse],
) -> HttpResponse:
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return tonen(formulier, status=status)
    messages.success(request, "Bewaard.")
    return HttpResponseRedirect(adres(beeld))


def _toon(
    request: Verzoek,
    beeld: Beeld,
    titel: str,
    formulier: Any,
    *,
    kan: bool,
    velden: tuple[str, ...] = (),
    sjabloon: str = "evaluatie/evaluatie_deel.html",
    status: int = 200,
) -> HttpResponse:
    """The form; after a conflict with what the other saved beside it, and the version of that."""
    botsing = status == BOTSING
    vers = (lees_een(beeld.rij.id, request.peildatum, request.user.pk) or beeld) if botsing else beeld
    context = {
        **kader(request, beeld),
        "titel": titel,
        "formulier": formulier,
        "kan": kan,
        "uitleg": beeld.kader.stappen[beeld.stap.value],
        "versie": request.POST.get("versie", "")[:20] if status == ONGELDIG else vers.rij.versie,
        "ander": _bewaard(vers, velden, request) if botsing else [],
        "vers": vers,
        "themas": [(een, formulier.velden(een.thema.id)) for een in beeld.themas]
        if isinstance(formulier, Conclusieformulier)
        else [],
    }
    return render(request, sjabloon, context, status=status)


def _bewaard(beeld: Beeld, velden: tuple[str, ...], request: Verzoek) -> list[tuple[str, str]]:
    """What is saved now, field by field, in words."""
    if not velden:
        return [(een.naam, f"{een.rij.wie}, {datum(een.rij.gepland_op)}") for een in beeld.stappen if een.rij]
    wie = namen([beeld.rij.leider_id], request.peildatum.moment)
    namen_ = {veld.name: weergave.label(veld) for veld in Evaluatie._meta.fields}
    return [(namen_[veld], _woord(beeld, veld, wie)) for veld in velden]


def _woord(beeld: Beeld, veld: str, wie: dict[int, str]) -> str:
    if veld == "leider":
        return wie.get(beeld.rij.leider_id, "nog niemand")
    waarde = getattr(beeld.rij, veld)
    if isinstance(waarde, list):
        bekend = beeld.kader.criteria
        return "; ".join(bekend[id_].naam for id_ in waarde if id_ in bekend) or "geen"
    return datum(waarde) if veld == "gesprek_op" and waarde else str(waarde or "leeg")
