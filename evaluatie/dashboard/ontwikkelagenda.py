"""Block 6: what we improve in this partnership, who does it and before when."""

from __future__ import annotations

from typing import Any

from evaluatie.dashboard.evaluatie import laatste
from evaluatie.ontwikkelagenda import punten
from verbanden.dashboard.lezing import Lezing

OP_HET_KERNBEELD = 3


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """The first open items and how many more there are; None when nothing is open."""
    lopend = [punt for punt in punten(lezing.verband, lezing.dag, lezing.peildatum.moment) if punt.open]
    if not lopend:
        return None
    eerste = lopend[:OP_HET_KERNBEELD]
    geevalueerd = laatste(lezing) is not None
    rest = len(lopend) - len(eerste)
    return {"punten": eerste, "rest": rest, "slug": lezing.verband.slug, "geevalueerd": geevalueerd}
