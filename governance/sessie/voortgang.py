"""Who is done scoring, never what they scored: this reads that somebody scored, not the scores."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Max, Sum

from governance.models import Gescoord, Keuzevraagstuk, Sessie, Sessiedeelnemer, Sessieverband
from governance.models.sessiedeelnemer import groepsnaam
from samenwerkingswijzer.models import namen


@dataclass(frozen=True)
class Deelnemer:
    """Somebody who takes part, and which rows of the session (Sessieverband ids) they scored."""

    id: int
    gebruiker_id: int
    naam: str
    kant: str
    groep: str
    gescoord: frozenset[int]


@dataclass(frozen=True)
class Stand:
    """How many of a group are done."""

    kant: str
    groep: str
    gedaan: int
    van: int

    @property
    def open(self) -> int:
        """How many are not done."""
        return self.van - self.gedaan


@dataclass(frozen=True)
class Voortgang:
    """How far scoring is, of who takes part now."""

    deelnemers: tuple[Deelnemer, ...]
    verbanden: int

    def per_groep(self, sessieverband_id: int | None = None) -> tuple[Stand, ...]:
        """Per fractie and the college: how many scored this partnership, or (None) all of them."""
        groepen: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for een in self.deelnemers:
            groepen[een.kant, een.groep].append(self.klaar(een, sessieverband_id))
        return tuple(Stand(kant, groep, sum(klaar), len(klaar)) for (kant, groep), klaar in groepen.items())

    def per_kant(self, sessieverband_id: int | None = None) -> tuple[Stand, ...]:
        """The raad and the college as a whole."""
        kanten: dict[str, list[Stand]] = defaultdict(list)
        for stand in self.per_groep(sessieverband_id):
            kanten[stand.kant].append(stand)
        return tuple(
            Stand(kant, kant.capitalize(), sum(s.gedaan for s in standen), sum(s.van for s in standen))
            for kant, standen in kanten.items()
        )

    def klaar(self, deelnemer: Deelnemer, sessieverband_id: int | None = None) -> bool:
        """Whether somebody scored this partnership, or (None) all of them."""
        if sessieverband_id is not None:
            return sessieverband_id in deelnemer.gescoord
        return len(deelnemer.gescoord) == self.verbanden


def voortgang(sessie_id: int) -> Voortgang:
    """Who takes part now and what they have done; four queries, however many there are."""
    gescoord: dict[int, set[int]] = defaultdict(set)
    for wie, wat in Gescoord.objects.filter(sessieverband__sessie_id=sessie_id).values_list(
        "deelnemer_id", "sessieverband_id"
    ):
        gescoord[wie].add(wat)
    rijen = list(Sessiedeelnemer.objects.filter(sessie_id=sessie_id).aanwezig().order_by("-kant", "fractie", "id"))
    heet = namen({rij.gebruiker_id for rij in rijen}, None)
    deelnemers = tuple(
        Deelnemer(
            rij.pk,
            rij.gebruiker_id,
            heet[rij.gebruiker_id],
            rij.kant,
            groepsnaam(rij),
            frozenset(gescoord[rij.pk]),
        )
        for rij in rijen
    )
    return Voortgang(deelnemers, Sessieverband.objects.filter(sessie_id=sessie_id).count())


def kenmerk(sessie_id: int) -> str:
    """Changes when anything changes that everybody may see of a session: for ETags of fragments that are polled.

    A changed score leaves no trace in it. Five small queries.
    """
    delen = (
        Sessie.objects.filter(pk=sessie_id).aggregate(versie=Max("versie")),
        Sessieverband.objects.filter(sessie_id=sessie_id).aggregate(aantal=Count("id"), versies=Sum("versie")),
        Sessiedeelnemer.objects.filter(sessie_id=sessie_id).aggregate(aantal=Count("id"), versies=Sum("versie")),
        Keuzevraagstuk.objects.filter(sessieverband__sessie_id=sessie_id).aggregate(
            hoogste=Max("id"), aantal=Count("id"), versies=Sum("versie")
        ),
        Gescoord.objects.filter(sessieverband__sessie_id=sessie_id).aggregate(aantal=Count("id")),
    )
    return "-".join(str(waarde or 0) for deel in delen for waarde in deel.values())


def klaar_per_kant(sessie_id: int) -> tuple[Stand, ...]:
    """The raad and the college: how many scored everything. Two small queries, for what everybody polls."""
    verbanden = Sessieverband.objects.filter(sessie_id=sessie_id).count()
    gescoord = Sessiedeelnemer.objects.filter(sessie_id=sessie_id).aanwezig().order_by().annotate(n=Count("gescoord"))
    geteld: dict[str, list[bool]] = {kant.value: [] for kant in Sessiedeelnemer.Kant}
    for kant, aantal in gescoord.values_list("kant", "n"):
        geteld[kant].append(aantal == verbanden)
    return tuple(Stand(kant, kant.capitalize(), sum(klaar), len(klaar)) for kant, klaar in geteld.items() if klaar)
