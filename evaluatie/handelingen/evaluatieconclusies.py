"""The conclusion of an evaluation: written by who leads it, adopted by somebody else, and then frozen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from evaluatie.evaluaties import klaar
from evaluatie.evaluaties.rapport import gegevens as rapportgegevens
from evaluatie.handelingen.evaluaties import beeld_van, eis_stap, neem, teken_af
from evaluatie.models import Evaluatie, Evaluatieconclusie, VastgesteldeEvaluatie
from evaluatie.models.evaluatie import Stap
from governance.evaluatiekader import gepubliceerd_kader
from samenwerkingswijzer.bevriezen import bevries
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, versie_van, zet

TIJDENS = frozenset({Stap.CONCLUSIE})
INTUSSEN_ANDERS = "Er is intussen iets veranderd. Lees de evaluatie opnieuw en stel haar dan vast."
VIER_OGEN = "Iemand anders dan wie de conclusie schreef, stelt de evaluatie vast."


@transaction.atomic
def concludeer(
    *,
    evaluatie: Evaluatie,
    besluit: str,
    zin: str,
    themas: Mapping[str, tuple[str, str]],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
) -> Evaluatie:
    """Write the conclusion on the whole and on each theme (theme -> judgement, sentence); refuses an old version."""
    huidig = neem(evaluatie, versie, door=door, op=op)
    eis_stap(huidig, TIJDENS)
    gevraagd = {thema.id for thema, _ in gepubliceerd_kader(huidig.instrument_id).per_thema(huidig.criteria)}
    if set(themas) != gevraagd:
        raise ValidationError("Schrijf een conclusie over elk thema van deze evaluatie.")
    bekend = {rij.thema: rij for rij in Evaluatieconclusie.objects.filter(evaluatie=huidig)}
    for thema, (oordeel, waarom) in themas.items():
        rij = bekend.get(thema) or Evaluatieconclusie(evaluatie=huidig, thema=thema)
        if zet(rij, {"oordeel": oordeel, "zin": waarom}):
            bewaar(rij, door=door, op=op)
    huidig.besluit, huidig.zin, huidig.conclusie_door, huidig.conclusie_op = besluit, zin, door, op
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.BESLOTEN, door=door, op=op, over=huidig, verband=huidig.verband_id, besluit=besluit)
    return huidig


@transaction.atomic
def stel_vast(
    *,
    evaluatie: Evaluatie,
    gegevens: Mapping[str, Any],
    pdf: bytes,
    versie: int | None,
    door: Gebruiker,
    op: datetime,
) -> VastgesteldeEvaluatie:
    """Freeze an evaluation. Four eyes: somebody else than who wrote the conclusion.

    `gegevens` is what `evaluaties.rapport.gegevens` gave for this person and moment, and `pdf` was made of it.
    """
    huidig: Evaluatie = Evaluatie.objects.select_for_update(no_key=True).get(pk=evaluatie.pk)
    if huidig.versie != versie:
        raise VersieConflict(huidig, versie_van(huidig, versie))
    mag_vaststellen(evaluatie=huidig, door=door, op=op)
    if rapportgegevens(beeld_van(huidig, op), door=door, op=op) != gegevens:
        raise ValidationError(INTUSSEN_ANDERS)
    bevroren = bevries(VastgesteldeEvaluatie, gegevens=gegevens, pdf=pdf, door=door, op=op, evaluatie=huidig)
    dag = timezone.localdate(op)
    teken_af(huidig, Stap.CONCLUSIE, dag, door=door, op=op)
    teken_af(huidig, Stap.VASTGESTELD, dag, door=door, op=op)
    huidig.stap, huidig.vastgesteld_door, huidig.vastgesteld_op = Stap.VASTGESTELD, door, op
    bewaar(huidig, door=door, op=op)
    leg_vast(
        Handeling.VASTGESTELD,
        door=door,
        op=op,
        over=huidig,
        verband=huidig.verband_id,
        gegevens_sha256=bevroren.gegevens_sha256,
    )
    return bevroren


def mag_vaststellen(*, evaluatie: Evaluatie, door: Gebruiker, op: datetime) -> None:
    """Refuse with the reason why this person cannot adopt this evaluation now."""
    eis(door, Recht.EVALUATIES_VASTSTELLEN)
    eis_stap(evaluatie, TIJDENS)
    if fouten := klaar.mist(beeld_van(evaluatie, op)):
        raise ValidationError(fouten)
    if evaluatie.conclusie_door_id == door.pk:
        raise ValidationError(VIER_OGEN)
