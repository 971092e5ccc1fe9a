"""What the pages show of a dossier: its steps, whose turn it is, and points over the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.models import Zienswijzestatus
from governance.zienswijze.lezen import Dossier, Telling
from governance.zienswijze.stappen import ANTWOORD, GEEN, OORDEEL, VASTGESTELD, VERZONDEN, WEG, Stap, gedaan
from samenwerkingswijzer.tekst import naar_html

S = Zienswijzestatus
KLAAR, LAAT, NU, LATER = "klaar", "laat", "nu", "later"


@dataclass(frozen=True)
class Stapbeeld:
    """A step on the page: its number, how it stands (klaar, laat, nu, later), its day, and what to say below it."""

    nummer: int
    stap: Stap
    stand: str
    dag: date | None
    wie: str
    laat: int = 0


@dataclass(frozen=True)
class Beurt:
    """Whose turn it is, until when, and what there is to do."""

    wie: str
    zin: str
    uiterlijk: date | None = None
    klaar: bool = False


ZINNEN = {
    S.ONTVANGEN: "Schrijf een advies en leg uit wat dit voor onze gemeente betekent. Punten voorstellen kan nu al.",
    S.ADVIES: "Zet de tekst voor de raad klaar. De punten kunnen nog veranderen.",
    S.RAADSTEKST: "De raad besluit over de tekst. Tot dat besluit kunnen de punten nog veranderen.",
    S.VASTGESTELD: "Verstuur de zienswijze naar het bestuur.",
    S.VERZONDEN: "Het bestuur antwoordt met redenen, uiterlijk als het over het stuk besluit.",
    S.BEANTWOORD: "Beoordeel het antwoord, punt voor punt. U kunt dit meenemen in de volgende zienswijze.",
}


def stappen(dossier: Dossier) -> list[Stapbeeld]:
    """The steps in order; of a dossier without a zienswijze only those that were taken, and that decision."""
    weg: tuple[Stap, ...] = WEG
    if dossier.rij.status == S.GEEN:
        weg = tuple(stap for stap in (*WEG, GEEN) if gedaan(dossier.rij, stap))
    aan_zet = dossier.volgende
    return [_stapbeeld(nummer, stap, dossier, aan_zet) for nummer, stap in enumerate(weg, 1)]


def _stapbeeld(nummer: int, stap: Stap, dossier: Dossier, aan_zet: Stap | None) -> Stapbeeld:
    rij = dossier.rij
    wie = f"raad, {rij.stemming}" if stap in (VASTGESTELD, GEEN) and rij.stemming else stap.wie
    laat = dossier.te_laat if stap is VERZONDEN else dossier.antwoord_te_laat if stap is ANTWOORD else 0
    if gedaan(rij, stap):
        return Stapbeeld(nummer, stap, LAAT if laat else KLAAR, getattr(rij, stap.dag), wie, laat)
    if stap is aan_zet:
        return Stapbeeld(nummer, stap, NU, _voor(stap, dossier), "aan zet: " + wie)
    overgeslagen = "overgeslagen" if dossier.klaar or _voorbij(stap, aan_zet) else wie
    return Stapbeeld(nummer, stap, LATER, _voor(stap, dossier), overgeslagen)


def _voorbij(stap: Stap, aan_zet: Stap | None) -> bool:
    return aan_zet is not None and WEG.index(stap) < WEG.index(aan_zet)


def _voor(stap: Stap, dossier: Dossier) -> date | None:
    """The last day of a step that was not taken, when one is known."""
    if stap is VERZONDEN:
        return dossier.termijn.uiterlijk
    if stap is VASTGESTELD:
        return dossier.termijn.vergadering
    return dossier.besluit_op if stap is ANTWOORD else None


def beurt(dossier: Dossier) -> Beurt:
    """Whose turn it is; of a dossier that is done, what came of it."""
    stap = dossier.volgende
    if stap is None:
        return Beurt("", _uitkomst(dossier), dossier.rij.geen_op or dossier.rij.beoordeeld_op, klaar=True)
    tot = dossier.besluit_op if stap is ANTWOORD else None if stap is OORDEEL else dossier.termijn.uiterlijk
    return Beurt(stap.wie, ZINNEN[S(dossier.rij.status)], tot)


def _uitkomst(dossier: Dossier) -> str:
    if dossier.rij.status == S.GEEN:
        return "De raad gaf geen zienswijze."
    return zin(dossier.telling) or "De raad vroeg niets aan het bestuur."


def zin(telling: Telling) -> str:
    """'De raad vroeg 3 dingen: 1 overgenomen, 2 niet.'; empty when nothing was asked."""
    if not telling.gevraagd:
        return ""
    dingen = "1 ding" if telling.gevraagd == 1 else f"{telling.gevraagd} dingen"
    return f"De raad vroeg {dingen}: {', '.join(f'{aantal} {woord}' for _, aantal, woord in telling.delen)}."


def teksten(dossier: Dossier) -> list[tuple[str, str, Any]]:
    """The long texts that are there, in order: key, title and harmless HTML."""
    rij = dossier.rij
    alle = (
        ("raadstekst", "De zienswijze van de raad" if dossier.gegeven else "Tekst voor de raad", rij.raadstekst),
        ("antwoordtekst", "Het antwoord van het bestuur", rij.antwoord),
        ("beoordeling", "Wat wij van het antwoord vinden", rij.beoordeling),
        ("geen", "Waarom geen zienswijze", rij.geen_reden),
        ("advies", "Het advies", rij.adviestekst),
    )
    return [(sleutel, titel, naar_html(tekst)) for sleutel, titel, tekst in alle if tekst]


def stukken(dossier: Dossier) -> list[tuple[str, str, date | None]]:
    """Links to papers: title, address and day."""
    rij = dossier.rij
    alle = (
        ("Het ontwerp", rij.ontwerp_url, rij.ontvangen_op),
        ("Het besluit van de raad", rij.besluit_url, rij.vastgesteld_op or rij.geen_op),
        ("Het antwoord van het bestuur", rij.antwoord_url, rij.antwoord_op),
    )
    return [(titel, url, dag) for titel, url, dag in alle if url]


def puntregels(alle: Iterable[Dossier], *, behalve: int | None = None) -> list[tuple[Dossier, Any]]:
    """Each point that the raad asked, the newest dossier first; `behalve` leaves one dossier out."""
    return [(een, punt) for een in alle if een.gegeven and een.rij.id != behalve for punt in een.punten]


def bestuursstappen(dossier: Dossier) -> list[Any]:
    """Steps of the board of which the law or a fact gives a day."""
    return [stap for stap in dossier.termijn.bestuur if stap.wettelijk or stap.gebeurd]
