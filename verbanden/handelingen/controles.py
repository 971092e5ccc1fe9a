"""Checks between a row and the other rows of its partnership; they run while the partnership is locked."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError

from samenwerkingswijzer import opmaak
from verbanden.models import Programmadeel, Risico, Samenwerkingsverband

HONDERD = Decimal(100)


def programmadelen(verband: Samenwerkingsverband, rij: Programmadeel) -> None:
    """The parts of a contribution are never more than 100 % together."""
    anderen = Programmadeel.objects.filter(verband=verband).exclude(id=rij.pk).values_list("aandeel", flat=True)
    som = sum(anderen, Decimal(0)) + rij.aandeel
    if som > HONDERD:
        raise ValidationError(
            {"aandeel": f"Samen met de andere programma's is dit {opmaak.procent(som)}. Het kan 100% zijn."}
        )


def risicos(verband: Samenwerkingsverband, rij: Risico) -> None:
    """A risk and 'there are no risks' cannot both be true."""
    if verband.geen_risicos and rij.vervallen_op is None:
        raise ValidationError("U kruiste aan dat er geen risico's zijn. Haal dat vinkje eerst weg.")


def geen_risicos(verband: Samenwerkingsverband, rij: Samenwerkingsverband) -> None:
    """A partnership without risks has no open risk."""
    if rij.geen_risicos and Risico.objects.filter(verband=verband, vervallen_op__isnull=True).exists():
        raise ValidationError({"geen_risicos": "Er staan nog risico's in de lijst. Laat die eerst vervallen."})
