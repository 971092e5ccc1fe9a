"""In block 5: until when the raad may still react, with the meeting that is in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from governance.models.moment import Moment
from samenwerkingswijzer.functies import Tijdlijnmoment
from verbanden.dashboard.lezing import Lezing

MEESTE = 3


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """The next chances to react; None when there is none with a last day."""
    kansen = nog_te_reageren(lezing.momenten, lezing.dag)
    return {"kansen": kansen[:MEESTE]} if kansen else None


def nog_te_reageren(momenten: Iterable[Tijdlijnmoment], dag: date) -> list[Tijdlijnmoment]:
    """What the raad may still react to: its coming moments that have a last day, by date."""
    return [
        moment
        for moment in momenten
        if moment.wie == Moment.Wie.RAAD.label and moment.uiterlijk and moment.datum >= dag
    ]
