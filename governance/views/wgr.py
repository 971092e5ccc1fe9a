"""The Wgr-check of all regelingen: what is settled, what is not, and what nobody looked up yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance import wgrcheck
from governance.regels import wgr
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models.keuzes import REGELINGEN, Vorm
from verbanden.werk import eigen_verbanden

# The kinds of regeling in the order in which people choose them.
SOORTEN = tuple(vorm for vorm in Vorm if vorm in REGELINGEN)


@require_safe
def check(request: Verzoek) -> HttpResponse:
    """Every running regeling beside every subject, the ones with the most open subjects first."""
    eis(request.user, Recht.BEKIJKEN)
    gelezen = wgrcheck.lees(request.peildatum)
    bewerkbaar = _bewerkbaar(request, gelezen)
    context = {
        "check": gelezen,
        "totaal": gelezen.totaal,
        "regels": [(regel, regel.id in bewerkbaar) for regel in gelezen.regels],
        "uitleg": [(onderwerp, _plichten(onderwerp)) for onderwerp in gelezen.onderwerpen],
        "wet": wgr,
        "kruimels": [("Overzicht", reverse("verbanden:overzicht"))],
    }
    return render(request, "governance/wgr.html", context)


def _bewerkbaar(request: Verzoek, gelezen: wgrcheck.Check) -> set[int]:
    """Ids of the regelingen whose check this reader may edit; none in the past. At most one query."""
    ver = None if request.peildatum.verleden else bereik(request.user, Recht.BEWERKEN)
    if ver is None:
        return set()
    alle = {regel.id for regel in gelezen.regels}
    return alle if ver is Bereik.ALLE else alle & set(eigen_verbanden(request.user, request.peildatum))


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
