"""A session as a reader gets it on the reference date: its partnerships, the decision before it, and its outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from governance.models import Keuzevraagstuk, Sessie, Sessieverband
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Belangrijkheid, Samenwerkingsverband


@dataclass(frozen=True)
class Rij:
    """One partnership of a session: its row there, the partnership, the decision that was in force, its questions."""

    rij: Any  # Sessieverband, now or as known then
    verband: Any
    vorig: Any  # Belangrijkheid or None
    vraagstukken: tuple[Any, ...]


@dataclass(frozen=True)
class Beeld:
    """A session with its partnerships, in order."""

    sessie: Any
    rijen: tuple[Rij, ...]

    def van(self, sessieverband_id: int) -> Rij | None:
        """The row with this number; None when it is not in this session."""
        return next((rij for rij in self.rijen if rij.rij.id == sessieverband_id), None)

    @property
    def open(self) -> int:
        """How many partnerships have no outcome yet."""
        return sum(not rij.rij.klasse for rij in self.rijen)


def lees_sessie(sessie_id: int, peildatum: Peildatum) -> Beeld | None:
    """The session as it was on the reference date; None when it was not there yet. Five queries, however large."""
    moment = peildatum.moment
    sessie = Sessie.objects.op(moment, id=sessie_id).first()
    if sessie is None:
        return None
    rijen = list(Sessieverband.objects.op(moment, sessie_id=sessie_id))
    verbanden = {een.id: een for een in Samenwerkingsverband.objects.op(moment, id__in=[r.verband_id for r in rijen])}
    vragen: dict[int, list[Any]] = defaultdict(list)
    for vraag in Keuzevraagstuk.objects.op(moment, sessieverband_id__in=[rij.id for rij in rijen]):
        vragen[vraag.sessieverband_id].append(vraag)
    vorige = vorige_besluiten(sessie, moment, rijen)
    return Beeld(
        sessie,
        tuple(
            Rij(rij, verbanden[rij.verband_id], vorige.get(rij.verband_id), tuple(vragen[rij.id]))
            for rij in rijen
            if rij.verband_id in verbanden
        ),
    )


def sessies(peildatum: Peildatum) -> list[Any]:
    """All sessions on the reference date, the newest first."""
    return list(Sessie.objects.op(peildatum.moment))


def vorige_besluiten(sessie: Any, moment: datetime | None, rijen: Sequence[Any] | None = None) -> dict[int, Any]:
    """Per partnership of a session the decision that was in force before it."""
    if rijen is None:
        rijen = list(Sessieverband.objects.op(moment, sessie_id=sessie.id))
    besluiten = Belangrijkheid.objects.op(moment, verband_id__in=[rij.verband_id for rij in rijen])
    return {besluit.verband_id: besluit for besluit in besluiten.laatste(sessie.datum - timedelta(days=1))}
