"""Whether a version of the handreiking is whole: what is missing or refers to nothing, in plain Dutch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from governance.regels.instrument import WEET_NIET
from governance.regels.relevantie.handreiking import MEESTE_PUNTEN, Handreiking, lees

SLEUTEL = re.compile(r"[a-z][a-z0-9_]*")


def fouten(gegevens: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong with this version, in plain Dutch; empty when it can be published."""
    try:
        handreiking = lees(gegevens)
    except (KeyError, TypeError, AttributeError, ValueError) as fout:
        return [f"Dit bestand heeft niet de opbouw van een handreiking: {type(fout).__name__} {fout}."]
    return [*_vraagfouten(handreiking), *_adviesfouten(handreiking)]


def _vraagfouten(handreiking: Handreiking) -> Iterator[str]:
    for id_, keer in Counter(vraag.id for vraag in handreiking.vragen).items():
        if keer > 1:
            yield f"De vraag {id_} staat er {keer} keer."
    for vraag in handreiking.vragen:
        if not SLEUTEL.fullmatch(vraag.id):
            yield f"De vraag {vraag.id} heeft geen geldige sleutel."
        if vraag.optie(WEET_NIET) is None:
            yield f"De vraag {vraag.id} mist het antwoord 'weet ik nog niet'."
        for optie in vraag.opties:
            if not {optie.politiek, optie.bestuurlijk} <= set(range(MEESTE_PUNTEN + 1)):
                yield f"Antwoord {optie.id} van vraag {vraag.id} heeft punten buiten 0 tot en met {MEESTE_PUNTEN}."


def _adviesfouten(handreiking: Handreiking) -> Iterator[str]:
    klassen = {klasse.id for klasse in handreiking.klassen}
    genoemd = [(regel.id, regel.klasse) for regel in handreiking.telling]
    genoemd += [(grens.id, grens.klasse) for grens in handreiking.ondergrenzen]
    for id_, klasse in genoemd:
        if klasse not in klassen:
            yield f"Regel {id_} noemt een klasse die er niet is: {klasse}."
    if not handreiking.telling or handreiking.telling[-1].politiek_vanaf or handreiking.telling[-1].bestuurlijk_vanaf:
        yield "De laatste regel van de telling moet altijd gelden."
    voorwaarden = [grens.als for grens in handreiking.ondergrenzen]
    voorwaarden += [afleiding.als for afleiding in handreiking.afleidingen]
    for als in voorwaarden:
        for id_, optie in als.items():
            vraag = handreiking.vraag(id_)
            if vraag is None or vraag.optie(optie) is None:
                yield f"Een regel noemt een antwoord dat er niet is: {id_} is {optie}."
