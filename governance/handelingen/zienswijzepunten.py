"""What the raad asks, point by point until it is adopted; and what other councils say about the same draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from governance.models import AndereZienswijze, Zienswijze, Zienswijzepunt
from governance.models.zienswijze import BIJ_DE_RAAD
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis, mag
from verbanden.handelingen.vergrendeling import vergrendel, zet

VRAAG = ("vraag", "waarom", "voorstel_van")
ANDER = ("kort", "bron", "url")
AL_VASTGESTELD = "De raad heeft al besloten. Wat de raad vraagt, verandert niet meer."
# Who may propose a point: who advises, and who writes the text of the raad.
VOORSTELLERS = (Recht.ZIENSWIJZE_ADVISEREN, Recht.ZIENSWIJZE_VASTSTELLEN)


def mag_voorstellen(gebruiker: Any, verband: Any, op: date) -> bool:
    """Whether this reader may propose, change and take away points."""
    return any(mag(gebruiker, recht, verband=verband, op=op) for recht in VOORSTELLERS)


@transaction.atomic
def voeg_punt_toe(
    *, zienswijze: Zienswijze, waarden: Mapping[str, Any], door: Gebruiker, op: datetime
) -> Zienswijzepunt:
    """Propose a point, after those that are there."""
    huidig = _open(zienswijze, door, op)
    laatste = Zienswijzepunt.objects.filter(zienswijze=huidig).aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
    punt = Zienswijzepunt(zienswijze=huidig, volgorde=laatste + 1, **{naam: waarden.get(naam, "") for naam in VRAAG})
    bewaar(punt, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=punt, zienswijze=huidig.pk)
    return punt


@transaction.atomic
def wijzig_punt(
    *, punt: Zienswijzepunt, waarden: Mapping[str, Any], versie: int | None, door: Gebruiker, op: datetime
) -> Zienswijzepunt:
    """Change what a point asks and why; refuses an old version."""
    _open(punt.zienswijze, door, op)
    eigen = {naam: waarden[naam] for naam in VRAAG if naam in waarden}
    huidig, op = vergrendel(punt, versie=versie, velden=eigen, op=op)
    if anders := zet(huidig, eigen):
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def haal_punt_weg(*, punt: Zienswijzepunt, versie: int | None, door: Gebruiker, op: datetime) -> None:
    """Take a proposal away before the raad adopts; its history stays."""
    _open(punt.zienswijze, door, op)
    huidig, op = vergrendel(punt, versie=versie, velden=VRAAG, op=op)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=huidig, zienswijze=huidig.zienswijze_id)
    verwijder(huidig, door=door, op=op)


@transaction.atomic
def voeg_andere_toe(
    *, zienswijze: Zienswijze, waarden: Mapping[str, Any], door: Gebruiker, op: datetime
) -> AndereZienswijze:
    """Keep what another council says; `waarden`: organisatie (its number), kort, bron, url."""
    _eis_bijhouden(zienswijze, door, op)
    eigen = {naam: waarden.get(naam, "") for naam in ANDER}
    rij = AndereZienswijze(zienswijze=zienswijze, organisatie_id=waarden["organisatie"], **eigen)
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=rij, zienswijze=zienswijze.pk)
    return rij


@transaction.atomic
def wijzig_andere(
    *, rij: AndereZienswijze, waarden: Mapping[str, Any], versie: int | None, door: Gebruiker, op: datetime
) -> AndereZienswijze:
    """Change what another council says; refuses an old version."""
    _eis_bijhouden(rij.zienswijze, door, op)
    eigen = {naam: waarden[naam] for naam in ANDER if naam in waarden}
    huidig, op = vergrendel(rij, versie=versie, velden=eigen, op=op)
    if anders := zet(huidig, eigen):
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def haal_andere_weg(*, rij: AndereZienswijze, versie: int | None, door: Gebruiker, op: datetime) -> None:
    """Take away what turned out not to be so; its history stays."""
    _eis_bijhouden(rij.zienswijze, door, op)
    huidig, op = vergrendel(rij, versie=versie, velden=ANDER, op=op)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=huidig, zienswijze=huidig.zienswijze_id)
    verwijder(huidig, door=door, op=op)


def _open(zienswijze: Zienswijze, door: Gebruiker, op: datetime) -> Zienswijze:
    """Lock the dossier; refuse without the right, and once the raad decided."""
    dag = timezone.localdate(op)
    if not mag_voorstellen(door, zienswijze.verband, dag):
        eis(door, Recht.ZIENSWIJZE_ADVISEREN, verband=zienswijze.verband, op=dag)
    huidig = Zienswijze.objects.select_for_update(no_key=True).get(pk=zienswijze.pk)
    if huidig.status not in BIJ_DE_RAAD:
        raise ValidationError(AL_VASTGESTELD)
    return huidig


def _eis_bijhouden(zienswijze: Zienswijze, door: Gebruiker, op: datetime) -> None:
    eis(door, Recht.ZIENSWIJZE_BIJHOUDEN, verband=zienswijze.verband, op=timezone.localdate(op))
