"""Figures stand in the data files as a table: per post, per round of the year, an amount."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from verbanden.voorbeeld.bestand import VoorbeeldFout, lees_bestand
from verbanden.voorbeeld.secties import Rijen

BRON = "voorbeeldcijfer (fictief)"
RONDEN = Path(__file__).parent / "cijferronden.yaml"


@cache
def ronden() -> dict[str, dict[str, Any]]:
    """By name of the round ('begroting 2026'): jaar, stadium, peildatum, and when the portal learned it (`op`)."""
    return lees_bestand(RONDEN)


def lees_cijfers(tabel: Any, waar: str) -> Rijen:
    """Rows of Jaarcijfer out of `{post: {ronde: bedrag}}`; instead of an amount fields may stand, such as a gap."""
    if not isinstance(tabel, dict) or not all(isinstance(reeks, dict) for reeks in tabel.values()):
        raise VoorbeeldFout(f"{waar}: cijfers staan per post en per ronde.")
    for post, reeks in tabel.items():
        for ronde, waarde in reeks.items():
            if ronde not in ronden():
                raise VoorbeeldFout(f"{waar}: de ronde '{ronde}' is onbekend.")
            yield {"post": post, **_cijfer(ronden()[ronde], waarde)}


def _cijfer(ronde: dict[str, Any], waarde: Any) -> dict[str, Any]:
    eigen = waarde if isinstance(waarde, dict) else {"bedrag": waarde}
    if "niet_opgegeven" in eigen:
        ronde = {naam: gegeven for naam, gegeven in ronde.items() if naam != "peildatum"}
        return ronde | eigen
    return ronde | {"bron": BRON} | eigen
