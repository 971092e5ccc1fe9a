"""In block 5: the zienswijze that runs, what came of earlier ones, and open questions of the raad."""

from __future__ import annotations

from typing import Any

from governance.raadsvragen import open_vragen
from governance.zienswijze.lezen import dossiers, tel
from governance.zienswijze.weergave import zin
from verbanden.dashboard.lezing import Lezing


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """A line for each running dossier, the sum of the earlier ones, and the questions; None when there is nothing."""
    alle = dossiers(lezing.peildatum, {lezing.verband.id: lezing.verband})
    vragen = open_vragen(lezing.peildatum, [lezing.verband.id], lezing.gemeente.termijn_raadsvragen)
    if not alle and not vragen:
        return None
    return {
        "lopend": [een for een in alle if not een.klaar],
        "eerder": zin(tel([punt for een in alle if een.gegeven and een.klaar for punt in een.punten])),
        "alle": len(alle),
        "slug": lezing.verband.slug,
        "vragen": vragen,
        "over_tijd": sum(vraag.te_laat > 0 for vraag in vragen),
    }
