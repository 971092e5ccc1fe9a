"""Answering the questions of a weighing: one per page, or all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.afweging import Lezing
from governance.forms.afweging import Antwoordformulier
from governance.handelingen import afwegingen
from governance.handelingen.afwegingen import AntwoordConflict, Inzending
from governance.models import Antwoord
from governance.regels.instrument import Kenmerk
from governance.views.pagina import afwegingpagina, kader
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, lees_versie, nu
from verbanden.views.poging import geweigerd


@afwegingpagina("GET", "HEAD", "POST")
def vraag(request: Verzoek, lezing: Lezing, nummer: int) -> HttpResponse:
    """One question; saving goes on to the next."""
    if not 1 <= nummer <= len(lezing.kader.kenmerken):
        raise Http404("Deze vraag is er niet.")
    kenmerk = lezing.kader.kenmerken[nummer - 1]
    antwoord = lezing.antwoorden.get(kenmerk.id)
    if request.method != "POST":
        return _toon(request, lezing, kenmerk, Antwoordformulier(kenmerk=kenmerk, antwoord=antwoord))
    eis_hier(request, lezing.verband, Recht.BEWERKEN)
    formulier = Antwoordformulier(request.POST, kenmerk=kenmerk)
    if not formulier.is_valid():
        return _toon(request, lezing, kenmerk, formulier, ONGELDIG)
    inzending = Inzending(kenmerk.id, versie=lees_versie(request.POST.get("versie")), **formulier.cleaned_data)
    if status := geweigerd(formulier, _schrijf(request, lezing, [inzending])):
        return _toon(request, lezing, kenmerk, formulier, status)
    laatste = nummer == len(lezing.kader.kenmerken)
    return HttpResponseRedirect(_adres(lezing, "uitkomst") if laatste else _adres(lezing, "vraag", nummer + 1))


@afwegingpagina("GET", "HEAD", "POST")
def alle(request: Verzoek, lezing: Lezing) -> HttpResponse:
    """All questions on one page; only what this reader changed is written."""
    if request.method != "POST":
        return _toon_alle(request, lezing)
    eis_hier(request, lezing.verband, Recht.BEWERKEN)
    fouten = forms.Form({})  # the fields stand on the page itself; this only holds what is refused
    inzendingen = [gevonden for kenmerk in lezing.kader.kenmerken if (gevonden := _gewijzigd(request, kenmerk))]
    botsingen: list[str] = []
    if status := geweigerd(fouten, partial(_onthoud, _schrijf(request, lezing, inzendingen), botsingen)):
        meldingen = [("", str(fout)) for fout in fouten.non_field_errors()]
        return _toon_alle(request, lezing, status, meldingen, botsingen)
    messages.success(request, _bewaard(len(inzendingen)))
    return HttpResponseRedirect(_adres(lezing, "uitkomst"))


def _gewijzigd(request: Verzoek, kenmerk: Kenmerk) -> Inzending | None:
    gekozen, was = (request.POST.get(f"{kenmerk.id}{einde}", "") for einde in ("", "-was"))
    if not gekozen or gekozen == was:
        return None
    return Inzending(kenmerk.id, gekozen, lees_versie(request.POST.get(f"{kenmerk.id}-versie")))


def _onthoud(doe: Callable[[], object], botsingen: list[str]) -> None:
    """Do it, and remember which questions somebody else answered in between."""
    try:
        doe()
    except AntwoordConflict as conflict:
        botsingen.extend(conflict.kenmerken)
        raise


def _schrijf(request: Verzoek, lezing: Lezing, inzendingen: list[Inzending]) -> Any:
    return partial(afwegingen.beantwoord, afweging=lezing.afweging, inzendingen=inzendingen, door=request.user, op=nu())


def _bewaard(aantal: int) -> str:
    if not aantal:
        return "Er was niets veranderd."
    return "1 antwoord is bewaard." if aantal == 1 else f"{aantal} antwoorden zijn bewaard."


def _toon(
    request: Verzoek, lezing: Lezing, kenmerk: Kenmerk, formulier: Antwoordformulier, status: int = 200
) -> HttpResponse:
    antwoord = lezing.antwoorden.get(kenmerk.id)
    botsing = status == BOTSING
    if botsing:
        antwoord = Antwoord.objects.filter(afweging_id=lezing.afweging.id, kenmerk=kenmerk.id).first()
    gekozen = formulier["optie"].value()
    context = {
        **kader(request, lezing, tab="vragen"),
        "kenmerk": kenmerk,
        "formulier": formulier,
        "opties": [(optie, optie.id == gekozen) for optie in kenmerk.opties],
        "versie": antwoord.versie if antwoord else "",
        "botsing": kenmerk.tekst(antwoord.optie) if botsing and antwoord else "",
        "gewicht": lezing.zwaarst(kenmerk),
        "vorige": kenmerk.nummer - 1 if kenmerk.nummer > 1 else 0,
        "volgende": kenmerk.nummer + 1 if kenmerk.nummer < len(lezing.kader.kenmerken) else 0,
        "stappen": _stappen(lezing),
    }
    return render(request, "governance/afweging_vraag.html", context, status=status)


def _toon_alle(
    request: Verzoek,
    lezing: Lezing,
    status: int = 200,
    fouten: Sequence[tuple[str, str]] = (),
    botsingen: Sequence[str] = (),
) -> HttpResponse:
    getypt = request.POST if request.method == "POST" else {}
    antwoorden = _nu(lezing) if botsingen else lezing.antwoorden
    vragen = [
        (
            kenmerk,
            antwoorden.get(kenmerk.id),
            [(optie, optie.id == gekozen) for optie in kenmerk.opties],
            kenmerk.id in botsingen,
        )
        for kenmerk in lezing.kader.kenmerken
        for gekozen in (getypt.get(kenmerk.id) or getattr(antwoorden.get(kenmerk.id), "optie", ""),)
    ]
    context = {
        **kader(request, lezing, tab="vragen"),
        "vragen": vragen,
        "fouten": [*fouten, *(_botsing(kenmerk, antwoorden[kenmerk.id]) for kenmerk, *_, te_laat in vragen if te_laat)],
        "melding": "Er is niets bewaard: iemand anders antwoordde intussen. Kijk deze vragen na en bewaar opnieuw."
        if botsingen
        else "",
    }
    return render(request, "governance/afweging_vragen.html", context, status=status)


def _nu(lezing: Lezing) -> dict[str, Antwoord]:
    """The answers as they are after somebody else saved."""
    return {rij.kenmerk: rij for rij in Antwoord.objects.van([lezing.afweging.id])}


def _botsing(kenmerk: Kenmerk, antwoord: Antwoord) -> tuple[str, str]:
    """Where a question stands on the page, and what somebody else answered."""
    return f"{kenmerk.id}-1", f"Vraag {kenmerk.nummer}: iemand anders koos '{kenmerk.tekst(antwoord.optie)}'."


def _stappen(lezing: Lezing) -> list[tuple[Kenmerk, str]]:
    """Every question with its answer in words; empty while there is none."""
    return [
        (kenmerk, kenmerk.tekst(rij.optie) if (rij := lezing.antwoorden.get(kenmerk.id)) else "")
        for kenmerk in lezing.kader.kenmerken
    ]


def _adres(lezing: Lezing, pagina: str, *rest: int) -> str:
    return reverse(f"governance:{pagina}", args=[lezing.afweging.id, *rest])
