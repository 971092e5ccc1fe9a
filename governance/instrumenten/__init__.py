"""Our own filling of the instruments: content files, and putting them into an installation that has none yet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from governance.handelingen.instrumenten import laad_eerste
from governance.models import Instrumentversie

MAP = Path(__file__).resolve().parent


def eigen_invulling(soort: str) -> dict[str, Any]:
    """The content of our own filling of this instrument."""
    gelezen: dict[str, Any] = yaml.safe_load((MAP / f"{soort}.yaml").read_text(encoding="utf-8"))
    return gelezen


def laad_eigen_invulling(op: datetime) -> list[str]:
    """Publish each instrument of which there is no version yet; what is there stays. Returns what was published."""
    geladen = [
        laad_eerste(soort=soort.value, inhoud=eigen_invulling(soort.value), op=op) for soort in Instrumentversie.Soort
    ]
    return [str(versie) for versie in geladen if versie]
