"""Documents of a partnership that we keep ourselves: put one in, and put a newer version in its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from samenwerkingswijzer.handelingen.bestanden import VELD, ingeleverd
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen import rijen
from verbanden.models import Document, Samenwerkingsverband


def voeg_toe(
    *, verband: Samenwerkingsverband, waarden: Mapping[str, Any], door: Gebruiker, op: datetime, reden: str = ""
) -> Document:
    """Put a document in; `waarden` holds its fields and, under `VELD`, the file."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    gegevens = {naam: waarde for naam, waarde in waarden.items() if naam != VELD}
    with ingeleverd(waarden[VELD], door=door, op=op) as bestand, transaction.atomic():
        bestand.save(force_insert=True)
        return rijen.voeg_toe(
            verband=verband,
            model=Document,
            waarden=gegevens | {"bestand": bestand.pk},
            door=door,
            op=op,
            reden=reden,
        )


def vervang(
    *,
    document: Document,
    upload: UploadedFile,
    waarden: Mapping[str, Any],
    versie: int | None,
    door: Gebruiker,
    op: datetime,
    reden: str = "",
) -> list[str]:
    """Put a newer file in the place of the one that is there, which stays in history.

    `waarden` may hold a new date. Refused with a `VersieConflict` when somebody else replaced the file in between.
    """
    verband = document.verband
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    with ingeleverd(upload, door=door, op=op) as bestand, transaction.atomic():
        bestand.save(force_insert=True)
        return rijen.wijzig(
            verband=verband,
            rij=document,
            versie=versie,
            waarden={**waarden, "bestand": bestand.pk},
            door=door,
            op=op,
            reden=reden,
        )
