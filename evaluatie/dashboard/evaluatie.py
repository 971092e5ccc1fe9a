"""Block 6: the last adopted evaluation: its conclusion, when it was adopted, and where it can be read."""

from __future__ import annotations

from typing import Any

from evaluatie.evaluaties.lezen import besluitmerk
from evaluatie.evaluaties.overzicht import laatste_vastgesteld
from verbanden.dashboard.lezing import Lezing


def laatste(lezing: Lezing) -> Any:
    """The last adopted evaluation, read once for all parts; None without one."""
    return lezing.onthoud("evaluatie", lambda: laatste_vastgesteld(lezing.verband.id, lezing.peildatum))


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """The conclusion of the last adopted evaluation; None when there is none."""
    rij = laatste(lezing)
    return {"rij": rij, "merk": besluitmerk(rij.besluit), "kort": lezing.kort} if rij else None
