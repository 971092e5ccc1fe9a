"""Block 2: how many of the subjects that the Wgr wants a regeling to settle are settled."""

from __future__ import annotations

from typing import Any

from governance.models import Wgrpunt
from governance.regels import wgr
from governance.wgrcheck import cellen
from verbanden.dashboard.lezing import Lezing


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """The subjects of this regeling and their count; None when it is no regeling, or the law was not there yet."""
    if not lezing.is_regeling or not wgr.geldend(lezing.dag):
        return None
    punten = {punt.onderwerp: punt for punt in lezing.rijen(Wgrpunt)}
    alle = cellen(lezing.verband.vorm, punten, lezing.dag)
    return {"cellen": alle, "telling": wgr.tel(cel.uitkomst for cel in alle)}
