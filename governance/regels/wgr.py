"""What the Wgr wants a regeling to settle since 2022: a row per subject, per kind of regeling, with its source.

Source: Wet gemeenschappelijke regelingen (BWBR0003740), in our own words. `zeker` says how sure we are of what must and
may: V read in a source, O general knowledge. That a subject does not apply is derived (D) from the kind. An article
that nobody laid beside the text of the law yet stays empty, and the page says so. A changed law is a new row with the
same key and a later `geldig_vanaf`.

Not modelled: chapter IV (a province takes part) reads these articles through its own; the text of a regeling itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

WET, BWB = "Wet gemeenschappelijke regelingen", "BWBR0003740"
ADRES = f"https://wetten.overheid.nl/{BWB}/"
GELDIG_VANAF = date(2022, 7, 1)
# The day on which a regeling that was already there had to comply.
AANGEPAST_VOOR = date(2024, 7, 1)

MET_BESTUUR = frozenset({"openbaar_lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk_orgaan"})
RECHTSPERSOON = frozenset({"openbaar_lichaam", "bedrijfsvoeringsorganisatie"})
ZONDER_BESTUUR = frozenset({"centrumregeling", "regeling_zonder_meer"})
REGELINGEN = MET_BESTUUR | ZONDER_BESTUUR


class Plicht(Enum):
    """What the law says of a subject for one kind of regeling."""

    VERPLICHT = "verplicht"
    MAG = "mag, hoeft niet"
    NIET_VAN_TOEPASSING = "niet van toepassing"
    NA_TE_KIJKEN = "nog na te kijken in de wet"


class Stand(StrEnum):
    """What we know of a subject in one regeling."""

    GEREGELD = "geregeld"
    NIET_GEREGELD = "niet_geregeld"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    ONBEKEND = "onbekend"


OPEN = frozenset({Stand.NIET_GEREGELD, Stand.ONBEKEND})
TELT = frozenset({Plicht.VERPLICHT, Plicht.NA_TE_KIJKEN})


@dataclass(frozen=True)
class Onderwerp:
    """One subject: what it asks, its article (empty: still to be looked up), and for which kinds of regeling.

    A kind that stands in none of the three sets is still to be looked up; the page never guesses.
    """

    sleutel: str
    titel: str
    kort: str
    omschrijving: str
    zeker: str
    niet_gemodelleerd: str
    artikel: str = ""
    verplicht: frozenset[str] = frozenset()
    mag: frozenset[str] = frozenset()
    niet_van_toepassing: frozenset[str] = frozenset()
    wet: str = WET
    bwb: str = BWB
    geldig_vanaf: date = GELDIG_VANAF


# Of the first three our sources differ on a regeling without a board of its own, so the table leaves those out.
ONDERWERPEN: tuple[Onderwerp, ...] = (
    Onderwerp(
        "zienswijze_besluiten",
        "Zienswijze op andere besluiten",
        "Zienswijze op besluiten",
        "Over welke besluiten van het bestuur de raden hun mening mogen geven, en hoe.",
        "V",
        "Welke besluiten dat zijn: dat kiezen de deelnemers.",
        verplicht=MET_BESTUUR,
    ),
    Onderwerp(
        "participatie",
        "Participatie van inwoners",
        "Participatie",
        "Hoe inwoners en belanghebbenden meedoen.",
        "V",
        "Of de gekozen manier goed werkt.",
        verplicht=MET_BESTUUR,
    ),
    Onderwerp(
        "evaluatie",
        "Evaluatie van de regeling",
        "Evaluatie",
        "Of en wanneer de deelnemers de regeling evalueren.",
        "V",
        "Hoe vaak: dat kiezen de deelnemers.",
        verplicht=MET_BESTUUR,
    ),
    Onderwerp(
        "uittreding",
        "Uittreding",
        "Uittreding",
        "Hoe een deelnemer eruit kan stappen, en wat dat betekent voor het geld.",
        "V",
        "Hoeveel uittreden kost.",
        verplicht=REGELINGEN,
    ),
    Onderwerp(
        "vereffening",
        "Vereffening bij opheffing",
        "Vereffening",
        "Wat er met bezit en schulden gebeurt als de regeling stopt. Alleen een rechtspersoon heeft die zelf.",
        "V",
        "Hoe het bezit wordt verdeeld.",
        verplicht=RECHTSPERSOON,
        niet_van_toepassing=REGELINGEN - RECHTSPERSOON,
    ),
    Onderwerp(
        "informatieplicht",
        "Actieve informatieplicht",
        "Informatie aan raden",
        "Het bestuur geeft de raden uit zichzelf de informatie die zij nodig hebben.",
        "V",
        "Of het bestuur dit in de praktijk doet.",
        verplicht=MET_BESTUUR,
    ),
    Onderwerp(
        "adviescommissie",
        "Gemeenschappelijke adviescommissie",
        "Commissie van raden",
        "De raden kunnen samen een commissie instellen die het bestuur adviseert. Dat mag, het hoeft niet.",
        "V",
        "Wie er in de commissie zitten.",
        mag=MET_BESTUUR,
    ),
    Onderwerp(
        "zienswijze_begroting",
        "Zienswijze op de begroting: 12 weken",
        "Begroting: 12 weken",
        "De raden krijgen 12 weken om hun mening te geven over de ontwerpbegroting. Vóór 1 juli 2022 waren dat er 8.",
        "V",
        "De datums van dit jaar; een wijziging van de begroting (art. 35 lid 5, nog na te kijken).",
        artikel="art. 35 lid 1 en 3",
        verplicht=MET_BESTUUR,
        niet_van_toepassing=ZONDER_BESTUUR,
    ),
)


def geldend(dag: date, *, onderwerpen: Iterable[Onderwerp] = ONDERWERPEN) -> tuple[Onderwerp, ...]:
    """The subjects as the law has them on a day, in the order of the table; none before the law was there."""
    geldig: dict[str, Onderwerp] = {}
    for onderwerp in sorted(onderwerpen, key=lambda onderwerp: onderwerp.geldig_vanaf):
        if onderwerp.geldig_vanaf <= dag:
            geldig[onderwerp.sleutel] = onderwerp
    return tuple(geldig.values())


def plicht(onderwerp: Onderwerp, vorm: str) -> Plicht:
    """What the law says of this subject for this legal form."""
    if vorm in onderwerp.verplicht:
        return Plicht.VERPLICHT
    if vorm in onderwerp.mag:
        return Plicht.MAG
    if vorm in onderwerp.niet_van_toepassing or vorm not in REGELINGEN:
        return Plicht.NIET_VAN_TOEPASSING
    return Plicht.NA_TE_KIJKEN


@dataclass(frozen=True)
class Uitkomst:
    """One subject of one regeling: what the law says and what we know."""

    onderwerp: Onderwerp
    plicht: Plicht
    stand: Stand

    @property
    def telt(self) -> bool:
        """Whether it counts: a subject that is nobody's duty, or that does not apply, is no gap."""
        kan_moeten = bool(self.onderwerp.verplicht) and self.plicht in TELT
        return kan_moeten and self.stand is not Stand.NIET_VAN_TOEPASSING

    @property
    def open(self) -> bool:
        """Whether somebody still has work to do here."""
        return self.telt and self.stand in OPEN


