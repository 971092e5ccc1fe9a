"""Acts on one partnership wait for each other; the lock on a single row lies in the shared ground."""

from __future__ import annotations

from samenwerkingswijzer.vergrendeling import VersieConflict, alle, vergrendel, versie_van, zet
from verbanden.models import Samenwerkingsverband

__all__ = ("VersieConflict", "alle", "vergrendel", "vergrendel_verband", "versie_van", "zet")


def vergrendel_verband(verband: Samenwerkingsverband) -> Samenwerkingsverband:
    """Lock a partnership until the end of the transaction; acts on one partnership wait for each other."""
    return Samenwerkingsverband.objects.select_for_update(no_key=True).get(id=verband.id)
