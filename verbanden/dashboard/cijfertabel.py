"""All figures of a partnership: the leading one per post and year, and each one with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samenwerkingswijzer.opmaak import datum_kort, duizend, procent
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Jaarcijfer, Post
from verbanden.models.jaarcijfer import PERCENTAGES

JAREN = 5
NIET_OPGEGEVEN = "niet opgegeven"


@dataclass(frozen=True)
class Cel:
    """A figure in words with its stadium; a dash where there is no row."""

    tekst: str
    soort: str = ""


@dataclass(frozen=True)
class Bronregel:
    """One figure, its amount, and where it comes from or why it is not there."""

    naam: str
    tekst: str
    uitleg: str


def cijfertabel(lezing: Lezing) -> tuple[list[Cel], list[tuple[str, list[Cel]]]]:
    """The last five years with any figure, and per post that has one its leading figures in those years.

    A year of which every figure is as certain says so itself; otherwise each of its figures does.
    """
    reeksen = {post: lezing.reeks(post) for post in Post}
    bekend = sorted({jaar for reeks in reeksen.values() for jaar in reeks.cijfers})[-JAREN:]
    gevuld = {post: reeks for post, reeks in reeksen.items() if any(jaar in reeks.cijfers for jaar in bekend)}
    kolommen = [[cel(reeks.cijfers.get(jaar)) for reeks in gevuld.values()] for jaar in bekend]
    soorten = [_ene_soort(kolom) for kolom in kolommen]
    zonder = [
        [Cel(een.tekst) if soort else een for een in kolom] for kolom, soort in zip(kolommen, soorten, strict=True)
    ]
    koppen = [Cel(str(jaar), soort) for jaar, soort in zip(bekend, soorten, strict=True)]
    return koppen, [(post.label, list(rij)) for post, rij in zip(gevuld, zip(*zonder, strict=True), strict=True)]


def _ene_soort(kolom: Iterable[Cel]) -> str:
    """How certain the figures of a year are; empty when they differ."""
    soorten = {een.soort for een in kolom if een.soort}
    return soorten.pop() if len(soorten) == 1 else ""


def cel(cijfer: Jaarcijfer | None) -> Cel:
    """A figure as it stands in the table."""
    return Cel("–") if cijfer is None else Cel(bedrag(cijfer), cijfer.get_stadium_display().lower())


def bedrag(cijfer: Jaarcijfer) -> str:
    """The amount in thousands of euro, or the interest in percent."""
    if cijfer.bedrag is None:
        return NIET_OPGEGEVEN
    return procent(cijfer.bedrag) if cijfer.post in PERCENTAGES else duizend(cijfer.bedrag)


def bronnen(lezing: Lezing) -> list[Bronregel]:
    """Every figure in every stadium, the latest year first, with its source or the reason it is not there."""
    rijen = sorted(lezing.jaarcijfers, key=lambda c: (-c.jaar, list(Post.values).index(c.post), c.stadium))
    return [Bronregel(_naam(cijfer), bedrag(cijfer), _uitleg(cijfer)) for cijfer in rijen]


def _naam(cijfer: Jaarcijfer) -> str:
    return f"{cijfer.get_post_display()} {cijfer.jaar}, {cijfer.get_stadium_display().lower()}"


def _uitleg(cijfer: Jaarcijfer) -> str:
    if cijfer.bedrag is not None:
        return f"{cijfer.bron}, peildatum {datum_kort(cijfer.peildatum)}" if cijfer.peildatum else cijfer.bron
    aan = f" aan {cijfer.gevraagd_aan}" if cijfer.gevraagd_aan else ""
    op = f" op {datum_kort(cijfer.gevraagd_op)}" if cijfer.gevraagd_op else ""
    return f"{cijfer.niet_opgegeven}, gevraagd{aan}{op}"
