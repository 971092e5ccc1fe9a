"""The evaluatiekader as data: themes, a scale with words, criteria per phase of life, and the steps to take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# The judgements and steps that every version knows; a version gives them their words.
GEEN_OORDEEL = "geen_oordeel"
OORDELEN = ("onvoldoende", "matig", "voldoende", "goed", GEEN_OORDEEL)
STAPPEN = ("opzet", "gegevens", "oordeel", "gesprek", "conclusie", "vastgesteld")
FASEN = ("aangaan", "bestaand", "beeindigen")


@dataclass(frozen=True)
class Thema:
    """What is judged; `kort` fits above a column."""

    id: str
    naam: str
    kort: str


@dataclass(frozen=True)
class Waarde:
    """A word of the scale; `waarde` runs from 1 (low) to 4 (high), None for 'no judgement'."""

    id: str
    waarde: int | None
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Criterium:
    """What is asked of a partnership in some phases of its life, what each word means here, and the evidence for it."""

    id: str
    thema: str
    fasen: tuple[str, ...]
    standaard: bool
    naam: str
    vraag: str
    woorden: Mapping[str, str]
    bewijs: tuple[str, ...]


@dataclass(frozen=True)
class Stap:
    """A step of an evaluation; `maand` and `dag` are when it is planned, in the year after that of the evaluation."""

    id: str
    naam: str
    wie: str
    maand: int
    dag: int
    wat: str
    klaar_als: str


@dataclass(frozen=True)
class Gespreksvraag:
    """A question for the talk on what came out, for whom, and what it is good for."""

    vraag: str
    voor_wie: str
    doel: str


@dataclass(frozen=True)
class Evaluatiekader:
    """One version of the instrument, read."""

    naam: str
    toelichting: str
    themas: tuple[Thema, ...]
    schaal: Mapping[str, Waarde]
    criteria: Mapping[str, Criterium]
    stappen: Mapping[str, Stap]
    gesprek: tuple[Gespreksvraag, ...]
    regels: tuple[str, ...]

    def van_fase(self, fase: str) -> list[Criterium]:
        """The criteria of a phase of life, by theme."""
        plek = {thema.id: nummer for nummer, thema in enumerate(self.themas)}
        return sorted(
            (een for een in self.criteria.values() if fase in een.fasen), key=lambda een: plek.get(een.thema, 99)
        )

    def standaard(self, fase: str) -> list[str]:
        """The criteria that are chosen beforehand."""
        return [een.id for een in self.van_fase(fase) if een.standaard]

    def per_thema(self, gekozen: Iterable[str]) -> list[tuple[Thema, list[Criterium]]]:
        """The chosen criteria under their themes, in the order of the kader; a theme without any is left out."""
        ids = set(gekozen)
        delen = [
            (thema, [c for c in self.criteria.values() if c.thema == thema.id and c.id in ids]) for thema in self.themas
        ]
        return [(thema, criteria) for thema, criteria in delen if criteria]


def lees(gegevens: Mapping[str, Any]) -> Evaluatiekader:
    """Read a version from plain data."""
    return Evaluatiekader(
        naam=gegevens["instrument"]["naam"],
        toelichting=gegevens["instrument"].get("toelichting", ""),
        themas=tuple(Thema(rij["id"], rij["naam"], rij["kort"]) for rij in gegevens["themas"]),
        schaal={rij["id"]: Waarde(rij["id"], rij["waarde"], rij["naam"], rij["uitleg"]) for rij in gegevens["schaal"]},
        criteria={rij["id"]: _criterium(rij) for rij in gegevens["criteria"]},
        stappen={rij["id"]: _stap(rij) for rij in gegevens["stappen"]},
        gesprek=tuple(Gespreksvraag(rij["vraag"], rij["voor_wie"], rij["doel"]) for rij in gegevens["gesprek"]),
        regels=tuple(gegevens["regels"]),
    )


def _criterium(rij: Mapping[str, Any]) -> Criterium:
    return Criterium(
        id=rij["id"],
        thema=rij["thema"],
        fasen=tuple(rij["fasen"]),
        standaard=bool(rij["standaard"]),
        naam=rij["criterium"],
        vraag=rij["vraag"],
        woorden=dict(rij["woorden"]),
        bewijs=tuple(rij["bewijs"]),
    )


def _stap(rij: Mapping[str, Any]) -> Stap:
    maand, dag = (int(deel) for deel in rij["dag"].split("-"))
    return Stap(rij["id"], rij["naam"], rij["wie"], maand, dag, rij["wat"], rij["klaar_als"])
