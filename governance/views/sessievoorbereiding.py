"""The griffie prepares a session: its choices, the partnerships in scope with their proposals, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from governance.forms.sessie import Afbreken, Sessieformulier
from governance.handelingen import sessies
from governance.handelingen.sessievoorstellen import neem_over
from governance.models import KLAAR, Sessie, Sessiestatus, Sessieverband
from governance.views.sessiekader import OOK_SCHRIJVEN, adres, sessiepagina, wie_voorbereidt
from governance.views.sessies import thuiscontext, toon_thuis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, lees_versie, nu
from verbanden.views.poging import TEGELIJK, geweigerd

NIETS_GEKOZEN = "Kies ten minste één verband."


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def wijzig(request: Verzoek, sessie: Any) -> HttpResponse:
    """The meeting, and the choice between names and aggregated."""
    if request.method != "POST":
        if sessie.status != Sessiestatus.VOORBEREIDING:
            return HttpResponseRedirect(adres("sessie", sessie))
        return _toon_wijzig(request, sessie, Sessieformulier(initial=_begin(sessie)))
    formulier = Sessieformulier(request.POST)
    if not formulier.is_valid():
        return _toon_wijzig(request, sessie, formulier, ONGELDIG)
    versie = lees_versie(request.POST.get("versie")) or 0
    waarden = formulier.cleaned_data
    doe = partial(sessies.wijzig, sessie=sessie, waarden=waarden, versie=versie, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon_wijzig(request, Sessie.objects.get(pk=sessie.pk), formulier, status)
    messages.success(request, "De sessie is gewijzigd.")
    return HttpResponseRedirect(adres("sessie", sessie))


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def verbanden(request: Verzoek, sessie: Any) -> HttpResponse:
    """Which partnerships are in scope; only what the reader changed is changed."""
    if request.method != "POST":
        return toon_verbanden(request, sessie)
    was, gekozen = nummers(request, "was"), nummers(request, "verband")

    @transaction.atomic
    def doe() -> None:
        weg = Sessieverband.objects.filter(sessie_id=sessie.pk, verband_id__in=was - gekozen)
        for rij in weg.select_related("sessie"):
            sessies.haal_verband_weg(sessieverband=rij, door=request.user, op=nu())
        erbij = list(Samenwerkingsverband.objects.lopend().filter(pk__in=gekozen - was).order_by("naam"))
        sessies.voeg_verbanden_toe(sessie=sessie, verbanden=erbij, door=request.user, op=nu())

    return probeer(
        request, doe, "De verbanden zijn bijgewerkt.", adres("sessie_verbanden", sessie),
        partial(toon_verbanden, request, sessie),
    )  # fmt: skip


@sessiepagina("POST", eis_recht=wie_voorbereidt)
def voorstellen(request: Verzoek, sessie: Any) -> HttpResponse:
    """Take over what the accounthouders proposed: of one partnership, or of all."""
    rijen = list(Sessieverband.objects.filter(sessie_id=sessie.pk).select_related("verband"))
    if "rij" in request.POST:
        gekozen = nummers(request, "rij")
        rijen = [rij for rij in rijen if rij.pk in gekozen]

    def doe() -> None:
        if not rijen:
            raise ValidationError(NIETS_GEKOZEN)
        over = neem_over(sessie=sessie, sessieverbanden=rijen, door=request.user, op=nu())
        wat = f"Het voorstel voor {over[0].verband.naam} is" if len(over) == 1 else f"{len(over)} voorstellen zijn"
        messages.success(request, f"{wat} overgenomen.")

    return probeer(request, doe, "", adres("sessie_verbanden", sessie), partial(toon_verbanden, request, sessie))


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def stel_open(request: Verzoek, sessie: Any) -> HttpResponse:
    """Open the session, after a page that says what can no longer change."""
    if request.method != "POST":
        if sessie.status != Sessiestatus.VOORBEREIDING:
            return HttpResponseRedirect(adres("sessie", sessie))
        return _toon_open(request, sessie)
    doe = partial(_open_zoals_gezien, request, sessie)
    gelukt = "De sessie is open. Iedereen die meedoet kan nu scoren."
    return probeer(request, doe, gelukt, adres("sessie", sessie), partial(toon_thuis, request, sessie))


@sessiepagina(*OOK_SCHRIJVEN, eis_recht=wie_voorbereidt)
def breek_af(request: Verzoek, sessie: Any) -> HttpResponse:
    """Stop a session for good, after a page that says what is lost."""
    if request.method != "POST" and sessie.status in KLAAR:
        return HttpResponseRedirect(adres("sessie", sessie))
    formulier = Afbreken(request.POST if request.method == "POST" else None)
    if not formulier.is_valid():
        return _toon_afbreken(request, sessie, formulier, ONGELDIG if formulier.is_bound else 200)
    waarom = formulier.cleaned_data["waarom"]
    doe = partial(sessies.breek_af, sessie=sessie, waarom=waarom, door=request.user, op=nu())
    if status := geweigerd(formulier, doe):
        return _toon_afbreken(request, sessie, formulier, status)
    messages.success(request, "De sessie is afgebroken.")
    return HttpResponseRedirect(adres("sessie", sessie))


def _toon_afbreken(request: Verzoek, sessie: Any, formulier: Afbreken, status: int = 200) -> HttpResponse:
    gescoord = sessie.status not in (Sessiestatus.VOORBEREIDING, *KLAAR)
    context = {"sessie": sessie, "formulier": formulier, "gescoord": gescoord}
    return render(request, "governance/sessie_afbreken.html", context, status=status)


@transaction.atomic
def _open_zoals_gezien(request: Verzoek, sessie: Any) -> None:
    """Open it, when it is still as on the page that was confirmed."""
    huidig = Sessie.objects.get(pk=sessie.pk)
    if huidig.status == Sessiestatus.VOORBEREIDING and huidig.versie != lees_versie(request.POST.get("versie")):
        raise ValidationError("De sessie is intussen gewijzigd. Kijk haar na en open haar dan.")
    sessies.stel_open(sessie=huidig, door=request.user, op=nu())


def probeer(
    request: Verzoek, doe: Callable[[], object], gelukt: str, verder: str, toon: Callable[..., HttpResponse]
) -> HttpResponse:
    """Do it and go on; or show the page again with what was refused."""
    try:
        doe()
    except ValidationError as fout:
        return toon(fouten=fout.messages, status=ONGELDIG)
    except IntegrityError:
        return toon(fouten=[TEGELIJK], status=BOTSING)
    if gelukt:
        messages.success(request, gelukt)
    return HttpResponseRedirect(verder)


def nummers(request: Verzoek, naam: str) -> set[int]:
    """The numbers of rows that a form sent under this name; nonsense is left out."""
    return {nummer for tekst in request.POST.getlist(naam) if (nummer := lees_versie(tekst))}


def toon_verbanden(request: Verzoek, sessie: Any, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    """The partnerships of the session with their proposals, and a list to choose from."""
    context = thuiscontext(request, sessie, fouten)
    in_sessie = {regel.rij.rij.verband_id for regel in context["gelezen"].regels}
    alle = Samenwerkingsverband.objects.lopend().order_by("naam") if context["voorbereiden"] else ()
    context["keuzes"] = [(verband, verband.id in in_sessie) for verband in alle]
    return render(request, "governance/sessie_verbanden.html", context, status=status)


def _toon_open(request: Verzoek, sessie: Any) -> HttpResponse:
    return render(request, "governance/sessie_openen.html", thuiscontext(request, sessie))


def _begin(sessie: Any) -> dict[str, Any]:
    return {naam: getattr(sessie, naam) for naam in sessies.VELDEN}


def _toon_wijzig(request: Verzoek, sessie: Any, formulier: Sessieformulier, status: int = 200) -> HttpResponse:
    context = {"sessie": sessie, "formulier": formulier, "versie": sessie.versie, "botsing": status == BOTSING}
    return render(request, "governance/sessie_wijzigen.html", context, status=status)
