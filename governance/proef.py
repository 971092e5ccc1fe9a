"""Trying a concept of an instrument: what it would change in the weighings that there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from governance.afweging import kader_van
from governance.models import Afweging, Antwoord, Instrumentversie, Relevantie
from governance.regels.relevantie.voorstel import Voorstel, stel_voor
from governance.regels.vergelijking import Verschil, vergelijk
from governance.relevantie import handreiking_van
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


@dataclass(frozen=True)
class Handreikingregel:
    """A filled-in handreiking, and what the concept would propose for the same answers."""

    verband: Any
    jaar: int
    nu: Voorstel
    straks: Voorstel

    @property
    def anders(self) -> bool:
        """Whether the concept proposes another class."""
        return self.nu.klasse.id != self.straks.klasse.id


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


def handreikingproef(concept: Instrumentversie, peildatum: Peildatum) -> list[Handreikingregel]:
    """Every filled-in handreiking with the concept beside its own version, those with another class first."""
    moment = peildatum.moment
    rijen = list(Relevantie.objects.op(moment))
    versies = {v.pk: v for v in Instrumentversie.objects.defer("inhoud").filter(soort=concept.soort)}
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in={rij.verband_id for rij in rijen})}
    nieuw = handreiking_van(concept)
    regels = [
        Handreikingregel(
            verbanden[rij.verband_id],
            rij.jaar,
            stel_voor(handreiking_van(versies[rij.instrument_id]), rij.antwoorden),
            stel_voor(nieuw, rij.antwoorden),
        )
        for rij in rijen
        if rij.verband_id in verbanden
    ]
    return sorted(regels, key=lambda r: (not r.anders, r.verband.naam, r.jaar))
