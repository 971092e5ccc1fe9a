"""Changing the content of a handreiking: plain data in, changed plain data out; the given data stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

TEKSTEN = ("vraag", "toelichting")
VAN_OPTIE = ("tekst", "politiek", "bestuurlijk", "reden")


def met_vraag(
    inhoud: Mapping[str, Any], vraag: str, *, teksten: Mapping[str, str], opties: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Other words for a question, and other words and points for its answers (id -> what changes). Ids never change."""
    nieuw = copy.deepcopy(dict(inhoud))
    rij = next(rij for rij in nieuw["vragen"] if rij["id"] == vraag)
    rij.update({naam: tekst for naam, tekst in teksten.items() if naam in TEKSTEN})
    for optie in rij["opties"]:
        optie.update({naam: waarde for naam, waarde in opties.get(optie["id"], {}).items() if naam in VAN_OPTIE})
    return nieuw
