"""How two versions of an article differ, paragraph by paragraph and then word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from samenwerkingswijzer.versies import Soort, Stuk, verschil

# Longer paragraphs are told as replaced: comparing their words costs more than it tells.
LANGSTE_ALINEA = 3_000
_ALINEA = re.compile(r"\n*[^\n]+\n*|\n+")


def per_alinea(oud: str, nieuw: str) -> list[Stuk]:
    """The new text in pieces: the same, added and taken away. Same and added together are the new text."""
    voor, na = _ALINEA.findall(oud), _ALINEA.findall(nieuw)
    codes = SequenceMatcher(None, voor, na, autojunk=False).get_opcodes()
    return [stuk for code, van, tot, begin, eind in codes for stuk in _stukken(code, voor[van:tot], na[begin:eind])]


def _stukken(code: str, voor: list[str], na: list[str]) -> Iterator[Stuk]:
    if code == "equal":
        yield Stuk(Soort.ZELFDE, "".join(voor))
        return
    for oud, nieuw in zip_longest(voor, na, fillvalue=""):
        yield from _woorden(oud, nieuw)


def _woorden(oud: str, nieuw: str) -> Iterator[Stuk]:
    if oud and nieuw and max(len(oud), len(nieuw)) <= LANGSTE_ALINEA:
        yield from verschil(oud, nieuw)
        return
    if oud:
        yield Stuk(Soort.WEG, oud)
    if nieuw:
        yield Stuk(Soort.ERBIJ, nieuw)
