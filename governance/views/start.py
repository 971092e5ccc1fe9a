"""The start page of a member of the college: own partnerships with their mandate, and what to check against it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from governance.mandaat import besluiten, te_toetsen
from governance.models import Sessie, Sessiedeelnemer, Sessiestatus
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Portefeuille, Samenwerkingsverband
from verbanden.signalering.start import voor_start

VOLGENDE = 4


def college(request: Verzoek) -> HttpResponse:
    """'Mijn verbanden' of a member of the college. The number of queries does not grow with the partnerships."""
    peildatum = request.peildatum
    moment, dag = peildatum.moment, peildatum.dag
    portefeuilles = list(Portefeuille.objects.op(moment).filter(gebruiker_id=request.user.id))
    eigen = Samenwerkingsverband.objects.op(moment).filter(portefeuille_id__in=[p.id for p in portefeuilles])
    verbanden = {verband.id: verband for verband in eigen.lopend().order_by("naam")}
    geldt = besluiten(peildatum, verbanden)
    komend = [een for een in register.momenten(peildatum, verbanden) if een.datum >= dag]
    context = {
        "portefeuilles": [een.naam for een in portefeuilles],
        "regels": [(verband, geldt.get(verband.id)) for verband in verbanden.values()],
        "stappen": [(een, verbanden[een.verband_id]) for een in komend[:VOLGENDE]],
        "toetsen": [(een, verbanden[een.verband_id]) for een in te_toetsen(peildatum, verbanden)],
        "sessies": _sessies(request),
        "dag": dag,
        **voor_start(request, verbanden),
    }
    return render(request, "governance/start_college.html", context)


def _sessies(request: Verzoek) -> list[Sessie]:
    """Sessions that ask this reader for scores now."""
    if request.peildatum.verleden:
        return []
    deelnames = Sessiedeelnemer.objects.filter(gebruiker_id=request.user.id).aanwezig()
    return list(Sessie.objects.filter(status=Sessiestatus.SCOREN, id__in=deelnames.values("sessie_id")))
