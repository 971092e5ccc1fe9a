"""Our own filling of the ontwikkelagenda: what every municipality starts with. It may be changed in the portal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERKOMST = "uitgangspunten"


def beginpunten() -> list[dict[str, str]]:
    """The items for the municipality as a whole (founding document, 1.2) as values of an Ontwikkelpunt."""
    pad = Path(__file__).parent / "ontwikkelagenda.yaml"
    gelezen: dict[str, Any] = yaml.safe_load(pad.read_text(encoding="utf-8"))
    return [
        {"titel": p["naam"], "effect": p["effect"], "stap": p["stap"], "herkomst": f"{HERKOMST}:{p['id']}"}
        for p in gelezen["punten"]
    ]
