"""A document to print, and the addresses under which it and its parts are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from samenwerkingswijzer.drukpers.bestanden import GEWICHT, Bestanden

VERSIE = "1"  # raise it when the press makes something else of the same input
MAKERS = tuple(f"{naam} {version(naam)}" for naam in ("weasyprint", "pydyf", "fonttools", "pikepdf"))
BLAD = re.compile(r"<link\b[^>]*\brel=[\"']?stylesheet\b[^>]*>", re.IGNORECASE)
IN_HTML = re.compile(r"\b(?:href|src)\s*=\s*[\"']([^\"'#]+)[\"']", re.IGNORECASE)
IN_BLAD = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)


@dataclass(frozen=True)
class Drukwerk:
    """Every part is a complete HTML document; `basis` is the address of our static files, which ends in a slash."""

    delen: tuple[str, ...]
    titel: str
    taal: str
    voettekst: str
    basis: str

    def als_json(self) -> bytes:
        """For a file that the process that prints reads."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def uit_json(cls, inhoud: bytes) -> Drukwerk:
        """Read what `als_json` wrote."""
        velden = json.loads(inhoud)
        return cls(**{**velden, "delen": tuple(velden["delen"])})

    @property
    def bladen(self) -> str:
        """The link tags of the style sheets, which are the same for all parts."""
        return "".join(BLAD.findall(self.delen[0]))

    def sleutels(self, mappen: Sequence[Path]) -> list[str]:
        """The address of each part: the same text, style sheets, fonts and press give the same one."""
        return self.sleutels_van(self.delen, mappen)

    def sleutels_van(self, delen: Sequence[str], mappen: Sequence[Path]) -> list[str]:
        """As `sleutels`, for any HTML with the same `basis`."""
        afdrukken = Afdrukken(Bestanden(self.basis, mappen))
        return [sleutel(self.basis, afdrukken.van(html), html) for html in delen]

    def sleutel(self, sleutels: Sequence[str]) -> str:
        """The address of the whole document."""
        return sleutel(self.titel, self.taal, self.voettekst, *sleutels)


def sleutel(*delen: str) -> str:
    """One address for all these texts in this order."""
    som = sha256()
    for deel in (VERSIE, *MAKERS, *delen):
        inhoud = deel.encode("utf-8", "surrogatepass")
        som.update(b"%d:" % len(inhoud) + inhoud)
    return som.hexdigest()


class Afdrukken:
    """Hashes of the static files that documents use; looks at each file once."""

    def __init__(self, bestanden: Bestanden) -> None:
        self.bestanden = bestanden
        self._bekend: dict[Path, str] = {}

    def van(self, html: str) -> str:
        """One hash of all files that the document names, and of those that its style sheets name."""
        namen = dict.fromkeys(naam.removeprefix(self.bestanden.basis) for naam in IN_HTML.findall(html))
        paden = [pad for pad in map(self.bestanden.zoek, namen) if pad]
        return sleutel(*(self._van_bestand(pad) for pad in paden))

    def _van_bestand(self, pad: Path) -> str:
        if pad not in self._bekend:
            self._bekend[pad] = ""  # a sheet that imports itself
            inhoud = pad.read_bytes()
            genoemd = self._genoemd(pad, inhoud) if pad.suffix == ".css" else ()
            self._bekend[pad] = sleutel(sha256(inhoud).hexdigest(), *(self._van_bestand(ander) for ander in genoemd))
        return self._bekend[pad]

    def _genoemd(self, blad: Path, inhoud: bytes) -> Iterator[Path]:
        for paar in IN_BLAD.findall(inhoud.decode("utf-8", "replace")):
            naam = "".join(paar).partition(GEWICHT)[0]
            for map_ in self.bestanden.mappen:
                if blad.is_relative_to(map_) and (
                    pad := self.bestanden.zoek(str((blad.parent / naam).relative_to(map_)))
                ):
                    yield pad
