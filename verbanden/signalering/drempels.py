"""The thresholds that hold: those of the municipality, and otherwise the standard."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from samenwerkingswijzer.attendering.catalogus import standaard
from verbanden.models import Signaaldrempel


def drempels(moment: datetime | None) -> dict[str, Decimal]:
    """Per rule its threshold as it was at `moment`; one query."""
    gekozen = Signaaldrempel.objects.op(moment).order_by().values_list("regel", "waarde")
    geldig = standaard()
    return geldig | {regel: waarde for regel, waarde in gekozen if regel in geldig}
