"""The council's own calendar, for the last meeting before a date: the one that the agenda keeps."""

from __future__ import annotations

from governance.agenda.feiten import raadskalender
from governance.regels.termijnen.vergaderingen import Vergaderkalender
from samenwerkingswijzer.peildatum import Peildatum


def kalender(peildatum: Peildatum) -> Vergaderkalender:
    """The meetings and recesses of the raad; empty while the municipality keeps none. Two queries."""
    return raadskalender(peildatum).kalender
