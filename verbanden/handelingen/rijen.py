"""Changing a partnership and the rows around it: participants, risks, links and so on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from samenwerkingswijzer.historie import Gevolgd, bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, alle, vergrendel, vergrendel_verband, versie_van, zet
from verbanden.models import Samenwerkingsverband

R = TypeVar("R", bound=Gevolgd)
Controle = Callable[[Samenwerkingsverband, Any], None]


def geen_controle(verband: Samenwerkingsverband, rij: Any) -> None:
    """Nothing to check between this row and the others of the partnership."""


@dataclass(frozen=True)
class Poort:
    """What a change must get through: a right, and a check against the other rows of the partnership."""

    recht: Recht = Recht.BEWERKEN
    controle: Controle = geen_controle


GEWOON = Poort()


@transaction.atomic
def wijzig_verband(
    *,
    verband: Samenwerkingsverband,
    versie: int | None,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    poort: Poort = GEWOON,
) -> list[str]:
    """Change fields of the partnership itself; returns what changed."""
    eis(door, poort.recht, verband=verband, op=_dag(op))
    huidig, op = vergrendel(verband, versie=versie, velden=waarden, op=op)
    return _schrijf(huidig, huidig, waarden, door=door, op=op, reden=reden, controle=poort.controle)


@transaction.atomic
def voeg_toe(
    *,
    verband: Samenwerkingsverband,
    model: type[R],
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    poort: Poort = GEWOON,
) -> R:
    """Add a row to a partnership."""
    eis(door, poort.recht, verband=verband, op=_dag(op))
    huidig = vergrendel_verband(verband)
    rij = model(verband=huidig)
    zet(rij, waarden)
    poort.controle(huidig, rij)
    bewaar(rij, door=door, op=op, reden=reden)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=rij, verband=verband.id)
    return rij


@transaction.atomic
def wijzig(
    *,
    verband: Samenwerkingsverband,
    rij: Gevolgd,
    versie: int | None,
    waarden: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    poort: Poort = GEWOON,
) -> list[str]:
    """Change a row of a partnership; returns what changed."""
    eis(door, poort.recht, verband=verband, op=_dag(op))
    huidig_verband = vergrendel_verband(verband)
    huidig, op = vergrendel(rij, versie=versie, velden=waarden, op=op)
    return _schrijf(huidig_verband, huidig, waarden, door=door, op=op, reden=reden, controle=poort.controle)


@transaction.atomic
def haal_weg(
    *,
    verband: Samenwerkingsverband,
    rij: Gevolgd,
    versie: int | None,
    door: Gebruiker,
    op: datetime,
    reden: str = "",
    poort: Poort = GEWOON,
) -> None:
    """Remove a row of a partnership; its history stays. Refused when the row is not as the remover saw it."""
    eis(door, poort.recht, verband=verband, op=_dag(op))
    vergrendel_verband(verband)
    huidig = alle(type(rij)).select_for_update(no_key=True).filter(id=rij.pk).first()
    if huidig is None or huidig.versie != versie:
        raise VersieConflict(huidig, versie_van(rij, versie))
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=huidig, verband=verband.id)
    verwijder(huidig, door=door, op=op, reden=reden)


def _schrijf(
    verband: Samenwerkingsverband,
    rij: Gevolgd,
    waarden: Mapping[str, Any],
    *,
    door: Gebruiker,
    op: datetime,
    reden: str,
    controle: Controle,
) -> list[str]:
    anders = zet(rij, waarden)
    if not anders:
        return []
    controle(verband, rij)
    bewaar(rij, door=door, op=op, reden=reden)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=rij, verband=verband.id, velden=anders)
    return anders


def _dag(op: datetime) -> date:
    return timezone.localdate(op)
