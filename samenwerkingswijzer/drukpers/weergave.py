"""From one HTML document to one tagged PDF (PDF/UA-1), with WeasyPrint.

A `Pers` keeps what documents share: the fonts and the style sheets, which take longer to read than a page to set.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetchingError

from samenwerkingswijzer.drukpers import herstel
from samenwerkingswijzer.drukpers.adressen import EigenBestanden
from samenwerkingswijzer.drukpers.fouten import TeDiepGenest

logger = logging.getLogger(__name__)

DIEPST = 100  # elements inside each other; the press itself gives up at about twice this
LINKSOORTEN = ("https:", "http:", "mailto:", "#")
ONTBREEKT = "\N{REPLACEMENT CHARACTER}"
# Margin texts that count pages belong to the whole document, not to one part of it.
ZONDER_VOET = "@page { @bottom-left { content: none !important } @bottom-right { content: none !important } }"


class Pers:
    """Sets documents with the same style sheets. Not for use by two threads at once.

    `mappen` are the folders with our static files, which documents find under the address `basis`.
    """

    def __init__(self, basis: str, mappen: Sequence[Path]) -> None:
        self.adressen = EigenBestanden(basis, mappen)
        self._begin()

    def _begin(self) -> None:
        self._letters = FontConfiguration()
        self._tellers = CounterStyle()
        self._bladen: dict[str, CSS] = {}

    def druk(self, html: str) -> bytes:
        """A document of its own: tagged, with title, language and bookmarks."""
        return self._zet(html, "", herstel.herstel)

    def druk_deel(self, html: str, kenmerk: str) -> bytes:
        """A part of a document; `kenmerk` (short, ASCII) keeps the names of its elements apart from other parts."""
        return self._zet(html, ZONDER_VOET, partial(herstel.herstel_deel, kenmerk=kenmerk))

    def druk_vel(self, html: str, opmaak: str) -> bytes:
        """A sheet without tags, to be stamped on pages. `opmaak` is more CSS."""
        return self._zet(html, ZONDER_VOET + opmaak, herstel.herstel_vel, variant=None)

    def _zet(self, html: str, opmaak: str, afwerking: Any, variant: str | None = "pdf/ua-1") -> bytes:
        with zonder_opruimen():
            try:
                document = self._schik(html, opmaak)
                pdf: bytes = document.write_pdf(pdf_variant=variant, finisher=afwerking)
                if ontbrekend := _ontbrekende_tekens(document):
                    document = self._schik(html.translate(dict.fromkeys(ontbrekend, ONTBREEKT)), opmaak)
                    pdf = document.write_pdf(pdf_variant=variant, finisher=afwerking)
            except RecursionError as fout:
                raise TeDiepGenest("De tekst is te diep genest om af te drukken.") from fout
        return pdf

    def _schik(self, html: str, opmaak: str) -> Document:
        bron = HTML(string=html, base_url=self.adressen.basis, url_fetcher=self.adressen)
        boom = bron.etree_element
        _controleer_diepte(boom)
        if boom.find(".//style") is not None:  # may define fonts and counters that no other document should see
            self._begin()
        bladen = [self._blad(adres) for adres in _neem_bladen(boom)]
        bladen.append(CSS(string=opmaak, font_config=self._letters))
        _maak_onschadelijk(boom)
        return bron.render(font_config=self._letters, counter_style=self._tellers, stylesheets=bladen)

    def _blad(self, adres: str) -> CSS:
        if adres not in self._bladen:
            try:
                self._bladen[adres] = CSS(
                    url=urljoin(self.adressen.basis, adres),
                    url_fetcher=self.adressen,
                    font_config=self._letters,
                    counter_style=self._tellers,
                )
            except URLFetchingError:  # as with an image: the document does without
                logger.exception("Een stijlblad is niet gevonden.")
                self._bladen[adres] = CSS(string="")
        return self._bladen[adres]


def _neem_bladen(boom: Any) -> list[str]:
    """Take the links out of a document, and return the addresses of its style sheets in order."""
    adressen = []
    for ouder in list(boom.iter()):
        for element in [kind for kind in ouder if kind.tag in ("link", "base")]:
            if element.get("rel") == "stylesheet" and element.get("href"):
                adressen.append(element.get("href"))
            element.tag, element.attrib = "span", {"hidden": "hidden"}
    return adressen


def _maak_onschadelijk(boom: Any) -> None:
    """Links go to a page or a mailbox; a link to another part of the document is marked as one."""
    namen = {element.get("id") for element in boom.iter()}
    for element in boom.iter("a"):
        element.attrib.pop("rel", None)  # an attachment would be put into the file
        adres = (element.get("href") or "").strip()
        if adres and not adres.lower().startswith(LINKSOORTEN):
            del element.attrib["href"]
        elif adres.startswith("#") and adres[1:] not in namen:
            element.set("href", herstel.ELDERS + adres[1:])


def _controleer_diepte(boom: Any) -> None:
    laag, diepte = [boom], 0
    while laag:
        laag, diepte = [kind for element in laag for kind in element], diepte + 1
        if diepte > DIEPST:
            raise TeDiepGenest(f"De tekst is te diep genest om af te drukken: meer dan {DIEPST} lagen.")


def _ontbrekende_tekens(document: Document) -> set[int]:
    """Code points that no font on this machine has. A file that is both PDF/A and PDF/UA may not refer to them."""
    return {punt for letter in document.fonts.values() for punt in letter.missing}


_teller = threading.Lock()
_bezig = 0


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Hold the garbage collector: setting makes many small objects that all live until its end.

    What was there before is set apart, so that a clearance in between only looks at what came since.
    """
    global _bezig  # noqa: PLW0603 - the collector is one per process
    with _teller:
        _bezig += 1
        gc.disable()
        if _bezig == 1:
            gc.freeze()
    try:
        yield
    finally:
        with _teller:
            _bezig -= 1
            if not _bezig:
                gc.unfreeze()
                gc.enable()
