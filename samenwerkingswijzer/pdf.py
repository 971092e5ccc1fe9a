"""Accessible PDF from our own templates: WeasyPrint makes it (PDF/UA-1), pikepdf mends what it leaves open.

Nothing is fetched but our own static files: a text of a user cannot make the server open a file or an address.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

# Reserved name (RFC 2606): it can never be a real host, and our own fetcher answers for it.
STATISCH = "https://static.invalid/"


def maak_pdf(html: str) -> bytes:
    """Render HTML (with `lang` and `title`) to a tagged PDF. The same input gives the same bytes."""
    from samenwerkingswijzer.drukpers import druk  # noqa: PLC0415  # a second of imports that most processes never need

    return druk(html, basis=STATISCH)


def op_een_vel(
    request: HttpRequest, template: str, contexten: Iterable[dict[str, Any]], *, bestandsnaam: str
) -> HttpResponse:
    """The first of some ever denser versions that fits on one page; the last one when none does."""
    pdf = b""
    for context in contexten:
        pdf = maak_pdf(render_to_string(template, {**context, "statisch": STATISCH}, request=request))
        if aantal_bladzijden(pdf) == 1:
            break
    return _antwoord(pdf, bestandsnaam)


def als_pdf(request: HttpRequest, template: str, context: dict[str, Any], *, bestandsnaam: str) -> HttpResponse:
    """A template as a PDF of as many pages as it needs."""
    return _antwoord(
        maak_pdf(render_to_string(template, {**context, "statisch": STATISCH}, request=request)), bestandsnaam
    )


def aantal_bladzijden(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from pikepdf import open as open_pdf  # noqa: PLC0415  # as above

    with open_pdf(BytesIO(pdf)) as document:
        return len(document.pages)


def _antwoord(pdf: bytes, bestandsnaam: str) -> HttpResponse:
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = content_disposition_header(False, bestandsnaam) or "inline"
    return antwoord
