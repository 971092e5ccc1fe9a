"""Filling in the handreiking politieke relevantie: a proposal of the accounthouder, never a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Instrumentversie, Relevantie
from governance.relevantie import handreiking_van
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband

GEEN_HANDREIKING = "De handreiking is nog niet gepubliceerd. Vraag het de beheerder."


@transaction.atomic
def vul_in(
    *,
    verband: Samenwerkingsverband,
    jaar: int,
    versie: int | None,
    antwoorden: Mapping[str, str],
    vraagstukken: Sequence[Mapping[str, Any]],
    toelichting: str,
    door: Gebruiker,
    op: datetime,
) -> Relevantie:
    """Write the answers for a year; `versie` is that of the filling that the writer saw, None when there was none."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    huidig_verband = vergrendel_verband(verband)
    waarden = {"antwoorden": dict(antwoorden), "vraagstukken": list(vraagstukken), "toelichting": toelichting}
    bestaand = Relevantie.objects.filter(verband=huidig_verband, jaar=jaar).first()
    if bestaand is None:
        instrument = Instrumentversie.objects.geldend(Instrumentversie.Soort.RELEVANTIE)
        if instrument is None:
            raise ValidationError(GEEN_HANDREIKING)
        nieuw = Relevantie(verband=huidig_verband, jaar=jaar, instrument=instrument, invuller=door, **waarden)
        _eis_bekend(nieuw)
        bewaar(nieuw, door=door, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=nieuw, verband=verband.id)
        return nieuw
    if versie is None:
        raise VersieConflict(bestaand, None)
    rij, op = vergrendel(bestaand, versie=versie, velden=waarden, op=op)
    if anders := zet(rij, waarden):
        _eis_bekend(rij)
        rij.invuller = door
        bewaar(rij, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=rij, verband=verband.id, velden=anders)
    return rij


def _eis_bekend(rij: Relevantie) -> None:
    handreiking = handreiking_van(rij.instrument)
    for id_, optie in rij.antwoorden.items():
        vraag = handreiking.vraag(id_)
        if vraag is None or vraag.optie(optie) is None:
            raise ValidationError("Kies een van de antwoorden.")
