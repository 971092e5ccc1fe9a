"""The band around a share: whether our vote lies in it, is explained by a principle, or must be discussed.

Source: founding document, 1.1, 'goed bestuur' 3; the band itself is our own choice, in percentage points. A difference
as large as the band is still inside. Equal votes and consensus are principles: they explain a difference. So does an
explanation that somebody recorded, with its principle and source.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from governance.regels.evenredigheid import HONDERD, MATEN, Evenredigheid, Maat, Principe, Uitkomst, stemmen_gelijk
from governance.regels.uitleg import Uitleg, geldt

PRINCIPES = {
    Principe.GELIJK: "Elke deelnemer telt even zwaar.",
    Principe.GEWOGEN: "De stemmen zijn gewogen.",
    Principe.CONSENSUS: "De deelnemers beslissen samen.",
    Principe.GEMENGD: "Het hangt van het besluit af hoe de stemmen tellen.",
    None: "Hoe de stemmen zijn verdeeld, is niet vastgelegd.",
}
VERKLAREND = (Principe.GELIJK, Principe.CONSENSUS)


@dataclass(frozen=True)
class Toets:
    """Our vote beside one measure, in percent, with the band in percentage points; `reden` when one is missing."""

    maat: Maat
    stem: Decimal | None
    aandeel: Decimal | None
    band: Decimal
    principe: Principe | None = None
    klopt: bool = True
    reden: str = ""
    uitleg: Uitleg | None = None
    gelijk: bool = True

    @property
    def verschil(self) -> Decimal | None:
        """Votes minus the measure in percentage points; above zero when our vote weighs more."""
        return None if self.stem is None or self.aandeel is None else self.stem - self.aandeel

    @property
    def uitkomst(self) -> Uitkomst:
        """What the band says."""
        if self.verschil is None:
            return Uitkomst.ONVERGELIJKBAAR
        if abs(self.verschil) <= self.band:
            return Uitkomst.BINNEN
        uit_principe = self.principe in VERKLAREND and self.klopt
        return Uitkomst.UITGELEGD if uit_principe or self.uitgelegd else Uitkomst.BESPREKEN

    @property
    def uitgelegd(self) -> bool:
        """Whether somebody recorded an explanation that can hold."""
        return geldt(self.uitleg, stemmen_gelijk=self.gelijk)

    @property
    def grenzen(self) -> tuple[Decimal, Decimal] | None:
        """From where to where the band runs around the measure, within 0 and 100 percent."""
        if self.aandeel is None:
            return None
        return max(self.aandeel - self.band, Decimal(0)), min(self.aandeel + self.band, HONDERD)


def toets(vergeleken: Evenredigheid, band: Decimal, maat: Maat = Maat.KOSTEN, uitleg: Uitleg | None = None) -> Toets:
    """Hold our vote against our part of the cost or of the inhabitants; `uitleg` is what was recorded about that."""
    verdeling = MATEN[maat](vergeleken)
    stem, deel = vergeleken.stem, vergeleken.eigen(verdeling)
    principe = vergeleken.stemming.principe
    gelijk = stemmen_gelijk(vergeleken)
    klopt = principe is not Principe.GELIJK or gelijk
    return Toets(maat, stem, deel, band, principe, klopt, _reden(vergeleken, stem, deel, maat), uitleg, gelijk)


def _reden(vergeleken: Evenredigheid, stem: Decimal | None, deel: Decimal | None, maat: Maat) -> str:
    """Why there is nothing to compare; empty when there is."""
    if not any(deelnemer.eigen for deelnemer in vergeleken.deelnemers):
        return "Onze gemeente staat niet bij de deelnemers."
    if stem is None and vergeleken.stemming.principe is Principe.CONSENSUS:
        return "De deelnemers beslissen samen. Er zijn geen stemmen geteld."
    if stem is None:
        return "Onze stemmen zijn niet bekend."
    if deel is not None:
        return ""
    if maat is Maat.INWONERS:
        return vergeleken.inwoners.reden
    return "Ons deel van de kosten is niet bekend."


def uitleg(toets: Toets) -> str:
    """What the outcome means, in plain words."""
    if toets.verschil is None:
        return toets.reden
    waarmee = f"ons deel van de {toets.maat}"
    principe = PRINCIPES[toets.principe]
    if toets.uitleg and toets.uitgelegd and toets.uitkomst is Uitkomst.UITGELEGD:
        return toets.uitleg.tekst
    if toets.uitkomst is Uitkomst.BINNEN:
        return f"{principe} Onze stem past bij {waarmee}."
    meer = toets.verschil > 0
    if toets.uitkomst is Uitkomst.UITGELEGD:
        weegt = "zwaarder" if meer else "minder zwaar"
        return f"{principe} Daardoor weegt onze stem {weegt} dan {waarmee}. Dat is een principe, geen fout."
    return _bespreken(toets, f"onze stem {'groter' if meer else 'kleiner'} is dan {waarmee}")


def _bespreken(toets: Toets, afwijking: str) -> str:
    """Why a difference must be discussed: nothing explains it, or what should explain it is not so."""
    if toets.uitleg:
        wat = f"De uitleg is '{toets.uitleg.reden.naam}', maar de stemmen zijn niet gelijk."
        return f"{wat} Kijk na waarom {afwijking}."
    if not toets.klopt:
        return f"Elke deelnemer zou even zwaar tellen, maar de stemmen zijn niet gelijk. Kijk na waarom {afwijking}."
    return f"{PRINCIPES[toets.principe]} In het register staat niet waarom {afwijking}."


def rang(toets: Toets, naam: str) -> tuple[bool, Decimal, str]:
    """Where a partnership stands in a list: the largest difference first, whatever its direction, then by name."""
    return toets.verschil is None, -abs(toets.verschil or Decimal(0)), naam
