"""Matching: which forms, roles and agreements fit a situation, and why. Nothing is hidden: every point has its reason.

The score of a choice is the sum of the weights of all rules that count: those that always do, and those of the answers
given. A hard rule that excludes always wins, whatever the weights. 'Weet ik nog niet' counts nowhere.
Source: founding document, paragraph 2.1 ('het matchen van het governance regime bij de situatie').
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from governance.regels.instrument import (
    WEET_NIET,
    Afwegingskader,
    HardeRegel,
    Kenmerk,
    Keuze,
    Plek,
    Regel,
    Soort,
    Voorrang,
    Werking,
    geldig,
)

Antwoorden = Mapping[str, str]  # question -> answer


@dataclass(frozen=True)
class Bijdrage:
    """What one rule gives to one choice: points (below zero: against), and the rule with its reason and source."""

    punten: int
    regel: Regel


@dataclass(frozen=True)
class Beoordeling:
    """A choice with its points, the range that open questions leave, and everything it is made of."""

    keuze: Keuze
    punten: int
    laagst: int
    hoogst: int
    woord: str
    bijdragen: tuple[Bijdrage, ...]
    waarschuwingen: tuple[HardeRegel, ...] = ()
    voorrang: Voorrang | None = None

    @property
    def rang(self) -> tuple[int, int]:
        """Where it comes: by precedence, and then by points."""
        plek = {Plek.EERSTE: -1, Plek.LAATSTE: 1}.get(self.voorrang.plek, 0) if self.voorrang else 0
        return plek, -self.punten

    @property
    def voor(self) -> tuple[Bijdrage, ...]:
        """What speaks for it, the heaviest first."""
        return tuple(sorted((b for b in self.bijdragen if b.punten > 0), key=lambda b: -b.punten))

    @property
    def tegen(self) -> tuple[Bijdrage, ...]:
        """What speaks against it, the heaviest first."""
        return tuple(sorted((b for b in self.bijdragen if b.punten < 0), key=lambda b: b.punten))


@dataclass(frozen=True)
class Uitsluiting:
    """A form that cannot be, with every rule of law that says so."""

    keuze: Keuze
    regels: tuple[HardeRegel, ...]


@dataclass(frozen=True)
class Uitkomst:
    """The ranking of forms; an advice, never a decision."""

    vormen: tuple[Beoordeling, ...]
    uitgesloten: tuple[Uitsluiting, ...]
    beantwoord: int
    open: tuple[Kenmerk, ...]
    genoeg: bool

    @property
    def eerste(self) -> Beoordeling | None:
        """The form that fits best, when any is left."""
        return self.vormen[0] if self.vormen else None

    def van(self, vorm: str) -> Beoordeling | None:
        """How this form was judged; None when the law excludes it."""
        return next((een for een in self.vormen if een.keuze.id == vorm), None)


def weeg(kader: Afwegingskader, antwoorden: Antwoorden) -> Uitkomst:
    """Rank the forms for these answers (question -> answer). Equal points keep the order of the instrument."""
    gegeven = geldig(kader, antwoorden)
    uitgesloten = tuple(
        Uitsluiting(vorm, regels)
        for vorm in kader.van(Soort.VORM)
        if (regels := _hard(kader, gegeven, vorm.id, Werking.UITSLUITEN))
    )
    weg = {uitsluiting.keuze.id for uitsluiting in uitgesloten}
    over = [beoordeel(kader, gegeven, vorm) for vorm in kader.van(Soort.VORM) if vorm.id not in weg]
    open_ = tuple(kenmerk for kenmerk in kader.kenmerken if kenmerk.id not in gegeven)
    return Uitkomst(
        vormen=tuple(sorted(over, key=lambda een: een.rang)),
        uitgesloten=uitgesloten,
        beantwoord=len(gegeven),
        open=open_,
        genoeg=len(gegeven) >= kader.minimaal_beantwoord,
    )


def passend(kader: Afwegingskader, antwoorden: Antwoorden, vorm: str, soort: Soort) -> tuple[Beoordeling, ...]:
    """Roles or agreements that exist in this form, the best first.

    Of two that exclude each other the one with fewer points is left out.
    """
    gegeven = geldig(kader, antwoorden)
    alle = [beoordeel(kader, gegeven, keuze) for keuze in kader.van(soort) if keuze.hoort_bij(vorm)]
    gekozen: list[Beoordeling] = []
    for een in sorted(alle, key=lambda een: -een.punten):
        if not any(een.keuze.id in ander.keuze.sluit_uit for ander in gekozen):
            gekozen.append(een)
    return tuple(gekozen)


def beoordeel(kader: Afwegingskader, gegeven: Antwoorden, keuze: Keuze) -> Beoordeling:
    """One choice, with all rules that speak of it and the range that the open questions leave."""
    regels = [*kader.per_antwoord.get(("", ""), ())]
    for kenmerk in kader.kenmerken:
        regels += kader.per_antwoord.get((kenmerk.id, gegeven.get(kenmerk.id, WEET_NIET)), ())
    bijdragen = tuple(Bijdrage(regel.gewichten[keuze.id], regel) for regel in regels if regel.gewichten.get(keuze.id))
    punten = sum(bijdrage.punten for bijdrage in bijdragen)
    ruimte = [_ruimte(kader, kenmerk, keuze.id) for kenmerk in kader.kenmerken if kenmerk.id not in gegeven]
    return Beoordeling(
        keuze=keuze,
        punten=punten,
        laagst=punten + sum(laag for laag, _ in ruimte),
        hoogst=punten + sum(hoog for _, hoog in ruimte),
        woord=kader.woord(keuze.soort, punten),
        bijdragen=bijdragen,
        waarschuwingen=_hard(kader, gegeven, keuze.id, Werking.WAARSCHUWEN),
        voorrang=next((regel for regel in kader.voorrang if _geldt(regel, keuze, gegeven)), None),
    )


def punten_van(kader: Afwegingskader, kenmerk: str, optie: str, keuze: str) -> int:
    """The points that one answer gives to one choice."""
    return sum(regel.gewichten.get(keuze, 0) for regel in kader.per_antwoord.get((kenmerk, optie), ()))


def _geldt(regel: Voorrang, keuze: Keuze, gegeven: Antwoorden) -> bool:
    return regel.keuze == keuze.id and all(gegeven.get(kenmerk) == optie for kenmerk, optie in regel.als.items())


def _ruimte(kader: Afwegingskader, kenmerk: Kenmerk, keuze: str) -> tuple[int, int]:
    """The least and the most that a question can still give to a choice."""
    mogelijk = [punten_van(kader, kenmerk.id, optie.id, keuze) for optie in kenmerk.opties]
    return min(mogelijk, default=0), max(mogelijk, default=0)


def _hard(kader: Afwegingskader, gegeven: Antwoorden, keuze: str, werking: Werking) -> tuple[HardeRegel, ...]:
    return tuple(
        regel
        for regel in kader.harde_regels
        if regel.werking is werking and keuze in regel.keuzes and gegeven.get(regel.kenmerk) == regel.optie
    )
