"""The reading sheets of a session: one PDF with an A4 for each partnership, and a message to who takes part."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.http import Http404, HttpResponse

from governance.handelingen import sessieberichten
from governance.models import Sessie, Sessiedeelnemer
from governance.sessie.beeld import lees_sessie
from governance.sessie.leesblad import leesbladen
from governance.views.sessiekader import LEZEN, adres, sessiepagina, wie_leest, wie_voorbereidt
from governance.views.sessies import toon_thuis
from governance.views.sessievoorbereiding import probeer
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.post import gaat_weg, maak_bericht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import nu

GEEN_VERBANDEN = "Er zijn nog geen verbanden in deze sessie. De leesbladen volgen dan."


@sessiepagina(*LEZEN, eis_recht=wie_leest, verleden=True)
def pdf(request: Verzoek, sessie: Any) -> HttpResponse:
    """The sheets with the state of the reference date."""
    beeld = lees_sessie(sessie.id, request.peildatum)
    if beeld is None or not beeld.rijen:
        raise Http404(GEEN_VERBANDEN)
    if request.method == "GET":
        over = Sessie(pk=sessie.id)
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=over, soort="leesbladen.pdf")
    context = {
        "sessie": beeld.sessie,
        "bladen": leesbladen(beeld, request.peildatum),
        "gemeente": gemeente_van(request),
        "dag": request.peildatum.dag,
    }
    naam = f"leesbladen-sessie-{beeld.sessie.jaar}.pdf"
    return als_pdf(request, "governance/leesbladen.html", context, bestandsnaam=naam)


@sessiepagina("POST", eis_recht=wie_voorbereidt)
def verstuur(request: Verzoek, sessie: Any) -> HttpResponse:
    """Tell everybody who takes part and was not told yet; the mail leaves after the commit."""

    def doe() -> None:
        deelnemers = sessieberichten.meld(sessie=sessie, door=request.user, op=nu())
        transaction.on_commit(partial(_verstuur, request, sessie, deelnemers))

    return probeer(request, transaction.atomic(doe), "", adres("sessie", sessie), partial(toon_thuis, request, sessie))


def _verstuur(request: Verzoek, sessie: Any, deelnemers: list[Sessiedeelnemer]) -> None:
    """Who did not get it is not recorded as told, so that it can be sent again."""
    blijft = [rij for rij in deelnemers if not gaat_weg(_bericht(request, sessie, rij.gebruiker))]
    if blijft:
        sessieberichten.trek_in(deelnemers=blijft, door=request.user, op=nu())
        namen = ", ".join(rij.gebruiker.naam for rij in blijft)
        messages.error(request, f"Het bericht aan {namen} kon niet worden verstuurd. Probeer het later.")
    if gelukt := len(deelnemers) - len(blijft):
        wie = "1 deelnemer" if gelukt == 1 else f"{gelukt} deelnemers"
        messages.success(request, f"Het bericht over de leesbladen is verstuurd aan {wie}.")


def _bericht(request: Verzoek, sessie: Any, aan: Gebruiker) -> EmailMultiAlternatives:
    context = {
        "sessie": sessie,
        "aan": aan.naam,
        "van": request.user.naam,
        "gemeente": gemeente_van(request).naam,
        "leesbladen": request.build_absolute_uri(adres("leesbladen", sessie)),
        "sessieadres": request.build_absolute_uri(adres("sessie", sessie)),
    }
    onderwerp = f"Leesbladen voor de sessie over belangrijkheid {sessie.jaar}"
    return maak_bericht(aan.email, onderwerp, "governance/mail/leesbladen", context)
