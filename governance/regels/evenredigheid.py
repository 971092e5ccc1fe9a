"""Whether our say fits our share: votes beside cost and inhabitants, ours and those of every partner.

Source: founding document, 1.1, 'goed bestuur' 3: 'de zeggenschap van de gemeente staat in verhouding tot het aandeel
van de gemeente aan de samenwerking en de gezamenlijke ambities', beside that of the other partners.
Units: votes and inhabitants are counts, shares are percent (0 to 100), differences are percentage points.
Not modelled: the joint ambitions, and the benefit, which stands beside the distribution key. The band is our own
choice, and a principle such as 'elke deelnemer telt even zwaar' explains a difference: that is never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from samenwerkingswijzer.opmaak import procent

HONDERD = Decimal(100)
AFRONDING = Decimal("0.05")  # percent: what rounding to one decimal may leave


class Principe(StrEnum):
    """How decisions fall; the values of the register."""

    GELIJK = "gelijk"
    GEWOGEN = "gewogen"
    CONSENSUS = "consensus"
    GEMENGD = "gemengd"


class Maat(StrEnum):
    """What the vote is compared with."""

    KOSTEN = "kosten"
    INWONERS = "inwoners"


class Uitkomst(StrEnum):
    """What the band says: within it, outside but explained by a principle, to discuss, or nothing to compare."""

    BINNEN = "binnen"
    UITGELEGD = "uitgelegd"
    BESPREKEN = "bespreken"
    ONVERGELIJKBAAR = "onvergelijkbaar"


@dataclass(frozen=True)
class Inbreng:
    """What one participant has: votes in the highest body, percent of the cost, inhabitants. None: not known."""

    naam: str
    eigen: bool = False
    gemeente: bool = True
    stemmen: int | None = None
    kosten: Decimal | None = None
    inwoners: int | None = None


@dataclass(frozen=True)
class Stemming:
    """How the highest body votes, as recorded of that body itself. None: not recorded."""

    principe: Principe | None = None
    onze: int | None = None
    totaal: int | None = None


@dataclass(frozen=True)
class Verdeling:
    """One measure in percent per participant, in their order (None: not known), and what cannot be trusted in it."""

    aandelen: tuple[Decimal | None, ...] = ()
    reden: str = ""

    @property
    def rest(self) -> Decimal:
        """What no participant is known to have; below zero when the shares pass 100 together."""
        return HONDERD - sum((deel for deel in self.aandelen if deel is not None), Decimal(0))

    @property
    def volledig(self) -> bool:
        """Whether every share is known and together they are all."""
        return bool(self.aandelen) and None not in self.aandelen and abs(self.rest) <= AFRONDING


@dataclass(frozen=True)
class Evenredigheid:
    """The three measures of one partnership, for the same participants, and how the votes fall."""

    deelnemers: tuple[Inbreng, ...]
    stemming: Stemming
    stemmen: Verdeling
    kosten: Verdeling
    inwoners: Verdeling

    def eigen(self, verdeling: Verdeling) -> Decimal | None:
        """Our own part of a measure; None when it is not known or we do not take part."""
        delen = zip(self.deelnemers, verdeling.aandelen, strict=True)
        return next((aandeel for deelnemer, aandeel in delen if deelnemer.eigen), None)

    @property
    def telling(self) -> tuple[int, int] | None:
        """Our votes and all votes: of the body itself when that is recorded, otherwise of the participants together."""
        if self.stemming.onze is not None and self.stemming.totaal:
            return self.stemming.onze, self.stemming.totaal
        stemmen = [deelnemer.stemmen for deelnemer in self.deelnemers]
        bekend = [aantal for aantal in stemmen if aantal is not None]
        onze = next((deelnemer.stemmen for deelnemer in self.deelnemers if deelnemer.eigen), None)
        if onze is None or len(bekend) < len(stemmen) or not sum(bekend):
            return None
        return onze, sum(bekend)

    @property
    def stem(self) -> Decimal | None:
        """Our part of the votes in percent."""
        return aandeel(*self.telling) if self.telling else None


def aandeel(deel: int, geheel: int) -> Decimal:
    """A part of a whole in percent."""
    return Decimal(deel) * HONDERD / Decimal(geheel)


def evenredigheid(deelnemers: Sequence[Inbreng], stemming: Stemming) -> Evenredigheid:
    """Divide votes, cost and inhabitants over the participants; their order stays."""
    return Evenredigheid(
        tuple(deelnemers),
        stemming,
        stemmen=_stemmen(deelnemers, stemming),
        kosten=_kosten(deelnemers),
        inwoners=_inwoners(deelnemers),
    )


def _stemmen(deelnemers: Sequence[Inbreng], stemming: Stemming) -> Verdeling:
    """Votes as parts of all votes of the body; without that total only when those of everybody are known."""
    waarden = [_telt(deelnemer, stemming) for deelnemer in deelnemers]
    onbekend = _onbekend(deelnemers, waarden, "het aantal stemmen")
    som = sum(waarde for waarde in waarden if waarde is not None)
    geheel = stemming.totaal or (0 if onbekend else som)
    if not geheel:
        return Verdeling((None,) * len(waarden), onbekend or "Niemand heeft stemmen.")
    reden = _tegenspraak(deelnemers, stemming) or onbekend
    if som > geheel or (som < geheel and not onbekend):
        reden = f"De stemmen van de deelnemers zijn samen {som}, in het orgaan zijn er {geheel}."
    if som > geheel:
        return Verdeling((None,) * len(waarden), reden)
    return Verdeling(tuple(None if waarde is None else aandeel(waarde, geheel) for waarde in waarden), reden)


def _tegenspraak(deelnemers: Sequence[Inbreng], stemming: Stemming) -> str:
    """That our own votes are recorded twice and differ; empty when they do not."""
    eigen = next((deelnemer.stemmen for deelnemer in deelnemers if deelnemer.eigen), None)
    if eigen is None or stemming.onze is None or eigen == stemming.onze:
        return ""
    return f"Bij het orgaan staan voor ons {stemming.onze} stemmen, bij de deelnemers {eigen}."


def _telt(deelnemer: Inbreng, stemming: Stemming) -> int | None:
    """The votes of a participant; ours as the body itself records them."""
    return stemming.onze if deelnemer.eigen and stemming.onze is not None else deelnemer.stemmen


def _kosten(deelnemers: Sequence[Inbreng]) -> Verdeling:
    """Cost shares as they were filled in."""
    waarden = [deelnemer.kosten for deelnemer in deelnemers]
    verdeling = Verdeling(tuple(waarden), _onbekend(deelnemers, waarden, "het deel van de kosten"))
    if verdeling.reden or verdeling.volledig or not waarden:
        return verdeling
    return Verdeling(tuple(waarden), f"De delen van de kosten zijn samen {procent(HONDERD - verdeling.rest)}.")


def _inwoners(deelnemers: Sequence[Inbreng]) -> Verdeling:
    """Inhabitants as parts of those of all; only among municipalities, or people would count twice."""
    anderen = [deelnemer.naam for deelnemer in deelnemers if not deelnemer.gemeente]
    waarden = [deelnemer.inwoners for deelnemer in deelnemers]
    reden = _geen_gemeente(anderen) or _onbekend(deelnemers, waarden, "het aantal inwoners")
    geheel = 0 if reden else sum(waarde for waarde in waarden if waarde is not None)
    if not geheel:
        return Verdeling((None,) * len(waarden), reden or "Er zijn geen inwoners.")
    return Verdeling(tuple(aandeel(waarde or 0, geheel) for waarde in waarden))


def _geen_gemeente(namen: Sequence[str]) -> str:
    if not namen:
        return ""
    wie = f"{namen[0]} is" if len(namen) == 1 else f"{len(namen)} deelnemers zijn"
    return f"{wie} geen gemeente. Daarom vergelijken wij de inwoners niet."


def _onbekend(deelnemers: Sequence[Inbreng], waarden: Sequence[object], wat: str) -> str:
    """'Van Gemeente A is het aantal stemmen niet bekend.'; empty when everything is known."""
    namen = [deelnemer.naam for deelnemer, waarde in zip(deelnemers, waarden, strict=True) if waarde is None]
    if not namen:
        return ""
    if len(namen) == len(deelnemers):
        return f"Van geen van de deelnemers is {wat} bekend."
    return f"Van {namen[0] if len(namen) == 1 else f'{len(namen)} deelnemers'} is {wat} niet bekend."


def stemmen_gelijk(vergeleken: Evenredigheid) -> bool:
    """Whether the votes, as far as they are known, weigh the same for everybody who has any."""
    stemmen = {_telt(deelnemer, vergeleken.stemming) for deelnemer in vergeleken.deelnemers}
    return len(stemmen - {None, 0}) <= 1


MATEN: dict[Maat, Callable[[Evenredigheid], Verdeling]] = {
    Maat.KOSTEN: lambda vergeleken: vergeleken.kosten,
    Maat.INWONERS: lambda vergeleken: vergeleken.inwoners,
}
