"""A partnership comes into the register, goes through its life, and ends. It never leaves the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.adressen import GERESERVEERD
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Levensfase, Samenwerkingsverband
from verbanden.models.keuzes import VOLGENDE_FASEN

SLUGLENGTE = 70
POGINGEN = 5


def maak_aan(*, waarden: Mapping[str, Any], door: Gebruiker, op: datetime, reden: str = "") -> Samenwerkingsverband:
    """Add a partnership with a new address; a name that is there already is refused."""
    eis(door, Recht.AANMAKEN)
    for _ in range(POGINGEN):
        try:
            return _maak(waarden, door=door, op=op, reden=reden)
        except IntegrityError:
            continue  # someone took the address at this very moment: look again
    raise ValidationError("Het aanmaken lukte niet, want iemand anders deed tegelijk hetzelfde. Probeer het opnieuw.")


@transaction.atomic
def _maak(waarden: Mapping[str, Any], *, door: Gebruiker, op: datetime, reden: str) -> Samenwerkingsverband:
    naam = waarden["naam"]
    if Samenwerkingsverband.objects.filter(naam__iexact=naam).exists():
        raise ValidationError({"naam": "Er is al een verband met deze naam."})
    begin = basisslug(waarden.get("korte_naam") or naam)
    bezet = Samenwerkingsverband.objects.filter(slug__startswith=begin).values_list("slug", flat=True)
    verband = Samenwerkingsverband(slug=vrije_slug(begin, bezet))
    zet(verband, waarden)
    bewaar(verband, door=door, op=op, reden=reden)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=verband)
    return verband


def basisslug(naam: str) -> str:
    """The address that a name asks for."""
    return slugify(naam)[:SLUGLENGTE].strip("-_") or "verband"


def vrije_slug(begin: str, bezet: Iterable[str]) -> str:
    """`begin`, or with the first number that makes it free; never an address of the portal itself."""
    weg = set(bezet) | GERESERVEERD
    nummer, slug = 1, begin
    while slug in weg:
        nummer += 1
        slug = f"{begin}-{nummer}"
    return slug


@transaction.atomic
def wissel_fase(
    *,
    verband: Samenwerkingsverband,
    versie: int | None,
    fase: Levensfase,
    door: Gebruiker,
    op: datetime,
    beeindigd_op: date | None = None,
    reden: str = "",
) -> None:
    """Take a partnership to a next phase of its life; ending it asks for a date and a reason, and keeps everything."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    huidig, op = vergrendel(verband, versie=versie, velden=("levensfase", "beeindigd_op"), op=op)
    _controleer_fase(Levensfase(huidig.levensfase), fase, beeindigd_op, reden, vandaag=timezone.localdate(op))
    van = huidig.levensfase
    zet(huidig, {"levensfase": fase, "beeindigd_op": beeindigd_op})
    bewaar(huidig, door=door, op=op, reden=reden)
    leg_vast(Handeling.FASE_GEWIJZIGD, door=door, op=op, over=huidig, van=van, naar=fase)


def _controleer_fase(
    van: Levensfase, naar: Levensfase, beeindigd_op: date | None, reden: str, *, vandaag: date
) -> None:
    if naar not in VOLGENDE_FASEN[van]:
        raise ValidationError({"fase": f"Van '{van.label}' kan een verband niet naar '{naar.label}'."})
    if naar is not Levensfase.BEEINDIGD:
        if beeindigd_op is not None:
            raise ValidationError({"beeindigd_op": "Alleen een beëindigd verband heeft een einddatum."})
        return
    if beeindigd_op is None:
        raise ValidationError({"beeindigd_op": "Vul in op welke dag het verband eindigt."})
    if beeindigd_op > vandaag:
        raise ValidationError({"beeindigd_op": "De einddatum ligt in de toekomst. Kies tot die dag 'Beëindigen'."})
    if not reden:
        raise ValidationError({"reden": "Schrijf op waarom het verband eindigt."})
