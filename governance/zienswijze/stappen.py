"""The steps of a zienswijze as data: who takes which step, which facts belong to it, and what a person may do now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.models.zienswijze import NA_VASTSTELLEN, VOLGENDE_ZIENSWIJZESTATUS, Zienswijzestatus
from samenwerkingswijzer.rechten import Recht, mag

S = Zienswijzestatus


@dataclass(frozen=True)
class Stap:
    """One step. `dag` is the field of its day, `velden` its facts, `punten` what it adds to each point.

    `wie` acts, in words; `doe` is what this reader is asked to do.
    """

    sleutel: str
    status: Zienswijzestatus
    naam: str
    wie: str
    doe: str
    recht: Recht
    dag: str
    velden: tuple[str, ...]
    punten: tuple[str, ...] = ()


ONTWERP = Stap(
    "ontwerp",
    S.ONTVANGEN,
    "Ontwerp ontvangen",
    "het bestuur",
    "Verbeter de gegevens van het ontwerp",
    Recht.ZIENSWIJZE_BIJHOUDEN,
    "ontvangen_op",
    ("aanduiding", "ontvangen_op", "gevraagd_voor", "vergadering", "ontwerp_url"),
)
ADVIES = Stap(
    "advies",
    S.ADVIES,
    "Advies",
    "de accounthouder of het college",
    "Schrijf het advies",
    Recht.ZIENSWIJZE_ADVISEREN,
    "advies_op",
    ("advies_op", "adviestekst", "lokale_betekenis"),
)
RAADSTEKST = Stap(
    "raadstekst",
    S.RAADSTEKST,
    "Raadstekst",
    "de griffie",
    "Zet de tekst voor de raad klaar",
    Recht.ZIENSWIJZE_VASTSTELLEN,
    "raadstekst_op",
    ("raadstekst_op", "raadstekst", "lokale_betekenis"),
)
VASTGESTELD = Stap(
    "vastgesteld",
    S.VASTGESTELD,
    "Vastgesteld",
    "de raad",
    "Leg het besluit van de raad vast",
    Recht.ZIENSWIJZE_VASTSTELLEN,
    "vastgesteld_op",
    ("vastgesteld_op", "stemming", "besluit_url"),
)
VERZONDEN = Stap(
    "verzonden",
    S.VERZONDEN,
    "Verzonden",
    "de griffie",
    "Leg vast wanneer de zienswijze is verzonden",
    Recht.ZIENSWIJZE_VASTSTELLEN,
    "verzonden_op",
    ("verzonden_op",),
)
ANTWOORD = Stap(
    "antwoord",
    S.BEANTWOORD,
    "Antwoord bestuur",
    "het bestuur",
    "Leg het antwoord van het bestuur vast",
    Recht.ZIENSWIJZE_BIJHOUDEN,
    "antwoord_op",
    ("antwoord_op", "antwoord", "antwoord_url"),
    ("antwoord",),
)
OORDEEL = Stap(
    "oordeel",
    S.BEOORDEELD,
    "Beoordeeld",
    "de griffie of de accounthouder",
    "Beoordeel het antwoord",
    Recht.ZIENSWIJZE_BIJHOUDEN,
    "beoordeeld_op",
    ("beoordeeld_op", "beoordeling"),
    ("oordeel", "toelichting", "vervolg"),
)
GEEN = Stap(
    "geen",
    S.GEEN,
    "Geen zienswijze",
    "de raad",
    "De raad geeft geen zienswijze",
    Recht.ZIENSWIJZE_VASTSTELLEN,
    "geen_op",
    ("geen_op", "geen_reden", "stemming", "besluit_url"),
)
WEG = (ONTWERP, ADVIES, RAADSTEKST, VASTGESTELD, VERZONDEN, ANTWOORD, OORDEEL)
STAPPEN = {stap.sleutel: stap for stap in (*WEG, GEEN)}


def gedaan(zienswijze: Any, stap: Stap) -> bool:
    """Whether a step was taken: then its facts can only be mended."""
    return getattr(zienswijze, stap.dag) is not None


def kan(zienswijze: Any, stap: Stap) -> bool:
    """Whether a step can be taken now, or its facts can still be mended."""
    if gedaan(zienswijze, stap):
        return stap is not RAADSTEKST or zienswijze.status not in NA_VASTSTELLEN
    return stap.status in VOLGENDE_ZIENSWIJZESTATUS[Zienswijzestatus(zienswijze.status)]


def volgende(zienswijze: Any) -> Stap | None:
    """The step that is due on the main way; None when the dossier is done."""
    return next((stap for stap in WEG if not gedaan(zienswijze, stap) and kan(zienswijze, stap)), None)


def mag_stap(gebruiker: Any, zienswijze: Any, verband: Any, stap: Stap, op: date) -> bool:
    """Whether this reader can take or mend this step on this day."""
    return kan(zienswijze, stap) and mag(gebruiker, stap.recht, verband=verband, op=op)
