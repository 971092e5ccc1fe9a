"""The council's own calendar is kept: meetings and recesses are added, changed and taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from governance.models import Raadsvergadering, Reces
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, alle, vergrendel, versie_van, zet

D = TypeVar("D", Raadsvergadering, Reces)


@transaction.atomic
def plan(*, soort: str, dagen: Iterable[date], door: Gebruiker, op: datetime) -> list[Raadsvergadering]:
    """Add meetings of one kind on these days; days that are there already stay as they are. Returns the new ones."""
    eis(door, Recht.AGENDA_BIJHOUDEN)
    bekend = set(Raadsvergadering.objects.filter(soort=soort).values_list("datum", flat=True))
    nieuw = [Raadsvergadering(datum=dag, soort=soort) for dag in dict.fromkeys(dagen) if dag not in bekend]
    if not nieuw:
        raise ValidationError({"dagen": "Al deze vergaderingen staan er al."})
    for vergadering in nieuw:
        bewaar(vergadering, door=door, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=vergadering)
    return nieuw


@transaction.atomic
def voeg_reces_toe(*, waarden: Mapping[str, Any], door: Gebruiker, op: datetime) -> Reces:
    """Add a recess."""
    eis(door, Recht.AGENDA_BIJHOUDEN)
    reces = Reces(**waarden)
    bewaar(reces, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=reces)
    return reces


@transaction.atomic
def wijzig(*, dag: D, waarden: Mapping[str, Any], versie: int | None, door: Gebruiker, op: datetime) -> D:
    """Change a meeting or a recess; refuses an old version."""
    eis(door, Recht.AGENDA_BIJHOUDEN)
    huidig, op = vergrendel(dag, versie=versie, velden=waarden, op=op)
    anders = zet(huidig, waarden)
    if anders:
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def haal_weg(*, dag: D, versie: int | None, door: Gebruiker, op: datetime) -> None:
    """Take out a meeting or a recess; its history stays. Refused when it is not as the remover saw it."""
    eis(door, Recht.AGENDA_BIJHOUDEN)
    huidig = alle(type(dag)).select_for_update(no_key=True).filter(id=dag.pk).first()
    if huidig is None or huidig.versie != versie:
        raise VersieConflict(huidig, versie_van(dag, versie))
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=huidig)
    verwijder(huidig, door=door, op=op)
