"""The sections of weighings in the data files: our own filling as instrument, and answers written as one mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from governance.handelingen.instrumenten import fouten
from governance.instrumenten import eigen_invulling
from governance.models import Instrumentversie
from verbanden.voorbeeld.bestand import VoorbeeldFout


def instrument(**velden: Any) -> Instrumentversie:
    """A version with the content of our own filling."""
    versie = Instrumentversie(**velden)
    versie.inhoud = eigen_invulling(versie.soort)
    if gebreken := fouten(versie.soort, versie.inhoud):
        raise VoorbeeldFout(gebreken[0])
    return versie


def lees_antwoorden(groepen: Any, _waar: str) -> Iterator[dict[str, Any]]:
    """One row for each question of each group; `gegeven` holds question: answer, `toelichtingen` question: why."""
    for groep in groepen:
        vast = {naam: waarde for naam, waarde in groep.items() if naam not in ("gegeven", "toelichtingen")}
        toelichtingen = groep.get("toelichtingen", {})
        for kenmerk, optie in groep["gegeven"].items():
            yield {**vast, "kenmerk": kenmerk, "optie": optie, "toelichting": toelichtingen.get(kenmerk, "")}
