"""What governance asks attention for on the start pages: moments outside the mandate, zienswijzen, open questions."""

from __future__ import annotations

from collections.abc import Iterable

from governance import mandaat, raadsvragen
from governance.zienswijze import signalen
from samenwerkingswijzer.functies import Aandachtspunt
from samenwerkingswijzer.peildatum import Peildatum

BRONNEN = (mandaat.aandacht, signalen.aandacht, raadsvragen.aandacht)


def aandacht(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Aandachtspunt]:
    """Points of all sources for these partnerships."""
    ids = list(verband_ids)
    return [punt for bron in BRONNEN for punt in bron(peildatum, ids)]
