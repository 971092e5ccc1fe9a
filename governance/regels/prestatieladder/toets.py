"""Whether a version of the prestatieladder is whole: what is missing or refers to nothing, in plain Dutch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from governance.regels.prestatieladder.ladder import Controle, Ladder, lees

SLEUTEL = re.compile(r"[a-z][a-z0-9_]*")
LANGSTE_SLEUTEL = 40
# What a rule may ask of a goal. The names are those of the fields of a goal.
VELDEN = frozenset(
    {
        "indicator", "eenheid", "richting", "streefwaarde", "streefjaar", "nulmeting", "bron", "programma", "motief",
        "lokaal", "invloed",
    }
)  # fmt: skip
MET_WOORDEN = (Controle.GEEN_BEGIN, Controle.GEEN_WOORD, Controle.EEN_DING)


def fouten(gegevens: Mapping[str, Any]) -> list[str]:
    """Everything that is wrong with this version; empty when it can be published."""
    try:
        ladder = lees(gegevens)
    except (KeyError, TypeError, AttributeError, ValueError) as fout:
        return [f"Dit bestand heeft niet de opbouw van een prestatieladder: {type(fout).__name__} {fout}."]
    return [*_tredefouten(ladder), *_regelfouten(ladder)]


def _tredefouten(ladder: Ladder) -> Iterator[str]:
    yield from _sleutels("trede", (trede.id for trede in ladder.treden))
    if len(ladder.treden) < 2:
        yield "Een ladder heeft minstens twee treden."
    bekend = {hoek.id for hoek in ladder.invalshoeken}
    for trede in ladder.treden:
        if not (trede.naam.strip() and trede.uitleg.strip()):
            yield f"Trede {trede.id} mist een naam of een uitleg."
        for voorbeeld in trede.voorbeelden:
            if voorbeeld.invalshoek not in bekend:
                yield f"Een voorbeeld van trede {trede.id} noemt een invalshoek die er niet is: {voorbeeld.invalshoek}."


def _regelfouten(ladder: Ladder) -> Iterator[str]:
    yield from _sleutels("regel", (regel.id for regel in ladder.toets))
    for regel in ladder.toets:
        if vreemd := set(regel.velden) - VELDEN:
            yield f"Regel {regel.id} kijkt naar een gegeven dat een doel niet heeft: {', '.join(sorted(vreemd))}."
        if regel.controle is Controle.INGEVULD and not regel.velden:
            yield f"Regel {regel.id} noemt geen gegeven om naar te kijken."
        if regel.controle in MET_WOORDEN and not any(woord.strip() for woord in regel.woorden):
            yield f"Regel {regel.id} noemt geen woorden."
        if regel.controle is Controle.HOGE_TREDE and not 1 <= regel.vanaf <= len(ladder.treden):
            yield f"Regel {regel.id} noemt een trede die er niet is: {regel.vanaf}."
        if not (regel.melding.strip() and regel.hulp.strip()):
            yield f"Regel {regel.id} zegt niet wat er mist of hoe het beter kan."
    adviezen = sum(not regel.verplicht for regel in ladder.toets)
    if not 0 <= ladder.minimaal_adviezen <= adviezen:
        yield f"Er kloppen nooit {ladder.minimaal_adviezen} adviezen: er zijn er {adviezen}."


def _sleutels(wat: str, ids: Iterable[str]) -> Iterator[str]:
    for id_, aantal in Counter(ids).items():
        if aantal > 1:
            yield f"De {wat} {id_} staat er {aantal} keer."
        if not SLEUTEL.fullmatch(id_) or len(id_) > LANGSTE_SLEUTEL:
            yield f"De {wat} {id_} heeft geen geldige sleutel."
