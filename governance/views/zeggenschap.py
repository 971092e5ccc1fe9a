"""Our say beside our share: in all partnerships, and in one of them beside every partner."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.forms.zeggenschap import Bandkeuze, schrijf_band
from governance.regels.evenredigheid import Maat
from governance.views.pagina import mag_invullen, opvolger_van
from governance.zeggenschap import deelnemers, lezen, weergave
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import ONGELDIG, kruimels
from verbanden.views.dashboard import verband_of_404

HERKOMST = "zeggenschap"


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """All running partnerships, the largest difference between vote and share first."""
    eis(request.user, Recht.BEKIJKEN)
    gemeente, peildatum = gemeente_van(request), request.peildatum
    keuze = Bandkeuze.van(request.GET.dict(), gemeente.band_zeggenschap)
    band, maat = keuze.kies(gemeente.band_zeggenschap)
    lopend = Samenwerkingsverband.objects.op(peildatum.moment).lopend().order_by("naam", "id")
    gelezen = lezen.lees(peildatum, gemeente.tooi, list(lopend))
    context = {
        "keuze": keuze,
        "band": schrijf_band(band),
        "gewoon": schrijf_band(gemeente.band_zeggenschap),
        "maat": maat,
        "lijst": weergave.lijst(gelezen, band, maat),
        "ogen": weergave.ogenlijst(gelezen),
    }
    return render(request, "governance/zeggenschap.html", context, status=ONGELDIG if keuze.errors else 200)


@require_safe
def verband(request: Verzoek, slug: str) -> HttpResponse:
    """One partnership: our votes per body, and our shares beside those of every partner."""
    eis(request.user, Recht.BEKIJKEN)
    gemeente, peildatum = gemeente_van(request), request.peildatum
    gezocht = verband_of_404(slug, peildatum)
    (gelezen,) = lezen.lees(peildatum, gemeente.tooi, [gezocht])
    rij = weergave.rij(gelezen, gemeente.band_zeggenschap, Maat.KOSTEN)
    gaten = opvolger_van(request, gezocht)
    context = {
        "verband": gezocht,
        "kruimels": kruimels(gezocht),
        "band": schrijf_band(gemeente.band_zeggenschap),
        "zeggenschap": gelezen,
        "rij": rij,
        "vervolg": gaten.vervolg(gezocht, f"{HERKOMST}:kosten", weergave.doen(rij.toets)),
        "ogenvervolg": gaten.vervolg(gezocht, f"{HERKOMST}:ogen", weergave.ogen_doen(gelezen.meerogen.uitkomst)),
        "ogenmerk": weergave.OGENMERK.get(gelezen.meerogen.uitkomst),
        "regels": deelnemers.regels(gelezen.vergeleken),
        "rest": deelnemers.rest(gelezen.vergeleken),
        "onzeker": deelnemers.onzeker(gelezen.vergeleken),
        "grafiek": deelnemers.grafiek(gelezen.vergeleken),
        "mag_uitleggen": mag_invullen(request, gezocht),
    }
    return render(request, "governance/zeggenschap_verband.html", context)
