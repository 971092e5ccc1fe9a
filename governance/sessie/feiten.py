"""What somebody who scores must know of a partnership: how it goes, and three figures of the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samenwerkingswijzer.opmaak import kop, procent
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.dashboard.lezing import Lezing, Reeks
from verbanden.models import Post
from verbanden.regels.cijfers import verschil


@dataclass(frozen=True)
class Feit:
    """A fact with its label; `tekst` is empty when the register does not know it."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Feiten:
    """The judgement in force (None without one), and the figures."""

    stand: Any
    cijfers: tuple[Feit, ...]


def feiten(verband: Any, peildatum: Peildatum) -> Feiten:
    """Facts of the register, no judgement on importance. Three queries."""
    return feiten_van(Lezing(verband, peildatum))


def feiten_van(lezing: Lezing) -> Feiten:
    """The same facts, of a partnership that was read already."""
    bijdrage = lezing.reeks(Post.BIJDRAGE)
    jaar = lezing.dag.year
    cijfers = (
        _bedrag(bijdrage, "Bijdrage", jaar),
        _groei(bijdrage, jaar + 1),
        _resultaat(lezing.reeks(Post.RESULTAAT)),
    )
    return Feiten(lezing.standen[0] if lezing.standen else None, cijfers)


def _bedrag(reeks: Reeks, wat: str, jaar: int) -> Feit:
    bedrag = reeks.bedrag(jaar)
    return Feit(f"{wat} {jaar}", "" if bedrag is None else kop(bedrag))


def _groei(reeks: Reeks, jaar: int) -> Feit:
    nieuw, oud = reeks.bedrag(jaar), reeks.bedrag(jaar - 1)
    groei = None if nieuw is None or oud is None else verschil(nieuw, oud)
    return Feit(f"Verschil {jaar}", "" if groei is None else procent(groei, teken=True))


def _resultaat(reeks: Reeks) -> Feit:
    return _bedrag(reeks, "Resultaat", reeks.laatste_werkelijk) if reeks else Feit("Resultaat", "")
