"""Words as the index knows them: small letters without accents. Pure: text in, words out."""

from __future__ import annotations

import re
import unicodedata

LANGSTE_WOORD = 60
_WOORD = re.compile(r"[a-z0-9]+")
_OPMAAK = re.compile(r"^[ |:-]+$|\]\([^)\s]*\)|^[ \t]*(?:[#>|*+-]+|\d+\.)[ \t]+|[*_`|\[\]]", re.MULTILINE)


def _zonder_teken(teken: str) -> str:
    """The plain letter of a letter with an accent; one sign for one sign, so that places in a text stay."""
    plat = unicodedata.normalize("NFKD", teken)[:1]
    return plat if plat.isascii() and plat.isalpha() else teken


TEKENS = {nummer: _zonder_teken(chr(nummer)) for nummer in range(0xC0, 0x250)} | {ord("ß"): "s", 0x130: "i"}


def vouw(tekst: str) -> str:
    """Small letters without accents, as long as the text itself: 'Coöperatie' gives 'cooperatie'."""
    return tekst.translate(TEKENS).lower()


def woorden(tekst: str) -> list[str]:
    """The words of a text, in order; single letters and endless words say nothing."""
    return [woord for woord in _WOORD.findall(vouw(tekst)) if 1 < len(woord) <= LANGSTE_WOORD or woord.isdigit()]


def initialen(naam: str) -> str:
    """The first letters of a name of three words or more ('Veiligheidsregio Rotterdam-Rijnmond' gives 'VRR'), or ''."""
    delen = [deel for deel in re.split(r"[\s\-/]+", naam) if deel[:1].isupper()]
    return "".join(deel[0] for deel in delen) if len(delen) > 2 else ""


def kaal(markdown: str) -> str:
    """A text without the signs of its lay-out, to quote from."""
    return re.sub(r"\s+", " ", _OPMAAK.sub(" ", markdown)).strip()
