"""What partnerships are called on a day, for the sentences of signals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


class Verbandnaam(NamedTuple):
    """How people call a partnership, and its place in the portal."""

    naam: str
    slug: str


def namen(peildatum: Peildatum, verband_ids: Iterable[int]) -> dict[int, Verbandnaam]:
    """Per id the name and slug; one query, none without ids."""
    ids = set(verband_ids)
    if not ids:
        return {}
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, id__in=ids).order_by()
    velden = rijen.values_list("id", "slug", "korte_naam", "naam")
    return {nummer: Verbandnaam(kort or naam, slug) for nummer, slug, kort, naam in velden}
