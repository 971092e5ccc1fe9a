"""Reads the signals of all functions beside what was done with them, for the portfolio or for one partnership.

Signals are worked out when they are asked for, from what the register says on the reference date; nothing counts along.
The portfolio is remembered for as long as nothing was recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.attendering.catalogus import ernstwoorden
from samenwerkingswijzer.attendering.signaal import Drempels, Ernst, Signaal
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.geheugen import Leesgeheugen
from samenwerkingswijzer.models import namen as gebruikersnamen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband, Signaalafhandeling
from verbanden.signalering.drempels import drempels

VELDEN = ("id", "versie", "verband_id", "regel", "merk", "uitkomst", "uitleg", "agendadatum", "datum", "door_id")
VORMEN = {Ernst.DRINGEND: "bijsturen", Ernst.AANDACHT: "aandacht", Ernst.INFO: "geen"}


@dataclass(frozen=True)
class Afhandeling:
    """What was done with a signal, and who said so when."""

    id: int
    versie: int
    uitkomst: str
    uitleg: str
    agendadatum: date | None
    datum: date
    door: str


@dataclass(frozen=True)
class Melding:
    """A signal with its partnership and, when somebody dealt with it, what was done.

    A signal about no partnership has no `slug`: it is there until its cause is gone.
    """

    signaal: Signaal
    slug: str
    naam: str
    afhandeling: Afhandeling | None = None

    @cached_property
    def adres(self) -> str:
        """The page of this signal; of one about no partnership the place where the cause can be taken away."""
        if not self.slug:
            return self.signaal.url
        return reverse("verbanden:signaal", args=[self.slug, self.signaal.regel.sleutel, self.signaal.merk])

    @property
    def ernstnaam(self) -> str:
        """How serious, in words."""
        return ernstwoorden()[self.signaal.regel.ernst][0]

    @property
    def vorm(self) -> str:
        """The shape beside it: the same shapes as those of the judgements."""
        return VORMEN[self.signaal.regel.ernst]

    @property
    def open(self) -> bool:
        """Whether somebody must still look."""
        return self.afhandeling is None

    @property
    def dringend(self) -> bool:
        """Whether it is of the most serious kind."""
        return self.signaal.regel.ernst is Ernst.DRINGEND


@cache
def _geheugen() -> Leesgeheugen[tuple[Melding, ...]]:
    return Leesgeheugen(*register.modellen)


def portefeuille(peildatum: Peildatum) -> tuple[Melding, ...]:
    """Every signal, the most serious first; one query when nothing was recorded since."""
    return _geheugen().haal(peildatum, lambda: alles(peildatum))


def alles(peildatum: Peildatum) -> tuple[Melding, ...]:
    """The signals about every running partnership, and those about the municipality itself."""
    grenzen = drempels(peildatum.moment)
    eigen = (Melding(een, "", een.over) for een in register.gemeentesignalen(peildatum, grenzen))
    return tuple(sorted([*_lees(peildatum, grenzen, {}), *eigen], key=lambda melding: melding.signaal.rang))


def lees(peildatum: Peildatum, verband_id: int | None = None) -> tuple[Melding, ...]:
    """The signals about every running partnership, or about one. Queries do not grow with the partnerships."""
    vast = {} if verband_id is None else {"id": verband_id}
    return tuple(_lees(peildatum, drempels(peildatum.moment), vast))


def _lees(peildatum: Peildatum, grenzen: Drempels, vast: dict[str, int]) -> Iterator[Melding]:
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, **vast).lopend().order_by("naam", "id")
    verbanden = {verband.id: verband for verband in rijen}
    gedaan = afhandelingen(peildatum, verbanden)
    for signaal in register.signalen(peildatum, verbanden, grenzen):
        if signaal.verband_id is not None:
            verband = verbanden[signaal.verband_id]
            yield Melding(signaal, verband.slug, verband.korte_naam or verband.naam, gedaan.get(signaal.sleutel))


def afhandelingen(peildatum: Peildatum, verband_ids: Iterable[int]) -> dict[tuple[int, str, str], Afhandeling]:
    """What was done, by the key of the signal; two queries, one when nothing was done."""
    rijen = Signaalafhandeling.objects.op(peildatum.moment, verband_id__in=list(verband_ids)).order_by()
    gelezen: list[tuple[Any, ...]] = list(rijen.values_list(*VELDEN))
    namen = gebruikersnamen((rij[-1] for rij in gelezen), peildatum.moment)
    return {
        (verband, regel, merk): Afhandeling(nummer, versie, uitkomst, uitleg, agenda, datum, namen.get(door, ""))
        for nummer, versie, verband, regel, merk, uitkomst, uitleg, agenda, datum, door in gelezen
    }


def zoek(meldingen: Sequence[Melding], regel: str, merk: str) -> Melding | None:
    """The signal of this rule with this cause; None when it is gone."""
    return next((een for een in meldingen if (een.signaal.regel.sleutel, een.signaal.merk) == (regel, merk)), None)
