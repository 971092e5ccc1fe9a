"""The interplay with partners: in all partnerships, and in one of them party by party."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from governance.regels import congruentie, verdeelsleutel
from governance.samenspel import lezen, weergave
from governance.views.pagina import mag_invullen
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import kruimels, naam
from verbanden.views.dashboard import verband_of_404


@require_safe
def overzicht(request: Verzoek) -> HttpResponse:
    """All running partnerships: do the parties look the same way, does the key fit, is the self-check done."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    lopend = Samenwerkingsverband.objects.op(peildatum.moment).lopend()
    gelezen = lezen.lees(peildatum, gemeente_van(request).tooi, list(lopend))
    context = {
        "overzicht": weergave.overzicht(gelezen, peildatum.dag),
        "jaar": peildatum.dag.year,
        "maanden": weergave.VEROUDERD_NA,
    }
    return render(request, "governance/samenspel.html", context)


@require_safe
def verband(request: Verzoek, slug: str) -> HttpResponse:
    """One partnership: how every party looks, what it wants, does and pays, and how we did ourselves."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    gezocht = verband_of_404(slug, peildatum)
    (spel,) = lezen.lees(peildatum, gemeente_van(request).tooi, [gezocht])
    antwoord, toelichting = congruentie.zinnen(spel.congruentie)
    context = {
        "verband": gezocht,
        "kruimels": kruimels(gezocht),
        "onderwerp": naam(gezocht),
        "spel": spel,
        "antwoord": antwoord,
        "toelichting": toelichting,
        "beeld": weergave.beeld(spel.partijen),
        "onbekend": [weergave.kort(partij) for partij in spel.congruentie.onbekend],
        "regels": weergave.regels(spel.partijen, peildatum.dag),
        "sleutelzin": verdeelsleutel.zin(spel.aandelen.sleutel),
        "waarschuwingen": verdeelsleutel.waarschuwingen(spel.aandelen.sleutel),
        "sleutelregels": weergave.sleutelregels(spel.aandelen),
        "mag_bewerken": mag_invullen(request, gezocht),
    }
    return render(request, "governance/samenspel_verband.html", context)
