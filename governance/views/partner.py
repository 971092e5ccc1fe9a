"""One partner: what working together comes to on balance, over all partnerships that we share."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance.forms.partners import Partnerkeuze
from governance.partners.aandelen import Dossier, lees_dossier, lees_partner
from governance.partners.netwerk import Netwerk, lees_netwerk
from governance.partners.weergave import overzicht
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import ONGELDIG

EERSTE_JAAR, LAATSTE_JAAR = 1980, 2100


@require_safe
def saldo(request: Verzoek, organisatie_id: int) -> HttpResponse:
    """Who does what in which partnership, with what result, cost and benefit for whom."""
    eis(request.user, Recht.BEKIJKEN)
    gemeente, peildatum = gemeente_van(request), request.peildatum
    netwerk = lees_netwerk(peildatum, gemeente.tooi)
    partner = lees_partner(netwerk, organisatie_id, peildatum, gemeente.tooi)
    if partner is None:
        raise Http404("Deze partner staat niet in het portaal.")
    gevraagd = request.GET.get("jaar", "").strip()
    dossier = lees_dossier(netwerk, partner, peildatum, gemeente.tooi, lees_jaar(gevraagd))
    keuze = _keuze(netwerk, dossier, gevraagd)
    context = {
        "kruimels": [("Partners", reverse("governance:partners"))],
        "partner": partner,
        "dossier": dossier,
        "keuze": keuze,
        "overzicht": overzicht(dossier, gemeente.naam),
    }
    return render(request, "governance/partner.html", context, status=ONGELDIG if keuze.errors else 200)


def lees_jaar(tekst: str) -> int | None:
    """A year as people type it; None when it is none that can hold figures."""
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) == 4):
        return None
    return int(tekst) if EERSTE_JAAR <= int(tekst) <= LAATSTE_JAAR else None


def _keuze(netwerk: Netwerk, dossier: Dossier, gevraagd: str) -> Partnerkeuze:
    """The choice as it stands, with this partner among the options though it is at none of our tables."""
    partners = netwerk.op_aantal
    if dossier.partner.id not in netwerk.gezien:
        partners = [dossier.partner, *partners]
    return Partnerkeuze({"partner": dossier.partner.id, "jaar": gevraagd or dossier.jaar}, partners, dossier.jaren)
