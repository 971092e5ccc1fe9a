"""Recording which roles and agreements hold in fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from governance import regime
from governance.models import Regimepunt
from governance.regels.afstand import BIJ_ROL_EN_AFSPRAAK
from samenwerkingswijzer.models import Gebruiker
from verbanden.handelingen import rijen
from verbanden.models import Samenwerkingsverband


def voeg_toe(
    *,
    verband: Samenwerkingsverband,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    **_: Any,
) -> Regimepunt:
    """Record a role or agreement under the name that the afwegingskader in force gives it."""
    kader = regime.woordenlijst()
    keuze = kader.keuze(waarden["keuze"]) if kader else None
    if keuze is None or keuze.soort not in BIJ_ROL_EN_AFSPRAAK:
        raise ValidationError({"keuze": "Deze rol of afspraak staat niet in het afwegingskader."})
    gegevens = {**waarden, "naam": keuze.naam}
    return rijen.voeg_toe(verband=verband, model=Regimepunt, waarden=gegevens, door=door, op=op, reden=reden)
