"""Which groups of people who scored may be shown, so that nobody learns what fewer than three of them chose.

The result is a division: everybody stands in one group, and every group holds at least three people, or nothing is
shown. Any total or difference of shown groups is then again a whole number of groups, so subtracting never uncovers a
smaller one. The division depends on how many scored and never on what they chose. Source: issue of the session (a
score is a political opinion, AVG art. 9); the number three is our own choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DREMPEL = 3
RAAD, COLLEGE, SAMEN = "raad", "college", "samen"


@dataclass(frozen=True)
class Blok:
    """A group that may be shown: `fracties` says which it holds, `kant` whether the college is in it."""

    kant: str
    naam: str
    fracties: tuple[str, ...]
    aantal: int


def verdeel(fracties: Mapping[str, int], college: int) -> tuple[Blok, ...]:
    """Groups of at least three out of the people who scored, per fractie and in the college; empty when too few."""
    raad = {naam: aantal for naam, aantal in fracties.items() if aantal > 0}
    losse, rest = _losse_en_rest(raad)
    if not _past(college, sum(raad.values())):
        blokken = _met_college(raad, losse, rest, college)
    else:
        blokken = [*_van_raad(raad, losse, rest), *([Blok(COLLEGE, "College", (), college)] if college else [])]
    return tuple(blokken) if all(blok.aantal >= DREMPEL for blok in blokken) else ()


def apart(fracties: Mapping[str, int], college: int) -> tuple[Blok, ...]:
    """Every fractie and the college on its own, for a session in which scores carry names."""
    raad = [Blok(RAAD, naam, (naam,), aantal) for naam, aantal in sorted(fracties.items()) if aantal > 0]
    return (*raad, *([Blok(COLLEGE, "College", (), college)] if college else []))


def _past(college: int, raad: int) -> bool:
    """Whether college and raad can stand apart: neither is a small group beside another one."""
    return not (0 < college < DREMPEL and raad) and not (0 < raad < DREMPEL and college)


def _losse_en_rest(raad: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """The fracties that stand alone, and the small ones that together make one group; a small rest takes one more."""
    groot = sorted((naam for naam in raad if raad[naam] >= DREMPEL), key=lambda naam: (raad[naam], naam))
    klein = sorted(naam for naam in raad if raad[naam] < DREMPEL)
    if klein and sum(raad[naam] for naam in klein) < DREMPEL and groot:
        klein = sorted([*klein, groot.pop(0)])
    return sorted(groot), klein


def _van_raad(raad: Mapping[str, int], losse: list[str], rest: list[str]) -> list[Blok]:
    blokken = [Blok(RAAD, naam, (naam,), raad[naam]) for naam in losse]
    if len(rest) == 1:
        return [*blokken, Blok(RAAD, rest[0], (rest[0],), raad[rest[0]])]
    if rest:
        naam = _vrij("Overige fracties" if losse else "Raad", raad)
        blokken.append(Blok(RAAD, naam, tuple(rest), sum(raad[een] for een in rest)))
    return blokken


def _met_college(raad: Mapping[str, int], losse: list[str], rest: list[str], college: int) -> list[Blok]:
    """One side is small: it stands with the smallest possible group of the other."""
    if not rest:
        kleinste = min(losse, key=lambda naam: (raad[naam], naam))
        losse, rest = [naam for naam in losse if naam != kleinste], [kleinste]
    aantal = college + sum(raad[naam] for naam in rest)
    if not losse:
        naam = "Raad en college"
    elif len(rest) == 1:
        naam = f"{rest[0]} en college"
    else:
        naam = "Overige fracties en college"
    samen = Blok(SAMEN, _vrij(naam, raad), tuple(rest), aantal)
    return [*(Blok(RAAD, naam, (naam,), raad[naam]) for naam in losse), samen]


def _vrij(naam: str, bezet: Mapping[str, int]) -> str:
    """The name, or a longer one when a fractie is called like that."""
    while naam in bezet:
        naam += " samen"
    return naam
