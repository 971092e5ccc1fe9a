"""The manual per role, as it lies in `docs/handleiding`, for reading inside the portal.

The files are the only text there is: on the web they read as Markdown, here as pages. Links between them become links
between pages, and a picture comes from the static files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString

from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.tekst import blad_html

MAP = Path(settings.BASE_DIR) / "docs" / "handleiding"
BEGIN, SCHRIJVEN = "README", "artikel-schrijven"
# File without its end -> what the menu calls it, in the order of the menu.
BLADEN: dict[str, str] = {
    BEGIN: "Begin",
    "raadslid": "Raadslid",
    "college": "College",
    "accounthouder": "Accounthouder",
    "griffie": "Griffie",
    "controller": "Concerncontroller",
    "beheerder": "Beheerder",
    SCHRIJVEN: "Een artikel schrijven",
}
BLAD_PER_ROL: dict[str, str] = {rol.value: rol.value for rol in Rol}
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
_BEELD = re.compile(r"!\[([^\]]*)\]\(\.\./\.\./static/handleiding/([a-z0-9-]+\.png)\)")


@dataclass(frozen=True)
class Blad:
    """One page of the manual: its title, its text as harmless HTML, and its parts (anchor, words)."""

    naam: str
    titel: str
    html: SafeString
    delen: tuple[tuple[str, str], ...]


@cache
def blad(naam: str) -> Blad | None:
    """The page with this name; None when there is none."""
    if naam not in BLADEN:
        return None
    kop, _, rest = (MAP / f"{naam}.md").read_text(encoding="utf-8").partition("\n")
    html, delen = blad_html(_BEELD.sub(_beeld, _LINK.sub(_link, rest)))
    return Blad(naam, kop.removeprefix("# ").strip(), html, delen)


def adres(naam: str) -> str:
    """Where a page of the manual is."""
    return reverse("kennisbank:handleiding") if naam == BEGIN else reverse("kennisbank:handleiding_blad", args=[naam])


def hulp(rol: str) -> str:
    """The page of the manual for a role."""
    return adres(BLAD_PER_ROL.get(rol, BEGIN))


def _link(gevonden: re.Match[str]) -> str:
    """A link to another page of the manual leads there; one to another document keeps its words only."""
    woorden, doel = gevonden.groups()
    bestand, _, anker = doel.partition("#")
    naam = bestand.removesuffix(".md")
    if naam in BLADEN:
        return f"[{woorden}]({adres(naam)}{'#' + anker if anker else ''})"
    return gevonden.group(0) if doel.startswith(("https://", "/", "#")) else woorden


def _beeld(gevonden: re.Match[str]) -> str:
    uitleg, bestand = gevonden.groups()
    return f"![{uitleg}]({static(f'handleiding/{bestand}')})"
