"""The handreiking as data: questions with points, rules that make a class of them, and examples of choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MEESTE_PUNTEN = 3


@dataclass(frozen=True)
class Optie:
    """An answer: its political and administrative points (0 to 3), and the sentence it gives to the proposal."""

    id: str
    tekst: str
    politiek: int
    bestuurlijk: int
    reden: str


@dataclass(frozen=True)
class Vraag:
    """A question; `nummer` counts from 1."""

    id: str
    nummer: int
    groep: str
    vraag: str
    toelichting: str
    opties: tuple[Optie, ...]

    def optie(self, id_: str) -> Optie | None:
        """The answer with this id."""
        return next((optie for optie in self.opties if optie.id == id_), None)


@dataclass(frozen=True)
class Klasse:
    """A class of importance; they stand in order, the heaviest first."""

    id: str
    naam: str
    uitleg: str
    wat_er_gebeurt: str


@dataclass(frozen=True)
class Telregel:
    """From which percentages on a class is proposed; the first that holds counts."""

    id: str
    klasse: str
    politiek_vanaf: int
    bestuurlijk_vanaf: int
    reden: str


@dataclass(frozen=True)
class Ondergrens:
    """With all these answers the class is never lighter than this."""

    id: str
    klasse: str
    als: Mapping[str, str]
    reden: str


@dataclass(frozen=True)
class Afleiding:
    """With all these answers one of the four fixed reasons is proposed."""

    reden: str
    als: Mapping[str, str]


@dataclass(frozen=True)
class Mogelijkheid:
    """One side of a choice, and what follows from it."""

    tekst: str
    gevolg: str


@dataclass(frozen=True)
class Keuzevoorbeeld:
    """An example of a political choice: a question with possibilities, and what stands against what."""

    id: str
    past_bij: str
    vraag: str
    spanning: str
    keuzes: tuple[Mogelijkheid, ...]


@dataclass(frozen=True)
class Handreiking:
    """One version of the instrument, read."""

    naam: str
    toelichting: str
    klassen: tuple[Klasse, ...]
    vragen: tuple[Vraag, ...]
    minimaal_beantwoord: int
    telling: tuple[Telregel, ...]
    ondergrenzen: tuple[Ondergrens, ...]
    afleidingen: tuple[Afleiding, ...]
    hulpvragen: tuple[str, ...]
    voorbeelden: tuple[Keuzevoorbeeld, ...]

    def vraag(self, id_: str) -> Vraag | None:
        """The question with this id."""
        return next((vraag for vraag in self.vragen if vraag.id == id_), None)

    def klasse(self, id_: str) -> Klasse | None:
        """The class with this id."""
        return next((klasse for klasse in self.klassen if klasse.id == id_), None)

    def zwaarte(self, klasse: str) -> int:
        """How heavy a class is: the last one weighs 0."""
        return len(self.klassen) - 1 - [een.id for een in self.klassen].index(klasse)


def lees(gegevens: Mapping[str, Any]) -> Handreiking:
    """Read a version from plain data."""
    advies = gegevens["advies"]
    return Handreiking(
        naam=gegevens["instrument"]["naam"],
        toelichting=gegevens["instrument"].get("toelichting", ""),
        klassen=tuple(
            Klasse(rij["id"], rij["naam"], rij["uitleg"], rij["wat_er_gebeurt"]) for rij in gegevens["klassen"]
        ),
        vragen=tuple(_vraag(nummer, rij) for nummer, rij in enumerate(gegevens["vragen"], start=1)),
        minimaal_beantwoord=advies["minimaal_beantwoord"],
        telling=tuple(_telregel(rij) for rij in advies["telling"]),
        ondergrenzen=tuple(
            Ondergrens(rij["id"], rij["klasse"], rij["als"], rij["reden"]) for rij in advies["altijd_minstens"]
        ),
        afleidingen=tuple(Afleiding(rij["reden"], rij["als"]) for rij in advies["redenen_afleiden"]),
        hulpvragen=tuple(gegevens.get("hulpvragen_keuzevraagstuk", ())),
        voorbeelden=tuple(_voorbeeld(rij) for rij in gegevens.get("keuzevraagstukken", ())),
    )


def _vraag(nummer: int, rij: Mapping[str, Any]) -> Vraag:
    opties = tuple(
        Optie(
            optie["id"],
            optie["tekst"],
            optie.get("politiek", 0),
            optie.get("bestuurlijk", 0),
            optie.get("reden", ""),
        )
        for optie in rij["opties"]
    )
    return Vraag(rij["id"], nummer, rij["groep"], rij["vraag"], rij["toelichting"], opties)


def _telregel(rij: Mapping[str, Any]) -> Telregel:
    als = rij["als"]
    return Telregel(
        rij["id"], rij["klasse"], als.get("politiek_vanaf", 0), als.get("bestuurlijk_vanaf", 0), rij["reden"]
    )


def _voorbeeld(rij: Mapping[str, Any]) -> Keuzevoorbeeld:
    keuzes = tuple(Mogelijkheid(keuze["tekst"], keuze["gevolg"]) for keuze in rij["keuzes"])
    return Keuzevoorbeeld(rij["id"], rij["past_bij"], rij["vraag"], rij["spanning"], keuzes)
