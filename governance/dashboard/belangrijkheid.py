"""Block 3: the way to the handreiking politieke relevantie, and to the session that decided the class."""

from __future__ import annotations

from typing import Any

from governance.models import Sessie, Sessiestatus, Sessieverband
from verbanden.dashboard.lezing import Lezing


def naar_handreiking(lezing: Lezing) -> dict[str, Any]:
    """The address of this partnership, which needs nothing else from the register."""
    return {"slug": lezing.verband.slug}


def naar_sessie(lezing: Lezing) -> dict[str, Any] | None:
    """The adopted session that decided the class in force; None when it was decided elsewhere. At most two queries."""
    if not lezing.belangrijkheden:
        return None
    moment, datum = lezing.peildatum.moment, lezing.belangrijkheden[0].datum
    sessie = Sessie.objects.op(moment).filter(status=Sessiestatus.VASTGESTELD, datum=datum).first()
    if sessie is None or not Sessieverband.objects.op(moment, sessie_id=sessie.id, verband_id=lezing.verband.id):
        return None
    return {"sessie": sessie}
