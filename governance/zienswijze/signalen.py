"""What people must know of zienswijzen: those that run and those without an answer."""

from __future__ import annotations

from collections.abc import Iterable

from governance.models.zienswijze import KLAAR, Zienswijzestatus
from governance.zienswijze.lezen import Dossier, dossiers
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

LOPEND = tuple(status.value for status in Zienswijzestatus if status.value not in KLAAR)


def lopend(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Dossier]:
    """Dossiers in which somebody has a step to take, what must be done first on top. 3 queries."""
    gevonden = _lees(peildatum, verband_ids, LOPEND)
    return sorted(gevonden, key=lambda d: (d.termijn.uiterlijk is None, d.termijn.uiterlijk, d.rij.ontvangen_op))


def zonder_antwoord(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Dossier]:
    """Dossiers that were sent and not answered, the longest waiting first. 3 queries."""
    gevonden = _lees(peildatum, verband_ids, (Zienswijzestatus.VERZONDEN.value,))
    return sorted(gevonden, key=lambda d: (d.rij.verzonden_op, d.rij.id))


def _lees(peildatum: Peildatum, verband_ids: Iterable[int], statussen: Iterable[str]) -> list[Dossier]:
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, id__in=list(verband_ids))
    return dossiers(peildatum, {verband.id: verband for verband in rijen}, statussen)
