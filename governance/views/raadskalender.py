"""The council's own calendar: the list for everybody, and for who keeps it the forms beside it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.forms.raadskalender import Recesformulier, Vergaderdagen, Vergaderingformulier
from governance.handelingen import raadskalender
from governance.models import Raadsvergadering, Reces
from governance.views.sessiekader import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

SOORTEN: dict[str, tuple[type[Any], type[Any], str]] = {
    "vergaderingen": (Raadsvergadering, Vergaderingformulier, "De vergadering"),
    "recessen": (Reces, Recesformulier, "Het reces"),
}
INTUSSEN = "Iemand anders veranderde dit intussen. Hieronder staat het zoals het nu is."


def lijst(request: Verzoek) -> HttpResponse:
    """All meetings and recesses from this year on; a POST adds meetings."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    if request.method != "POST":
        return _toon(request, Vergaderdagen(), Recesformulier(instance=Reces()))
    if weg := in_verleden(request):
        return weg
    eis(request.user, Recht.AGENDA_BIJHOUDEN)
    formulier = Vergaderdagen(request.POST)
    if not formulier.is_valid():
        return _toon(request, formulier, Recesformulier(instance=Reces()), ONGELDIG)
    gemaakt: list[Any] = []

    def doe() -> None:
        gemaakt.extend(raadskalender.plan(**formulier.cleaned_data, door=request.user, op=nu()))

    if status := geweigerd(formulier, doe):
        return _toon(request, formulier, Recesformulier(instance=Reces()), status)
    aantal = len(gemaakt)
    messages.success(request, f"{aantal} vergadering{'en' if aantal > 1 else ''} toegevoegd. De agenda is bijgewerkt.")
    return HttpResponseRedirect(reverse("governance:vergaderingen"))


def reces_nieuw(request: Verzoek) -> HttpResponse:
    """A POST adds a recess."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if weg := in_verleden(request):
        return weg
    eis(request.user, Recht.AGENDA_BIJHOUDEN)
    formulier = Recesformulier(request.POST, instance=Reces())
    if not formulier.is_valid():
        return _toon(request, Vergaderdagen(), formulier, ONGELDIG)
    doe = partial(raadskalender.voeg_reces_toe, waarden=formulier.waarden(), door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon(request, Vergaderdagen(), formulier, status)
    messages.success(request, "Het reces is toegevoegd. De agenda is bijgewerkt.")
    return HttpResponseRedirect(reverse("governance:vergaderingen"))


def dag(request: Verzoek, wat: str, dag_id: int) -> HttpResponse:
    """Change one meeting or recess."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.AGENDA_BIJHOUDEN)
    if weg := in_verleden(request):
        return weg
    rij, formulierklasse, naam = _zoek(wat, dag_id)
    if request.method != "POST":
        return _toon_dag(request, wat, rij, formulierklasse(instance=rij))
    formulier = formulierklasse(request.POST, instance=_zoek(wat, dag_id)[0])
    if not formulier.is_valid():
        return _toon_dag(request, wat, rij, formulier, ONGELDIG)
    versie = lees_versie(request.POST.get("versie"))
    doe = partial(raadskalender.wijzig, dag=rij, waarden=formulier.waarden(), versie=versie, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _opnieuw(request, wat, dag_id, formulier, status)
    messages.success(request, f"{naam} is gewijzigd. De agenda is bijgewerkt.")
    return HttpResponseRedirect(reverse("governance:vergaderingen"))


def dag_weg(request: Verzoek, wat: str, dag_id: int) -> HttpResponse:
    """Take one meeting or recess out."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    eis(request.user, Recht.AGENDA_BIJHOUDEN)
    if weg := in_verleden(request):
        return weg
    rij, formulierklasse, naam = _zoek(wat, dag_id)
    formulier, versie = formulierklasse(instance=rij), lees_versie(request.POST.get("versie"))
    formulier.errors  # noqa: B018  # an unbound form must be able to carry what was refused
    if geweigerd(formulier, partial(raadskalender.haal_weg, dag=rij, versie=versie, door=request.user, op=nu())):
        return _opnieuw(request, wat, dag_id, formulier, BOTSING)
    messages.success(request, f"{naam} is verwijderd. De geschiedenis blijft.")
    return HttpResponseRedirect(reverse("governance:vergaderingen"))


def _opnieuw(request: Verzoek, wat: str, dag_id: int, formulier: Any, status: int) -> HttpResponse:
    """The form again; after a conflict with what is there now."""
    if status != BOTSING:
        return _toon_dag(request, wat, _zoek(wat, dag_id)[0], formulier, status)
    rij, formulierklasse, _ = _zoek(wat, dag_id)
    return _toon_dag(request, wat, rij, formulierklasse(instance=rij), status, INTUSSEN)


def _zoek(wat: str, dag_id: int) -> tuple[Any, type[Any], str]:
    if wat not in SOORTEN:
        raise Http404("Deze pagina is er niet.")
    model, formulierklasse, naam = SOORTEN[wat]
    rij = model.objects.filter(id=dag_id).first()
    if rij is None:
        raise Http404("Deze dag staat niet in de kalender.")
    return rij, formulierklasse, naam


def _toon_dag(
    request: Verzoek, wat: str, rij: Any, formulier: Any, status: int = 200, melding: str = ""
) -> HttpResponse:
    context = {"wat": wat, "rij": rij, "formulier": formulier, "melding": melding, "versie": rij.versie}
    return render(request, "governance/raadskalender_dag.html", context, status=status)


def _toon(request: Verzoek, dagen: Vergaderdagen, reces: Recesformulier, status: int = 200) -> HttpResponse:
    toen, begin = request.peildatum.moment, date(request.peildatum.dag.year, 1, 1)
    context = {
        "vergaderingen": Raadsvergadering.objects.op(toen).filter(datum__gte=begin).order_by("datum", "id"),
        "recessen": Reces.objects.op(toen).filter(tot__gte=begin).order_by("van", "id"),
        "dag": request.peildatum.dag,
        "dagen": dagen,
        "reces": reces,
        "mag_bijhouden": not request.peildatum.verleden and mag(request.user, Recht.AGENDA_BIJHOUDEN),
    }
    return render(request, "governance/raadskalender.html", context, status=status)
