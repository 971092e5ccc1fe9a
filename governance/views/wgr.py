"""The Wgr-check of all regelingen and of one: what is settled, what is not, and what nobody looked up yet."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance import wgrcheck
from governance.regels import wgr
from governance.views.pagina import invulbaar, mag_invullen, opvolger_van
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models.keuzes import REGELINGEN, Vorm
from verbanden.views.bewerkpagina import kruimels, naam
from verbanden.views.dashboard import verband_of_404

HERKOMST = "wgr"

# The kinds of regeling in the order in which people choose them.
SOORTEN = tuple(vorm for vorm in Vorm if vorm in REGELINGEN)


@require_safe
def check(request: Verzoek) -> HttpResponse:
    """Every running regeling beside every subject, the ones with the most open subjects first."""
    eis(request.user, Recht.BEKIJKEN)
    gelezen = wgrcheck.lees(request.peildatum)
    bewerkbaar = invulbaar(request, (regel.id for regel in gelezen.regels))
    context = {
        "check": gelezen,
        "totaal": gelezen.totaal,
        "regels": [(regel, regel.id in bewerkbaar) for regel in gelezen.regels],
        "uitleg": [(onderwerp, _plichten(onderwerp)) for onderwerp in gelezen.onderwerpen],
        "wet": wgr,
        "kruimels": [("Overzicht", reverse("verbanden:overzicht"))],
    }
    return render(request, "governance/wgr.html", context)


@require_safe
def verband(request: Verzoek, slug: str) -> HttpResponse:
    """One regeling: every subject with where it is settled, and what to do about the open ones."""
    eis(request.user, Recht.BEKIJKEN)
    gezocht = verband_of_404(slug, request.peildatum)
    if gezocht.vorm not in REGELINGEN:
        raise Http404("Dit verband is geen gemeenschappelijke regeling.")
    cellen = wgrcheck.lees_een(gezocht, request.peildatum)
    gaten = opvolger_van(request, gezocht)
    context = {
        "verband": gezocht,
        "onderwerp": naam(gezocht),
        "kruimels": kruimels(gezocht),
        "cellen": [(cel, gaten.vervolg(gezocht, f"{HERKOMST}:{_sleutel(cel)}", wgrcheck.doen(cel))) for cel in cellen],
        "telling": wgr.tel(cel.uitkomst for cel in cellen),
        "wet": wgr,
        "mag_bewerken": mag_invullen(request, gezocht),
    }
    return render(request, "governance/wgr_verband.html", context)


def _sleutel(cel: wgrcheck.Cel) -> str:
    return cel.uitkomst.onderwerp.sleutel


def _plichten(onderwerp: wgr.Onderwerp) -> list[tuple[str, str]]:
    """What the law says of a subject, with the kinds of regeling for which it says so."""
    per_plicht = (
        (plicht.value, [vorm.label.lower() for vorm in SOORTEN if wgr.plicht(onderwerp, vorm) is plicht])
        for plicht in wgr.Plicht
    )
    return [
        (plicht, "alle soorten" if len(soorten) == len(SOORTEN) else ", ".join(soorten))
        for plicht, soorten in per_plicht
        if soorten
    ]
