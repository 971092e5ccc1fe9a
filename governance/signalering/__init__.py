"""The signals of governance: moments against the calendar and the mandate, our say, and the Wgr-check."""

from __future__ import annotations

from collections.abc import Sequence

from governance.signalering import momenten, wgr, zeggenschap
from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.functies import Signaalvinder
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


def vind(peildatum: Peildatum, verband_ids: Sequence[int], drempels: Drempels) -> list[Signaal]:
    """Every signal of governance about these partnerships. Queries do not grow with the partnerships."""
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, id__in=list(verband_ids)).order_by("naam", "id")
    verbanden = {verband.id: verband for verband in rijen}
    return [
        *momenten.vind(peildatum, verbanden, drempels),
        *zeggenschap.vind(peildatum, verbanden),
        *wgr.vind(peildatum, verbanden),
    ]


VINDER = Signaalvinder(momenten.REGELS | zeggenschap.REGELS | wgr.REGELS, vind)
