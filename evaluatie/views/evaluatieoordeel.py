"""Giving judgements of one's own in an evaluation, apart from those of others."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from evaluatie.evaluaties.lezen import Beeld
from evaluatie.forms.evaluatieoordeel import Oordeelformulier
from evaluatie.handelingen import evaluatieoordelen
from evaluatie.models import Evaluatie, Evaluatieoordeel
from evaluatie.models.evaluatie import Stap
from evaluatie.views.evaluatiepagina import OOK_SCHRIJVEN, adres, evaluatiepagina, kader
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, lees_versie, nu
from verbanden.views.poging import geweigerd

INTUSSEN = "U bewaarde deze oordelen intussen in een ander venster. Er is niets bewaard. Kijk ze na en bewaar opnieuw."


@evaluatiepagina(*OOK_SCHRIJVEN)
def oordeel(request: Verzoek, beeld: Beeld) -> HttpResponse:
    """Judge the criteria: a word, a sentence and evidence for each."""
    eis(request.user, Recht.ADVISEREN)
    if request.method != "POST":
        return _toon(request, beeld, _formulier(request, beeld))
    formulier = _formulier(request, beeld, post=True)
    if not formulier.is_valid():
        return _toon(request, beeld, formulier, ONGELDIG)
    doe = partial(
        evaluatieoordelen.geef,
        evaluatie=Evaluatie.objects.get(pk=beeld.rij.id),
        functie=formulier.cleaned_data["functie"],
        oordelen=formulier.inzendingen(lambda veld: lees_versie(request.POST.get(veld))),
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, beeld, formulier, status)
    messages.success(request, "Uw oordelen zijn bewaard. Anderen zien ze als het gesprek begint.")
    return HttpResponseRedirect(adres(beeld))


def _formulier(request: Verzoek, beeld: Beeld, *, post: bool = False) -> Oordeelformulier:
    rijen = Evaluatieoordeel.objects.filter(evaluatie_id=beeld.rij.id, auteur=request.user)
    return Oordeelformulier(
        request.POST if post else None,
        kader=beeld.kader,
        criteria=[een.criterium for een in beeld.criteria],
        bekend={rij.criterium: rij for rij in rijen},
    )


def _toon(request: Verzoek, beeld: Beeld, formulier: Oordeelformulier, status: int = 200) -> HttpResponse:
    context = {
        **kader(request, beeld),
        "formulier": formulier,
        "kan": beeld.stap is Stap.OORDEEL,
        "schaal": beeld.kader.schaal.values(),
        "spelregels": beeld.kader.regels,
    }
    return render(request, "evaluatie/evaluatie_oordeel.html", context, status=status)
