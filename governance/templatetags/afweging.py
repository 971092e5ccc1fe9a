"""Words for what a rule says, in the templates of a weighing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from governance.regels.instrument import Afwegingskader, HardeRegel, Kenmerk, Werking
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


@register.filter
def lcfirst(tekst: str) -> str:
    """A name inside a sentence: its first letter small, the rest as it is."""
    return tekst[:1].lower() + tekst[1:]


@register.filter
def regels_bij(kenmerk: Kenmerk, kader: Afwegingskader) -> list[dict[str, str]]:
    """The rules of a question in words: answer, weights, reason and source."""
    namen = {keuze.id: keuze.naam for keuze in kader.keuzes}
    return [
        {
            "id": regel.id,
            "antwoord": kenmerk.tekst(regel.optie),
            "gewichten": ", ".join(
                f"{namen[keuze]} {gewicht:+d}" for keuze, gewicht in _zwaarste_eerst(regel.gewichten)
            ),
            "reden": regel.reden,
            "bron": kader.bronnen.get(regel.bron, ""),
        }
        for regel in kader.regels
        if regel.kenmerk == kenmerk.id
    ]


@register.filter
def regels_uit_de_wet(kader: Afwegingskader) -> list[dict[str, str]]:
    """The hard rules in words: after which answer, for which forms, what the law does, and where it says so."""
    werkingen = {Werking.UITSLUITEN: "kan niet", Werking.WAARSCHUWEN: "let op"}
    return [_in_woorden(kader, regel) | {"werking": werkingen[regel.werking]} for regel in kader.harde_regels]


def _in_woorden(kader: Afwegingskader, regel: HardeRegel) -> dict[str, str]:
    kenmerk = kader.kenmerk(regel.kenmerk)
    return {
        "id": regel.id,
        "antwoord": f"Vraag {kenmerk.nummer}: {kenmerk.tekst(regel.optie)}" if kenmerk else "",
        "vormen": ", ".join(vorm.naam for vorm in kader.keuzes if vorm.id in regel.keuzes),
        "zeker": "" if regel.zeker else "nog na te kijken",
        "artikel": regel.artikel,
        "reden": regel.reden,
    }


def _zwaarste_eerst(gewichten: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(gewichten.items(), key=lambda paar: (-paar[1], paar[0]))


@register.simple_tag
def toelichting_bij(lezing: Any, regel: HardeRegel) -> str:
    """What people wrote with the answer that a rule of law speaks of, such as which law it is; empty without."""
    antwoord = lezing.antwoorden.get(regel.kenmerk)
    return str(antwoord.toelichting) if antwoord else ""
