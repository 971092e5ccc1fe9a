"""Accessible PDF from our own templates: WeasyPrint makes it (PDF/UA-1), pikepdf mends what it leaves open.

Nothing is fetched but our own static files: a text of a user cannot make the server open a file or an address.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

# Reserved name (RFC 2606): it can never be a real host, and our own fetcher answers for it.
STATISCH = "https://static.invalid/"


def maak_pdf(html: str) -> bytes:
    """Render HTML (with `lang` and `title`) to a tagged PDF. The same input gives the same bytes."""
    from samenwerkingswijzer.drukpers import druk  # noqa: PLC0415  # a second of imports that most processes never need

    return druk(html)


def pdf_antwoord(request: HttpRequest, template: str, context: dict[str, Any], *, bestandsnaam: str) -> HttpResponse:
    """Render a template as a PDF to open or keep."""
    html = render_to_string(template, {**context, "statisch": STATISCH}, request=request)
    antwoord = HttpResponse(maak_pdf(html), content_type="application/pdf")
    antwoord["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=bestandsnaam)
    return antwoord
