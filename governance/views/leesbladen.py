"""The reading sheets of a session as one PDF: an A4 for each partnership."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from governance.models import Sessie
from governance.sessie.beeld import lees_sessie
from governance.sessie.leesblad import leesbladen
from governance.views.sessiekader import LEZEN, sessiepagina, wie_leest
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
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
