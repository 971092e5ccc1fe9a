"""Changing the content of an instrument: plain data in, changed plain data out; the given data stay as they are."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Inhoud = Mapping[str, Any]
TEKSTEN_VRAAG = ("vraag", "toelichting", "waarom")
TEKSTEN_KEUZE = ("naam", "uitleg", "past_als", "vraagt_van_ons", "let_op", "grondslag")


@dataclass(frozen=True)
class Regelwijziging:
    """A rule with other words or weights; a weight of 0 takes the choice out of the rule. No source: it stays."""

    id: str
    reden: str
    gewichten: Mapping[str, int]
    bron: str = ""


def regels_van(inhoud: Inhoud, kenmerk: str) -> list[Mapping[str, Any]]:
    """The rules that speak of the answers to a question, in their order."""
    return [regel for regel in inhoud["matchregels"] if regel["kenmerk"] == kenmerk]


def met_vraag(
    inhoud: Inhoud,
    kenmerk: str,
    *,
    teksten: Mapping[str, str],
    opties: Mapping[str, str],
    regels: Iterable[Regelwijziging],
    uitgangspunt: str = "",
) -> dict[str, Any]:
    """Another text for a question and its answers (id -> words), and other reasons and weights for its rules.

    `uitgangspunt` is the id of the principle that stands beside the question; empty for none.
    """
    nieuw = copy.deepcopy(dict(inhoud))
    vraag = next(rij for rij in nieuw["kenmerken"] if rij["id"] == kenmerk)
    vraag.update({naam: tekst for naam, tekst in teksten.items() if naam in TEKSTEN_VRAAG})
    _zet_of_haal_weg(vraag, "uitgangspunt", uitgangspunt)
    for optie in vraag["opties"]:
        optie["tekst"] = opties.get(optie["id"], optie["tekst"])
    anders = {wijziging.id: wijziging for wijziging in regels}
    for regel in nieuw["matchregels"]:
        if regel["kenmerk"] == kenmerk and (wijziging := anders.get(regel["id"])):
            regel["reden"], regel["bron"] = wijziging.reden, wijziging.bron or regel["bron"]
            regel["gewichten"] = {keuze: gewicht for keuze, gewicht in wijziging.gewichten.items() if gewicht}
    return nieuw


def met_keuze(inhoud: Inhoud, keuze: str, teksten: Mapping[str, str]) -> dict[str, Any]:
    """Other words for a form, role or agreement; empty words that were not there stay away."""
    nieuw = copy.deepcopy(dict(inhoud))
    for rijen in nieuw["repertoire"].values():
        for rij in rijen:
            if rij["id"] == keuze:
                rij.update({n: t for n, t in teksten.items() if n in TEKSTEN_KEUZE and (t or n in rij)})
    return nieuw


def _zet_of_haal_weg(rij: dict[str, Any], naam: str, waarde: Any) -> None:
    if waarde:
        rij[naam] = waarde
    else:
        rij.pop(naam, None)
