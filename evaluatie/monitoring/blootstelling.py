"""What we stand for over all partnerships: contributions, guarantees and loans, by programme and by portfolio holder.

Pure but for the reader at the top. An amount that nobody gave is unknown and is counted as such, never as zero.
Guarantees and loans are spread over the programmes as the contribution is (own filling).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.grafieken import balk_svg
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.kosten import NIET_VERDEELD, Post, verdeel
from verbanden.models import Jaarcijfer
from verbanden.models import Post as Cijferpost
from verbanden.overzicht.lezen import VOORRANG, Overzicht
from verbanden.overzicht.rij import HONDERD, Rij, geen_bijdrage
from verbanden.overzicht.totalen import Som, som

GEEN_HOUDER = "Nog geen portefeuillehouder"
KLEINSTE, KLEINER = Decimal("0.05"), "minder dan 0,1%"
POSTEN = (Cijferpost.GARANTIE, Cijferpost.LENING)


class Bedrag(NamedTuple):
    """The last amount that was given, in euro, and its year."""

    jaar: int
    bedrag: Decimal


# Per partnership and post ('garantie', 'lening'); without an entry the amount is unknown.
Verplichtingen = Mapping[tuple[int, str], Bedrag]


@dataclass(frozen=True)
class Regel:
    """A row of the table: how many partnerships, the three totals in euro, and the part of the budget in percent."""

    naam: str
    aantal: int
    bijdrage: Som
    garantie: Som
    lening: Som
    deel: Decimal | None
    url: str = ""
    balk: SafeString = SafeString("")

    @property
    def deeltekst(self) -> str:
        """The part of the budget in words; empty while it cannot be told."""
        if self.deel is None:
            return ""
        return KLEINER if 0 < self.deel < KLEINSTE else opmaak.procent(self.deel)

    @property
    def cellen(self) -> list[tuple[str, Som]]:
        """The totals with their names."""
        return [("Bijdrage", self.bijdrage), ("Garanties", self.garantie), ("Leningen", self.lening)]


@dataclass(frozen=True)
class Blootstelling:
    """The whole, and the same split by programme and by portfolio holder; `jaren` are the years of the obligations."""

    totaal: Regel
    programmas: tuple[Regel, ...]
    houders: tuple[Regel, ...]
    jaren: tuple[int, ...]


def lees_verplichtingen(peildatum: Peildatum) -> dict[tuple[int, str], Bedrag]:
    """The last known guarantee and loan per partnership, up to and including this year. One query."""
    alle = Jaarcijfer.objects.op(peildatum.moment, post__in=POSTEN, jaar__lte=peildatum.dag.year)
    rijen = alle.order_by("verband_id", "post", VOORRANG[0], "-jaar", VOORRANG[1]).distinct("verband_id", "post")
    return {
        (verband, post): Bedrag(jaar, bedrag)
        for verband, post, jaar, bedrag in rijen.values_list("verband_id", "post", "jaar", "bedrag")
        if bedrag is not None
    }


def blootstelling(
    rijen: Sequence[Rij], overzicht: Overzicht, verplichtingen: Verplichtingen, begroting: Decimal | None
) -> Blootstelling:
    """Add everything up. `begroting` is the total of the municipality's budget; None while it is not known."""
    programmas = verdeel(rijen, overzicht.programmas)
    houders = _per_houder(rijen, overzicht)
    nummers = {naam: nummer for nummer, naam in overzicht.programmas.items()}
    hoogste = _hoogste(chain(programmas.values(), houders.values()))

    def regels(groepen: Mapping[str, list[Post]], adressen: Mapping[str, str]) -> tuple[Regel, ...]:
        alle = (
            _regel(naam, posten, verplichtingen, begroting, hoogste, adressen.get(naam, ""))
            for naam, posten in groepen.items()
        )
        return tuple(sorted(alle, key=_grootste_eerst))

    ids = {rij.id for rij in rijen}
    return Blootstelling(
        totaal=_regel("Alle verbanden", [Post(rij, HONDERD) for rij in rijen], verplichtingen, begroting, Decimal(0)),
        programmas=regels(programmas, {naam: _adres("programma", nummer) for naam, nummer in nummers.items()}),
        houders=regels(houders, _adressen_van_houders(overzicht)),
        jaren=tuple(sorted({bedrag.jaar for (verband, _), bedrag in verplichtingen.items() if verband in ids})),
    )


def _per_houder(rijen: Iterable[Rij], overzicht: Overzicht) -> dict[str, list[Post]]:
    per_houder: dict[str, list[Post]] = {}
    for rij in rijen:
        naam = overzicht.portefeuilles.get(rij.feiten.kern.portefeuille_id or 0, GEEN_HOUDER)
        per_houder.setdefault(naam, []).append(Post(rij, HONDERD))
    return per_houder


def _adressen_van_houders(overzicht: Overzicht) -> dict[str, str]:
    """Only for a holder with one portfolio: the filter of the overview knows one at a time."""
    namen = list(overzicht.portefeuilles.values())
    return {
        naam: _adres("portefeuille", nummer)
        for nummer, naam in overzicht.portefeuilles.items()
        if namen.count(naam) == 1
    }


def _adres(filter_: str, nummer: int) -> str:
    return f"{reverse('verbanden:overzicht')}?{urlencode({filter_: nummer})}"


def _bijdrage(post: Post) -> Decimal | None:
    """Our contribution of this year in this share; zero when it is known that we pay nothing."""
    if post.geen or geen_bijdrage(post.rij.feiten):
        return Decimal(0)
    return None if post.rij.nu is None else post.rij.nu * post.aandeel / HONDERD


def _verplicht(post: Post, soort: Cijferpost, verplichtingen: Verplichtingen) -> Decimal | None:
    bekend = verplichtingen.get((post.rij.id, soort.value))
    return None if bekend is None else bekend.bedrag * post.aandeel / HONDERD


def _regel(
    naam: str,
    posten: Sequence[Post],
    verplichtingen: Verplichtingen,
    begroting: Decimal | None,
    hoogste: Decimal,
    url: str = "",
) -> Regel:
    bijdrage = som(_bijdrage(post) for post in posten)
    garantie, lening = (som(_verplicht(post, soort, verplichtingen) for post in posten) for soort in POSTEN)
    deel = bijdrage.bedrag / begroting * 100 if begroting and not bijdrage.leeg else None
    balk = balk_svg(bijdrage.bedrag, bijdrage.bedrag, hoogste) if hoogste else SafeString("")
    return Regel(naam, len(posten), bijdrage, garantie, lening, deel, url, balk)


def _hoogste(groepen: Iterable[Sequence[Post]]) -> Decimal:
    return max((som(_bijdrage(post) for post in posten).bedrag for posten in groepen), default=Decimal(0))


def _grootste_eerst(regel: Regel) -> tuple[bool, Decimal]:
    return regel.naam in (NIET_VERDEELD, GEEN_HOUDER), -regel.bijdrage.bedrag


def bedragtekst(totaal: Som) -> str:
    """A total as a headline; 'onbekend' when nobody gave an amount."""
    return "onbekend" if totaal.leeg else opmaak.kop(totaal.bedrag)
