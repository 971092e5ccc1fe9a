"""The outcome of a weighing: the ranking that explains itself, and what people chose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from governance.afweging import Lezing
from governance.beeld import balken
from governance.forms.afweging import Keuzeformulier
from governance.handelingen import afwegingen
from governance.oordelen import oordelen, van_auteur
from governance.passendheid import Keuzeregel, keuzeregels, vastgelegd
from governance.regels.gevoeligheid import anders
from governance.regels.instrument import Soort
from governance.regels.matching import Beoordeling
from governance.views.pagina import afwegingpagina, kader
from samenwerkingswijzer.rechten import Recht, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.views.bewerkpagina import ONGELDIG, eis_hier, nu, vandaag
from verbanden.views.poging import geweigerd


@afwegingpagina("GET", "HEAD", "POST")
def uitkomst(request: Verzoek, lezing: Lezing) -> HttpResponse:
    """The ranking and everything behind it; a POST records the choice of people."""
    if request.method != "POST":
        return _toon(request, lezing, Keuzeformulier(initial={"besloten_op": vandaag(), "besluit_van": "college"}))
    eis_hier(request, lezing.verband, Recht.BEWERKEN)
    formulier = Keuzeformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, lezing, formulier, ONGELDIG)
    doe = partial(
        afwegingen.kies,
        afweging=lezing.afweging,
        vorm=request.POST.get("vorm", ""),
        rollen=request.POST.getlist("rol"),
        afspraken=request.POST.getlist("afspraak"),
        gegevens=formulier.cleaned_data,
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        return _toon(request, lezing, formulier, status)
    messages.success(request, "De keuze is vastgelegd, met het advies ernaast.")
    return HttpResponseRedirect(reverse("governance:uitkomst", args=[lezing.afweging.id]))


def _toon(request: Verzoek, lezing: Lezing, formulier: Keuzeformulier, status: int = 200) -> HttpResponse:
    gezien = lezing.bekeken(str((request.POST if request.method == "POST" else request.GET).get("vorm", "")))
    standpunten = oordelen(lezing, request.peildatum)
    context = {
        **kader(request, lezing, tab="uitkomst"),
        "oordelen": standpunten,
        "mijn_oordeel": van_auteur(standpunten, request.user.pk or 0),
        "mag_adviseren": lezing.open and not request.peildatum.verleden and mag(request.user, Recht.ADVISEREN),
        "uitkomst": lezing.uitkomst,
        "balken": balken(lezing.kader, lezing.uitkomst),
        "tweede": lezing.uitkomst.vormen[1] if len(lezing.uitkomst.vormen) > 1 else None,
        "ommekeren": lezing.ommekeren,
        "uitgangspunten": lezing.uitgangspunten(),
        "bekeken": gezien,
        "rollen": _past(lezing, gezien, Soort.ROL, request),
        "afspraken": _past(lezing, gezien, Soort.AFSPRAAK, request),
        "formulier": formulier,
        "gekozen": lezing.kader.keuze(lezing.keuze.vorm) if lezing.keuze else None,
        "advies": lezing.kader.keuze(lezing.keuze.advies) if lezing.keuze else None,
    }
    return render(request, "governance/afweging_uitkomst.html", context, status=status)


def _past(lezing: Lezing, vorm: Beoordeling | None, soort: Soort, request: Verzoek) -> list[dict[str, Any]]:
    """Roles or agreements of the form: with why, what would change it, and whether they are ticked."""
    if vorm is None:
        return []
    veld = "rol" if soort is Soort.ROL else "afspraak"
    gekozen = request.POST.getlist(veld) if request.method == "POST" else vastgelegd(lezing, soort)
    return [
        {"regel": regel, "beoordeling": regel.beoordeling, "anders": _anders(lezing, regel)}
        for regel in keuzeregels(lezing, vorm.keuze.id, soort, gekozen)
    ]


def _anders(lezing: Lezing, regel: Keuzeregel) -> Sequence[Any]:
    """What would change the word for it; not worked out for what does not fit and was not chosen."""
    return anders(lezing.kader, lezing.gegeven, regel.beoordeling)[:2] if regel.past or regel.aan else ()
