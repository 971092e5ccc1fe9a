"""Bookmarks: parts bring them as a flat list with levels, the whole document shows them as one tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, String

from samenwerkingswijzer.drukpers.herstel import BLADWIJZERS


@dataclass(frozen=True)
class Bladwijzer:
    """`niveau` 1 is the highest; `plek` is an explicit destination."""

    niveau: int
    woorden: str
    plek: Any


def lees_bladwijzers(deel: pikepdf.Pdf) -> Iterator[tuple[int, str, int, float, float]]:
    """Level, words, page number within the part (from 0), and the place on it in points from below left."""
    for niveau, woorden, nummer, x, y in deel.Root.get(Name("/" + BLADWIJZERS), []):
        yield int(niveau), str(woorden), int(nummer), float(x), float(y)


def hang_op(pdf: pikepdf.Pdf, bladwijzers: Sequence[Bladwijzer]) -> None:
    """Hang the bookmarks into the document, each below the nearest earlier one of a higher level."""
    if not bladwijzers:
        return
    wortel = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    keten = [(0, wortel)]
    for bladwijzer in bladwijzers:
        while keten[-1][0] >= bladwijzer.niveau:
            keten.pop()
        ouder = keten[-1][1]
        blad = pdf.make_indirect(Dictionary(Title=String(bladwijzer.woorden), Parent=ouder, Dest=bladwijzer.plek))
        if "/Last" in ouder:
            ouder.Last.Next, blad.Prev = blad, ouder.Last
        else:
            ouder.First = blad
        ouder.Last = blad
        for _, hoger in keten:  # everything stands open, so all that is above shows one line more
            hoger.Count = int(hoger.get("/Count", 0)) + 1
        keten.append((bladwijzer.niveau, blad))
    pdf.Root.Outlines = wortel
    pdf.Root.PageMode = Name.UseOutlines
