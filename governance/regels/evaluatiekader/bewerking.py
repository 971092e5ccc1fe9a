"""Changing the content of an evaluatiekader: plain data in, changed plain data out; ids never change."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from governance.regels.uitbreiding import nieuwe_id

VELDEN = ("thema", "fasen", "standaard", "criterium", "vraag", "woorden", "bewijs")


def met_criterium(inhoud: Mapping[str, Any], criterium: str, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Another text, theme, phases or evidence for a criterion (VELDEN)."""
    nieuw = copy.deepcopy(dict(inhoud))
    rij = next(rij for rij in nieuw["criteria"] if rij["id"] == criterium)
    rij.update({naam: waarde for naam, waarde in waarden.items() if naam in VELDEN})
    return nieuw


def met_nieuw_criterium(inhoud: Mapping[str, Any], waarden: Mapping[str, Any]) -> dict[str, Any]:
    """A criterion more, at the end of the library."""
    nieuw = copy.deepcopy(dict(inhoud))
    id_ = nieuwe_id(waarden["criterium"], [rij["id"] for rij in nieuw["criteria"]])
    nieuw["criteria"].append({"id": id_, **{naam: waarden[naam] for naam in VELDEN}})
    return nieuw
