"""Versions of an instrument: a concept is made, changed and published; what was published stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from governance.models import Instrumentversie
from governance.regels import toets
from governance.regels.evaluatiekader import toets as evaluatietoets
from governance.regels.lezer import vulling
from governance.regels.prestatieladder import toets as laddertoets
from governance.regels.relevantie import toets as handreikingtoets
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel

GEZIEN = ("status", "inhoud", "toelichting", "eigen_invulling")


@transaction.atomic
def laad_vulling(*, soort: str, inhoud: Mapping[str, Any], op: datetime) -> Instrumentversie | None:
    """Publish our own filling as the first version, or as the next one when it is newer than what we published before.

    None when there is nothing to do: the filling is there already, or a person published or began a version.
    """
    laatste = Instrumentversie.objects.select_for_update().van(soort).first()
    if laatste is not None and not _vervangt(inhoud, laatste):
        return None
    _eis_heel(soort, inhoud)
    versie = Instrumentversie(soort=soort, nummer=laatste.nummer + 1 if laatste else 1, inhoud=dict(inhoud))
    versie.toelichting = inhoud["instrument"]["anders"] if laatste else "Eerste vulling."
    versie.status, versie.gepubliceerd_op = Instrumentversie.Status.GEPUBLICEERD, op
    bewaar(versie, door=None, op=op)
    leg_vast(Handeling.GEPUBLICEERD, door=None, op=op, over=versie, herkomst="opdracht")
    return versie


@transaction.atomic
def begin_concept(*, soort: str, door: Gebruiker, op: datetime) -> Instrumentversie:
    """A concept of the next version, as a copy of the newest published one."""
    eis(door, Recht.BEHEREN)
    vorige = Instrumentversie.objects.select_for_update().van(soort).first()
    if vorige is None:
        raise ValidationError("Dit instrument is er niet.")
    if vorige.status != Instrumentversie.Status.GEPUBLICEERD:
        raise ValidationError("Er is al een concept van dit instrument.")
    concept = Instrumentversie(soort=soort, nummer=vorige.nummer + 1, inhoud=copy.deepcopy(vorige.inhoud))
    concept.eigen_invulling = vorige.eigen_invulling
    bewaar(concept, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=concept)
    return concept


@transaction.atomic
def wijzig_concept(
    *,
    concept: Instrumentversie,
    versie: int | None,
    inhoud: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
) -> Instrumentversie:
    """Write the content of a concept; refuses what cannot be an instrument, and an old version."""
    eis(door, Recht.BEHEREN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    _eis_concept(huidig)
    _eis_heel(huidig.soort, inhoud, concept=True)
    if huidig.inhoud != inhoud:
        huidig.inhoud = dict(inhoud)
        bewaar(huidig, door=door, op=op, reden=reden)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig)
    return huidig


@transaction.atomic
def publiceer(
    *, concept: Instrumentversie, versie: int | None, toelichting: str, door: Gebruiker, op: datetime
) -> Instrumentversie:
    """From now on new weighings use this version; it never changes again."""
    eis(door, Recht.BEHEREN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    _eis_concept(huidig)
    _eis_heel(huidig.soort, huidig.inhoud)
    if not toelichting.strip():
        raise ValidationError("Schrijf op wat er in deze versie anders is.")
    huidig.toelichting, huidig.status = toelichting, Instrumentversie.Status.GEPUBLICEERD
    huidig.gepubliceerd_op, huidig.gepubliceerd_door = op, door
    bewaar(huidig, door=door, op=op, reden=toelichting)
    leg_vast(Handeling.GEPUBLICEERD, door=door, op=op, over=huidig)
    return huidig


def _vervangt(inhoud: Mapping[str, Any], laatste: Instrumentversie) -> bool:
    """Whether a filling is newer than this version, and this version is our own filling as we published it."""
    van_ons = laatste.status == Instrumentversie.Status.GEPUBLICEERD and laatste.gepubliceerd_door_id is None
    return van_ons and vulling(inhoud) > vulling(laatste.inhoud)


def _eis_concept(versie: Instrumentversie) -> None:
    if versie.status != Instrumentversie.Status.CONCEPT:
        raise ValidationError("Een gepubliceerde versie verandert niet meer. Begin een nieuw concept.")


def fouten(soort: str, inhoud: Mapping[str, Any], *, concept: bool = False) -> list[str]:
    """Everything that is wrong with a version of this instrument; empty when it can be published."""
    if soort == Instrumentversie.Soort.RELEVANTIE:
        return handreikingtoets.fouten(inhoud)
    if soort == Instrumentversie.Soort.LADDER:
        return laddertoets.fouten(inhoud)
    if soort == Instrumentversie.Soort.EVALUATIEKADER:
        return evaluatietoets.fouten(inhoud)
    return toets.fouten(inhoud, concept=concept)


def _eis_heel(soort: str, inhoud: Mapping[str, Any], *, concept: bool = False) -> None:
    if gebreken := fouten(soort, inhoud, concept=concept):
        raise ValidationError(gebreken)
