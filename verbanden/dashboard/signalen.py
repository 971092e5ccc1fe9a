"""Block 5: the way to the signals of a partnership, and in the totaaloverzicht the signals themselves."""

from __future__ import annotations

from typing import Any

from verbanden.dashboard.lezing import Lezing
from verbanden.signalering.lezen import lees


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """Only the link in the kernbeeld, which stays as quick as it was; nothing of a partnership that has ended."""
    if lezing.beeindigd:
        return None
    meldingen = lees(lezing.peildatum, lezing.verband.id) if lezing.totaal else ()
    return {"slug": lezing.verband.slug, "meldingen": [melding for melding in meldingen if melding.open]}
