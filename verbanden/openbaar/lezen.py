"""Reads what is public of the register: fixed columns from the table of public fields, in a fixed number of queries.

Not public as a whole: partnerships that are still explored or being set up (drafts) and those that ended; figures
that are expected or provisional, or of a year to come; adopted lists that have not gone to the raad.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.openbaar.bladzijde import onthouden
from samenwerkingswijzer.openbaar.velden import rijen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Deelname,
    Editie,
    Jaarcijfer,
    Levensfase,
    Organisatie,
    Portefeuille,
    Post,
    Programma,
    Programmadeel,
    Samenwerkingsverband,
    Stadium,
    Vertegenwoordiging,
    Verwijzing,
    Zeggenschap,
)

FASEN = (Levensfase.UITVOEREN, Levensfase.HEROVERWEGEN, Levensfase.BEEINDIGEN)
# From the most to the least certain; what is expected or provisional is a draft.
STADIA = (Stadium.VASTGESTELD, Stadium.BEGROOT)
POSTEN = (Post.BIJDRAGE, Post.RESULTAAT, Post.EIGEN_VERMOGEN_EIND, Post.VREEMD_VERMOGEN_EIND)
STUKKEN = ("regeling", "statuten", "grondslag", "begroting", "jaarstukken", "website")
JAREN = 5

Rij = Mapping[str, Any]


@dataclass(frozen=True)
class Samenwerking:
    """One public partnership. `cijfers`: (post, year) -> the leading figure; `zetels`: (body, place) -> seats."""

    kern: Rij
    houder: str
    programma: str
    deelnemers: tuple[str, ...]
    zetels: Mapping[tuple[str, str], int]
    stemmen: tuple[Rij, ...]
    cijfers: Mapping[tuple[str, int], Rij]
    stukken: tuple[Rij, ...]

    @property
    def naam(self) -> str:
        """The full name."""
        return str(self.kern["naam"])

    def bedrag(self, post: Post, jaar: int) -> Decimal | None:
        """The amount in euro; None when there is none."""
        cijfer = self.cijfers.get((post.value, jaar))
        return cijfer["bedrag"] if cijfer else None


@dataclass(frozen=True)
class Openbaar:
    """Everything public of the register on a day: partnerships by name, programmes in their order."""

    dag: date
    gemeente: Rij
    samenwerkingen: tuple[Samenwerking, ...]
    programmas: tuple[str, ...]
    lijsten: tuple[Rij, ...]
    momenten: tuple[Tijdlijnmoment, ...]


@onthouden
def lees(dag: date) -> Openbaar:
    """All of it; twelve queries whatever the number of partnerships."""
    gemeente = rijen(Gemeente.objects.all())
    kernen = rijen(Samenwerkingsverband.objects.filter(levensfase__in=FASEN).order_by("naam", "id"))
    programmas = rijen(Programma.objects.order_by("volgorde", "naam"))
    delen = _per_verband(rijen(Programmadeel.objects.order_by("verband_id", "-aandeel", "id")))
    namen = {rij["id"]: rij["naam"] for rij in programmas}
    houders = {rij["id"]: rij["houder"] for rij in rijen(Portefeuille.objects.order_by())}
    deelnemers = _deelnemers(dag)
    zetels = _per_verband(rijen(Vertegenwoordiging.objects.geldig(dag).order_by("id")))
    stemmen = _per_verband(rijen(Zeggenschap.objects.order_by("id")))
    cijfers = _per_verband(_cijfers(dag))
    stukken = _per_verband(rijen(Verwijzing.objects.filter(soort__in=STUKKEN).order_by("soort", "titel", "id")))
    samenwerkingen = tuple(
        Samenwerking(
            kern=kern,
            houder=houders.get(kern["portefeuille_id"], ""),
            programma=next((namen[deel["programma_id"]] for deel in delen[kern["id"]]), ""),
            deelnemers=tuple(sorted(deelnemers[kern["id"]])),
            zetels=Counter((rij["orgaan"], rij["plaats"]) for rij in zetels[kern["id"]]),
            stemmen=tuple(stemmen[kern["id"]]),
            cijfers=_leidend(cijfers[kern["id"]]),
            stukken=tuple(stukken[kern["id"]]),
        )
        for kern in kernen
    )
    bekend = {kern["id"] for kern in kernen}
    alle = register.openbare_momenten(Peildatum(dag))
    momenten = tuple(moment for moment in alle if moment.verband_id in bekend)
    return Openbaar(dag, gemeente[0], samenwerkingen, tuple(namen.values()), vastgestelde_lijsten(dag), momenten)


def vastgestelde_lijsten(dag: date) -> tuple[Rij, ...]:
    """The newest adopted edition of every list that went to the raad, the latest list first; one query."""
    alle = rijen(Editie.objects.filter(status=Editie.Status.VASTGESTELD, raad_op__lte=dag).order_by("nummer"))
    nieuwste = {(rij["jaar"], rij["soort"]): rij for rij in alle}
    return tuple(nieuwste[sleutel] for sleutel in sorted(nieuwste, key=lambda s: (-s[0], s[1])))


def _cijfers(dag: date) -> list[dict[str, Any]]:
    """The figures of the last five years, up to this one."""
    jaren = (dag.year - JAREN + 1, dag.year)
    keuze = Jaarcijfer.objects.filter(post__in=POSTEN, stadium__in=STADIA, jaar__range=jaren, bedrag__isnull=False)
    return rijen(keuze.order_by("jaar", "id"))


def _leidend(cijfers: Iterable[Rij]) -> dict[tuple[str, int], Rij]:
    """Per post and year the most certain figure."""
    zeker_laatst = sorted(cijfers, key=lambda rij: -STADIA.index(Stadium(rij["stadium"])))
    return {(rij["post"], rij["jaar"]): rij for rij in zeker_laatst}


def _deelnemers(dag: date) -> dict[int, list[str]]:
    """Per partnership the names of who takes part on a day; two queries."""
    namen = {rij["id"]: rij["naam"] for rij in rijen(Organisatie.objects.order_by())}
    gevonden: dict[int, list[str]] = defaultdict(list)
    for rij in rijen(Deelname.objects.geldig(dag).order_by("id")):
        gevonden[rij["verband_id"]].append(namen[rij["organisatie_id"]])
    return gevonden


def _per_verband(alle: Iterable[Rij]) -> dict[int, list[Rij]]:
    groepen: dict[int, list[Rij]] = defaultdict(list)
    for rij in alle:
        groepen[rij["verband_id"]].append(rij)
    return groepen
