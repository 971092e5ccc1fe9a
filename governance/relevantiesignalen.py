"""What the register itself says about the weight of a partnership: money, risk and state. Facts, no judgement."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.opmaak import bedrag, procent
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Oordeel, Post


@dataclass(frozen=True)
class Signaal:
    """A fact of the register; `tekst` is empty when the register does not know it."""

    label: str
    tekst: str


def signalen(verband: Any, peildatum: Peildatum) -> list[Signaal]:
    """Money against the budget, the risks, how it goes, and the class in force."""
    lezing = Lezing(verband, peildatum)
    stand = lezing.standen[0] if lezing.standen else None
    klasse = lezing.belangrijkheden[0] if lezing.belangrijkheden else None
    return [
        Signaal("Bijdrage", _bijdrage(lezing)),
        Signaal("Risico's", _risicos(lezing)),
        Signaal("Hoe het gaat", f"{Oordeel(stand.oordeel).label}. {stand.zin}" if stand else ""),
        Signaal("Klasse nu", klasse.get_klasse_display() if klasse else ""),
    ]


def _bijdrage(lezing: Lezing) -> str:
    reeks = lezing.reeks(Post.BIJDRAGE)
    onze = reeks.bedrag(reeks.laatste) if reeks else None
    if onze is None:
        return ""
    totaal = lezing.gemeente.begrotingstotaal
    deel = f", {procent(onze / totaal * 100, 2)} van onze begroting" if totaal else ""
    return f"{bedrag(onze)} in {reeks.laatste}{deel}"


def _risicos(lezing: Lezing) -> str:
    bekend = [risico.gevolg for risico in lezing.risicos if risico.gevolg is not None]
    if not lezing.risicos:
        return ""
    som = f", samen hoogstens {bedrag(sum(bekend, Decimal(0)))}" if bekend else ""
    aantal = len(lezing.risicos)
    return f"{aantal} {'risico' if aantal == 1 else 'risicos'}{som}".replace("risicos", "risico's")
