"""The signals of governance: moments, papers, the raad's own work, our say, and the Wgr-check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from governance.agenda.lezen import lees
from governance.signalering import momenten, raadswerk, stukken, wgr, zeggenschap
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.peildatum import Peildatum


def vind(peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
    """Every signal of governance about these partnerships. Queries do not grow with the partnerships."""
    agenda = lees(peildatum)
    return [
        *momenten.vind(agenda, peildatum, verbanden, drempels),
        *stukken.vind(agenda, peildatum, verbanden, drempels),
        *raadswerk.vind(peildatum, verbanden, drempels),
        *zeggenschap.vind(peildatum, verbanden),
        *wgr.vind(peildatum, verbanden),
    ]


VINDER = Signaalvinder(momenten.REGELS | stukken.REGELS | raadswerk.REGELS | zeggenschap.REGELS | wgr.REGELS, vind)
