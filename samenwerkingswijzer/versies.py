"""Two people changed the same thing: put both versions together, field by field. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise
from typing import Any

# A number such as 150.000 is one word: half of it may never be merged with half of another.
_WOORDEN = re.compile(r"\s+|\w+(?:[.,]\w+)*|[^\w\s]")


LIJKT_NIET = 0.5  # below this share of equal words a text is told as replaced, not as mended


@dataclass(frozen=True)
class Samenvoeging:
    """What became of each field: merged values, and the fields that a person must choose."""

    waarden: dict[str, Any]
    botsingen: tuple[str, ...] = ()
    van_mij: tuple[str, ...] = ()
    van_ander: tuple[str, ...] = ()


class Soort(Enum):
    """How a piece of text differs from the text before it."""

    ZELFDE = "zelfde"
    ERBIJ = "erbij"
    WEG = "weg"


@dataclass(frozen=True)
class Stuk:
    """A piece of a text with how it differs."""

    soort: Soort
    tekst: str


@dataclass(frozen=True)
class _Ingreep:
    """Replace the tokens from `van` to `tot` by `woorden`."""

    van: int
    tot: int
    woorden: tuple[str, ...] = field(default=())

    def raakt(self, ander: _Ingreep) -> bool:
        return (self.van < ander.tot and ander.van < self.tot) or self.van == ander.van


def voeg_samen(basis: Mapping[str, Any] | None, mijn: Mapping[str, Any], ander: Mapping[str, Any]) -> Samenvoeging:
    """Merge two versions of the same fields that both came from `basis`.

    A field that one side changed takes that change; a field that both changed differently is a collision, and
    carries my value until somebody chooses. Without a basis every difference is a collision.
    """
    waarden, botsingen, van_mij, van_ander = dict(mijn), [], [], []
    for veld in mijn:
        if mijn[veld] == ander[veld]:
            continue
        if basis is not None and mijn[veld] == basis[veld]:
            waarden[veld] = ander[veld]
            van_ander.append(veld)
        elif basis is not None and ander[veld] == basis[veld]:
            van_mij.append(veld)
        else:
            botsingen.append(veld)
    return Samenvoeging(waarden, tuple(botsingen), tuple(van_mij), tuple(van_ander))


def verschil(oud: str, nieuw: str) -> list[Stuk]:
    """The new text in pieces, word by word: the same, added, and (with its old words) taken away."""
    voor, na = _woorden(oud), _woorden(nieuw)
    vergelijking = SequenceMatcher(None, voor, na, autojunk=False)
    if voor and na and vergelijking.ratio() < LIJKT_NIET:
        return [Stuk(Soort.WEG, oud), Stuk(Soort.ERBIJ, nieuw)]
    stukken: list[Stuk] = []
    for code, van, tot, begin, eind in vergelijking.get_opcodes():
        if code in ("replace", "delete"):
            stukken.append(Stuk(Soort.WEG, "".join(voor[van:tot])))
        if code in ("replace", "insert"):
            stukken.append(Stuk(Soort.ERBIJ, "".join(na[begin:eind])))
        if code == "equal":
            stukken.append(Stuk(Soort.ZELFDE, "".join(voor[van:tot])))
    return stukken


def een_tekst(basis: str, mijn: str, ander: str) -> str:
    """One text with both changes; where they touch the same words, my text and then the other's below it."""
    woorden = _woorden(basis)
    ingrepen = sorted({*_ingrepen(woorden, mijn), *_ingrepen(woorden, ander)}, key=lambda i: (i.van, i.tot))
    if any(een.raakt(twee) for een, twee in pairwise(ingrepen)):
        return f"{mijn}\n{ander}"
    for ingreep in reversed(ingrepen):
        woorden[ingreep.van : ingreep.tot] = ingreep.woorden
    return "".join(woorden)


def _ingrepen(basis: list[str], tekst: str) -> Iterable[_Ingreep]:
    woorden = _woorden(tekst)
    codes = SequenceMatcher(None, basis, woorden, autojunk=False).get_opcodes()
    return [_Ingreep(van, tot, tuple(woorden[b:e])) for code, van, tot, b, e in codes if code != "equal"]


def _woorden(tekst: str) -> list[str]:
    return _WOORDEN.findall(tekst)
