"""A participant scores, partnership by partnership, until scoring is closed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from governance.forms.score import Scoreformulier
from governance.handelingen import scores
from governance.handelingen.scores import Bewaard, ScorenGesloten
from governance.models import Gescoord, Sessiestatus, Sessieverband
from governance.sessie.beeld import lees_sessie
from governance.sessie.feiten import feiten
from governance.sessie.lezen import eigen_scores
from governance.sessie.voortgang import klaar_per_kant
from governance.views.sessiekader import (
    LEZEN,
    OOK_SCHRIJVEN,
    adres,
    deelnemer,
    kader,
    merk,
    ongewijzigd,
    poll,
    sessiepagina,
    wie_scoort,
)
from samenwerkingswijzer.opmaak import tijd
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Klasse
from verbanden.models.keuzes import KLASSE_UITLEG
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, naam, nu
from verbanden.views.poging import geweigerd


@sessiepagina(*LEZEN, eis_recht=wie_scoort)
@sensitive_variables()
def overzicht(request: Verzoek, sessie: Any) -> HttpResponse:
    """All partnerships of the session with what this participant chose, and where to go on."""
    deelnemer(request, sessie)
    beeld = lees_sessie(sessie.id, request.peildatum)
    eigen = eigen_scores(sessie.id, request.user)
    regels = [(nummer, rij, eigen.get(rij.rij.id)) for nummer, rij in enumerate(beeld.rijen if beeld else (), 1)]
    context = {
        **_rand(request, sessie),
        "regels": regels,
        "verder": next((nummer for nummer, _, score in regels if score is None), None),
        "gedaan": len(eigen),
    }
    return render(request, "governance/scoren_overzicht.html", context)


@sensitive_post_parameters("klasse", "redenen", "zin")
@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_scoort)
@sensitive_variables()
def scoor(request: Verzoek, sessie: Any, nummer: int) -> HttpResponse:
    """One partnership; a POST keeps the score and goes on to the next that has none."""
    deelnemer(request, sessie)
    if request.method == "POST":
        return _bewaar(request, sessie, nummer)
    if sessie.status != Sessiestatus.SCOREN:
        return HttpResponseRedirect(adres("scoren", sessie))
    return _toon(request, sessie, nummer)


@sessiepagina(*LEZEN, eis_recht=wie_scoort)
def stand(request: Verzoek, sessie: Any) -> HttpResponse:
    """The small part that a participant polls: how many are done, or that scoring is closed."""
    deelnemer(request, sessie)
    context = _stand(request, sessie)
    etag = merk(request, sessie.versie, context["kanten"])
    antwoord = ongewijzigd(request, etag)
    if antwoord is None:
        context["poll"] = poll(request.path, etag)
        antwoord = render(request, "governance/delen/scoren_stand.html", context)
    antwoord["ETag"] = etag
    return antwoord


@sensitive_variables()
def _bewaar(request: Verzoek, sessie: Any, nummer: int) -> HttpResponse:
    rijen = list(Sessieverband.objects.filter(sessie_id=sessie.id))
    rij = _op_nummer(rijen, nummer)
    formulier = Scoreformulier(request.POST)
    if sessie.status != Sessiestatus.SCOREN:
        return _te_laat(request, sessie, rij, formulier)
    if not formulier.is_valid():
        return _toon(request, sessie, nummer, formulier, ONGELDIG)
    gegeven: list[Bewaard] = []
    doe = partial(scores.score, sessieverband=rij, door=request.user, op=nu(), **formulier.cleaned_data)
    try:
        status = geweigerd(formulier, lambda: gegeven.append(_open(doe)))
    except _Gesloten:
        return _te_laat(request, sessie, rij, formulier)
    if status:
        return _toon(request, sessie, nummer, formulier, status)
    messages.success(request, f"Opgeslagen om {tijd(gegeven[0].op)} uur: uw score van verband {nummer}.")
    return HttpResponseRedirect(_volgende(request, sessie, rijen, nummer))


class _Gesloten(Exception):
    """Scoring was closed before this score came in."""


def _open(doe: Any) -> Bewaard:
    try:
        bewaard: Bewaard = doe()
    except ScorenGesloten as fout:
        raise _Gesloten from fout
    return bewaard


def _op_nummer(rijen: Any, nummer: int) -> Any:
    if not 1 <= nummer <= len(rijen):
        raise Http404("Dit verband staat niet in de sessie.")
    return rijen[nummer - 1]


def _volgende(request: Verzoek, sessie: Any, rijen: list[Sessieverband], nummer: int) -> str:
    """The next partnership without a score of this participant, from the start again at the end; else the list."""
    van_mij = Gescoord.objects.filter(sessieverband__sessie_id=sessie.id, deelnemer__gebruiker=request.user)
    gedaan = set(van_mij.values_list("sessieverband_id", flat=True))
    plekken = [*range(nummer, len(rijen)), *range(nummer - 1)]
    verder = next((plek + 1 for plek in plekken if rijen[plek].pk not in gedaan), None)
    return adres("scoor", sessie, verder) if verder else adres("scoren", sessie)


@sensitive_variables()
def _toon(
    request: Verzoek, sessie: Any, nummer: int, formulier: Scoreformulier | None = None, status: int = 200
) -> HttpResponse:
    beeld = lees_sessie(sessie.id, request.peildatum)
    rijen = beeld.rijen if beeld else ()
    rij = _op_nummer(rijen, nummer)
    eigen = eigen_scores(sessie.id, request.user)
    score = eigen.get(rij.rij.id)
    formulier = formulier or Scoreformulier(score=score)
    context = {
        **_rand(request, sessie),
        "nummer": nummer,
        "rij": rij,
        "onderwerp": naam(rij.verband),
        "feiten": feiten(rij.verband, request.peildatum),
        "formulier": formulier,
        "opties": _opties(formulier),
        "score": score,
        "aantal": len(rijen),
        "gedaan": len(eigen),
        "vorige": (nummer - 1, naam(rijen[nummer - 2].verband)) if nummer > 1 else None,
        "volgende": (nummer + 1, naam(rijen[nummer].verband)) if nummer < len(rijen) else None,
    }
    return render(request, "governance/scoor.html", context, status=status)


def _opties(formulier: Scoreformulier) -> list[dict[str, Any]]:
    """The four classes with what they ask, and which of them stands chosen."""
    gekozen = formulier["klasse"].value()
    return [
        {"waarde": klasse.value, "naam": klasse.label, "uitleg": KLASSE_UITLEG[klasse], "gekozen": klasse == gekozen}
        for klasse in Klasse
    ]


@sensitive_variables()
def _te_laat(request: Verzoek, sessie: Any, rij: Sessieverband, formulier: Scoreformulier) -> HttpResponse:
    """Nothing was kept; what was sent can still be read."""
    sessie.refresh_from_db()
    context = {
        **_rand(request, sessie),
        "onderwerp": naam(rij.verband),
        "getypt": formulier.getypt(),
        "score": eigen_scores(sessie.id, request.user).get(rij.pk),
    }
    return render(request, "governance/scoren_te_laat.html", context, status=BOTSING)


def _rand(request: Verzoek, sessie: Any) -> dict[str, Any]:
    """The context of every screen of a participant."""
    status_adres = adres("scoren_stand", sessie)
    return _stand(request, sessie) | {"poll": poll(status_adres, '""')}


def _stand(request: Verzoek, sessie: Any) -> dict[str, Any]:
    """How far everybody is; in words only, and only while people score."""
    context = kader(request, sessie, request.user.get_rol_display())
    return context | {"kanten": klaar_per_kant(sessie.id) if context["scoren_loopt"] else ()}
