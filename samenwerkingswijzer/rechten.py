"""Who may do what: one table, with the words to explain it.

Deny by default: a right that does not stand in the table is not there.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.db import models


class Rol(models.TextChoices):
    """What someone is in the municipality; everyone has one role in the portal."""

    RAADSLID = "raadslid", "Raadslid"
    COLLEGE = "college", "Collegelid"
    ACCOUNTHOUDER = "accounthouder", "Accounthouder"
    GRIFFIE = "griffie", "Griffie"
    CONTROLLER = "controller", "Concerncontroller"
    BEHEERDER = "beheerder", "Beheerder"


class Recht(Enum):
    """A thing that may be done, with its explanation for people."""

    BEKIJKEN = "Verbanden, cijfers en geschiedenis bekijken en downloaden"
    BEWERKEN = "Gegevens van een verband bijwerken"
    OORDELEN = "De stand van zaken van een verband beoordelen"
    ADVISEREN = "Een eigen standpunt geven bij een afweging of een oordeel in een evaluatie"
    AANMAKEN = "Een nieuw verband aanmaken"
    AANWIJZEN = "De accounthouder van een verband aanwijzen"
    KLASSE_VASTLEGGEN = "Vastleggen hoe belangrijk raad en college een verband vinden"
    LIJST_SAMENSTELLEN = "De lijst verbonden partijen samenstellen en gegevens opvragen"
    LIJST_VASTSTELLEN = "De lijst verbonden partijen vaststellen"
    SESSIE_LEIDEN = "De sessie van raad en college over belangrijkheid voorbereiden en leiden"
    AGENDA_BIJHOUDEN = "De vergaderkalender van de raad en teksten bij momenten bijhouden"
    MANDAAT_TOETSEN = "Zeggen of een moment binnen het mandaat van het college past"
    SCOREN = "In een sessie zeggen hoe belangrijk een verband is"
    EVALUATIES_VASTSTELLEN = "Evaluaties klaarzetten en vaststellen"
    ONTWIKKELAGENDA_BIJHOUDEN = "De ontwikkelagenda van de gemeente als geheel bijhouden"
    ZIENSWIJZE_BIJHOUDEN = "Een zienswijze beginnen, en het antwoord van het bestuur vastleggen en beoordelen"
    ZIENSWIJZE_ADVISEREN = "Adviseren over een zienswijze"
    ZIENSWIJZE_VASTSTELLEN = "De raadstekst, het raadsbesluit en het versturen van een zienswijze vastleggen"
    RAADSVRAAG_STELLEN = "Een raadsvraag stellen over een verband"
    RAADSVRAAG_BEANTWOORDEN = "Een raadsvraag beantwoorden"
    SIGNAAL_AFHANDELEN = "Een signaal afhandelen of op de langetermijnagenda zetten"
    VOORSTEL_BEOORDELEN = "Voorstellen uit het landelijke register aannemen of afwijzen"
    KENNIS_SCHRIJVEN = "Artikelen van de kennisbank schrijven, nakijken en publiceren"
    BEHEREN = "Gebruikers en instellingen van de gemeente beheren"


class Bereik(Enum):
    """How far a right reaches."""

    ALLE = "alle verbanden"
    EIGEN = "alleen de eigen verbanden"


_REGISTER = (
    Recht.BEWERKEN,
    Recht.OORDELEN,
    Recht.ADVISEREN,
    Recht.MANDAAT_TOETSEN,
    Recht.SIGNAAL_AFHANDELEN,
    Recht.AGENDA_BIJHOUDEN,
    Recht.AANMAKEN,
    Recht.AANWIJZEN,
    Recht.KLASSE_VASTLEGGEN,
    Recht.LIJST_SAMENSTELLEN,
    Recht.LIJST_VASTSTELLEN,
    Recht.EVALUATIES_VASTSTELLEN,
    Recht.ONTWIKKELAGENDA_BIJHOUDEN,
    Recht.VOORSTEL_BEOORDELEN,
    Recht.KENNIS_SCHRIJVEN,
)

RECHTEN: dict[Rol, dict[Recht, Bereik]] = {
    Rol.RAADSLID: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.SCOREN: Bereik.ALLE,
        Recht.RAADSVRAAG_STELLEN: Bereik.ALLE,
    },
    Rol.COLLEGE: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.MANDAAT_TOETSEN: Bereik.ALLE,
        Recht.SIGNAAL_AFHANDELEN: Bereik.ALLE,
        Recht.SCOREN: Bereik.ALLE,
        Recht.ZIENSWIJZE_ADVISEREN: Bereik.ALLE,
        Recht.RAADSVRAAG_BEANTWOORDEN: Bereik.ALLE,
    },
    Rol.ACCOUNTHOUDER: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.BEWERKEN: Bereik.EIGEN,
        Recht.OORDELEN: Bereik.EIGEN,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.MANDAAT_TOETSEN: Bereik.EIGEN,
        Recht.SIGNAAL_AFHANDELEN: Bereik.EIGEN,
        Recht.VOORSTEL_BEOORDELEN: Bereik.EIGEN,
        Recht.ZIENSWIJZE_BIJHOUDEN: Bereik.EIGEN,
        Recht.ZIENSWIJZE_ADVISEREN: Bereik.EIGEN,
        Recht.RAADSVRAAG_BEANTWOORDEN: Bereik.EIGEN,
        Recht.KENNIS_SCHRIJVEN: Bereik.ALLE,
    },
    Rol.GRIFFIE: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.ADVISEREN: Bereik.ALLE,
        Recht.AGENDA_BIJHOUDEN: Bereik.ALLE,
        Recht.KLASSE_VASTLEGGEN: Bereik.ALLE,
        Recht.SESSIE_LEIDEN: Bereik.ALLE,
        Recht.SIGNAAL_AFHANDELEN: Bereik.ALLE,
        Recht.LIJST_SAMENSTELLEN: Bereik.ALLE,
        Recht.LIJST_VASTSTELLEN: Bereik.ALLE,
        Recht.EVALUATIES_VASTSTELLEN: Bereik.ALLE,
        Recht.ONTWIKKELAGENDA_BIJHOUDEN: Bereik.ALLE,
        Recht.ZIENSWIJZE_BIJHOUDEN: Bereik.ALLE,
        Recht.ZIENSWIJZE_VASTSTELLEN: Bereik.ALLE,
        Recht.RAADSVRAAG_STELLEN: Bereik.ALLE,
        Recht.KENNIS_SCHRIJVEN: Bereik.ALLE,
    },
    Rol.CONTROLLER: {Recht.BEKIJKEN: Bereik.ALLE, **dict.fromkeys(_REGISTER, Bereik.ALLE)},
    Rol.BEHEERDER: {
        Recht.BEKIJKEN: Bereik.ALLE,
        Recht.BEHEREN: Bereik.ALLE,
        **dict.fromkeys(_REGISTER, Bereik.ALLE),
    },
}


class Eigendom(Protocol):
    """Something with an owner, such as a partnership with its account holder."""

    def is_van(self, gebruiker: Any, op: date) -> bool: ...


def bereik(gebruiker: Any, recht: Recht) -> Bereik | None:
    """How far this right reaches for this user; None when they do not have it."""
    if not getattr(gebruiker, "is_authenticated", False) or not gebruiker.is_active:
        return None
    return RECHTEN.get(Rol(gebruiker.rol), {}).get(recht)


def mag(gebruiker: Any, recht: Recht, *, verband: Eigendom | None = None, op: date | None = None) -> bool:
    """Whether the user may do this, on this partnership, on this day.

    Without `verband` the answer is about the right as such: somewhere, on something.
    """
    ver = bereik(gebruiker, recht)
    if ver is None:
        return False
    if ver is Bereik.ALLE or verband is None:
        return True
    if op is None:
        raise ValueError("a right on own partnerships needs the day it is asked on")
    return verband.is_van(gebruiker, op)


def eis(gebruiker: Any, recht: Recht, *, verband: Eigendom | None = None, op: date | None = None) -> None:
    """Refuse with a 403 that says which right is missing."""
    if not mag(gebruiker, recht, verband=verband, op=op):
        raise PermissionDenied(f"Hiervoor heeft u dit recht nodig: {recht.value.lower()}.")
