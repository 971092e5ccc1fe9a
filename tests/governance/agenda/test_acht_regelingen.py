"""The cycle of two budgets for the regelingen of the example municipality, counted by hand with the law beside it.

The days of the partners are fictive, those of the law are not: 12 weeks are 84 days (Wgr art. 35 lid 1 and 3, art. 59
lid 1 and 3), the supervisor gets the budget within two weeks and before 15 September (art. 34 lid 2, art. 58 lid 2),
and the kaders come before 30 April (art. 34b, art. 58b).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from governance.agenda.feiten import Ronde
from governance.agenda.ketens import keten
from governance.regels.termijnen.stap import Regeling


class Verband(NamedTuple):
    """A regeling: the chapter of the Wgr, the day its board decides, and when we received the draft (None: not yet)."""

    naam: str
    hoofdstuk: str
    jaar: int
    bestuur: date
    ontvangen: date | None


class Geteld(NamedTuple):
    """By hand: the last day to send the draft, for our zienswijze, and for the way to the supervisor."""

    toezenden: date
    zienswijze: date
    toezicht: date


MET_DE_HAND = [
    (Verband("DCMR", "IV", 2027, date(2026, 7, 10), date(2026, 4, 16)), ((4, 17), (7, 9), (7, 24))),
    (Verband("GGD", "I", 2027, date(2026, 7, 2), date(2026, 3, 13)), ((4, 9), (6, 5), (7, 16))),
    (Verband("Jeugdhulp", "I", 2027, date(2026, 7, 14), date(2026, 4, 17)), ((4, 21), (7, 10), (7, 28))),
    (Verband("MRDH", "I", 2027, date(2026, 8, 28), date(2026, 4, 30)), ((6, 5), (7, 23), (9, 11))),
    (Verband("Rogplus", "I", 2027, date(2026, 7, 8), date(2026, 4, 10)), ((4, 15), (7, 3), (7, 22))),
    (Verband("Stroomopwaarts", "I", 2027, date(2026, 7, 9), date(2026, 4, 13)), ((4, 16), (7, 6), (7, 23))),
    (Verband("VRR", "I", 2027, date(2026, 7, 6), date(2026, 4, 9)), ((4, 13), (7, 2), (7, 20))),
    (Verband("DCMR", "IV", 2028, date(2027, 7, 9), None), ((4, 16), (7, 9), (7, 23))),
    (Verband("GGD", "I", 2028, date(2027, 7, 1), None), ((4, 8), (7, 1), (7, 15))),
    (Verband("Jeugdhulp", "I", 2028, date(2027, 7, 13), None), ((4, 20), (7, 13), (7, 27))),
    (Verband("MRDH", "I", 2028, date(2027, 8, 27), None), ((6, 4), (8, 27), (9, 10))),
    (Verband("Rogplus", "I", 2028, date(2027, 7, 8), None), ((4, 15), (7, 8), (7, 22))),
    (Verband("Stroomopwaarts", "I", 2028, date(2027, 7, 8), None), ((4, 15), (7, 8), (7, 22))),
    (Verband("VRR", "I", 2028, date(2027, 7, 5), None), ((4, 12), (7, 5), (7, 19))),
]


@pytest.mark.parametrize(("verband", "dagen"), MET_DE_HAND, ids=lambda w: f"{w[0]}-{w[2]}" if len(w) == 5 else "")
def test_de_hele_kring_van_de_begroting(verband: Verband, dagen: tuple[tuple[int, int], ...]) -> None:
    """Before the draft is here its day is the last lawful one, so that our twelve weeks end on the day of the board."""
    vastgesteld = verband.bestuur if verband.ontvangen else None
    ronde = Ronde(
        "begroting", verband.jaar, vergadering=verband.bestuur, ontvangen=verband.ontvangen, vastgesteld=vastgesteld
    )
    stappen = {stap.sleutel: stap for stap in keten(Regeling("openbaar_lichaam", verband.hoofdstuk), ronde).stappen}
    geteld = Geteld(*(date(verband.jaar - 1, *dag) for dag in dagen))
    assert stappen["kaders"].wettelijk == date(verband.jaar - 1, 4, 29)
    assert stappen["ontwerp_toezenden"].wettelijk == geteld.toezenden
    assert stappen["zienswijze_begroting"].wettelijk == geteld.zienswijze
    assert stappen["zienswijze_begroting"].voorlopig == (verband.ontvangen is None)
    assert stappen["reactie_zienswijzen"].wettelijk == verband.bestuur
    assert stappen["begroting_inzenden"].wettelijk == geteld.toezicht
    assert stappen["zienswijze_begroting"].grondslagen[0].artikel == (
        "art. 59 lid 3" if verband.hoofdstuk == "IV" else "art. 35 lid 3"
    )


def test_een_regeling_zonder_bestuur_heeft_geen_kring() -> None:
    """The eighth: the archive is kept by another municipality under a regeling zonder meer, which has no budget."""
    gemaakt = keten(Regeling("regeling_zonder_meer", "I"), Ronde("begroting", 2027))
    assert gemaakt.stappen == ()
    assert "bestuur" in gemaakt.reden
