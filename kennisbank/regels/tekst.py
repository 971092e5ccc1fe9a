"""How long a text takes to read, and which terms stand in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil

WOORDEN_PER_MINUUT = 180
TEKENS_PER_WOORD = 6  # Dutch prose with its spaces


def minuten(tekens: int) -> int:
    """Minutes to read a text of this many characters; at least one."""
    return max(1, ceil(tekens / TEKENS_PER_WOORD / WOORDEN_PER_MINUUT))


def genoemd(tekst: str, termen: Iterable[str]) -> list[str]:
    """The terms that stand in a text as whole words, in the order in which they come, in any case."""
    klein = tekst.lower()
    plek = {term: _eerste(klein, term.lower()) for term in termen}
    return sorted((term for term, waar in plek.items() if waar >= 0), key=lambda term: (plek[term], term))


def _eerste(tekst: str, term: str) -> int:
    """Where a term stands for the first time as a whole word, or in the plural; -1 when it does not."""
    if not term.strip() or term not in tekst:
        return -1
    gevonden = re.search(rf"(?<!\w){re.escape(term)}(?:en|s|n)?(?!\w)", tekst)
    return gevonden.start() if gevonden else -1
