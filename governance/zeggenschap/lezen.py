"""Reads what the register knows of our say, for one partnership or for all, on the reference date.

The number of queries does not depend on the number of partnerships.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from governance.models import Zeggenschapsuitleg
from governance.regels.evenredigheid import Evenredigheid, Inbreng, Maat, Principe, Stemming, aandeel, evenredigheid
from governance.regels.meerogen import Meerogen, meerogen
from governance.regels.uitleg import Reden, Uitleg
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import (
    Deelname,
    Organisatie,
    Portefeuille,
    Samenwerkingsverband,
    Vertegenwoordiging,
    Zeggenschap,
)
from verbanden.models.zeggenschap import Bestuursorgaan

# The highest body first: votes per participant are votes in that one.
HOOGSTE = (
    Bestuursorgaan.ALGEMEEN_BESTUUR,
    Bestuursorgaan.AANDEELHOUDERS,
    Bestuursorgaan.LEDEN,
    Bestuursorgaan.BESTUUR,
    Bestuursorgaan.OVERLEG,
)
# Bodies that decide on behalf of the participants; a supervisory board or a committee does not.
BESLISSEND = (*HOOGSTE, Bestuursorgaan.DAGELIJKS_BESTUUR)

Rijen = dict[int, list[Any]]


@dataclass(frozen=True)
class Orgaan:
    """One body: how it decides, our votes in it, and who sits there for us."""

    naam: str
    principe: str
    onze: int | None
    totaal: int | None
    bron: str
    wie: tuple[str, ...]

    @property
    def aandeel(self) -> Decimal | None:
        """Our part of the votes in percent."""
        return aandeel(self.onze, self.totaal) if self.onze is not None and self.totaal else None


@dataclass(frozen=True)
class Verbandzeggenschap:
    """What the register says of our say in one partnership."""

    slug: str
    naam: str
    vorm: str
    vergeleken: Evenredigheid
    hoogste: str
    organen: tuple[Orgaan, ...]
    meerogen: Meerogen
    uitleg: Mapping[Maat, Uitleg] = field(default_factory=dict)
    orgaan: str = ""


def lees(
    peildatum: Peildatum, onze_tooi: str, verbanden: Sequence[Samenwerkingsverband]
) -> tuple[Verbandzeggenschap, ...]:
    """Our say in these partnerships, in their order; six queries."""
    ids = [verband.id for verband in verbanden]
    deelnames = _deelnemers(peildatum, onze_tooi, ids)
    stemmingen = _per_verband(Zeggenschap.objects.op(peildatum.moment, verband_id__in=ids).order_by("id"))
    zetels = Vertegenwoordiging.objects.op(peildatum.moment, verband_id__in=ids).geldig(peildatum.dag)
    wie = _per_verband(zetels.order_by("id"))
    uitleg = _per_verband(Zeggenschapsuitleg.objects.op(peildatum.moment, verband_id__in=ids).order_by("id"))
    houders = _houders(peildatum, verbanden)
    return tuple(
        _verband(verband, deelnames[verband.id], stemmingen[verband.id], wie[verband.id], uitleg[verband.id], houders)
        for verband in verbanden
    )


def _verband(
    verband: Samenwerkingsverband,
    deelnemers: list[Inbreng],
    stemmingen: list[Zeggenschap],
    zetels: list[Vertegenwoordiging],
    uitleg: list[Zeggenschapsuitleg],
    houders: dict[int, str],
) -> Verbandzeggenschap:
    hoogste = _hoogste(stemmingen)
    return Verbandzeggenschap(
        slug=verband.slug,
        naam=verband.naam,
        vorm=verband.get_vorm_display(),
        vergeleken=evenredigheid(deelnemers, _stemming(hoogste)),
        hoogste=hoogste.get_orgaan_display() if hoogste else "",
        organen=tuple(_organen(stemmingen, zetels)),
        meerogen=meerogen(verband.rollen, _stemmers(zetels), houders.get(verband.portefeuille_id or 0, "")),
        uitleg=_uitleg(uitleg, hoogste),
        orgaan=hoogste.orgaan if hoogste else "",
    )


def _uitleg(rijen: list[Zeggenschapsuitleg], hoogste: Zeggenschap | None) -> dict[Maat, Uitleg]:
    """What was explained per measure, of the body whose votes are compared; of the highest when none is recorded."""
    passend = [rij for rij in rijen if rij.orgaan in ([hoogste.orgaan] if hoogste else HOOGSTE)]
    passend.sort(key=lambda rij: HOOGSTE.index(Bestuursorgaan(rij.orgaan)), reverse=True)
    return {Maat(rij.maat): Uitleg(Reden(rij.principe), rij.uitleg, rij.bron, rij.datum) for rij in passend}


def _hoogste(stemmingen: list[Zeggenschap]) -> Zeggenschap | None:
    """The row of the highest body; None when only others are recorded."""
    bekend = {stemming.orgaan: stemming for stemming in stemmingen}
    return next((bekend[orgaan] for orgaan in HOOGSTE if orgaan in bekend), None)


def _stemming(rij: Zeggenschap | None) -> Stemming:
    return Stemming(Principe(rij.principe), rij.onze_stemmen, rij.totaal_stemmen) if rij else Stemming()


def _stemmers(zetels: list[Vertegenwoordiging]) -> list[str]:
    """Who votes for us in a body that decides; a substitute only does so when the other is away."""
    vervanger = Vertegenwoordiging.Plaats.PLAATSVERVANGER
    return [z.wie for z in zetels if z.stemrecht and z.orgaan in BESLISSEND and z.plaats != vervanger]


def _organen(stemmingen: list[Zeggenschap], zetels: list[Vertegenwoordiging]) -> Iterable[Orgaan]:
    """Every body of which votes or seats are recorded, the highest first."""
    stemming = {rij.orgaan: rij for rij in stemmingen}
    volgorde = [*BESLISSEND, *(orgaan for orgaan in Bestuursorgaan if orgaan not in BESLISSEND)]
    bezet = {zetel.orgaan for zetel in zetels}
    for orgaan in volgorde:
        rij = stemming.get(orgaan)
        if rij is None and orgaan not in bezet:
            continue
        yield Orgaan(
            naam=orgaan.label,
            principe=rij.get_principe_display() if rij else "",
            onze=rij.onze_stemmen if rij else None,
            totaal=rij.totaal_stemmen if rij else None,
            bron=rij.bron if rij else "",
            wie=tuple(_zetel(zetel) for zetel in zetels if zetel.orgaan == orgaan),
        )


def _zetel(zetel: Vertegenwoordiging) -> str:
    """'wethouder zorg (voorzitter)', and that somebody has no vote."""
    stil = "" if zetel.stemrecht else ", zonder stem"
    return f"{zetel.wie} ({zetel.get_plaats_display().lower()}{stil})"


def _deelnemers(peildatum: Peildatum, onze_tooi: str, ids: list[int]) -> dict[int, list[Inbreng]]:
    """Participants on this day per partnership: ours first, then by cost share and name."""
    velden = ("verband_id", "organisatie_id", "kostenaandeel", "stemmen")
    rijen = Deelname.objects.op(peildatum.moment, verband_id__in=ids).geldig(peildatum.dag).values_list(*velden)
    deelnames = list(rijen)
    kolommen = ("id", "naam", "soort", "tooi", "inwoners")
    nodig = {organisatie for _, organisatie, *_ in deelnames}
    organisaties = Organisatie.objects.op(peildatum.moment, id__in=nodig).values_list(*kolommen)
    bekend = {nummer: rest for nummer, *rest in organisaties}
    per_verband: dict[int, list[Inbreng]] = defaultdict(list)
    for verband, organisatie, kosten, stemmen in deelnames:
        if organisatie in bekend:
            naam, soort, tooi, inwoners = bekend[organisatie]
            eigen, gemeente = bool(tooi) and tooi == onze_tooi, soort == Organisatie.Soort.GEMEENTE
            per_verband[verband].append(Inbreng(naam, eigen, gemeente, stemmen, kosten, inwoners))
    for deelnemers in per_verband.values():
        deelnemers.sort(key=lambda d: (not d.eigen, -(d.kosten or 0), d.naam))
    return per_verband


def _houders(peildatum: Peildatum, verbanden: Sequence[Samenwerkingsverband]) -> dict[int, str]:
    """The holder of each portfolio that these partnerships name."""
    ids = {verband.portefeuille_id for verband in verbanden if verband.portefeuille_id}
    return dict(Portefeuille.objects.op(peildatum.moment, id__in=ids).values_list("id", "houder"))


def _per_verband(rijen: Iterable[Any]) -> Rijen:
    per_verband: Rijen = defaultdict(list)
    for rij in rijen:
        per_verband[rij.verband_id].append(rij)
    return per_verband
