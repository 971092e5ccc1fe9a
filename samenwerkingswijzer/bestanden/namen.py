"""Names of files as people gave them, made harmless. Pure: text in, text out."""

from __future__ import annotations

import re
import unicodedata

LANGSTE = 120
NAAMLOOS = "bestand"
_SCHEIDING = re.compile(r"[/\\]")
_VERBODEN = re.compile(r'[<>:"|?*]')


def schone_naam(naam: str, einde: str) -> str:
    """A name of at most `LANGSTE` signs that ends in `.einde`: no folders, no signs that steer, turn or hide."""
    laatste = _SCHEIDING.split(unicodedata.normalize("NFC", naam))[-1]
    zichtbaar = "".join(" " if teken.isspace() else teken for teken in laatste if _is_leesbaar(teken))
    stam = _VERBODEN.sub("", zichtbaar)
    stam = _zonder_einde(stam, einde)
    stam = " ".join(stam.split())[: LANGSTE - len(einde) - 1].strip(" .")
    return f"{stam or NAAMLOOS}.{einde}"


def _zonder_einde(naam: str, einde: str) -> str:
    kop, punt, staart = naam.rpartition(".")
    gelijk = {"jpg": ("jpg", "jpeg")}.get(einde, (einde,))
    return kop if punt and staart.strip().lower() in gelijk else naam


def _is_leesbaar(teken: str) -> bool:
    """Not a control sign, not one that turns or hides text (such as right-to-left override), and assigned at all."""
    return teken.isspace() or not unicodedata.category(teken).startswith("C")
