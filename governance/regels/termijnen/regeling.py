"""A regeling itself: making it, changing it, joining and leaving, as far as the council has a say.

Source: Wgr art. 1 (text of 1 July 2022 and of 2004); with a province art. 51. What the regeling itself says about
joining and leaving, such as a term of notice, is not modelled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.regels.termijnen.rekenen import Wet, stap_op, weken_na
from governance.regels.termijnen.stap import COLLEGE, RAAD, Keten, Raadsrol, Stap
from governance.regels.termijnen.tijd import EEN_DAG
from samenwerkingswijzer.opmaak import datum


class Handeling(StrEnum):
    """What happens to the regeling (art. 1 lid 5); the value reads in a sentence after 'bij'."""

    TREFFEN = "treffen"
    WIJZIGEN = "wijzigen"
    TOETREDEN = "toetreden"
    UITTREDEN = "uittreden"


@dataclass(frozen=True)
class Regelingfeiten:
    """What is known of one change; `raad_doet_mee`: the council itself makes the regeling, and so decides itself.

    `ontwerp_verwacht` and `besluit` may be plans; the others are days on which something happened.
    """

    ontwerp_verwacht: date | None = None
    ontwerp_ontvangen: date | None = None
    zienswijze_verzonden: date | None = None
    toestemming: date | None = None
    besluit: date | None = None
    raad_doet_mee: bool = False


def regelingketen(wet: Wet, handeling: Handeling, feiten: Regelingfeiten) -> Keten:
    """Draft, zienswijze and consent. Before 1 July 2022 there was consent only."""
    if feiten.raad_doet_mee:
        return Keten(reden="De raad doet zelf mee aan de regeling. Hij besluit dus zelf, zonder termijn vooraf.")
    dag = feiten.ontwerp_ontvangen or feiten.ontwerp_verwacht or feiten.besluit or date.max
    stappen = [_toestemming(wet, handeling, feiten, dag)]
    if wet.rij("zienswijze_regeling", dag) is not None:
        stappen = [_ontwerp(wet, handeling, feiten, dag), _zienswijze(wet, handeling, feiten), *stappen]
    return Keten(tuple(stappen))


def _ontwerp(wet: Wet, handeling: Handeling, feiten: Regelingfeiten, dag: date) -> Stap:
    return Stap(
        "ontwerp_regeling",
        "Ontwerp van de regeling naar de raad",
        COLLEGE,
        RAAD,
        Raadsrol.BEELDVORMING,
        f"Bij {handeling.value} stuurt het college het ontwerp eerst naar de raad. De wet noemt geen dag.",
        grondslagen=wet.gronden("ontwerp_regeling", dag),
        gebeurd=feiten.ontwerp_ontvangen,
    )


def _zienswijze(wet: Wet, handeling: Handeling, feiten: Regelingfeiten) -> Stap:
    begin = feiten.ontwerp_ontvangen or feiten.ontwerp_verwacht
    uitleg = "De termijn begint als het ontwerp er is. Dat weet het portaal nog niet."
    if begin is not None:
        komt = "kwam" if feiten.ontwerp_ontvangen else "komt naar verwachting"
        uitleg = f"Het ontwerp {komt} op {datum(begin)}. Vanaf die dag loopt de termijn."
    uitkomst = weken_na(wet, "zienswijze_regeling", begin) if begin else None
    te_vroeg = feiten.besluit is not None and uitkomst is not None and feiten.besluit <= uitkomst.dag
    stap = Stap(
        "zienswijze_regeling",
        "Zienswijze van de raad",
        RAAD,
        COLLEGE,
        Raadsrol.OORDEELSVORMING,
        f"{uitleg} Bij {handeling.value} is dit het moment om iets te veranderen.",
        berekend_uit=()
        if begin is None
        else ("ontwerp_ontvangen" if feiten.ontwerp_ontvangen else "ontwerp_verwacht",),
        grondslagen=wet.gronden("zienswijze_regeling"),
        voorlopig=feiten.ontwerp_ontvangen is None,
        gebeurd=feiten.zienswijze_verzonden,
        let_op="Het college wil besluiten voordat de termijn van de raad om is." if te_vroeg else "",
    )
    return stap_op(uitkomst, stap)


def _toestemming(wet: Wet, handeling: Handeling, feiten: Regelingfeiten, dag: date) -> Stap:
    return Stap(
        "toestemming_regeling",
        "Toestemming van de raad",
        RAAD,
        COLLEGE,
        Raadsrol.BESLUITVORMING,
        f"Voor {handeling.value} is toestemming nodig. {voor_het_besluit(feiten.besluit)}",
        wettelijk=feiten.besluit - EEN_DAG if feiten.besluit else None,
        grondslagen=wet.gronden("toestemming_regeling", dag),
        afgeleid=feiten.besluit is not None,
        berekend_uit=("besluit",) if feiten.besluit else (),
        voorlopig=True,
        gebeurd=feiten.toestemming,
    )


def voor_het_besluit(besluit: date | None) -> str:
    """That the law names no day, and which day follows from the day on which the college decides."""
    if besluit is None:
        return "De wet noemt geen dag: het moet voordat het college besluit."
    return f"De wet noemt geen dag. Het college besluit op {datum(besluit)}, dus het moet uiterlijk de dag ervoor."
