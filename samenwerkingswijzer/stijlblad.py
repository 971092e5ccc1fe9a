"""The static files as the portal serves them: hashed, compressed, and the style sheets joined into one.

The sources stay small files, each with one subject. A browser that had to fetch them one by one, each import after
the one that names it, would wait for some fifty answers before the first page has its shape.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

INVOER = re.compile(r'@import url\("(?P<pad>[^"]+)"\)(?: layer\((?P<laag>[a-z]+)\))?;')
VERWIJZING = re.compile(r"""url\((["']?)(?P<pad>[^"')]+)\1\)""")
TEKENSET = re.compile(r'@charset "[^"]*";\s*', re.IGNORECASE)
VAST = ("#", "/", "data:")


class SamengevoegdeOpslag(CompressedManifestStaticFilesStorage):
    """As WhiteNoise keeps them, with each style sheet that imports others as one file."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the sheets first, then name and compress every file."""
        samen = (
            {} if dry_run else {naam: voeg_samen(naam) for naam in paths if naam.endswith(".css") and _voert_in(naam)}
        )
        for naam, tekst in samen.items():
            self.delete(naam)
            self._save(naam, ContentFile(tekst.encode()))
        yield from super().post_process(paths | {naam: (self, naam) for naam in samen}, dry_run, **options)


def _voert_in(naam: str) -> bool:
    return INVOER.search(_lees(naam)) is not None


def voeg_samen(blad: str) -> str:
    """The text of a style sheet with each import in its place: a layer keeps its name, an address its meaning."""

    def inhoud(gevonden: re.Match[str]) -> str:
        pad = posixpath.normpath(posixpath.join(posixpath.dirname(blad), gevonden["pad"]))
        tekst = _verplaats(TEKENSET.sub("", _lees(pad)), posixpath.dirname(gevonden["pad"]))
        return f"@layer {gevonden['laag']} {{\n{tekst}\n}}" if gevonden["laag"] else tekst

    return INVOER.sub(inhoud, _lees(blad))


def _verplaats(tekst: str, map_: str) -> str:
    """Addresses in a sheet from this folder, as seen from the sheet that it becomes part of."""

    def nieuw(gevonden: re.Match[str]) -> str:
        pad = gevonden["pad"]
        return gevonden[0] if pad.startswith(VAST) else f'url("{posixpath.normpath(posixpath.join(map_, pad))}")'

    return VERWIJZING.sub(nieuw, tekst)


def _lees(naam: str) -> str:
    """A style sheet from where its source lies."""
    plek = finders.find(naam)
    if not isinstance(plek, str):
        raise FileNotFoundError(naam)
    return Path(plek).read_text(encoding="utf-8")
