"""How an article and its versions are told to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kennisbank.geheugen import naslag
from kennisbank.models import Artikelversie, Fase, Functiedeel, Leespad
from kennisbank.models.artikelversie import INHOUD
from kennisbank.regels.tekst import genoemd
from kennisbank.regels.verschil import per_alinea
from samenwerkingswijzer import opmaak
from samenwerkingswijzer.naslag import Begrip
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.versies import Stuk

MEESTE_WOORDEN = 6
WOORDEN: Mapping[str, Mapping[str, str]] = {
    "eigenaar": dict(Rol.choices),
    "fase": dict(Fase.choices),
    "functie": dict(Functiedeel.choices),
    "leespad": dict(Leespad.choices),
}


@dataclass(frozen=True)
class Verschil:
    """A field of a version that differs from the version before it, in pieces."""

    veld: str
    stukken: list[Stuk]


def verschillen(oud: Any, nieuw: Any, velden: tuple[str, ...] = INHOUD) -> list[Verschil]:
    """What differs between two versions, in the order of the form; a missing old one differs in everything."""
    gevonden = []
    for veld in velden:
        voor, na = in_woorden(veld, getattr(oud, veld, "")), in_woorden(veld, getattr(nieuw, veld))
        if voor != na:
            naam = str(Artikelversie._meta.get_field(veld).verbose_name)  # type: ignore[union-attr]
            gevonden.append(Verschil(naam.capitalize(), per_alinea(voor, na)))
    return gevonden


def in_woorden(veld: str, waarde: Any) -> str:
    """A value of a version in words; '' when it is empty."""
    woorden = WOORDEN.get(veld, {})
    if isinstance(waarde, list):
        return "\n".join(str(woorden.get(een, een)) for een in waarde)
    if isinstance(waarde, date):
        return opmaak.datum(waarde)
    return "" if waarde is None else str(woorden.get(waarde, waarde))


def woorden_in(tekst: str, behalve: str = "") -> list[Begrip]:
    """The terms that stand in a text, the first ones first, with what they mean; no query once remembered."""
    bekend = {begrip.term: begrip for begrip in naslag.begrippen.values() if begrip.term != behalve}
    return [bekend[term] for term in genoemd(tekst, bekend)[:MEESTE_WOORDEN]]
