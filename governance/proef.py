"""Trying a concept of an instrument: what it would change in the weighings that there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from governance.afweging import kader_van
from governance.models import Afweging, Antwoord, Instrumentversie
from governance.regels.vergelijking import Verschil, vergelijk
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


@dataclass(frozen=True)
class Proefregel:
    """A weighing, and what the concept would say of the same answers."""

    afweging: Any
    verband: Any
    verschil: Verschil


def proef(concept: Instrumentversie, peildatum: Peildatum) -> list[Proefregel]:
    """Every weighing of this kind with the concept beside its own version, those with another advice first."""
    moment = peildatum.moment
    versies = {v.pk: v for v in Instrumentversie.objects.filter(soort=concept.soort)}
    rijen = [rij for rij in Afweging.objects.op(moment) if rij.instrument_id in versies]
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in={rij.verband_id for rij in rijen})}
    kaders = {pk: kader_van(versies[pk]) for pk in {rij.instrument_id for rij in rijen}}
    antwoorden: dict[int, dict[str, str]] = defaultdict(dict)
    gegeven = Antwoord.objects.van([rij.id for rij in rijen], moment)
    for afweging_id, kenmerk, optie in gegeven.values_list("afweging_id", "kenmerk", "optie"):
        antwoorden[afweging_id][kenmerk] = optie
    nieuw = kader_van(concept)
    regels = [
        Proefregel(rij, verbanden[rij.verband_id], vergelijk(kaders[rij.instrument_id], nieuw, antwoorden[rij.id]))
        for rij in rijen
        if rij.verband_id in verbanden
    ]
    return sorted(regels, key=lambda r: (not r.verschil.ander_advies, not r.verschil.andere_punten, r.verband.naam))
