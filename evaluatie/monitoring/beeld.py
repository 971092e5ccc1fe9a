"""All that the monitoring page and its file show, read once: both say the same because they read the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evaluatie.monitoring.blootstelling import Blootstelling, Verplichtingen, blootstelling, lees_verplichtingen
from evaluatie.monitoring.dekking import Gaten, gaten
from evaluatie.monitoring.reeksen import Veelvoud, veelvoud
from evaluatie.regels.raadsperiode import raadsperiode
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.overzicht import lezen
from verbanden.overzicht.lezen import Overzicht
from verbanden.overzicht.rij import Rij


@dataclass(frozen=True)
class Beeld:
    """The running partnerships on a day: what we stand for, how contributions run, and what is missing.

    `begroting` is the total of the municipality's budget in euro; None while it is not known.
    """

    dag: date
    rijen: tuple[Rij, ...]
    overzicht: Overzicht
    verplichtingen: Verplichtingen
    begroting: Decimal | None
    samen: Blootstelling
    lijnen: Veelvoud
    gaten: Gaten


def lees(peildatum: Peildatum, begroting: Decimal | None) -> Beeld:
    """Everything at the reference date, in a few queries whatever the number of partnerships."""
    overzicht = lezen.lees(peildatum)
    rijen = tuple(rij for rij in overzicht.rijen if rij.lopend)
    verplichtingen = lees_verplichtingen(peildatum)
    return Beeld(
        dag=peildatum.dag,
        rijen=rijen,
        overzicht=overzicht,
        verplichtingen=verplichtingen,
        begroting=begroting,
        samen=blootstelling(rijen, overzicht, verplichtingen, begroting),
        lijnen=veelvoud(rijen, peildatum.dag),
        gaten=gaten(rijen, raadsperiode(peildatum.dag), peildatum),
    )
