"""Zienswijzen and questions of the raad in the world of the safety tests: of each state one, with what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from governance.models import Raadsvraag, Zienswijze, Zienswijzepunt
from governance.models.zienswijze import BIJ_DE_RAAD, NA_VASTSTELLEN
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from tests import fabriek
from tests.governance.zienswijze.opzet import S, maak_andere, maak_raadsvraag, maak_zienswijze
from verbanden.models import Samenwerkingsverband

STANDEN = {"loopt": S.RAADSTEKST, "verzonden": S.VERZONDEN, "beoordeeld": S.BEOORDEELD, "geen": S.GEEN}
URLS: dict[str, Any] = {
    naam: f"https://{naam.removesuffix('_url')}.example/" for naam in ("ontwerp_url", "besluit_url", "antwoord_url")
}


@dataclass
class Raadswerk:
    """The rows by name; `andere` hangs on the dossier that runs."""

    zienswijzen: dict[str, Zienswijze] = field(default_factory=dict)
    vragen: dict[str, Raadsvraag] = field(default_factory=dict)
    andere: Any = None

    @property
    def rijen(self) -> list[Any]:
        """Every row that people can write in."""
        eigen = list(self.zienswijzen.values())
        punten = Zienswijzepunt.objects.filter(zienswijze__in=eigen)
        return [*eigen, *punten, self.andere, *self.vragen.values()]

    def nummers(self) -> dict[str, dict[str, int]]:
        """Per keyword of an address the number that goes with a name."""
        punten = dict(Zienswijzepunt.objects.order_by("-id").values_list("zienswijze_id", "id"))
        return {
            "zienswijze_id": {naam: rij.pk for naam, rij in self.zienswijzen.items()},
            "punt_id": {naam: punten[rij.pk] for naam, rij in self.zienswijzen.items()},
            "andere_id": dict.fromkeys(self.zienswijzen, int(self.andere.pk)),
            "vraag_id": {naam: rij.pk for naam, rij in self.vragen.items()},
        }


def raadswerk(
    verband: Samenwerkingsverband, ander: Samenwerkingsverband, gebruikers: dict[str, Gebruiker]
) -> Raadswerk:
    """Make it; call inside a test with a database."""
    rijen = {
        naam: maak_zienswijze(verband, status, punten=1, aanduiding=naam, **URLS) for naam, status in STANDEN.items()
    }
    rijen["ander"] = maak_zienswijze(ander, punten=1)
    open_ = maak_raadsvraag(verband, gebruikers["raadslid"])
    klaar = maak_raadsvraag(verband, gebruikers["raadslid"])
    klaar.antwoord, klaar.beantwoord_op, klaar.beantwoord_door = "verzonnen", fabriek.VANDAAG, gebruikers["college"]
    bewaar(klaar, door=None, op=fabriek.NU)
    andere = maak_andere(rijen["loopt"], fabriek.maak_organisatie(), url="https://andere.example/")
    return Raadswerk(rijen, {"open": open_, "beantwoord": klaar}, andere)


def bevroren(rij: Any) -> set[str]:
    """The texts of a row that the database keeps as they were adopted."""
    if isinstance(rij, Zienswijze) and rij.status in NA_VASTSTELLEN:
        return {"raadstekst"}
    if isinstance(rij, Zienswijzepunt) and rij.zienswijze.status not in BIJ_DE_RAAD:
        return {"vraag", "waarom"}
    return set()
