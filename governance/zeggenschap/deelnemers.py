"""Our shares beside those of every partner: the table, the chart of what is known of all, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from governance.regels.evenredigheid import AFRONDING, Evenredigheid, Inbreng
from governance.zeggenschap.weergave import punten
from samenwerkingswijzer.grafieken import vergelijking_svg

MEESTE_BALKEN = 6


@dataclass(frozen=True)
class Regel:
    """One participant, or what nobody is known to have: shares in percent, the difference as text."""

    naam: str
    eigen: bool = False
    aantal: int | None = None
    stemmen: Decimal | None = None
    kosten: Decimal | None = None
    inwoners: Decimal | None = None
    verschil: str = ""


def regels(vergeleken: Evenredigheid) -> list[Regel]:
    """A line per participant, ours first."""
    delen = zip(
        vergeleken.deelnemers,
        vergeleken.stemmen.aandelen,
        vergeleken.kosten.aandelen,
        vergeleken.inwoners.aandelen,
        strict=True,
    )
    return [_regel(vergeleken, deelnemer, *rest) for deelnemer, *rest in delen]


def _regel(
    vergeleken: Evenredigheid,
    deelnemer: Inbreng,
    stemmen: Decimal | None,
    kosten: Decimal | None,
    inwoners: Decimal | None,
) -> Regel:
    onze = vergeleken.stemming.onze if deelnemer.eigen else None
    verschil = None if stemmen is None or kosten is None else stemmen - kosten
    return Regel(
        deelnemer.naam,
        deelnemer.eigen,
        deelnemer.stemmen if onze is None else onze,
        stemmen,
        kosten,
        inwoners,
        punten(verschil),
    )


def rest(vergeleken: Evenredigheid) -> Regel | None:
    """What is left when the known shares are added up; None when that is nothing."""
    over = [
        verdeling.rest if verdeling.rest > AFRONDING and any(verdeling.aandelen) else None
        for verdeling in (vergeleken.stemmen, vergeleken.kosten)
    ]
    return Regel("Niet bekend van wie", stemmen=over[0], kosten=over[1]) if any(over) else None


def onzeker(vergeleken: Evenredigheid) -> list[str]:
    """What is missing or does not add up, as sentences."""
    return [v.reden for v in (vergeleken.stemmen, vergeleken.kosten, vergeleken.inwoners) if v.reden]


def grafiek(vergeleken: Evenredigheid) -> SafeString:
    """The measures that are known of everybody, as bars; with many participants the small ones go together."""
    volledig = (("Stemmen", vergeleken.stemmen), ("Kosten", vergeleken.kosten), ("Inwoners", vergeleken.inwoners))
    rijen = [(label, _volledig(verdeling.aandelen)) for label, verdeling in volledig if verdeling.volledig]
    if not rijen or not any(deelnemer.eigen for deelnemer in vergeleken.deelnemers):
        return SafeString("")
    namen = [deelnemer.naam.removeprefix("Gemeente ") for deelnemer in vergeleken.deelnemers]
    over = len(namen) - MEESTE_BALKEN
    if over > 1:
        namen = [*namen[:MEESTE_BALKEN], f"nog {over}"]
        rijen = [(label, (*r[:MEESTE_BALKEN], sum(r[MEESTE_BALKEN:], Decimal(0)))) for label, r in rijen]
    return vergelijking_svg(tuple(rijen), tuple(namen), "Onze delen naast die van elke partner")


def _volledig(aandelen: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    return tuple(aandeel for aandeel in aandelen if aandeel is not None)
