"""Block 2: how decisions fall and whether our say fits our share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from samenwerkingswijzer.grafieken import vergelijking_svg
from samenwerkingswijzer.opmaak import procent
from verbanden.dashboard.feiten import feit, opsomming
from verbanden.dashboard.lezing import Deelnemer, Lezing
from verbanden.models import Bevoegdheid, Zeggenschap

MEESTE_BALKEN = 6


def kern(lezing: Lezing) -> dict[str, Any]:
    """Form, roles, powers, agreements, and the comparison of say, cost and inhabitants."""
    verband = lezing.verband
    vergeleken = verdeling(lezing)
    return {
        "feiten": [
            feit(lezing, "Vorm", vorm(lezing)),
            feit(lezing, "Rollen", verband.rollen),
            feit(lezing, "Bevoegdheid", opsomming(Bevoegdheid(b).label for b in verband.bevoegdheden).capitalize()),
            feit(lezing, "Afspraken", verband.afspraken),
        ],
        "verdeling": vergeleken,
        "namen": [deelnemer.naam.removeprefix("Gemeente ") for deelnemer in lezing.deelnemers],
        "kop": kop_verdeling(vergeleken),
        "principe": principe(lezing),
        "grafiek": grafiek(lezing, vergeleken),
    }


def vorm(lezing: Lezing) -> str:
    """The legal form, and of a regeling also whose it is."""
    organen = {orgaan for deelnemer in lezing.deelnemers if deelnemer.eigen for orgaan in deelnemer.organen}
    naam = lezing.verband.get_vorm_display()
    if not lezing.is_regeling or not organen:
        return naam
    woorden = {"raad": "de raden", "college": "de colleges", "burgemeester": "de burgemeesters"}
    wie = opsomming(woorden[orgaan] for orgaan in woorden if orgaan in organen)
    return f"{naam}, regeling van {wie}" if wie else naam


Aandelen = list[tuple[str, tuple[Decimal, ...]]]


def verdeling(lezing: Lezing) -> Aandelen:
    """Shares in percent per participant, in their order; only what is known of every participant."""
    rijen = [
        ("Stemmen", aandelen(lezing.deelnemers, lambda d: d.stemmen)),
        ("Bijdrage", kosten(lezing.deelnemers)),
        ("Inwoners", aandelen(lezing.deelnemers, lambda d: d.inwoners)),
    ]
    return [(label, delen) for label, delen in rijen if delen]


def kosten(deelnemers: list[Deelnemer]) -> tuple[Decimal, ...]:
    """Each participant's share of the cost as it was filled in; an unknown one is zero. Empty without our own."""
    if not deelnemers or not deelnemers[0].eigen or deelnemers[0].kostenaandeel is None:
        return ()
    return tuple(deelnemer.kostenaandeel or Decimal(0) for deelnemer in deelnemers)


def aandelen(deelnemers: list[Deelnemer], waarde: Callable[[Deelnemer], Any]) -> tuple[Decimal, ...]:
    """Each participant's part of the total in percent; empty when one of them is unknown or our own is not there."""
    waarden = [waarde(deelnemer) for deelnemer in deelnemers]
    if not waarden or not deelnemers[0].eigen or any(w is None for w in waarden):
        return ()
    totaal = sum(waarden)
    return tuple(Decimal(w) / totaal * 100 for w in waarden) if totaal else ()


def kop_verdeling(vergeleken: Aandelen) -> str:
    """'Zeggenschap 33%, kosten 18%.' with what is known."""
    woorden = {"Stemmen": "zeggenschap", "Bijdrage": "kosten", "Inwoners": "inwoners"}
    delen = [f"{woorden[label]} {procent(rij[0], 0)}" for label, rij in vergeleken][:2]
    return f"{', '.join(delen).capitalize()}." if delen else ""


def principe(lezing: Lezing) -> str:
    """The principle of voting in the first body, as a sentence."""
    zinnen = {
        Zeggenschap.Principe.GELIJK: "Elke deelnemer telt even zwaar.",
        Zeggenschap.Principe.GEWOGEN: "De stemmen zijn gewogen.",
        Zeggenschap.Principe.CONSENSUS: "De deelnemers beslissen samen.",
        Zeggenschap.Principe.GEMENGD: "Het hangt van het besluit af hoe de stemmen tellen.",
    }
    return zinnen[Zeggenschap.Principe(lezing.zeggenschappen[0].principe)] if lezing.zeggenschappen else ""


def grafiek(lezing: Lezing, vergeleken: Aandelen) -> SafeString:
    """The comparison as bars; with many participants the small ones go together."""
    if not vergeleken:
        return SafeString("")
    namen = [deelnemer.naam.removeprefix("Gemeente ") for deelnemer in lezing.deelnemers]
    rest = len(namen) - MEESTE_BALKEN
    if rest > 0:
        namen = [*namen[:MEESTE_BALKEN], f"nog {rest}"]
        vergeleken = [(label, _samen(rij)) for label, rij in vergeleken]
    titel = "Zeggenschap vergeleken met kosten en inwoners"
    return vergelijking_svg(tuple(vergeleken), tuple(namen), titel, kleuren=lezing.kleuren)


def _samen(rij: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The first shares, and the rest as one."""
    return (*rij[:MEESTE_BALKEN], sum(rij[MEESTE_BALKEN:], Decimal(0)))


def meer(lezing: Lezing) -> dict[str, Any]:
    """Votes per body, who sits where for us, and the team."""
    return {
        "zeggenschappen": lezing.zeggenschappen,
        "vertegenwoordigingen": lezing.vertegenwoordigingen,
        "team": lezing.team,
        "verdeling": lezing.deelnemers if any(_telt(deelnemer) for deelnemer in lezing.deelnemers) else [],
    }


def _telt(deelnemer: Deelnemer) -> bool:
    """Whether any share of this participant is known."""
    return any(waarde is not None for waarde in (deelnemer.stemmen, deelnemer.kostenaandeel, deelnemer.inwoners))
