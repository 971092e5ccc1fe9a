"""Chains for tests, made from the plain values of a table."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.gemeente import Gemeentefeiten
from governance.regels.termijnen.jaarrekening import Rekeningfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.privaat import Besluit, Privaatfeiten
from governance.regels.termijnen.regeling import Handeling, Regelingfeiten
from governance.regels.termijnen.stap import Keten, Regeling


def maak(geval: Mapping[str, Any], rekenaar: Rekenaar | None = None) -> Keten:
    """The chain of one row of termijnen.yaml; the chapter is a plain text there, as in the register."""
    reken, feiten = rekenaar or Rekenaar(), geval["feiten"]
    regeling = Regeling(geval.get("vorm", ""), geval.get("hoofdstuk", ""))
    match geval["soort"]:
        case "begroting":
            return reken.begroting(regeling, geval["jaar"], Begrotingsfeiten(**feiten))
        case "wijziging":
            return reken.begrotingswijziging(regeling, Begrotingsfeiten(**feiten))
        case "jaarrekening":
            return reken.jaarrekening(regeling, geval["jaar"], Rekeningfeiten(**feiten))
        case "regeling":
            return reken.regeling(regeling, Handeling(geval["handeling"]), Regelingfeiten(**feiten))
        case "privaat":
            return reken.privaat(geval["vorm"], Besluit(geval["besluit"]), Privaatfeiten(**feiten))
    return reken.gemeente(geval["jaar"], Gemeentefeiten(**feiten))


def dagen(keten: Keten) -> dict[str, date | None]:
    """The legal date per step."""
    return {stap.sleutel: stap.wettelijk for stap in keten.stappen}
