"""One evaluation: its steps, judgements, talk and conclusion; and taking a step."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from evaluatie.evaluaties import klaar
from evaluatie.evaluaties.lezen import Beeld
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.models import Evaluatie
from evaluatie.models.evaluatie import Stap
from evaluatie.views.evaluatiepagina import INTUSSEN, OOK_SCHRIJVEN, adres, eis_leider, evaluatiepagina, kader
from evaluatie.views.evaluaties import opvolging
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, lees_versie, nu
from verbanden.views.poging import geweigerd


class Stapformulier(forms.Form):
    """To which step."""

    naar = forms.ChoiceField(label="Stap", choices=Stap.choices)


@evaluatiepagina(*OOK_SCHRIJVEN, verleden=True)
def pagina(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """The whole evaluation; a POST takes a step, forward or back."""
    if request.method != "POST":
        return toon(request, beeld)
    eis_leider(request, beeld)
    formulier = Stapformulier(request.POST)
    if not formulier.is_valid():
        return toon(request, beeld, formulier, 422)
    doe = partial(
        handelingen.ga_naar,
        evaluatie=Evaluatie.objects.get(pk=beeld.rij.id),
        stap=Stap(formulier.cleaned_data["naar"]),
        versie=lees_versie(request.POST.get("versie")),
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return toon(request, beeld, formulier, status)
    messages.success(request, f"De evaluatie is nu in de stap {Stap(formulier.cleaned_data['naar']).label.lower()}.")
    return HttpResponseRedirect(adres(beeld))


def toon(request: Verzoek, beeld: Beeld, formulier: forms.Form | None = None, status: int = 200) -> HttpResponse:
    """The page, with what was refused."""
    rij, rand = beeld.rij, kader(request, beeld, hier=True)
    wie = namen([rij.leider_id, rij.conclusie_door_id, rij.vastgesteld_door_id], request.peildatum.moment)
    naar = klaar.volgende(beeld.stap)
    context: dict[str, Any] = {
        **rand,
        "formulier": formulier,
        "leider": wie.get(rij.leider_id, ""),
        "conclusie_door": wie.get(rij.conclusie_door_id, ""),
        "vastgesteld_door": wie.get(rij.vastgesteld_door_id, ""),
        "uitleg": beeld.kader.stappen[beeld.stap.value],
        "mist": klaar.mist(beeld),
        "volgende": naar if naar is not Stap.VASTGESTELD else None,
        "vorige": klaar.vorige(beeld.stap),
        "te_bespreken": sorted((c for c in beeld.criteria if c.verdeeld), key=lambda c: -c.verschil),
        **opvolging(request, beeld, mag_bewerken=rand["mag_bewerken"]),
    }
    return render(request, "evaluatie/evaluatie.html", context, status=status)
