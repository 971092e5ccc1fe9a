"""Block 4: what it brings and what can go wrong; goals come from the function evaluatie."""

from __future__ import annotations

from typing import Any

from samenwerkingswijzer.opmaak import kop
from verbanden.dashboard.cijfertabel import bronnen, cijfertabel
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Risico

OP_HET_KERNBEELD = 3


def risicos(lezing: Lezing) -> dict[str, Any] | None:
    """The largest risks, or the statement that there are none; None when nobody looked."""
    if lezing.verband.geen_risicos and not lezing.risicos:
        return {"geen": True}
    if not lezing.risicos:
        return None
    rest = len(lezing.risicos) - OP_HET_KERNBEELD
    return {"risicos": [regel(risico) for risico in lezing.risicos[:OP_HET_KERNBEELD]], "rest": max(rest, 0)}


def regel(risico: Risico) -> dict[str, str]:
    """A risk with its consequence for us as a headline."""
    gevolg = kop(risico.gevolg) if risico.gevolg is not None else "bedrag onbekend"
    return {"omschrijving": risico.omschrijving, "kans": risico.get_kans_display(), "gevolg": gevolg}


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """The figures per year, all risks with their measures, and the earlier judgements."""
    jaren, cijfers = cijfertabel(lezing)
    if not cijfers and not lezing.risicos and not lezing.standen:
        return None
    auteurs = lezing.namen(stand.auteur_id for stand in lezing.standen)
    return {
        "jaren": jaren,
        "cijfers": cijfers,
        "bronnen": bronnen(lezing) if lezing.totaal else [],
        "risicos": [(risico, regel(risico)) for risico in lezing.risicos],
        "standen": [(stand, auteurs.get(stand.auteur_id, "")) for stand in lezing.standen],
    }