def uitkomst(onderwerp: Onderwerp, vorm: str, bekend: str | None) -> Uitkomst:
    """What we know (None: nobody looked yet) beside what the law says; what was looked up goes first."""
    regel = plicht(onderwerp, vorm)
    if bekend is not None:
        return Uitkomst(onderwerp, regel, Stand(bekend))
    leeg = Stand.NIET_VAN_TOEPASSING if regel is Plicht.NIET_VAN_TOEPASSING else Stand.ONBEKEND
    return Uitkomst(onderwerp, regel, leeg)


def uitkomsten(vorm: str, bekend: Mapping[str, str], dag: date) -> tuple[Uitkomst, ...]:
    """All subjects of one regeling on a day; `bekend` holds the stand per key of a subject."""
    return tuple(uitkomst(onderwerp, vorm, bekend.get(onderwerp.sleutel)) for onderwerp in geldend(dag))


@dataclass(frozen=True)
class Telling:
    """How many subjects that count are settled, are not, or are unknown."""

    geregeld: int
    niet_geregeld: int
    onbekend: int

    @property
    def totaal(self) -> int:
        """How many subjects count."""
        return self.geregeld + self.niet_geregeld + self.onbekend

    @property
    def open(self) -> int:
        """How many still ask for work."""
        return self.niet_geregeld + self.onbekend


def tel(alle: Iterable[Uitkomst]) -> Telling:
    """Count the outcomes that count."""
    standen = [uitkomst.stand for uitkomst in alle if uitkomst.telt]
    return Telling(*(standen.count(stand) for stand in (Stand.GEREGELD, Stand.NIET_GEREGELD, Stand.ONBEKEND)))
