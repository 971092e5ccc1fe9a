"""Moments for a register of measuring size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.models import Moment
from verbanden.models import Samenwerkingsverband
from verbanden.voorbeeld.meetrijen import BEGIN
from verbanden.voorbeeld.omvang import bewaar_alle


def maak_momenten(verbanden: Sequence[Samenwerkingsverband], per_verband: int = 8, *, nu: datetime) -> list[Moment]:
    """Half of them past, half of them still to come, 45 days apart."""
    rijen = (
        _moment(nummer, verband, keer - per_verband // 2, nu)
        for nummer, verband in enumerate(verbanden)
        for keer in range(per_verband)
    )
    return bewaar_alle(rijen, op=nu - BEGIN)


def _moment(nummer: int, verband: Samenwerkingsverband, keer: int, nu: datetime) -> Moment:
    datum = nu.date() + timedelta(days=nummer % 30 + 45 * keer)
    return Moment(
        verband=verband,
        datum=datum,
        wie=Moment.Wie.RAAD,
        titel="Zienswijze op de begroting",
        rol_raad=Moment.RolRaad.BESLUITVORMING,
        invloed="de tekst van de zienswijze wijzigen.",
        uiterlijk=datum + timedelta(days=14),
    )
