"""Words for what a rule says, in the templates of a weighing."""

from __future__ import annotations

from typing import Any

from django import template

from governance.regels.instrument import Afwegingskader, Kenmerk
from governance.regels.matching import Bijdrage

register = template.Library()


@register.simple_tag
def optie_tekst(kenmerk: Kenmerk, antwoord: Any) -> str:
    """An answer in words."""
    return kenmerk.tekst(antwoord.optie)


@register.simple_tag
def bron_van(kader: Afwegingskader, bijdrage: Bijdrage) -> dict[str, str]:
    """Where a contribution comes from: its question in short and in full, and the source of the rule."""
    kenmerk = kader.kenmerk(bijdrage.regel.kenmerk)
    return {
        "kort": f"vraag {kenmerk.nummer}" if kenmerk else "altijd",
        "vraag": f"{kenmerk.nummer} {kenmerk.tekst(bijdrage.regel.optie)}" if kenmerk else "Telt altijd mee",
        "bron": kader.bronnen.get(bijdrage.regel.bron, ""),
    }
