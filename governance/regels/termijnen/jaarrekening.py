"""The accounts of a regeling with a board of its own.

Source: Wgr art. 34 lid 3 and 4 and art. 34b; with a province art. 58 and 58b. The year is that of the accounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from governance.regels.termijnen.rekenen import Wet, stap_op, vaste_dag, vroegste, weken_na
from governance.regels.termijnen.stap import Keten, Raadsrol, Regeling, Stap


@dataclass(frozen=True)
class Rekeningfeiten:
    """What is known of one set of accounts: the meeting that decides, and days on which something happened."""

    vergadering: date | None = None
    voorlopig_ontvangen: date | None = None
    vastgesteld: date | None = None
    ingezonden: date | None = None


def jaarrekening(wet: Wet, regeling: Regeling, jaar: int, feiten: Rekeningfeiten) -> Keten:
    """The three steps of the accounts."""
    voorlopige = vaste_dag(wet, "voorlopige_jaarrekening", jaar)
    grens = vaste_dag(wet, "jaarrekening_toezicht", jaar)
    if voorlopige is None or grens is None:
        return Keten(reden=f"Van de jaarrekening over {jaar} kent het portaal de wettelijke dagen niet.")
    eerste = Stap(
        "voorlopige_jaarrekening",
        "Voorlopige jaarrekening naar de raden",
        regeling.dagelijks_bestuur,
        regeling.raden,
        Raadsrol.BEELDVORMING,
        f"De voorlopige cijfers over {jaar}. Nieuwe plannen kunt u hiertegen afzetten.",
        gebeurd=feiten.voorlopig_ontvangen,
    )
    tweede = Stap(
        "jaarrekening_vaststellen",
        "Jaarrekening vaststellen",
        regeling.algemeen_bestuur,
        regeling.dagelijks_bestuur,
        Raadsrol.INFORMEREN,
        f"De wet zegt: in {jaar + 1}. De jaarrekening moet daarna nog op tijd bij de toezichthouder zijn.",
        berekend_uit=("jaarrekening_inzenden",),
        afgeleid=True,
        gebeurd=feiten.vastgesteld,
    )
    return Keten(
        (
            stap_op(voorlopige, eerste),
            stap_op(vroegste(vaste_dag(wet, "jaarrekening_vaststellen", jaar), grens), tweede),
            _inzenden(wet, regeling, jaar, feiten),
        )
    )


def _inzenden(wet: Wet, regeling: Regeling, jaar: int, feiten: Rekeningfeiten) -> Stap:
    """Two weeks after adoption, and in any case before the fixed day."""
    besluit = feiten.vastgesteld or feiten.vergadering
    weken = weken_na(wet, "jaarrekening_toezicht_weken", besluit) if besluit else None
    stap = Stap(
        "jaarrekening_inzenden",
        "Jaarrekening naar de toezichthouder",
        regeling.dagelijks_bestuur,
        regeling.toezichthouder,
        Raadsrol.INFORMEREN,
        "Binnen twee weken na het vaststellen, en in ieder geval voor de vaste dag van de wet.",
        berekend_uit=("vastgesteld",) if feiten.vastgesteld else ("vergadering",) if besluit else (),
        voorlopig=feiten.vastgesteld is None,
        gebeurd=feiten.ingezonden,
    )
    return stap_op(vroegste(weken, vaste_dag(wet, "jaarrekening_toezicht", jaar)), stap)
