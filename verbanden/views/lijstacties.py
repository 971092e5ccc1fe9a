"""The acts of the stairs as the page shows them: where they go, their words, and the reason they ask."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from verbanden.lijst.toetsing import Lijst
from verbanden.lijst.treden import Actie
from verbanden.views.lijstpagina import adres

LANGSTE_REDEN = 300
# Address, words on the button, weight of the button, name of the reason and the question for it.
KNOPPEN: dict[Actie, tuple[str, str, str, str, str]] = {
    Actie.BEGIN: ("lijst_begin", "Begin het concept", "primary", "", ""),
    Actie.KLAARZETTEN: ("lijst_klaar", "Zet de lijst klaar", "primary", "", ""),
    Actie.VASTSTELLEN: ("lijst_vaststellen", "Stel de lijst vast", "primary", "", ""),
    Actie.TERUGZETTEN: ("lijst_terug", "Zet terug naar concept", "secondary", "reden", "Waarom zet u de lijst terug?"),
    Actie.CORRIGEREN: ("lijst_begin", "Begin een nieuwe versie", "secondary", "correctie", "Wat is er fout?"),
}


def knop(actie: Actie, lijst: Lijst, post: QueryDict) -> dict[str, Any]:
    """One act with its form; what was typed as reason stays."""
    naar, woorden, soort, veld, vraag = KNOPPEN[actie]
    return {
        "url": adres(naar, lijst),
        "knop": woorden,
        "soort": soort,
        "veld": veld,
        "vraag": vraag,
        "waarde": reden(post, veld),
    }


def reden(post: QueryDict, veld: str) -> str:
    """The reason that was typed, no longer than is kept."""
    return post.get(veld, "").strip()[:LANGSTE_REDEN] if veld else ""
