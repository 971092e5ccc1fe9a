"""What we pay per programme of the budget: five years, with a row per partnership. Pure; amounts in euro.

A partnership that serves several programmes counts in each for its share. A total that misses an amount is marked,
the missing amounts are named, and growth compares only what has an amount in both years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from django.utils.safestring import SafeString

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.grafieken import balk_svg
from verbanden.models import Stadium
from verbanden.overzicht.rij import HONDERD, NIET_INGEVULD, NIET_OPGEGEVEN, Bijdrage, Cel, Rij, bedragcel, geen_bijdrage
from verbanden.overzicht.totalen import Som, groei, som

NIET_VERDEELD = "Niet verdeeld over een programma"
NU, STRAKS = 3, 4
Bedragen = tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Post:
    """The part of one partnership in one programme; `aandeel` in percent of its contribution."""

    rij: Rij
    aandeel: Decimal

    @property
    def bedragen(self) -> Bedragen:
        """The amounts of the five years, for this share."""
        return tuple(
            None if bijdrage is None or bijdrage.bedrag is None else bijdrage.bedrag * self.aandeel / HONDERD
            for bijdrage in self.rij.feiten.bijdragen
        )

    @property
    def geen(self) -> bool:
        """Whether it is known that we pay nothing."""
        return geen_bijdrage(self.rij.feiten)

    @property
    def onbekend(self) -> bool:
        """Whether there is no amount in any of the years."""
        return all(bedrag is None for bedrag in self.bedragen)


@dataclass(frozen=True)
class Regel:
    """A row of the table in words; `woorden` replaces all cells when there is nothing to show in them."""

    naam: str
    slug: str = ""
    noot: str = ""
    woorden: str = ""
    cellen: tuple[Cel, ...] = ()
    onvolledig: tuple[bool, ...] = ()
    verschil: Cel = Cel("")
    verschil_onvolledig: bool = False
    deel: str = ""
    balk: SafeString = SafeString("")

    @property
    def jaarcellen(self) -> list[tuple[Cel, bool, bool]]:
        """Per year the cell, whether it is marked as incomplete, and whether it is an earlier year."""
        onvolledig = self.onvolledig or (False,) * len(self.cellen)
        return [(cel, onvolledig[plek], plek < NU) for plek, cel in enumerate(self.cellen)]


@dataclass(frozen=True)
class Groep:
    """A programme with its partnerships."""

    totaal: Regel
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Kostentabel:
    """The whole table; `nu` is the total of this year, `noten` say what the totals leave out."""

    jaren: tuple[tuple[int, str], ...]
    groepen: tuple[Groep, ...]
    totaal: Regel
    nu: Som
    noten: tuple[str, ...]


def kostentabel(
    rijen: Sequence[Rij],
    programmas: Mapping[int, str],
    dag: date,
    *,
    alleen: int | None = None,
    grootste_eerst: bool = True,
) -> Kostentabel:
    """Spread the contributions of these rows over the programmes, in their order; `alleen` keeps one programme.

    Within a programme the largest part comes first, or else the order of `rijen` stays.
    """
    verdeeld = verdeel(rijen, programmas, alleen)
    if grootste_eerst:
        verdeeld = {naam: sorted(posten, key=_grootste_eerst) for naam, posten in verdeeld.items()}
    alle = list(chain.from_iterable(verdeeld.values()))
    totalen = {naam: jaarsommen(posten) for naam, posten in verdeeld.items()}
    geheel = jaarsommen(alle)
    hoogste = max((reeks[plek].bedrag for reeks in totalen.values() for plek in (NU, STRAKS)), default=Decimal(0))
    eerste = dag.year - NU
    return Kostentabel(
        jaren=tuple((eerste + plek, stadium_van(alle, plek)) for plek in range(5)),
        groepen=tuple(
            Groep(
                _totaalregel(naam, posten, totalen[naam], geheel[NU].bedrag, hoogste),
                tuple(_postregel(post, geheel[NU].bedrag, hoogste) for post in posten),
            )
            for naam, posten in verdeeld.items()
        ),
        totaal=_totaalregel("Alle bijdragen", alle, geheel, geheel[NU].bedrag, Decimal(0)),
        nu=geheel[NU],
        noten=tuple(noten(alle, eerste)),
    )


def verdeel(rijen: Sequence[Rij], programmas: Mapping[int, str], alleen: int | None = None) -> dict[str, list[Post]]:
    """Per programme its posts; what no programme takes stands in a group of its own, last."""
    per_naam: dict[str, list[Post]] = {naam: [] for naam in (*programmas.values(), NIET_VERDEELD)}
    for rij in rijen:
        rest = HONDERD
        for deel in rij.feiten.delen:
            rest -= deel.aandeel
            if deel.aandeel and alleen in (None, deel.programma_id):
                per_naam[programmas[deel.programma_id]].append(Post(rij, deel.aandeel))
        if rest > 0 and alleen is None:
            per_naam[NIET_VERDEELD].append(Post(rij, rest))
    return {naam: posten for naam, posten in per_naam.items() if posten}


def jaarsommen(posten: Sequence[Post]) -> tuple[Som, ...]:
    """The total of each year; who is known to pay nothing is never missing from it."""
    betalend = [post.bedragen for post in posten if not post.geen]
    return tuple(som(bedragen[plek] for bedragen in betalend) for plek in range(5))


def stadium_van(posten: Sequence[Post], plek: int) -> str:
    """How certain the figures of a year are; 'gemengd' when they differ."""
    bijdragen = (post.rij.feiten.bijdragen[plek] for post in posten)
    stadia = {bijdrage.stadium for bijdrage in bijdragen if bijdrage and bijdrage.bedrag is not None}
    if len(stadia) > 1:
        return "gemengd"
    return Stadium(stadia.pop()).label.lower() if stadia else ""


def noten(posten: Sequence[Post], eerste: int) -> list[str]:
    """What the totals leave out, by year; partnerships without any amount apart."""
    uniek = {post.rij.id: post for post in posten if not post.geen}
    regels = []
    leeg = [post.rij.naam for post in uniek.values() if post.onbekend]
    if leeg:
        regels.append(f"Zonder bedragen, en dus in geen enkel totaal: {', '.join(leeg)}.")
    for plek in range(5):
        gaten: dict[str, list[str]] = defaultdict(list)
        for post in uniek.values():
            if not post.onbekend and post.bedragen[plek] is None:
                gaten[_reden(post.rij.feiten.bijdragen[plek])].append(post.rij.naam)
        regels += [f"{eerste + plek}, {reden}: {', '.join(namen)}." for reden, namen in gaten.items()]
    if regels:
        regels.append("Het verschil gaat over de verbanden met een bedrag in beide jaren.")
    return regels


def _grootste_eerst(post: Post) -> tuple[bool, Decimal]:
    nu = post.bedragen[NU]
    return nu is None, -(nu or Decimal(0))


def _reden(bijdrage: Bijdrage | None) -> str:
    """Why there is no amount, and since when we wait for it."""
    if bijdrage is None or bijdrage.gevraagd_op is None:
        return NIET_INGEVULD
    return f"{NIET_OPGEGEVEN}, gevraagd op {opmaak.datum(bijdrage.gevraagd_op)}"


def _postregel(post: Post, totaal: Decimal, hoogste: Decimal) -> Regel:
    bedragen = post.bedragen
    noot = "" if post.aandeel == HONDERD else f"{opmaak.procent(post.aandeel, 0)} van de bijdrage"
    if post.geen or post.onbekend:
        woorden = "Geen bijdrage" if post.geen else "Nog geen bedragen"
        return Regel(naam=post.rij.naam, slug=post.rij.slug, noot=noot, woorden=woorden)
    return Regel(
        naam=post.rij.naam,
        slug=post.rij.slug,
        noot=noot,
        cellen=tuple(bedragcel(bijdrage, post.aandeel) for bijdrage in post.rij.feiten.bijdragen),
        verschil=_verschil(groei([(bedragen[NU], bedragen[STRAKS])])),
        deel=_deel(bedragen[NU], totaal),
        balk=_balk(bedragen[NU], bedragen[STRAKS], hoogste),
    )


def _totaalregel(naam: str, posten: Sequence[Post], sommen: Sequence[Som], totaal: Decimal, hoogste: Decimal) -> Regel:
    betalend = [post.bedragen for post in posten if not post.geen]
    if not betalend or all(som_.leeg for som_ in sommen):
        return Regel(naam=naam, woorden="Nog geen bedragen" if betalend else "Geen bijdrage")
    return Regel(
        naam=naam,
        cellen=tuple(Cel("–", stil=True) if som_.leeg else Cel(opmaak.duizend(som_.bedrag)) for som_ in sommen),
        onvolledig=tuple(bool(som_.zonder) for som_ in sommen),
        verschil=_verschil(groei((bedragen[NU], bedragen[STRAKS]) for bedragen in betalend)),
        verschil_onvolledig=any((bedragen[NU] is None) != (bedragen[STRAKS] is None) for bedragen in betalend),
        deel=_deel(sommen[NU].bedrag, totaal),
        balk=_balk(sommen[NU].bedrag, sommen[STRAKS].bedrag, hoogste, hoofdregel=True),
    )


def _balk(nu: Decimal | None, straks: Decimal | None, hoogste: Decimal, *, hoofdregel: bool = False) -> SafeString:
    """A bar of this year, with the rise of the next year in a lighter tint."""
    bekend = [bedrag for bedrag in (nu, straks) if bedrag is not None]
    return balk_svg(max(bekend, default=None), nu, hoogste, hoofdregel=hoofdregel)


def _verschil(percentage: Decimal | None) -> Cel:
    return Cel("–", stil=True) if percentage is None else Cel(opmaak.procent(percentage, teken=True))


def _deel(bedrag: Decimal | None, totaal: Decimal) -> str:
    """The share in the total of this year."""
    return opmaak.procent(bedrag / totaal * 100) if bedrag is not None and totaal else ""
