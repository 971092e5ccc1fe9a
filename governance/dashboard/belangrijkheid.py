"""Block 3: the way to the handreiking politieke relevantie."""

from __future__ import annotations

from typing import Any

from verbanden.dashboard.lezing import Lezing


def naar_handreiking(lezing: Lezing) -> dict[str, Any]:
    """The address of this partnership, which needs nothing else from the register."""
    return {"slug": lezing.verband.slug}
