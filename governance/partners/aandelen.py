"""Reads what one partner and we do, pay and get in every partnership that we share, in a year.

The number of queries does not depend on the number of partnerships.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, When

from governance.models import Partijaandeel
from governance.partners.netwerk import Netwerk, Partner
from governance.regels.saldo import Bedragen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Jaarcijfer, Organisatie, Post, Samenwerkingsverband
from verbanden.regels.cijfers import ZEKERHEID

# The most certain contribution of a year comes first; an amount goes before a gap.
_VOORRANG = (
    Case(When(bedrag=None, then=1), default=0),
    Case(*(When(stadium=stadium, then=plek) for plek, stadium in enumerate(ZEKERHEID)), default=len(ZEKERHEID)),
)
LEEG = Bedragen()
LEEG_PAAR: Mapping[bool, Aandeel] = {}


@dataclass(frozen=True)
class Aandeel:
    """What one party does in a partnership in a year, with cost and benefit in euro."""

    doet: str = ""
    resultaat: str = ""
    bedragen: Bedragen = LEEG
    bron: str = ""


@dataclass(frozen=True)
class Samen:
    """One partnership we share: our part and theirs, as owner or as buyer for own account."""

    verband_id: int
    slug: str
    verband: str
    soort: str
    wij: Aandeel
    zij: Aandeel
    aan_tafel: bool


@dataclass(frozen=True)
class Dossier:
    """Everything with one partner in a year."""

    partner: Partner
    jaar: int
    jaren: Sequence[int]
    samen: Sequence[Samen]
    zonder: Sequence[Samen]
    bijdragen: Mapping[int, Decimal]

    @property
    def verbanden(self) -> int:
        """How many partnerships we share."""
        return len({rij.verband_id for rij in (*self.samen, *self.zonder)})


def lees_partner(netwerk: Netwerk, nummer: int, peildatum: Peildatum, onze_tooi: str) -> Partner | None:
    """The partner with this number: at our tables, or known from elsewhere; None for ourselves and the unknown."""
    rij = Organisatie.objects.op(peildatum.moment, id=nummer).values_list("id", "naam", "soort", "tooi").first()
    if rij is None or (rij[3] and rij[3] == onze_tooi):
        return None
    return netwerk.partners.get(nummer) or Partner(*rij[:3])


def lees_dossier(
    netwerk: Netwerk, partner: Partner, peildatum: Peildatum, onze_tooi: str, jaar: int | None = None
) -> Dossier:
    """What we share with this partner in a year; without a year in the latest one that has figures."""
    aan_tafel = netwerk.gezien.get(partner.id, frozenset())
    rijen = _rijen(peildatum, partner.id, onze_tooi, aan_tafel)
    bekend, dit_jaar = {rij.jaar for rij in rijen}, peildatum.dag.year
    gekozen = jaar or max((j for j in bekend if j <= dit_jaar), default=dit_jaar)
    paren = _paren([rij for rij in rijen if rij.jaar == gekozen], partner.id)
    nodig = aan_tafel | {verband for verband, _ in paren}
    namen = _namen(peildatum, nodig)

    def regel(verband: int, soort: str = "", paar: Mapping[bool, Aandeel] = LEEG_PAAR) -> Samen:
        delen = paar.get(True, Aandeel()), paar.get(False, Aandeel())
        return Samen(verband, *namen[verband], soort, *delen, aan_tafel=verband in aan_tafel)

    samen = [regel(verband, soort, paar) for (verband, soort), paar in paren.items()]
    return Dossier(
        partner=partner,
        jaar=gekozen,
        jaren=sorted(bekend | {dit_jaar, gekozen}, reverse=True),
        samen=sorted(samen, key=_grootste_eerst),
        zonder=sorted(map(regel, nodig - {rij.verband_id for rij in samen}), key=_grootste_eerst),
        bijdragen=_bijdragen(peildatum, nodig, gekozen),
    )


def _rijen(peildatum: Peildatum, partner: int, onze_tooi: str, aan_tafel: Collection[int]) -> list[Partijaandeel]:
    """Their part in every partnership, and ours in the partnerships that we share."""
    ons = Organisatie.objects.op(peildatum.moment).filter(tooi=onze_tooi).exclude(tooi="").order_by()
    partijen = [partner, *ons.values_list("id", flat=True)]
    rijen = list(Partijaandeel.objects.op(peildatum.moment, partij_id__in=partijen).order_by("id"))
    gedeeld = {*aan_tafel, *(rij.verband_id for rij in rijen if rij.partij_id == partner)}
    return [rij for rij in rijen if rij.verband_id in gedeeld]


def _paren(rijen: Sequence[Partijaandeel], partner: int) -> dict[tuple[int, str], dict[bool, Aandeel]]:
    """Per partnership and kind our part (True) and theirs (False), when recorded."""
    paren: dict[tuple[int, str], dict[bool, Aandeel]] = {}
    for rij in rijen:
        aandeel = Aandeel(rij.doet, rij.resultaat, Bedragen(rij.kosten, rij.baten), rij.bron)
        paren.setdefault((rij.verband_id, rij.soort), {})[rij.partij_id != partner] = aandeel
    return paren


def _namen(peildatum: Peildatum, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    verbanden = Samenwerkingsverband.objects.op(peildatum.moment, id__in=ids).order_by()
    return {nummer: (slug, naam) for nummer, slug, naam in verbanden.values_list("id", "slug", "naam")}


def _bijdragen(peildatum: Peildatum, ids: Collection[int], jaar: int) -> dict[int, Decimal]:
    """Our contribution in the register per partnership, the most certain one; none where no amount is known."""
    rijen = Jaarcijfer.objects.op(peildatum.moment, verband_id__in=ids, post=Post.BIJDRAGE, jaar=jaar)
    leidend = rijen.order_by("verband_id", *_VOORRANG).distinct("verband_id").values_list("verband_id", "bedrag")
    return {verband: bedrag for verband, bedrag in leidend if bedrag is not None}


def _grootste_eerst(rij: Samen) -> tuple[bool, Decimal, str]:
    """The largest sum of money first; what is unknown last."""
    bekend = [b for b in (rij.wij.bedragen.kosten, rij.zij.bedragen.kosten) if b is not None]
    return not bekend, -sum(bekend, Decimal(0)), rij.verband
