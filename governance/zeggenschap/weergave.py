"""How our say is shown: the mark beside the band, our shares as bars, and the sentences above a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from governance.regels.band import Toets, rang, toets, uitleg
from governance.regels.evenredigheid import Evenredigheid, Maat, Principe, Uitkomst
from governance.regels.meerogen import Ogen
from governance.zeggenschap.lezen import Verbandzeggenschap
from samenwerkingswijzer.grafieken import aandelen_svg
from samenwerkingswijzer.opmaak import getal

LINKS, MIDDEN, RECHTS = "4", "16", "28"  # where the dot stands, beside or in the box
UITGELEGD = {
    Principe.GELIJK: "Uitgelegd: elke deelnemer telt even zwaar",
    Principe.CONSENSUS: "Uitgelegd: samen beslissen",
}
# Judgement and word per outcome of the meer-ogen-principe; what is not here needs no mark.
OGENMERK = {
    Ogen.ZELFDE: ("aandacht", "Eén functie"),
    Ogen.NIET_TE_ZIEN: ("geen", "Niet te zien"),
    Ogen.MEER: ("geen", "Meer functies"),
}


BESPREKEN = "Bespreken: onze stem past niet bij wat wij betalen"
EIGEN_STEM = "Regelen dat elk zwaar belang een eigen stem heeft"


@dataclass(frozen=True)
class Bandmerk:
    """A dot in or beside a box, with words; `punt` is empty when there is nothing to compare."""

    uitkomst: Uitkomst
    woord: str
    noot: str = ""
    punt: str = ""


@dataclass(frozen=True)
class Rij:
    """One partnership in the list."""

    verband: Verbandzeggenschap
    toets: Toets
    merk: Bandmerk
    uitleg: str
    grafiek: SafeString
    eigen: Sequence[Decimal | None]
    verschil: str


@dataclass(frozen=True)
class Lijst:
    """The portfolio: what can be compared in order, what cannot, and the sentence above it."""

    rijen: Sequence[Rij]
    onvergelijkbaar: Sequence[Rij]
    samenvatting: str


def lijst(verbanden: Iterable[Verbandzeggenschap], band: Decimal, maat: Maat) -> Lijst:
    """The portfolio, the largest difference first."""
    alle = sorted((rij(verband, band, maat) for verband in verbanden), key=lambda r: rang(r.toets, r.verband.naam))
    rijen = [r for r in alle if r.toets.verschil is not None]
    return Lijst(rijen, alle[len(rijen) :], samenvatting([r.toets.uitkomst for r in alle], maat))


def rij(verband: Verbandzeggenschap, band: Decimal, maat: Maat) -> Rij:
    """One partnership against the band."""
    getoetst = toets(verband.vergeleken, band, maat, verband.uitleg.get(maat))
    eigen = onze_delen(verband.vergeleken)
    return Rij(
        verband=verband,
        toets=getoetst,
        merk=bandmerk(getoetst),
        uitleg=uitleg(getoetst),
        grafiek=aandelen_svg(
            _balken(eigen),
            f"Ons deel in {verband.naam}",
            band=getoetst.grenzen,
        ),
        eigen=eigen,
        verschil=punten(getoetst.verschil),
    )


def onze_delen(vergeleken: Evenredigheid) -> tuple[Decimal | None, ...]:
    """Our part of votes, cost and inhabitants."""
    return vergeleken.stem, vergeleken.eigen(vergeleken.kosten), vergeleken.eigen(vergeleken.inwoners)


def _balken(eigen: Iterable[Decimal | None]) -> tuple[tuple[str, Decimal | str], ...]:
    """Our shares with their labels, or the words that there is none."""
    labels = (("Stemmen", "niet bekend"), ("Kosten", "niet bekend"), ("Inwoners", "niet te vergelijken"))
    return tuple((label, geen if deel is None else deel) for (label, geen), deel in zip(labels, eigen, strict=True))


def punten(verschil: Decimal | None) -> str:
    """A difference with its sign, in percentage points; empty when there is none."""
    return "" if verschil is None else getal(verschil, 1, teken=True)


def bandmerk(getoetst: Toets) -> Bandmerk:
    """The mark of one test."""
    uitkomst, verschil = getoetst.uitkomst, getoetst.verschil
    if verschil is None:
        return Bandmerk(uitkomst, "Niet te vergelijken")
    if uitkomst is Uitkomst.BINNEN:
        return Bandmerk(uitkomst, "Binnen de band", punt=MIDDEN)
    meer = verschil > 0
    noot = _noot(getoetst)
    woord = f"{'Meer' if meer else 'Minder'} stem dan {getoetst.maat}"
    return Bandmerk(uitkomst, woord, noot, RECHTS if meer else LINKS)


def doen(getoetst: Toets) -> str:
    """What a difference between vote and share asks; empty when it fits or was explained."""
    return BESPREKEN if getoetst.uitkomst is Uitkomst.BESPREKEN else ""


def ogen_doen(uitkomst: Ogen) -> str:
    """What one function with two interests asks; empty otherwise."""
    return EIGEN_STEM if uitkomst is Ogen.ZELFDE else ""


def _noot(getoetst: Toets) -> str:
    """What explains a difference: what somebody recorded, or else the principle of the body itself."""
    if getoetst.uitkomst is not Uitkomst.UITGELEGD:
        return "Nog niet uitgelegd"
    if getoetst.uitleg and getoetst.uitgelegd:
        return f"Uitgelegd: {getoetst.uitleg.reden.naam[:1].lower()}{getoetst.uitleg.reden.naam[1:]}"
    return UITGELEGD[getoetst.principe] if getoetst.principe else ""


def samenvatting(uitkomsten: Sequence[Uitkomst], maat: Maat) -> str:
    """'In 5 van de 8 verbanden past onze stem bij wat wij betalen. ...'"""
    aantal = Counter(uitkomsten)
    vergeleken = len(uitkomsten) - aantal[Uitkomst.ONVERGELIJKBAAR]
    if not vergeleken:
        return "Van geen enkel verband kunnen wij de stemmen vergelijken."
    waarbij = "wat wij betalen" if maat is Maat.KOSTEN else "ons deel van de inwoners"
    zinnen = [f"In {aantal[Uitkomst.BINNEN] or 'geen'} van de {vergeleken} verbanden past onze stem bij {waarbij}."]
    if aantal[Uitkomst.UITGELEGD]:
        zinnen.append(f"Bij {aantal[Uitkomst.UITGELEGD]} is het verschil uitgelegd.")
    if bespreken := aantal[Uitkomst.BESPREKEN]:
        zinnen.append(f"Over {bespreken} {'verband' if bespreken == 1 else 'verbanden'} hoort u in gesprek te gaan.")
    return " ".join(zinnen)


@dataclass(frozen=True)
class Ogenlijst:
    """Where the owner's and the client's role come together, and a sentence on all other partnerships."""

    rijen: Sequence[tuple[Verbandzeggenschap, str, str]]
    rest: str


def ogenlijst(verbanden: Sequence[Verbandzeggenschap]) -> Ogenlijst:
    """Partnerships in which we have both roles: first those with one office, then what cannot be seen."""
    volgorde = list(OGENMERK)
    beide = [verband for verband in verbanden if verband.meerogen.uitkomst in OGENMERK]
    beide.sort(key=lambda verband: (volgorde.index(verband.meerogen.uitkomst), verband.naam))
    aantal = Counter(verband.meerogen.uitkomst for verband in verbanden)
    delen = [
        f"{hoeveel} {'verband' if hoeveel == 1 else 'verbanden'} {wat}"
        for hoeveel, wat in (
            (aantal[Ogen.EEN_ROL], "waarin wij niet beide rollen hebben"),
            (aantal[Ogen.ONBEKEND], "waarvan onze rollen niet zijn vastgelegd"),
        )
        if hoeveel
    ]
    rest = f"Niet in deze lijst: {' en '.join(delen)}." if delen else ""
    return Ogenlijst([(verband, *OGENMERK[verband.meerogen.uitkomst]) for verband in beide], rest)
