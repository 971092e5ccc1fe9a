"""The term of a zienswijze as a sum, computed from the facts by the engine of law whenever it is asked.

The legal date, then what the partnership asks, then the last meeting of the council before both. Nothing is stored: a
change of law, of the day of receipt or of the calendar shows at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.models import Zienswijze
from governance.models.zienswijze import KLAAR, NA_VERZENDEN
from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.regeling import Handeling, Regelingfeiten
from governance.regels.termijnen.stap import RAAD, Keten, Regeling, Stap
from governance.regels.termijnen.tijd import Weken
from governance.regels.termijnen.vergaderingen import Vergaderkalender, ruimte

Stuk = Zienswijze.Stuk
GEEN_TERMIJN = {
    Stuk.JAARREKENING: "De Wgr noemt geen zienswijze op de jaarrekening. Kijk in de regeling wat er is afgesproken.",
    Stuk.KADER: "De Wgr noemt geen zienswijze op kaders. Kijk in de regeling wat er is afgesproken.",
}
ZIENSWIJZE = {
    Stuk.BEGROTING: "zienswijze_begroting",
    Stuk.BEGROTINGSWIJZIGING: "zienswijze_wijziging",
    Stuk.REGELING: "zienswijze_regeling",
}
NIET_VAN_HET_BESTUUR = frozenset({"kaders", "toestemming_regeling"})


@dataclass(frozen=True)
class Somregel:
    """One line of the sum: a day or what is added (`erbij`), and what it is; `kern` is the legal date itself."""

    dag: date | None
    tekst: str
    erbij: str = ""
    kern: bool = False


@dataclass(frozen=True)
class Termijn:
    """When the raad must have spoken, and how we know. `wettelijk` is None when the law gives no day: see `reden`.

    `uiterlijk`: the day to work towards. `bestuur`: the steps of the board with their legal date and what happened.
    """

    regels: tuple[Somregel, ...]
    wettelijk: date | None
    uiterlijk: date | None
    vergadering: date | None
    reden: str = ""
    let_op: str = ""
    na_te_kijken: bool = False
    bestuur: tuple[Stap, ...] = ()


def bereken(rij: Any, verband: Any, raadskalender: Vergaderkalender, besluit_op: date | None = None) -> Termijn:
    """The term of one zienswijze, of today's row or of a historical one. No queries.

    `besluit_op`: the day on which the board decides, when another page than the dossier knows it.
    """
    keten = keten_van(rij, Regeling(verband.vorm, verband.wgr_hoofdstuk), besluit_op or rij.vergadering)
    stap = next((een for een in keten.stappen if een.sleutel == ZIENSWIJZE.get(rij.stuk)), None)
    wettelijk = stap.wettelijk if stap else None
    uiterlijk = stap.uiterlijk if stap else rij.gevraagd_voor
    raad = _laatste_raad(uiterlijk, rij.ontvangen_op, raadskalender)
    return Termijn(
        regels=tuple(_som(rij, stap, raad)),
        wettelijk=wettelijk,
        uiterlijk=uiterlijk,
        vergadering=raad,
        reden=keten.reden,
        let_op=stap.let_op if stap else "",
        na_te_kijken=bool(stap and stap.zeker == "O"),
        bestuur=tuple(een for een in keten.stappen if een.wie != RAAD and een.sleutel not in NIET_VAN_HET_BESTUUR),
    )


def dagen_te_laat(rij: Any, termijn: Termijn, dag: date) -> int:
    """How many days the zienswijze was sent after the legal date, or is late on `dag`; 0 when it is in time."""
    if termijn.wettelijk is None or (rij.status in KLAAR and rij.verzonden_op is None):
        return 0
    gedaan: date = rij.verzonden_op if rij.status in NA_VERZENDEN else dag
    dagen: int = (gedaan - termijn.wettelijk).days
    return max(dagen, 0)


def dagen_zonder_antwoord(rij: Any, dag: date, besluit_op: date | None = None) -> int:
    """How many days the answer came, or is on `dag`, after the board decided; 0 when in time or no day is known."""
    besluit_op = besluit_op or rij.vergadering
    if besluit_op is None or rij.verzonden_op is None:
        return 0
    gedaan: date = rij.antwoord_op or dag
    dagen: int = (gedaan - besluit_op).days
    return max(dagen, 0)


def keten_van(rij: Any, regeling: Regeling, besluit_op: date | None) -> Keten:
    """The chain of law of the paper of a dossier; without steps it says why. `rij`: anything with its days."""
    if rij.stuk in GEEN_TERMIJN:
        return Keten(reden=GEEN_TERMIJN[rij.stuk])
    gevraagd = {ZIENSWIJZE[rij.stuk]: rij.gevraagd_voor} if rij.gevraagd_voor else {}
    rekenaar = Rekenaar(gevraagd=gevraagd)
    if rij.stuk == Stuk.REGELING:
        feiten = Regelingfeiten(
            ontwerp_ontvangen=rij.ontvangen_op, zienswijze_verzonden=rij.verzonden_op, besluit=besluit_op
        )
        return rekenaar.regeling(regeling, Handeling.WIJZIGEN, feiten)
    begroting = Begrotingsfeiten(
        vergadering=besluit_op,
        ontwerp_ontvangen=rij.ontvangen_op,
        zienswijze_verzonden=rij.verzonden_op,
        reactie_ontvangen=rij.antwoord_op,
    )
    if rij.stuk == Stuk.BEGROTINGSWIJZIGING:
        return rekenaar.begrotingswijziging(regeling, begroting)
    return rekenaar.begroting(regeling, rij.jaar, begroting)


def _laatste_raad(uiterlijk: date | None, vanaf: date, raadskalender: Vergaderkalender) -> date | None:
    return ruimte(uiterlijk, raadskalender, vanaf=vanaf).vergadering if uiterlijk else None


def _som(rij: Any, stap: Stap | None, raad: date | None) -> list[Somregel]:
    """Received, plus the term of the law, is the legal date; then what is asked, and the last meeting."""
    regels = [Somregel(rij.ontvangen_op, "Ontwerp ontvangen")]
    if stap and stap.wettelijk:
        grond = stap.grondslagen[0]
        weken = f"+ {grond.termijn.aantal} weken" if isinstance(grond.termijn, Weken) else ""
        regels.append(Somregel(None, f"{_kort(grond.wet)}, {grond.artikel}", erbij=weken))
        regels += [Somregel(None, f"{extra.wet}, {extra.artikel}", erbij="verlengd") for extra in stap.grondslagen[1:]]
        regels.append(Somregel(stap.wettelijk, "Wettelijk tot en met", kern=True))
    if rij.gevraagd_voor:
        regels.append(Somregel(rij.gevraagd_voor, "Verband vraagt uiterlijk"))
    if raad:
        regels.append(Somregel(raad, "Laatste raad ervoor"))
    return regels


def _kort(wet: str) -> str:
    return "Wgr" if wet == "Wet gemeenschappelijke regelingen" else wet
