"""Which lists are nearly due and still lack data of a party; no query while none is nearly due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.lijst.partijen import kandidaten
from verbanden.lijst.toetsing import Lijst, toetsing
from verbanden.models import Editie
from verbanden.regels.bbv.partij import Documentsoort
from verbanden.regels.signalen import in_venster


def lijsten_van(dag: date) -> tuple[Lijst, Lijst]:
    """The lists that are made in a calendar year: the jaarstukken of last year, the begroting of the next."""
    return Lijst(Documentsoort.JAARSTUKKEN, dag.year - 1), Lijst(Documentsoort.BEGROTING, dag.year + 1)


def onvolledig(
    peildatum: Peildatum, verband_ids: Sequence[int], dagen: Decimal
) -> Iterator[tuple[Lijst, int, list[str]]]:
    """(list, partnership id, what is missing) of lists that are due about now and not adopted."""
    dag = peildatum.dag
    nodig = [lijst for lijst in lijsten_van(dag) if in_venster(lijst.bij_toezicht, dag, dagen)]
    if not nodig:
        return
    klaar = _vastgesteld(peildatum)
    gemeente = Gemeente.objects.op(peildatum.moment).first() or Gemeente.huidige()
    for lijst in nodig:
        if lijst in klaar:
            continue
        toets = toetsing(lijst, peildatum, gemeente.drempel_bijdrage)
        for partij in kandidaten(lijst.soort, lijst.jaar, peildatum, verband_ids):
            if mist := [bevinding.veld for bevinding in toets.van(partij) if bevinding.blokkeert]:
                yield lijst, partij.id, mist


def _vastgesteld(peildatum: Peildatum) -> set[Lijst]:
    """The lists that were adopted."""
    rijen = Editie.objects.op(peildatum.moment).filter(status=Editie.Status.VASTGESTELD).order_by()
    return {Lijst(Documentsoort(soort), jaar) for soort, jaar in rijen.values_list("soort", "jaar")}
