"""The press: WeasyPrint makes a tagged PDF (PDF/UA-1), pikepdf mends what it leaves open.

Nothing is fetched but our own static files: a text of a user cannot make the server open a file or an address.
"""

from __future__ import annotations

import gc
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from django.contrib.staticfiles import finders
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

AFDRUKKEN = 4
SOORTEN = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


class GeweigerdAdres(ValueError):
    """The document asked for something that is not one of our own static files."""


class EigenBestanden(URLFetcher):
    """Answers for our own static files, under the address `basis`, and refuses every other address."""

    def __init__(self, basis: str) -> None:
        super().__init__(allowed_protocols=("https",), allow_redirects=False)
        self.basis = basis

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Open a static file by its address."""
        pad = finders.find(url.removeprefix(self.basis)) if url.startswith(self.basis) else None
        if not isinstance(pad, str):
            raise GeweigerdAdres(f"niet een van onze bestanden: {url[:80]}")
        soort = SOORTEN.get(Path(pad).suffix, "application/octet-stream")
        return URLFetcherResponse(url, Path(pad).read_bytes(), {"Content-Type": soort})


def druk(html: str, *, basis: str) -> bytes:
    """Render HTML (with `lang` and `title`) to a tagged PDF. The same input gives the same bytes.

    `basis` is the address under which the document finds our static files.
    """
    gc.disable()  # a render makes many small objects that all live until its end
    try:
        ruw = HTML(string=html, base_url=basis, url_fetcher=EigenBestanden(basis)).write_pdf(pdf_variant="pdf/ua-1")
    finally:
        gc.enable()
    return herstel(ruw)


def herstel(ruw: bytes) -> bytes:
    """Give table headers their scope and link annotations the Print flag."""
    uit = BytesIO()
    with pikepdf.open(BytesIO(ruw)) as document:
        for element in document.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.TH:
                _geef_bereik(element)
        for pagina in document.pages:
            for aantekening in pagina.get("/Annots", []):
                aantekening.F = int(aantekening.get("/F", 0)) | AFDRUKKEN
        document.save(uit, deterministic_id=True)
    return uit.getvalue()


def _geef_bereik(kop: pikepdf.Dictionary) -> None:
    """A header in the head of a table is for its column, any other for its row."""
    rij = kop.get("/P")
    deel = rij.get("/P") if rij is not None else None
    bereik = pikepdf.Name.Column if deel is not None and deel.get("/S") == pikepdf.Name.THead else pikepdf.Name.Row
    eigen = kop.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
    for kenmerken in eigen if isinstance(eigen, pikepdf.Array) else [eigen]:
        if kenmerken.get("/O") == pikepdf.Name.Table and "/Scope" not in kenmerken:
            kenmerken.Scope = bereik
    kop.A = eigen
