"""Gives a file to who may see what it belongs to: as an attachment or a picture, never as a page of ours."""

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
    return _antwoord(request, bestand, als_bijlage=True)


def geef_beeld(request: HttpRequest, bestand: Bestand) -> HttpResponse:
    """A PNG or JPEG to show in a text; it was drawn anew when it came in. Any other file is an attachment."""
    return _antwoord(request, bestand, als_bijlage=bestand.soort not in (Bestand.Soort.PNG, Bestand.Soort.JPEG))


def _antwoord(request: HttpRequest, bestand: Bestand, *, als_bijlage: bool) -> HttpResponse:
    try:
        inhoud = kluis().lees(bestand.sleutel, bestand.sha256)
    except Kwijt:
        logger.exception("bestand kwijt of beschadigd", extra={"bestand": bestand.pk})
        return foutpagina(request, NIET_NU, WEG)
    antwoord = HttpResponse(inhoud, content_type=SOORTEN[bestand.soort].mime)
    kop = content_disposition_header(as_attachment=als_bijlage, filename=bestand.naam)
    antwoord.headers["Content-Disposition"] = kop or "inline"
    antwoord.headers["Cache-Control"] = "no-store, private"
    antwoord._csp_update = ZANDBAK  # type: ignore[attr-defined]  # read by django-csp
    return antwoord
