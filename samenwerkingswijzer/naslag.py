"""Guidance beside a step and terms in a sentence: asked for by pages, answered by the function that keeps articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Handreiking:
    """A short pointer to guidance: its title, what it says in a few sentences, the whole, and how long that takes."""

    titel: str
    samenvatting: str
    url: str
    minuten: int


@dataclass(frozen=True)
class Begrip:
    """A term with its explanation and its page."""

    term: str
    uitleg: str
    url: str


@dataclass(frozen=True)
class Leespad:
    """The way in for a role: where it begins, how many steps it has, and how many minutes those take together."""

    url: str
    stappen: int
    minuten: int


class Naslag(Protocol):
    """Answers from memory: asking costs a page no query, now and then one."""

    def bij(self, plek: str) -> Sequence[Handreiking]:
        """The guidance for a place, in order; empty when there is none."""

    def begrip(self, sleutel: str) -> Begrip | None:
        """The term with this key; None when it is not explained anywhere."""

    def begrip_in(self, tekst: str) -> tuple[str, str, str, Begrip] | None:
        """The first term in a short text: what stands before it, the term as written, what follows, and the term."""

    def leespad(self, rol: str) -> Leespad | None:
        """The reading path for a role; None when there is none."""
