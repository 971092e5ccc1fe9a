"""When the steps of an evaluation are planned: in the year after the one that is looked back on. Pure.

Source of the days: the evaluatiekader ('eigen invulling'); the jaarrekening goes to the raad before 15 July
(Gemeentewet art. 200).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

PER_STAP = timedelta(days=30)  # for an evaluation that begins too late for its own round


def planning(jaar: int, vandaag: date, dagen: Mapping[str, tuple[int, int]]) -> dict[str, date]:
    """The planned day of each step (step -> month and day), in the order given.

    Begins the round too late for its first day, then every step gets 30 days from today on.
    """
    gewoon = {stap: date(jaar + 1, maand, dag) for stap, (maand, dag) in dagen.items()}
    if not gewoon or min(gewoon.values()) >= vandaag:
        return gewoon
    return {stap: vandaag + nummer * PER_STAP for nummer, stap in enumerate(gewoon, start=1)}
