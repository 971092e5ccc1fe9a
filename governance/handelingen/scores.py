"""Giving a score, and what becomes of scores when scoring closes. Nothing here tells what somebody chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from governance.handelingen import sessieslot
from governance.models import (
    Gescoord,
    Motieventelling,
    Scoretelling,
    Sessie,
    Sessiedeelnemer,
    Sessiestatus,
    Sessieverband,
)
from governance.models.score import Score
from governance.regels.telling import Stem, Telling, tel
from governance.sessie.lezen import SCHAAL, stem
from governance.sessie.toegang import GEEN_DEELNEMER
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis


class ScorenGesloten(ValidationError):
    """Too late, or too early: the session does not ask for scores."""


@dataclass(frozen=True)
class Bewaard:
    """The receipt of a score: since when it is kept as it is, and whether it was the first of this partnership."""

    op: datetime
    eerste: bool


@transaction.atomic
def score(
    *,
    sessieverband: Sessieverband,
    klasse: str,
    redenen: Sequence[str],
    zin: str,
    door: Gebruiker,
    op: datetime,
) -> Bewaard:
    """Keep what somebody chose, or change it; the same again changes nothing. Returns only when it is written.

    Locks first the session (shared) and then the participant: closing waits for scores that are being written, and
    two submits of one person wait for each other.
    """
    eis(door, Recht.SCOREN)
    _eis_open(sessieverband.sessie_id)
    wie = _deelnemer(sessieverband.sessie_id, door)
    waarden = {"klasse": klasse, "redenen": _op_volgorde(redenen), "zin": zin.strip()}
    rij = Score.objects.filter(sessieverband=sessieverband, deelnemer=wie).first()
    if rij is not None and all(getattr(rij, naam) == waarde for naam, waarde in waarden.items()):
        return Bewaard(rij.op, eerste=False)
    rij = rij or Score(sessieverband=sessieverband, deelnemer=wie)
    for naam, waarde in waarden.items():
        setattr(rij, naam, waarde)
    rij.op = op
    rij.full_clean()
    rij.save()
    return Bewaard(op, eerste=_onthoud_dat(sessieverband, wie, door, op))


def _eis_open(sessie_id: int) -> None:
    status = sessieslot.deel(sessie_id)
    if status != Sessiestatus.SCOREN:
        melding = "nog niet begonnen" if status == Sessiestatus.VOORBEREIDING else "gesloten"
        raise ScorenGesloten(f"Het scoren is {melding}.")


def _deelnemer(sessie_id: int, door: Gebruiker) -> Sessiedeelnemer:
    """Lock the row of who scores: somebody who is being removed scores before that, or not at all."""
    aanwezig = Sessiedeelnemer.objects.select_for_update(no_key=True).aanwezig()
    wie: Sessiedeelnemer | None = aanwezig.filter(sessie_id=sessie_id, gebruiker=door).first()
    if wie is None:
        raise PermissionDenied(GEEN_DEELNEMER)
    return wie


def _op_volgorde(redenen: Sequence[str]) -> list[str]:
    """Each reason once, in a fixed order: the order of ticking is no difference."""
    return sorted(set(redenen))


def _onthoud_dat(sessieverband: Sessieverband, wie: Sessiedeelnemer, door: Gebruiker, op: datetime) -> bool:
    """Keep that this partnership was scored, once; the audit log does not tell a change of mind."""
    if Gescoord.objects.filter(sessieverband=sessieverband, deelnemer=wie).exists():
        return False
    Gescoord.objects.create(sessieverband=sessieverband, deelnemer=wie, op=op)
    leg_vast(Handeling.GESCOORD, door=door, op=op, over=sessieverband)
    return True


def vat_samen(sessie: Sessie) -> None:
    """Count the scores per group of at least three and destroy them. Inside the transaction that closes scoring."""
    per_verband: dict[int, list[Stem]] = defaultdict(list)
    wie = {rij.pk: rij for rij in Sessiedeelnemer.objects.filter(sessie=sessie).geteld()}
    for rij in Score.objects.filter(sessieverband__sessie=sessie, deelnemer_id__in=wie):
        per_verband[rij.sessieverband_id].append(stem(rij, wie[rij.deelnemer_id]))
    for sessieverband_id, stemmen in per_verband.items():
        _bewaar_telling(sessieverband_id, tel(stemmen, len(SCHAAL), samengevat=True))
    vernietig(sessie)


def vernietig(sessie: Sessie) -> None:
    """Destroy the scores of persons in a session that counted them or ended without a decision."""
    Score.objects.filter(sessieverband__sessie=sessie).delete()


def _bewaar_telling(sessieverband_id: int, telling: Telling) -> None:
    for groep in telling.groepen:
        for klasse, aantal in zip(SCHAAL, groep.aantallen, strict=True):
            if aantal:
                Scoretelling.objects.create(
                    sessieverband_id=sessieverband_id,
                    kant=groep.kant,
                    groep=groep.naam,
                    fracties=list(groep.fracties),
                    klasse=klasse,
                    aantal=aantal,
                )
    if not telling.verborgen:
        zinnen = sorted(zin for zin, aantal in telling.zinnen for _ in range(aantal))
        Motieventelling.objects.create(sessieverband_id=sessieverband_id, redenen=dict(telling.redenen), zinnen=zinnen)
