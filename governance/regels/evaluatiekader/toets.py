"""Whether a version of the evaluatiekader is whole: what is missing or refers to nothing, in plain Dutch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from governance.regels.evaluatiekader.kader import (
    FASEN,
    GEEN_OORDEEL,
    OORDELEN,
    STAPPEN,
    Criterium,
    Evaluatiekader,
    Stap,
    lees,
)

SLEUTEL = re.compile(r"[a-z][a-z0-9_]*")
LANGSTE_SLEUTEL = 40
SCHRIKKELLOOS = 2026  # a planned day must be there every year


def fouten(gegevens: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong with this version; empty when it can be published."""
    try:
        kader = lees(gegevens)
        ids = {naam: [str(rij["id"]) for rij in gegevens[naam]] for naam in ("themas", "criteria", "schaal", "stappen")}
    except (KeyError, TypeError, AttributeError, ValueError) as fout:
        return [f"Dit bestand heeft niet de opbouw van een evaluatiekader: {type(fout).__name__} {fout}."]
    return [*_sleutels("thema", ids["themas"]), *_sleutels("criterium", ids["criteria"]), *_vast(ids), *_inhoud(kader)]


def _vast(ids: Mapping[str, list[str]]) -> Iterator[str]:
    if sorted(ids["schaal"]) != sorted(OORDELEN):
        yield f"De schaal heeft precies deze woorden: {', '.join(OORDELEN)}."
    if ids["stappen"] != list(STAPPEN):
        yield f"Een evaluatie heeft precies deze stappen: {', '.join(STAPPEN)}."


def _inhoud(kader: Evaluatiekader) -> Iterator[str]:
    themas = {thema.id for thema in kader.themas}
    for criterium in kader.criteria.values():
        yield from _criterium(criterium, themas)
    for fase in FASEN:
        if not kader.standaard(fase):
            yield f"Voor de fase {fase} staat geen enkel criterium vooraf aan."
    for stap in kader.stappen.values():
        if not _is_dag(stap):
            yield f"De dag van stap {stap.id} bestaat niet."
    for waarde in kader.schaal.values():
        if (waarde.waarde is None) != (waarde.id == GEEN_OORDEEL):
            yield f"Het oordeel {waarde.id} heeft geen goede waarde."


def _criterium(criterium: Criterium, themas: set[str]) -> Iterator[str]:
    wat = f"Criterium {criterium.id}"
    if criterium.thema not in themas:
        yield f"{wat} hoort bij een thema dat er niet is: {criterium.thema}."
    if not criterium.fasen or set(criterium.fasen) - set(FASEN):
        yield f"{wat} noemt geen fase, of een die er niet is."
    if not (criterium.naam.strip() and criterium.vraag.strip()):
        yield f"{wat} mist een naam of een vraag."
    if set(criterium.woorden) != set(OORDELEN) - {GEEN_OORDEEL}:
        yield f"{wat} zegt niet wat elk woord van de schaal hier betekent."
    if not any(een.strip() for een in criterium.bewijs):
        yield f"{wat} zegt niet welk bewijs erbij hoort."


def _is_dag(stap: Stap) -> bool:
    try:
        date(SCHRIKKELLOOS, stap.maand, stap.dag)
    except ValueError:
        return False
    return True


def _sleutels(wat: str, ids: Iterable[str]) -> Iterator[str]:
    for id_, aantal in Counter(ids).items():
        if aantal > 1:
            yield f"Het {wat} {id_} staat er {aantal} keer."
        if not SLEUTEL.fullmatch(id_) or len(id_) > LANGSTE_SLEUTEL:
            yield f"Het {wat} {id_} heeft geen geldige sleutel."
