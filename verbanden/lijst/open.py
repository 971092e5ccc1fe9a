"""What concepts of lists still lack, per partnership: for start pages and edit pages, which look at one list first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.partijen import kandidaten
from verbanden.lijst.toetsing import Lijst, toetsing
from verbanden.models import Editie
from verbanden.regels.bbv.bevindingen import Bevinding
from verbanden.regels.bbv.partij import Documentsoort


@dataclass(frozen=True)
class OpenPunt:
    """A legal datum that a concept of a list still lacks."""

    lijst: Lijst
    bevinding: Bevinding


def open_punten(
    verband_ids: Iterable[int], peildatum: Peildatum, drempel: Decimal, *, behalve: Lijst
) -> dict[int, list[OpenPunt]]:
    """Per partnership what blocks the concepts of other lists than `behalve`; one query while there are none."""
    ids = set(verband_ids)
    gevonden: dict[int, list[OpenPunt]] = defaultdict(list)
    for lijst in _concepten(peildatum):
        if lijst == behalve:
            continue
        toets = toetsing(lijst, peildatum, drempel)
        for partij in kandidaten(lijst.soort, lijst.jaar, peildatum):
            if partij.id in ids:
                gevonden[partij.id] += [OpenPunt(lijst, punt) for punt in toets.van(partij) if punt.blokkeert]
    return gevonden


def _concepten(peildatum: Peildatum) -> list[Lijst]:
    """The lists of which a concept stands open, the earliest first."""
    rijen = Editie.objects.op(peildatum.moment).filter(status=Editie.Status.CONCEPT).values_list("soort", "jaar")
    return sorted((Lijst(Documentsoort(soort), jaar) for soort, jaar in rijen), key=lambda lijst: lijst.rang)
