"""The only door to the outside: our own static files, under one address that can never be a real host.

A text of a user cannot make the server open a file or an address: everything else is refused before it is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from samenwerkingswijzer.drukpers.bestanden import GEWICHT, Bestanden
from samenwerkingswijzer.drukpers.fouten import GeweigerdAdres
from samenwerkingswijzer.drukpers.letters import snijd

SOORTEN = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".png": "image/png"}


class EigenBestanden(URLFetcher):
    """Answers for files below `mappen`, under the address `basis`, and refuses every other address.

    `<font>.woff2?wght=700` gives that one weight of a variable font.
    """

    def __init__(self, basis: str, mappen: Sequence[Path]) -> None:
        super().__init__(allowed_protocols=("https",), allow_redirects=False)
        self.basis = basis
        self.bestanden = Bestanden(basis, mappen)

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Open a static file by its address."""
        adres, teken, gewicht = url.partition(GEWICHT)
        pad = self.bestanden.zoek(adres.removeprefix(self.basis)) if adres.startswith(self.basis) else None
        if pad is None or (teken and not gewicht.isdecimal()):
            raise GeweigerdAdres(f"niet een van onze bestanden: {url[:80]}")
        if teken:
            return URLFetcherResponse(url, snijd(pad.read_bytes(), int(gewicht)), {"Content-Type": "font/ttf"})
        soort = SOORTEN.get(pad.suffix, "application/octet-stream")
        return URLFetcherResponse(url, pad.read_bytes(), {"Content-Type": soort})
