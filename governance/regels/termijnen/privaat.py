"""A company, foundation or association: what the college lays before the council first.

Source: Gemeentewet art. 160 lid 2 (setting up and taking part) and art. 169 lid 4 (other acts under private law).
The law names no term, so the only date is that of the decision of the college. A private form knows no zienswijze on
its budget.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.regels.termijnen.regeling import voor_het_besluit
from governance.regels.termijnen.rekenen import Wet
from governance.regels.termijnen.stap import COLLEGE, RAAD, Keten, Raadsrol, Stap
from governance.regels.termijnen.tijd import EEN_DAG

# Of the forms in the register, those that art. 160 lid 2 names.
VORMEN = frozenset({"nv", "bv", "cooperatie", "stichting", "vereniging"})


class Besluit(StrEnum):
    """What the college wants; the value is the rule that applies."""

    OPRICHTEN_OF_DEELNEMEN = "wensen_en_bedenkingen"
    ANDERE_HANDELING = "vooraf_inlichten"


@dataclass(frozen=True)
class Privaatfeiten:
    """What is known: `besluit` is the day on which the college decides, planned or held."""

    ontwerp_ontvangen: date | None = None
    wensen_verzonden: date | None = None
    besluit: date | None = None


def privaatketen(wet: Wet, soort: Besluit, feiten: Privaatfeiten) -> Keten:
    """Draft decision, and the wishes and objections of the council."""
    rij = wet.rij(soort.value, feiten.ontwerp_ontvangen or feiten.besluit or date.max)
    if rij is None:
        return Keten(reden="Van dit jaar kent het portaal de wet niet.")
    ontwerp = Stap(
        "ontwerpbesluit",
        "Ontwerpbesluit naar de raad",
        COLLEGE,
        RAAD,
        Raadsrol.BEELDVORMING,
        "De raad krijgt het voorstel voordat het college besluit.",
        grondslagen=(rij,),
        gebeurd=feiten.ontwerp_ontvangen,
    )
    wensen = Stap(
        "wensen_en_bedenkingen",
        "Wensen en bedenkingen van de raad",
        RAAD,
        COLLEGE,
        Raadsrol.OORDEELSVORMING,
        voor_het_besluit(feiten.besluit),
        wettelijk=feiten.besluit - EEN_DAG if feiten.besluit else None,
        grondslagen=(rij,),
        berekend_uit=("besluit",) if feiten.besluit else (),
        afgeleid=feiten.besluit is not None,
        voorlopig=True,
        gebeurd=feiten.wensen_verzonden,
    )
    return Keten((ontwerp, wensen))
