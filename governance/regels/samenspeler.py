"""The four points of a good partner in a partnership, and what may be said of each in a yearly self-check.

Source: founding document, paragraph 1.1 ('een goede samenwerkingsspeler'), in our own plain words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Oordeel(StrEnum):
    """What we say of ourselves on one point."""

    GOED = "goed"
    KAN_BETER = "kan_beter"
    NIET = "niet"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Punt:
    """One point: its key, its name and what it asks of us."""

    sleutel: str
    titel: str
    vraag: str


PUNTEN = (
    Punt(
        "open_en_geinformeerd",
        "Open en goed geïnformeerd",
        "Wij kennen de belangen, wensen, motieven en meningen van de partners, en weten welke plannen er zijn.",
    ),
    Punt(
        "betrouwbaar_en_duidelijk",
        "Betrouwbaar en duidelijk",
        "Wij zijn helder over onze doelen en belangen, praten met één mond en komen afspraken na.",
    ),
    Punt(
        "betrokken",
        "Betrokken",
        "Wij zitten aan tafel met een helder mandaat, willen investeren en zetten mensen en geld in.",
    ),
    Punt(
        "krachten_bundelen",
        "Gericht op krachten bundelen",
        "Wij zoeken wat wij samen beter kunnen dan ieder voor zich.",
    ),
)
