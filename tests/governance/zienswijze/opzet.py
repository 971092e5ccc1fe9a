"""Zienswijzen and questions of the raad for tests, brought step by step to the state that a test wants."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from governance.models import AndereZienswijze, Raadsvraag, Zienswijze, Zienswijzepunt, Zienswijzestatus
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from tests.fabriek import NU, maak_gebruiker, maak_verband

S = Zienswijzestatus
# What a row holds from each state on; the days follow each other.
FEITEN: dict[S, dict[str, Any]] = {
    S.ONTVANGEN: {},
    S.ADVIES: {"advies_op": date(2026, 4, 20), "adviestekst": "verzonnen advies", "lokale_betekenis": "verzonnen"},
    S.RAADSTEKST: {
        "raadstekst_op": date(2026, 4, 28), "raadstekst": "verzonnen **raadstekst**", "lokale_betekenis": "verzonnen"
    },
    S.VASTGESTELD: {"vastgesteld_op": date(2026, 5, 5), "stemming": "verzonnen stemming"},
    S.VERZONDEN: {"verzonden_op": date(2026, 5, 6)},
    S.BEANTWOORD: {"antwoord_op": date(2026, 5, 12), "antwoord": "verzonnen antwoord"},
    S.BEOORDEELD: {"beoordeeld_op": date(2026, 5, 18), "beoordeling": "verzonnen beoordeling"},
    S.GEEN: {"geen_op": date(2026, 5, 5), "geen_reden": "verzonnen reden"},
}  # fmt: skip
WEG = list(S)[:7]


def weg_naar(status: str) -> list[S]:
    """The states after the first one, in order, up to and with this one."""
    return [S.GEEN] if status == S.GEEN else WEG[1 : WEG.index(S(status)) + 1]


def maak_zienswijze(
    verband: Any = None, status: str = S.ONTVANGEN, *, punten: int = 0, op: datetime = NU, **velden: Any
) -> Zienswijze:
    """A dossier in this state, with so many points; a budget of 2027 that came on 13 April 2026."""
    vast = {"stuk": "begroting", "jaar": 2027, "ontvangen_op": date(2026, 4, 13)} | velden
    rij = Zienswijze(verband=verband or maak_verband(wgr_hoofdstuk="I"), **vast)
    bewaar(rij, door=None, op=op)
    for nummer in range(punten):
        maak_punt(rij, nummer + 1, op=op)
    for stand in weg_naar(status):
        naar(rij, stand, op=op)
    return rij


def naar(rij: Zienswijze, status: S, *, op: datetime = NU) -> Zienswijze:
    """Bring a dossier one step further, past every act."""
    for naam, waarde in FEITEN[status].items():
        setattr(rij, naam, waarde)
    rij.status = status
    bewaar(rij, door=None, op=op)
    return rij


def maak_punt(rij: Zienswijze, volgorde: int = 1, op: datetime = NU, **velden: Any) -> Zienswijzepunt:
    """A point that the raad asks."""
    vast = {"vraag": f"verzonnen vraag {volgorde}", "waarom": "verzonnen waarom"} | velden
    punt = Zienswijzepunt(zienswijze=rij, volgorde=volgorde, **vast)
    bewaar(punt, door=None, op=op)
    return punt


def maak_andere(rij: Zienswijze, organisatie: Any, op: datetime = NU, **velden: Any) -> AndereZienswijze:
    """What another council said."""
    andere = AndereZienswijze(
        zienswijze=rij, organisatie=organisatie, **({"kort": "verzonnen", "bron": "verzonnen bron"} | velden)
    )
    bewaar(andere, door=None, op=op)
    return andere


def maak_raadsvraag(verband: Any = None, door: Gebruiker | None = None, op: datetime = NU, **velden: Any) -> Raadsvraag:
    """A question of a council member, asked on the day of `op`."""
    steller = door or maak_gebruiker()
    vast = {
        "onderwerp": "verzonnen onderwerp", "vraag": "verzonnen vraag", "politiek_punt": "verzonnen punt",
        "gesteld_op": op.date(), "fractie": steller.fractie,
    }  # fmt: skip
    rij = Raadsvraag(verband=verband or maak_verband(), gesteld_door=steller, **(vast | velden))
    bewaar(rij, door=steller, op=op)
    return rij
