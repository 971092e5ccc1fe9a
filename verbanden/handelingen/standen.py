"""The judgement on how a partnership is doing: always a new one, earlier ones stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht
from verbanden.handelingen import rijen
from verbanden.models import Samenwerkingsverband, StandVanZaken


def beoordeel(
    *,
    verband: Samenwerkingsverband,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    **_: Any,
) -> StandVanZaken:
    """Give a judgement in the name of `door`."""
    gegevens = {**waarden, "auteur": door.pk}
    return rijen.voeg_toe(
        verband=verband,
        model=StandVanZaken,
        waarden=gegevens,
        door=door,
        op=op,
        reden=reden,
        poort=rijen.Poort(Recht.OORDELEN),
    )
