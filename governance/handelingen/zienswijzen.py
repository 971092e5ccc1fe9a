"""A zienswijze is begun, goes on step by step, and its facts are mended. The points: see `zienswijzepunten`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.models import Zienswijze, Zienswijzepunt
from governance.zienswijze.stappen import Stap, gedaan, kan
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband

TOEKOMST = "Deze dag ligt in de toekomst."
NIET_NU = "Deze stap kan nu niet: het dossier staat op '{}'."
WAAROM = "Schrijf op waarom u dit verandert."
EVENTS = {"vastgesteld": Handeling.VASTGESTELD, "antwoord": Handeling.BEANTWOORD}

# Per point its number -> the version that was seen, and the values.
Punten = Mapping[int, tuple[int | None, Mapping[str, Any]]]


@transaction.atomic
def begin(*, verband: Samenwerkingsverband, waarden: Mapping[str, Any], door: Gebruiker, op: datetime) -> Zienswijze:
    """A draft came: a new dossier. `waarden`: stuk, jaar and the facts of the draft."""
    dag = timezone.localdate(op)
    eis(door, Recht.ZIENSWIJZE_BIJHOUDEN, verband=verband, op=dag)
    huidig = vergrendel_verband(verband)
    _niet_later("ontvangen_op", waarden, dag)
    zienswijze = Zienswijze(verband=huidig, **waarden)
    bewaar(zienswijze, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=zienswijze, verband=huidig.id)
    return zienswijze


@transaction.atomic
def zet_stap(
    *,
    zienswijze: Zienswijze,
    stap: Stap,
    waarden: Mapping[str, Any],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
    punten: Punten | None = None,
    reden: str = "",
) -> Zienswijze:
    """Take a step, or mend the facts of one that was taken (with a reason). Refuses an old version.

    `waarden` are the facts of the step; `punten` what the step says of each point.
    """
    dag = timezone.localdate(op)
    eis(door, stap.recht, verband=zienswijze.verband, op=dag)
    eigen = {naam: waarden[naam] for naam in stap.velden if naam in waarden}
    huidig, op = vergrendel(zienswijze, versie=versie, velden=eigen, op=op)
    if not kan(huidig, stap):
        raise ValidationError(NIET_NU.format(huidig.get_status_display().lower()))
    _niet_later(stap.dag, eigen, dag)
    if gedaan(huidig, stap):
        return _verbeter(huidig, stap, eigen, punten or {}, door=door, op=op, reden=reden)
    zet(huidig, {**eigen, "status": stap.status})
    bewaar(huidig, door=door, op=op, reden=reden)
    _zet_punten(huidig, stap, punten or {}, door=door, op=op, reden=reden)
    event = EVENTS.get(stap.sleutel, Handeling.GEWIJZIGD)
    leg_vast(event, door=door, op=op, over=huidig, verband=huidig.verband_id, stap=stap.sleutel)
    return huidig


def _verbeter(
    huidig: Zienswijze,
    stap: Stap,
    eigen: Mapping[str, Any],
    punten: Punten,
    *,
    door: Gebruiker,
    op: datetime,
    reden: str,
) -> Zienswijze:
    anders = zet(huidig, dict(eigen))
    if anders:
        if not reden.strip():
            raise ValidationError({"reden_wijziging": WAAROM})
        bewaar(huidig, door=door, op=op, reden=reden)
    anders += _zet_punten(huidig, stap, punten, door=door, op=op, reden=reden)
    if anders:
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, verband=huidig.verband_id, velden=anders)
    return huidig


def _zet_punten(
    huidig: Zienswijze, stap: Stap, punten: Punten, *, door: Gebruiker, op: datetime, reden: str
) -> list[str]:
    """Write what a step says of each point; what changed, as 'number.field'."""
    anders: list[str] = []
    rijen = {rij.pk: rij for rij in Zienswijzepunt.objects.filter(zienswijze=huidig)}
    for nummer, (versie, ruw) in punten.items():
        if nummer not in rijen:
            raise ValidationError("Een van de punten is er niet meer. Kijk het dossier na.")
        waarden = {naam: ruw[naam] for naam in stap.punten if naam in ruw}
        punt, op = vergrendel(rijen[nummer], versie=versie, velden=waarden, op=op)
        if veranderd := zet(punt, waarden):
            bewaar(punt, door=door, op=op, reden=reden)
            anders += [f"{nummer}.{veld}" for veld in veranderd]
    return anders


def _niet_later(veld: str, waarden: Mapping[str, Any], dag: date) -> None:
    if waarden.get(veld) and waarden[veld] > dag:
        raise ValidationError({veld: TOEKOMST})
