"""Gives a file to who may see what it belongs to: always as an attachment, never as a page of ours."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from samenwerkingswijzer.bestanden.kluis import Kwijt
from samenwerkingswijzer.bestanden.soorten import SOORTEN
from samenwerkingswijzer.foutpaginas import NIET_NU, foutpagina
from samenwerkingswijzer.handelingen.bestanden import kluis
from samenwerkingswijzer.models import Bestand

logger = logging.getLogger(__name__)

WEG = "Dit bestand is niet te vinden of is beschadigd. Vraag de beheerder om het uit de reservekopie terug te zetten."
ZANDBAK: dict[str, list[str]] = {"sandbox": []}


def geef(request: HttpRequest, bestand: Bestand) -> HttpResponse:
    """The file itself, or a page that says it is gone. Whether the reader may have it is for the caller."""
    try:
        inhoud = kluis().lees(bestand.sleutel, bestand.sha256)
    except Kwijt:
        logger.exception("bestand kwijt of beschadigd", extra={"bestand": bestand.pk})
        return foutpagina(request, NIET_NU, WEG)
    antwoord = HttpResponse(inhoud, content_type=SOORTEN[bestand.soort].mime)
    antwoord.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=bestand.naam)
    antwoord.headers["Cache-Control"] = "no-store, private"
    antwoord._csp_update = ZANDBAK  # type: ignore[attr-defined]  # read by django-csp
    return antwoord
