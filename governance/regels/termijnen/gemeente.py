"""The municipality's own budget and annual report to the supervisor: the days when our list of partners must be ready.

Source: Gemeentewet art. 191 and 200 (not read in the law yet). The year is the budget year and that of the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.regels.termijnen.rekenen import Wet, stap_op, vaste_dag
from governance.regels.termijnen.stap import COLLEGE, Keten, Raadsrol, Stap

GEDEPUTEERDE_STATEN = "gedeputeerde staten"


@dataclass(frozen=True)
class Gemeentefeiten:
    """When the two went to the supervisor."""

    begroting_ingezonden: date | None = None
    jaarstukken_ingezonden: date | None = None


def gemeenteketen(wet: Wet, jaar: int, feiten: Gemeentefeiten) -> Keten:
    """The budget of a year and the report on it."""
    begroting, jaarstukken = (vaste_dag(wet, rij, jaar) for rij in ("gemeente_begroting", "gemeente_jaarstukken"))
    if begroting is None or jaarstukken is None:
        return Keten(reden=f"Van {jaar} kent het portaal de wettelijke dagen niet.")
    eerste = Stap(
        "gemeente_begroting",
        "Onze begroting naar de toezichthouder",
        COLLEGE,
        GEDEPUTEERDE_STATEN,
        Raadsrol.INFORMEREN,
        f"Met de lijst van verbonden partijen. De raad stelt de begroting voor {jaar} daarvoor vast.",
        gebeurd=feiten.begroting_ingezonden,
    )
    tweede = Stap(
        "gemeente_jaarstukken",
        "Onze jaarstukken naar de toezichthouder",
        COLLEGE,
        GEDEPUTEERDE_STATEN,
        Raadsrol.INFORMEREN,
        f"Met de lijst van verbonden partijen. De raad stelt de jaarstukken over {jaar} daarvoor vast.",
        gebeurd=feiten.jaarstukken_ingezonden,
    )
    return Keten((stap_op(begroting, eerste), stap_op(jaarstukken, tweede)))
