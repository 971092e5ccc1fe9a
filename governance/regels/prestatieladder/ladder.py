"""The prestatieladder as data: angles, rungs with examples, and the rules for a goal that can be evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Controle(Enum):
    """What a rule looks at."""

    INGEVULD = "ingevuld"  # every one of its fields holds something
    GEEN_BEGIN = "geen_begin"  # the text does not begin with one of its words
    GEEN_WOORD = "geen_woord"  # none of its words stands in the text
    EEN_DING = "een_ding"  # its words stand in the text at most once, all together
    HOGE_TREDE = "hoge_trede"  # one goal of the partnership stands on rung `vanaf` or higher


@dataclass(frozen=True)
class Invalshoek:
    """One of the three sides of a result."""

    id: str
    naam: str
    uitleg: str
    vraag: str


@dataclass(frozen=True)
class Voorbeeld:
    """A goal that is written down well beside one that is not, and why."""

    invalshoek: str
    goed: str
    kan_beter: str
    waarom: str


@dataclass(frozen=True)
class Trede:
    """A rung; `nummer` counts from 1 (low) upwards."""

    id: str
    nummer: int
    naam: str
    uitleg: str
    toetsvraag: str
    let_op: str
    voorbeelden: tuple[Voorbeeld, ...]

    def voorbeeld(self, invalshoek: str) -> Voorbeeld | None:
        """The example for this angle."""
        return next((een for een in self.voorbeelden if een.invalshoek == invalshoek), None)


@dataclass(frozen=True)
class Toetsregel:
    """A rule of the check: its question, what it says when it does not hold, and how to write it better."""

    id: str
    kort: str
    verplicht: bool
    controle: Controle
    velden: tuple[str, ...]
    woorden: tuple[str, ...]
    vanaf: int
    vraag: str
    melding: str
    hulp: str


@dataclass(frozen=True)
class Ladder:
    """One version of the instrument, read."""

    naam: str
    toelichting: str
    invalshoeken: tuple[Invalshoek, ...]
    treden: tuple[Trede, ...]
    toets: tuple[Toetsregel, ...]
    minimaal_adviezen: int
    uitslagen: Mapping[str, str]

    def trede(self, id_: str) -> Trede | None:
        """The rung with this id; None when this version does not have it."""
        return next((trede for trede in self.treden if trede.id == id_), None)


def lees(gegevens: Mapping[str, Any]) -> Ladder:
    """Read a version from plain data."""
    uitslag = gegevens["uitslag"]
    return Ladder(
        naam=gegevens["instrument"]["naam"],
        toelichting=gegevens["instrument"].get("toelichting", ""),
        invalshoeken=tuple(
            Invalshoek(rij["id"], rij["naam"], rij["uitleg"], rij["vraag"]) for rij in gegevens["invalshoeken"]
        ),
        treden=tuple(_trede(nummer, rij) for nummer, rij in enumerate(gegevens["treden"], start=1)),
        toets=tuple(_regel(rij) for rij in gegevens["toets"]),
        minimaal_adviezen=int(uitslag["minimaal_adviezen"]),
        uitslagen={id_: str(uitslag[id_]) for id_ in ("evalueerbaar", "met_aandacht", "niet_evalueerbaar")},
    )


def _trede(nummer: int, rij: Mapping[str, Any]) -> Trede:
    voorbeelden = tuple(
        Voorbeeld(een["invalshoek"], een["goed"], een["kan_beter"], een["waarom"]) for een in rij["voorbeelden"]
    )
    return Trede(rij["id"], nummer, rij["naam"], rij["uitleg"], rij["toetsvraag"], rij["let_op"], voorbeelden)


def _regel(rij: Mapping[str, Any]) -> Toetsregel:
    return Toetsregel(
        id=rij["id"],
        kort=rij["kort"],
        verplicht=rij["soort"] == "verplicht",
        controle=Controle(rij["controle"]),
        velden=tuple(rij.get("velden", ())),
        woorden=tuple(rij.get("woorden", ())),
        vanaf=int(rij.get("vanaf", 0)),
        vraag=rij["vraag"],
        melding=rij["melding"],
        hulp=rij["hulp"],
    )
