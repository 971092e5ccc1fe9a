"""The budget of a regeling with a board of its own, from frame to supervisor, and a change of it halfway.

Source: Wgr art. 34, 34b and 35; with a province art. 58, 58b and 59. The year is the budget year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from governance.regels.termijnen.rekenen import Wet, dag_van, stap_op, vaste_dag, vroegste, weken_na, weken_voor
from governance.regels.termijnen.stap import RAAD, Keten, Raadsrol, Regeling, Stap
from samenwerkingswijzer.opmaak import datum

# Why there is no date: without a day to count from, and with a day of before our first version of the law.
GEEN_DATUM = (
    "Het portaal weet nog niet wanneer het bestuur vergadert. Daarom is er nog geen datum.",
    "Van die tijd kent het portaal de wet niet. Daarom is er geen datum.",
)
TERUG = {
    "besluit": "Teruggerekend vanaf de vergadering waarin het bestuur besluit, {dag}.",
    "begroting_inzenden": "Teruggerekend vanaf de laatste dag om de begroting in te zenden, {dag}.",
}


@dataclass(frozen=True)
class Begrotingsfeiten:
    """What is known of one budget, or of one change of it; None is not known yet.

    `vergadering`: the meeting of the board that decides, planned or held. The others are days on which it happened.
    """

    vergadering: date | None = None
    kaders_ontvangen: date | None = None
    ontwerp_ontvangen: date | None = None
    zienswijze_verzonden: date | None = None
    reactie_ontvangen: date | None = None
    vastgesteld: date | None = None
    ingezonden: date | None = None

    @property
    def besluit(self) -> date | None:
        """The day of the decision: when it fell, and until then the meeting it is planned for."""
        return self.vastgesteld or self.vergadering

    @property
    def besluit_uit(self) -> tuple[str, ...]:
        """The fact that `besluit` comes from."""
        return ("vastgesteld",) if self.vastgesteld else ("vergadering",) if self.vergadering else ()


def begroting(wet: Wet, regeling: Regeling, jaar: int, feiten: Begrotingsfeiten) -> Keten:
    """The six steps of a budget. Without a meeting the chain counts back from the last day for the supervisor."""
    grens = dag_van(vaste_dag(wet, "begroting_toezicht", jaar))
    if grens is None:
        return Keten(reden=f"Van begrotingsjaar {jaar} kent het portaal de wettelijke dagen niet.")
    toezenden = _toezenden(wet, regeling, "ontwerp_toezenden", feiten, grens)
    return Keten(
        (
            _kaders(wet, regeling, jaar, feiten),
            toezenden,
            _zienswijze(wet, regeling, "zienswijze_begroting", feiten, toezenden),
            _reactie(wet, regeling, feiten),
            _vaststellen(wet, regeling, jaar, feiten),
            _inzenden(wet, regeling, jaar, feiten),
        )
    )


def begrotingswijziging(
    wet: Wet, regeling: Regeling, feiten: Begrotingsfeiten, *, uitgezonderd: bool | None = None
) -> Keten:
    """A change of the budget: the same term for the council, unless the regeling makes an exception (None: unknown)."""
    if uitgezonderd:
        return Keten(reden="De regeling zondert deze wijziging uit. De raad geeft er geen zienswijze op.")
    let_op = "Kijk in de regeling of deze wijziging is uitgezonderd." if uitgezonderd is None else ""
    toezenden = _toezenden(wet, regeling, "wijziging_toezenden", feiten, None)
    stappen = (
        toezenden,
        _zienswijze(wet, regeling, "zienswijze_wijziging", feiten, toezenden),
        _reactie(wet, regeling, feiten),
    )
    return Keten(tuple(replace(stap, let_op=stap.let_op or let_op) for stap in stappen))


def _kaders(wet: Wet, regeling: Regeling, jaar: int, feiten: Begrotingsfeiten) -> Stap:
    stap = Stap(
        "kaders",
        "Kaders naar de raden",
        regeling.dagelijks_bestuur,
        regeling.raden,
        Raadsrol.BEELDVORMING,
        f"De kaders voor {jaar} komen ruim voor de begroting. Hier kunt u nog richting geven.",
        gebeurd=feiten.kaders_ontvangen,
    )
    return stap_op(vaste_dag(wet, "kaders", jaar), stap)


def _toezenden(wet: Wet, regeling: Regeling, sleutel: str, feiten: Begrotingsfeiten, grens: date | None) -> Stap:
    """Counted back from the meeting, and never later than from the last day for the supervisor."""
    einden = {"besluit": feiten.besluit, "begroting_inzenden": grens}
    bekend = {feit: dag for feit, dag in einden.items() if dag is not None}
    uit = min(bekend, key=lambda feit: bekend[feit], default="")
    uitkomst = weken_voor(wet, sleutel, bekend[uit]) if uit else None
    stap = Stap(
        sleutel,
        "Ontwerp naar de raden",
        regeling.dagelijks_bestuur,
        regeling.raden,
        Raadsrol.INFORMEREN,
        TERUG[uit].format(dag=datum(bekend[uit])) if uitkomst else GEEN_DATUM[bool(uit)],
        grondslagen=wet.gronden(sleutel),
        berekend_uit=feiten.besluit_uit if uit == "besluit" else (uit,) if uit else (),
        afgeleid=uit == "begroting_inzenden",
        voorlopig=feiten.besluit is None,
        gebeurd=feiten.ontwerp_ontvangen,
        let_op=_te_late_vergadering(feiten.besluit, grens),
    )
    return stap_op(uitkomst, stap)


def _te_late_vergadering(vergadering: date | None, grens: date | None) -> str:
    if vergadering is None or grens is None or vergadering <= grens:
        return ""
    return f"Het bestuur vergadert op {datum(vergadering)}. Dat is na de laatste dag om in te zenden, {datum(grens)}."


def _zienswijze(wet: Wet, regeling: Regeling, sleutel: str, feiten: Begrotingsfeiten, toezenden: Stap) -> Stap:
    """Counted from receipt; before that from the last day on which the draft may come."""
    begin = feiten.ontwerp_ontvangen or toezenden.wettelijk
    uitleg = "De termijn begint als het ontwerp er is. Dat weet het portaal nog niet."
    if feiten.ontwerp_ontvangen is not None:
        uitleg = f"Het ontwerp kwam op {datum(feiten.ontwerp_ontvangen)}. Vanaf die dag loopt de termijn."
    elif begin is not None:
        uitleg = f"Komt het ontwerp op de laatste dag, {datum(begin)}, dan loopt de termijn vanaf die dag."
    uitkomst = weken_na(wet, sleutel, begin) if begin else None
    stap = Stap(
        sleutel,
        "Zienswijze van de raad",
        RAAD,
        regeling.dagelijks_bestuur,
        Raadsrol.BESLUITVORMING,
        uitleg,
        grondslagen=wet.gronden(sleutel),
        afgeleid=begin is not None and feiten.ontwerp_ontvangen is None,
        berekend_uit=("ontwerp_ontvangen",) if feiten.ontwerp_ontvangen else (toezenden.sleutel,) if begin else (),
        voorlopig=feiten.ontwerp_ontvangen is None,
        gebeurd=feiten.zienswijze_verzonden,
        let_op=_te_vroege_vergadering(feiten.besluit, dag_van(uitkomst)),
    )
    return stap_op(uitkomst, stap)


def _te_vroege_vergadering(vergadering: date | None, eind: date | None) -> str:
    if vergadering is None or eind is None or vergadering >= eind:
        return ""
    return f"Het bestuur vergadert op {datum(vergadering)}, voordat de termijn van de raad om is."


def _reactie(wet: Wet, regeling: Regeling, feiten: Begrotingsfeiten) -> Stap:
    """With the offer to the board, so at the latest on the day it meets."""
    return Stap(
        "reactie_zienswijzen",
        "Antwoord op de zienswijzen",
        regeling.dagelijks_bestuur,
        regeling.raden,
        Raadsrol.INFORMEREN,
        "Het antwoord komt met redenen, uiterlijk als het bestuur over het ontwerp vergadert.",
        wettelijk=feiten.besluit,
        grondslagen=wet.gronden("reactie_zienswijzen", feiten.besluit),
        berekend_uit=feiten.besluit_uit,
        voorlopig=feiten.vastgesteld is None,
        gebeurd=feiten.reactie_ontvangen,
    )


def _vaststellen(wet: Wet, regeling: Regeling, jaar: int, feiten: Begrotingsfeiten) -> Stap:
    """The year of art. 34 lid 1, and earlier because the supervisor must have it (derived)."""
    grens = vaste_dag(wet, "begroting_toezicht", jaar)
    stap = Stap(
        "begroting_vaststellen",
        "Begroting vaststellen",
        regeling.algemeen_bestuur,
        regeling.dagelijks_bestuur,
        Raadsrol.INFORMEREN,
        f"De wet zegt: in {jaar - 1}. De begroting moet daarna nog op tijd bij de toezichthouder zijn.",
        berekend_uit=("begroting_inzenden",),
        afgeleid=True,
        gebeurd=feiten.vastgesteld,
        let_op=_te_late_vergadering(feiten.besluit, dag_van(grens)),
    )
    return stap_op(vroegste(vaste_dag(wet, "begroting_vaststellen", jaar), grens), stap)


def _inzenden(wet: Wet, regeling: Regeling, jaar: int, feiten: Begrotingsfeiten) -> Stap:
    """Two weeks after adoption, and in any case before the fixed day."""
    weken = weken_na(wet, "begroting_toezicht_weken", feiten.besluit) if feiten.besluit else None
    stap = Stap(
        "begroting_inzenden",
        "Begroting naar de toezichthouder",
        regeling.dagelijks_bestuur,
        regeling.toezichthouder,
        Raadsrol.INFORMEREN,
        "Binnen twee weken na het vaststellen, en in ieder geval voor de vaste dag van de wet.",
        berekend_uit=feiten.besluit_uit,
        voorlopig=feiten.vastgesteld is None,
        gebeurd=feiten.ingezonden,
    )
    return stap_op(vroegste(weken, vaste_dag(wet, "begroting_toezicht", jaar)), stap)
