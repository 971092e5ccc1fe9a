"""Our own filling of the instruments: content files, and bringing them into an installation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from governance.handelingen.instrumenten import laad_vulling
from governance.models import Instrumentversie

MAP = Path(__file__).resolve().parent
WEEGT = (Instrumentversie.Soort.AFWEGINGSKADER, Instrumentversie.Soort.ZELF_DOEN)


def eigen_invulling(soort: str) -> dict[str, Any]:
    """The content of our own filling of this instrument, with the principles that a question of a weighing may name."""
    inhoud = _lees(soort)
    return {**inhoud, "uitgangspunten": uitgangspunten()} if soort in WEEGT else inhoud


def uitgangspunten() -> dict[str, dict[str, str]]:
    """The principles of the founding document in our own words: id -> naam, tekst, bron."""
    rijen = _lees("uitgangspunten")["uitgangspunten"]
    return {rij["id"]: {naam: rij[naam] for naam in ("naam", "tekst", "bron")} for rij in rijen}


def laad_eigen_invulling(op: datetime) -> list[str]:
    """Publish each instrument that has no version yet, and a newer filling where ours is still in use unchanged.

    What a person published or is working on stays. Returns what was published.
    """
    geladen = [
        laad_vulling(soort=soort.value, inhoud=eigen_invulling(soort.value), op=op) for soort in Instrumentversie.Soort
    ]
    return [str(versie) for versie in geladen if versie]


def _lees(naam: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = yaml.safe_load((MAP / f"{naam}.yaml").read_text(encoding="utf-8"))
    return gelezen
