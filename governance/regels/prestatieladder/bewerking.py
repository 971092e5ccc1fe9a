"""Changing the content of a prestatieladder: plain data in, changed plain data out; ids never change."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from governance.regels.uitbreiding import nieuwe_id

TEKSTEN = ("naam", "uitleg", "toetsvraag", "let_op")
VAN_VOORBEELD = ("goed", "kan_beter", "waarom")
VAN_REGEL = ("kort", "soort", "vraag", "melding", "hulp")


def met_trede(
    inhoud: Mapping[str, Any],
    trede: str,
    *,
    teksten: Mapping[str, str],
    voorbeelden: Mapping[str, Mapping[str, str]],
) -> dict[str, Any]:
    """Other words for a rung and for its examples (angle -> words)."""
    nieuw = copy.deepcopy(dict(inhoud))
    rij = next(rij for rij in nieuw["treden"] if rij["id"] == trede)
    rij.update({naam: tekst for naam, tekst in teksten.items() if naam in TEKSTEN})
    for voorbeeld in rij["voorbeelden"]:
        anders = voorbeelden.get(voorbeeld["invalshoek"], {})
        voorbeeld.update({naam: tekst for naam, tekst in anders.items() if naam in VAN_VOORBEELD})
    return nieuw


def met_nieuwe_trede(inhoud: Mapping[str, Any], teksten: Mapping[str, str], plek: int) -> dict[str, Any]:
    """A rung more, as number `plek` (1 is the lowest); the rungs from there on move up."""
    nieuw = copy.deepcopy(dict(inhoud))
    id_ = nieuwe_id(teksten["naam"], [rij["id"] for rij in nieuw["treden"]])
    rij = {"id": id_, **{naam: teksten[naam] for naam in TEKSTEN}, "voorbeelden": []}
    nieuw["treden"].insert(plek - 1, rij)
    return nieuw


def met_regel(
    inhoud: Mapping[str, Any], regel: str, *, teksten: Mapping[str, str], woorden: Sequence[str] | None
) -> dict[str, Any]:
    """Other words for a rule of the check, and other words that it looks for (None: it looks for none)."""
    nieuw = copy.deepcopy(dict(inhoud))
    rij = next(rij for rij in nieuw["toets"] if rij["id"] == regel)
    rij.update({naam: tekst for naam, tekst in teksten.items() if naam in VAN_REGEL})
    if woorden is not None:
        rij["woorden"] = list(woorden)
    return nieuw
