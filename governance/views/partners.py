"""Whom we meet at which tables, as a map and as a file."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.forms.partners import Netwerkkeuze, Partnerkeuze
from governance.partners import bestand, matrix
from governance.partners.netwerk import Netwerk, lees_netwerk
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden import uitvoer
from verbanden.views.bewerkpagina import ONGELDIG


@require_safe
def netwerk(request: Verzoek) -> HttpResponse:
    """The map of partners and tables; `?partner=` leads on to the page of that partner."""
    eis(request.user, Recht.BEKIJKEN)
    if "partner" in request.GET:
        return _naar_partner(request.GET["partner"], request.GET.get("jaar", ""))
    keuze, alles, gekozen = _lees(request)
    vraag = f"?{urlencode(keuze.gekozen)}" if keuze.gekozen else ""
    context = {
        "keuze": keuze,
        "partnerkeuze": Partnerkeuze({}, alles.op_aantal),
        "matrix": matrix.matrix(gekozen),
        "samenvatting": matrix.samenvatting(gekozen, gemeente_van(request).naam),
        "vondsten": matrix.vondsten(gekozen),
        "gaten": matrix.gaten(alles),
        "downloads": [
            (formaat.upper(), reverse("governance:partners_bestand", args=[formaat]) + vraag)
            for formaat in uitvoer.FORMATEN
        ],
    }
    return render(request, "governance/partners.html", context, status=ONGELDIG if keuze.errors else 200)


def _naar_partner(partner: str, jaar: str) -> HttpResponse:
    """The page of the partner that somebody chose from the list."""
    if not re.fullmatch(r"[0-9]{1,18}", partner):
        raise Http404("Deze partner staat niet in het portaal.")
    adres = reverse("governance:partner", args=[int(partner)])
    return HttpResponseRedirect(f"{adres}?{urlencode({'jaar': jaar})}" if jaar else adres)


@require_safe
def download(request: Verzoek, formaat: str) -> HttpResponse:
    """The map as a file; kept in the audit log."""
    eis(request.user, Recht.BEKIJKEN)
    if formaat not in uitvoer.FORMATEN:
        raise Http404("Deze soort bestand maken we niet.")
    keuze, _, gekozen = _lees(request)
    if keuze.errors:
        return netwerk(request)
    dag = request.peildatum.dag
    gemaakt = bestand.maak(formaat, gekozen, dag)
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            soort=f"partners.{formaat}",
            partners=len(gekozen.op_aantal),
            filters=keuze.gekozen,
            peildatum=dag.isoformat(),
        )
    koppen = {"Content-Disposition": f'attachment; filename="{gemaakt.naam}"'}
    return HttpResponse(gemaakt.inhoud, content_type=gemaakt.mime, headers=koppen)


def _lees(request: Verzoek) -> tuple[Netwerkkeuze, Netwerk, Netwerk]:
    """The choice in the address, the whole network, and the part that is chosen."""
    keuze = Netwerkkeuze(request.GET)
    alles = lees_netwerk(request.peildatum, gemeente_van(request).tooi)
    gekozen = keuze.gekozen
    return keuze, alles, alles.kies(gekozen.get("soort", ""), regelingen="tafels" in gekozen)
