"""Block 2: the way to the pages on our say, on the weighing of the regime and on the interplay with partners."""

from __future__ import annotations

from typing import Any

from verbanden.dashboard.lezing import Lezing


def naar_zeggenschap(lezing: Lezing) -> dict[str, Any]:
    """The address of this partnership, which needs nothing else from the register."""
    return {"slug": lezing.verband.slug}
