"""Reads who sits at which table on the reference date: three queries, whatever the number of partners and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from governance.regels.netwerk import Tafels, per_partner
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Deelname, Organisatie, Samenwerkingsverband, Vorm
from verbanden.models.keuzes import REGELINGEN


@dataclass(frozen=True)
class Partner:
    """Another organisation that takes part in a partnership of ours."""

    id: int
    voluit: str
    soort: str

    @property
    def naam(self) -> str:
        """The name as people say it: a municipality without that word."""
        return self.voluit.removeprefix("Gemeente ")

    @property
    def soortnaam(self) -> str:
        """The kind in words; empty for a municipality, which is the usual kind."""
        return "" if self.soort == Organisatie.Soort.GEMEENTE else str(Organisatie.Soort(self.soort).label)


@dataclass(frozen=True)
class Tafel:
    """A partnership that runs; `eigen` says whether we stand among its participants."""

    id: int
    slug: str
    naam: str
    kort: str
    vorm: str
    eigen: bool

    @property
    def kop(self) -> str:
        """What stands above its column."""
        return self.kort or self.naam

    @property
    def vormnaam(self) -> str:
        """The legal form in words."""
        return str(Vorm(self.vorm).label)

    @property
    def is_regeling(self) -> bool:
        """Whether it is a regeling of the Wgr."""
        return self.vorm in REGELINGEN


@dataclass(frozen=True)
class Netwerk:
    """Partners and tables by number, and the partners at each table; also tables without any other participant."""

    partners: dict[int, Partner]
    tafels: dict[int, Tafel]
    aan: Tafels

    @cached_property
    def gezien(self) -> dict[int, frozenset[int]]:
        """The tables of each partner."""
        return per_partner(self.aan)

    @cached_property
    def bezet(self) -> list[Tafel]:
        """Tables with another participant, the most partners first, then by name."""
        tafels = [tafel for tafel in self.tafels.values() if self.aan[tafel.id]]
        return sorted(tafels, key=lambda tafel: (-len(self.aan[tafel.id]), tafel.naam))

    @cached_property
    def op_aantal(self) -> list[Partner]:
        """Partners at a table, those at the most tables first, then by name."""
        partners = [self.partners[nummer] for nummer in self.gezien]
        return sorted(partners, key=lambda partner: (-len(self.gezien[partner.id]), partner.naam, partner.id))

    def kies(self, soort: str = "", *, regelingen: bool = False) -> Netwerk:
        """Only partners of one kind, or only tables that are a regeling."""
        tafels = {nummer: tafel for nummer, tafel in self.tafels.items() if tafel.is_regeling or not regelingen}
        telt = {nummer for nummer, partner in self.partners.items() if soort in ("", partner.soort)}
        return Netwerk(self.partners, tafels, {nummer: self.aan[nummer] & telt for nummer in tafels})


def lees_netwerk(peildatum: Peildatum, onze_tooi: str) -> Netwerk:
    """Everybody at the tables of the partnerships that run on this day, but ourselves."""
    lopend = Samenwerkingsverband.objects.op(peildatum.moment).lopend()
    verbanden = list(lopend.order_by("naam", "id").values_list("id", "slug", "naam", "korte_naam", "vorm"))
    zetels = _zetels(peildatum, [nummer for nummer, *_ in verbanden])
    organisaties = _organisaties(peildatum, {wie for wie_daar in zetels.values() for wie in wie_daar})
    ons = {nummer for nummer, *_, tooi in organisaties if tooi and tooi == onze_tooi}
    partners = {nummer: Partner(nummer, naam, soort) for nummer, naam, soort, _ in organisaties if nummer not in ons}
    return Netwerk(
        partners=partners,
        tafels={rij[0]: Tafel(*rij, bool(zetels[rij[0]] & ons)) for rij in verbanden},
        aan={nummer: frozenset(zetels[nummer] & partners.keys()) for nummer, *_ in verbanden},
    )


def _zetels(peildatum: Peildatum, ids: Collection[int]) -> dict[int, set[int]]:
    """The organisations that take part in each partnership on this day."""
    deelnames = Deelname.objects.op(peildatum.moment, verband_id__in=ids).geldig(peildatum.dag)
    per_tafel: dict[int, set[int]] = defaultdict(set)
    for tafel, wie in deelnames.order_by().values_list("verband_id", "organisatie_id"):
        per_tafel[tafel].add(wie)
    return per_tafel


def _organisaties(peildatum: Peildatum, ids: Collection[int]) -> list[tuple[int, str, str, str]]:
    rijen = Organisatie.objects.op(peildatum.moment, id__in=ids)
    return list(rijen.order_by("naam", "id").values_list("id", "naam", "soort", "tooi"))
