"""Reads what the gate of a list shows: how far it is, what is missing, and who owes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum, einde_van
from verbanden.lijst.partijen import kandidaten
from verbanden.lijst.toetsing import Lijst, toetsing
from verbanden.models import Editie, Opvraging
from verbanden.regels.bbv.bevindingen import Bevinding, Ernst
from verbanden.regels.bbv.partij import Partij
from verbanden.regels.bbv.voortgang import STATEN, Voortgang, voortgang

VERPLICHTE_TEKSTEN = {"visie": "Visie op samenwerking", "voornemens": "Beleidsvoornemens"}
Plek = Callable[[Partij, Bevinding], str]


@dataclass(frozen=True)
class Regel:
    """A finding on the page, with the name of its party and the page where it is mended."""

    bevinding: Bevinding
    verband: str
    slug: str
    url: str


@dataclass
class Eigenaar:
    """Who owes what. `bereikbaar`: has an account that gets mail; without account holder `wie_id` is None."""

    wie_id: int | None
    wie: str
    regels: list[Regel] = field(default_factory=list)
    opgevraagd_op: datetime | None = None
    bereikbaar: bool = False

    @property
    def ontbreekt(self) -> list[Regel]:
        """The findings that block adoption: what we ask for."""
        return [regel for regel in self.regels if regel.bevinding.blokkeert]


@dataclass(frozen=True)
class Partijregel:
    """A party with how far it is."""

    partij: Partij
    voortgang: Voortgang


@dataclass
class Poort:
    """Everything on the gate of one list; `editie` is its newest one, of today or as it was."""

    lijst: Lijst
    editie: Any
    partijen: list[Partijregel]
    eigenaren: list[Eigenaar]

    @property
    def volledig(self) -> int:
        """How many legal data are complete."""
        return sum(regel.voortgang.volledig for regel in self.partijen)

    @property
    def totaal(self) -> int:
        """How many legal data there are."""
        return sum(regel.voortgang.totaal for regel in self.partijen)

    @property
    def lege_teksten(self) -> list[str]:
        """The texts of art. 15 lid 1 a that are not written yet."""
        if self.editie is None:
            return list(VERPLICHTE_TEKSTEN.values())
        return [titel for naam, titel in VERPLICHTE_TEKSTEN.items() if not getattr(self.editie, naam).strip()]

    @property
    def ontbreekt(self) -> int:
        """How many findings block adoption, texts not counted."""
        return self.per_ernst[Ernst.ONTBREEKT]

    @property
    def blokkades(self) -> int:
        """Everything that blocks adoption."""
        return self.ontbreekt + len(self.lege_teksten)

    @property
    def per_ernst(self) -> Counter[Ernst]:
        """How many findings of each severity."""
        return Counter(regel.bevinding.ernst for eigenaar in self.eigenaren for regel in eigenaar.regels)

    @property
    def telling(self) -> list[tuple[str, int]]:
        """How many parties are not started, in progress and complete."""
        geteld = Counter(regel.voortgang.staat for regel in self.partijen)
        return [(staat, geteld[staat]) for staat in STATEN]

    @property
    def te_vragen(self) -> list[Eigenaar]:
        """Who can be asked for something that is missing."""
        return [eigenaar for eigenaar in self.eigenaren if eigenaar.bereikbaar and eigenaar.ontbreekt]


def lees(lijst: Lijst, peildatum: Peildatum, *, drempel: Decimal, plek: Plek) -> Poort:
    """The gate at a reference date; `plek` gives the page on which this reader sees or mends a finding.

    Of an adopted list nothing is checked any more.
    """
    editie = nieuwste(lijst, peildatum)
    if editie is not None and editie.status == Editie.Status.VASTGESTELD:
        return Poort(lijst, editie, [], [])
    vast = vaste_dag(editie, peildatum)
    partijen = kandidaten(lijst.soort, lijst.jaar, vast)
    toets = toetsing(lijst, vast, drempel)
    eigenaren = _eigenaren(partijen, toets.van, plek)
    _vul_aan(eigenaren, editie, peildatum)
    stand = [Partijregel(partij, voortgang(partij, lijst.soort, lijst.jaar)) for partij in partijen]
    return Poort(lijst, editie, stand, eigenaren)


def nieuwste(lijst: Lijst, peildatum: Peildatum) -> Any:
    """The newest edition of a list: a row of today or of history, or None."""
    return Editie.objects.op(peildatum.moment, soort=lijst.soort, jaar=lijst.jaar).order_by("-nummer").first()


def vaste_dag(editie: Any, peildatum: Peildatum) -> Peildatum:
    """What an edition shows: the register of the moment at which it was put ready, or else of `peildatum`."""
    dag = editie.peildatum if editie is not None else None
    return peildatum if dag is None else Peildatum(dag, editie.klaargezet_op or einde_van(dag))


def _eigenaren(
    partijen: Iterable[Partij], toets: Callable[[Partij], Iterable[Bevinding]], plek: Plek
) -> list[Eigenaar]:
    """Findings per person, the missing ones first; whoever owes most stands first, nobody last."""
    gevonden: dict[int | None, Eigenaar] = {}
    for partij in partijen:
        for bevinding in toets(partij):
            eigenaar = gevonden.setdefault(bevinding.wie_id, Eigenaar(bevinding.wie_id, bevinding.wie))
            eigenaar.regels.append(Regel(bevinding, partij.naam, partij.slug, plek(partij, bevinding)))
    volgorde = list(Ernst)
    for eigenaar in gevonden.values():
        eigenaar.regels.sort(key=lambda regel: volgorde.index(regel.bevinding.ernst))
    return sorted(gevonden.values(), key=lambda e: (e.wie_id is None, -len(e.ontbreekt), e.wie.casefold()))


def _vul_aan(eigenaren: list[Eigenaar], editie: Any, peildatum: Peildatum) -> None:
    """Add to each person when they were last asked for this edition, and whether they can be."""
    ids = [eigenaar.wie_id for eigenaar in eigenaren if eigenaar.wie_id]
    actief = set(Gebruiker.objects.filter(id__in=ids, is_active=True).values_list("id", flat=True))
    gevraagd: dict[int, datetime] = {}
    if editie is not None:
        rijen = Opvraging.objects.op(peildatum.moment, editie_id=editie.id).order_by("op")
        gevraagd = dict(rijen.values_list("aan_id", "op"))
    for eigenaar in eigenaren:
        eigenaar.bereikbaar = eigenaar.wie_id in actief
        eigenaar.opgevraagd_op = gevraagd.get(eigenaar.wie_id or 0)
