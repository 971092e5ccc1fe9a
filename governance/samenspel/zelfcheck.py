"""Our yearly self-check: this year beside the year before, and the points that are still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from governance.models import Spelerspunt
from governance.regels.samenspeler import PUNTEN, Oordeel, Punt
from verbanden.models import Samenwerkingsverband

MERKEN = {Oordeel.GOED: "op_koers", Oordeel.KAN_BETER: "aandacht", Oordeel.NIET: "bijsturen", Oordeel.ONBEKEND: "geen"}


@dataclass(frozen=True)
class Antwoord:
    """What we said of one point in one year; `merk` is its shape."""

    woord: str
    merk: str
    bewijs: str


@dataclass(frozen=True)
class Zelfcheck:
    """The four points of a year beside the year before; None where nobody answered."""

    jaar: int
    regels: tuple[tuple[Punt, Antwoord | None, Antwoord | None], ...]

    @property
    def gedaan(self) -> int:
        """How many points have an answer this year; 'we do not know yet' is none."""
        return sum(nu is not None and nu.merk != "geen" for _, nu, _ in self.regels)

    @property
    def vorige(self) -> bool:
        """Whether anything was said the year before."""
        return any(toen is not None for *_, toen in self.regels)


def zelfcheck(punten: Iterable[Spelerspunt], jaar: int) -> Zelfcheck:
    """The self-check of a year, out of all rows of one partnership."""
    bekend = {(punt.jaar, punt.punt): _antwoord(punt) for punt in punten}
    regels = ((punt, bekend.get((jaar, punt.sleutel)), bekend.get((jaar - 1, punt.sleutel))) for punt in PUNTEN)
    return Zelfcheck(jaar, tuple(regels))


def _antwoord(punt: Spelerspunt) -> Antwoord:
    return Antwoord(punt.get_oordeel_display(), MERKEN[Oordeel(punt.oordeel)], punt.bewijs)


def met_open_punten(verband: Samenwerkingsverband, rijen: Sequence[Spelerspunt], dag: date) -> list[Spelerspunt]:
    """The four points of this year, unsaved where nobody answered yet, and after them the years before."""
    bekend = {(rij.jaar, rij.punt): rij for rij in rijen}
    dit_jaar = [
        bekend.get((dag.year, punt.sleutel)) or Spelerspunt(verband=verband, jaar=dag.year, punt=punt.sleutel)
        for punt in PUNTEN
    ]
    return [*dit_jaar, *(rij for rij in rijen if rij.jaar != dag.year)]
