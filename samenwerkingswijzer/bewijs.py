"""What a function knows of a partnership on one of the principles, as evidence: never a judgement of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Bewijsstand(Enum):
    """What the data say of one thing: it is so, partly, it is not, or nobody filled it in."""

    MET = "met"
    DEELS = "deels"
    NIET = "niet"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Bewijs:
    """One piece of evidence for a principle (its key): what the data say, a sentence, and where to look."""

    uitgangspunt: str
    stand: Bewijsstand
    zin: str
    url: str = ""


@dataclass(frozen=True)
class Verbandnaam:
    """A partnership by its lasting name in addresses, for functions that do not know its model."""

    id: int
    slug: str
    naam: str
    url: str
    lopend: bool = True
