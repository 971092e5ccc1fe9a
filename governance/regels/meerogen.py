"""Whether each weighty interest has a voice of its own: the owner's and the client's role with one office or with more.

Source: founding document, 1.1, 'goed bestuur' 2: 'als er diverse zwaarwegende belangen spelen is het wenselijk dat elk
van deze belangen met voldoende stem en gewicht gearticuleerd kan worden', by a division of roles or more eyes.
The register says which roles we have (in words), who votes for us and who holds the portfolio. It does not say which of
them fills which role, nor who looks over their shoulder; so 'meer' is all that can be seen, not that it is arranged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

EIGENAAR = re.compile(r"(?<!geen )\b(?:mede-?)?(?:eigenaar|eigenaren|aandeelhouder)", re.IGNORECASE)
OPDRACHTGEVER = re.compile(r"(?<!geen )\b(?:mede-?)?opdrachtgever", re.IGNORECASE)


class Ogen(StrEnum):
    """What the register shows: no roles, not both of them, both with one office or with more, or not with whom."""

    ONBEKEND = "onbekend"
    EEN_ROL = "een_rol"
    ZELFDE = "zelfde"
    MEER = "meer"
    NIET_TE_ZIEN = "niet_te_zien"


@dataclass(frozen=True)
class Meerogen:
    """The outcome with a sentence that says what it rests on."""

    uitkomst: Ogen
    zin: str


def meerogen(rollen: str, stemmers: Iterable[str], portefeuillehouder: str) -> Meerogen:
    """Who carries our roles: the offices that vote for us in a deciding body, and the holder of the portfolio."""
    if not rollen.strip():
        return Meerogen(Ogen.ONBEKEND, "Niet te zien: onze rollen zijn niet vastgelegd.")
    if not (EIGENAAR.search(rollen) and OPDRACHTGEVER.search(rollen)):
        return Meerogen(Ogen.EEN_ROL, "Wij zijn hier niet eigenaar én opdrachtgever.")
    wie = _eenmalig(stemmers)
    if not wie:
        return Meerogen(Ogen.NIET_TE_ZIEN, "Wie namens ons stemt, is niet vastgelegd.")
    if not portefeuillehouder.strip():
        return Meerogen(Ogen.NIET_TE_ZIEN, "Wie de portefeuille heeft, is niet bekend.")
    allen = _eenmalig([*wie, portefeuillehouder])
    if len(allen) == 1:
        wie_dan = allen[0][0].upper() + allen[0][1:]
        zin = f"{wie_dan} stemt namens ons én heeft de portefeuille. Het register noemt verder niemand."
        return Meerogen(Ogen.ZELFDE, zin)
    zin = f"Betrokken zijn {len(allen)} functies: {', '.join(allen)}. Wie welke rol heeft, is niet vastgelegd."
    return Meerogen(Ogen.MEER, zin)


def _eenmalig(namen: Iterable[str]) -> list[str]:
    """Every office once, in order; capitals and spaces make no difference."""
    gezien: dict[str, str] = {}
    for naam in namen:
        kaal = " ".join(naam.split())
        if kaal:
            gezien.setdefault(kaal.casefold(), kaal)
    return list(gezien.values())
