"""The council's own calendar, for the last meeting before a date. The one place that knows where it comes from."""

from __future__ import annotations

from governance.regels.termijnen.vergaderingen import Vergaderkalender


def kalender() -> Vergaderkalender:
    """The meetings and recesses of the raad; empty while the municipality keeps none, so no meeting is named."""
    return Vergaderkalender()
