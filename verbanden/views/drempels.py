"""The thresholds of the signals: everyone reads them, the beheerder chooses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from samenwerkingswijzer.attendering.catalogus import ernstwoorden, groepen, regels, wachtend
from samenwerkingswijzer.attendering.signaal import Signaalregel
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.signalen import Drempelformulier, schrijf
from verbanden.handelingen import signalen
from verbanden.models import Signaaldrempel
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, in_verleden, lees_versie, nu
from verbanden.views.poging import geweigerd

INTUSSEN = "Iemand anders veranderde deze drempel intussen. Kijk hem na en bewaar opnieuw."


@dataclass(frozen=True)
class Drempelrij:
    """A rule on the page, with its threshold and the form for it; `versie` is empty while the standard holds."""

    regel: Signaalregel
    groep: str
    ernst: str
    waarde: str
    standaard: str
    versie: int | None
    formulier: Drempelformulier | None

    @property
    def eigen(self) -> bool:
        """Whether the municipality chose another threshold than the standard."""
        return self.versie is not None


@require_safe
def drempels(request: Verzoek) -> HttpResponse:
    """Every rule that takes part, with its threshold; and the rules that wait for facts."""
    eis(request.user, Recht.BEKIJKEN)
    return _toon(request)


@require_POST
def drempel(request: Verzoek, regel: str) -> HttpResponse:
    """Choose the threshold of one rule, or go back to the standard."""
    eis(request.user, Recht.BEHEREN)
    gekozen = next((een for een in regels() if een.sleutel == regel and een.drempel), None)
    if gekozen is None:
        raise Http404("Deze regel heeft geen drempel.")
    if weg := in_verleden(request):
        return weg
    vast: dict[str, Any] = {"regel": regel, "versie": lees_versie(request.POST.get("versie"))}
    formulier = Drempelformulier(request.POST, regel=gekozen)
    doe: Callable[[], object] = partial(signalen.standaard_drempel, **vast, door=request.user, op=nu())
    if "standaard" not in request.POST:
        if not formulier.is_valid():
            return _toon(request, formulier, regel, ONGELDIG)
        doe = partial(signalen.kies_drempel, **vast, **formulier.cleaned_data, door=request.user, op=nu())
    return _voer_uit(request, formulier, gekozen, doe)


def _voer_uit(
    request: Verzoek, formulier: Drempelformulier, regel: Signaalregel, doe: Callable[[], object]
) -> HttpResponse:
    formulier.is_valid()  # also when the standard was asked for: then it can still carry what was refused
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, formulier, regel.sleutel, status)
    messages.success(request, f"Bewaard: de drempel van '{regel.naam}'.")
    return HttpResponseRedirect(reverse("verbanden:signaaldrempels"))


def _toon(request: Verzoek, fout: Drempelformulier | None = None, bij: str = "", status: int = 200) -> HttpResponse:
    moment = request.peildatum.moment
    gekozen = {rij.regel: rij for rij in Signaaldrempel.objects.op(moment)}
    bewerkbaar = not request.peildatum.verleden and mag(request.user, Recht.BEHEREN)
    rijen = [
        _rij(regel, gekozen.get(regel.sleutel), bewerkbaar, fout if regel.sleutel == bij else None)
        for regel in regels()
    ]
    context = {"rijen": rijen, "wachtend": wachtend(), "fout": fout, "mag_kiezen": bewerkbaar}
    return render(request, "verbanden/signaaldrempels.html", context, status=status)


def _rij(regel: Signaalregel, gekozen: Any, bewerkbaar: bool, fout: Drempelformulier | None) -> Drempelrij:
    groep, ernst = groepen()[regel.groep], ernstwoorden()[regel.ernst][0]
    if regel.drempel is None:
        return Drempelrij(regel, groep, ernst, "", "", None, None)
    waarde: Decimal = gekozen.waarde if gekozen else regel.drempel.standaard
    formulier = fout or Drempelformulier(regel=regel, initial={"waarde": waarde})
    return Drempelrij(
        regel,
        groep,
        ernst,
        schrijf(waarde),
        schrijf(regel.drempel.standaard),
        gekozen.versie if gekozen else None,
        formulier if bewerkbaar else None,
    )
