"""The regime that holds in fact beside the one that was chosen or advised. Queries do not grow with the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.afweging import kader_van
from governance.models import Afweging, Antwoord, Instrumentversie, Regimekeuze, Regimepunt
from governance.regels.afstand import Afstand, Oordeel, Punt, Stand, afstand
from governance.regels.instrument import Afwegingskader, geldig
from verbanden.models import Samenwerkingsverband


@dataclass(frozen=True)
class Maatstaf:
    """What reality is compared with: a weighing with enough answers, and what people chose after it, if they did."""

    afweging: Any
    kader: Afwegingskader
    instrument: Instrumentversie
    gegeven: Mapping[str, str]
    keuze: Any  # None: only the advice is there

    @property
    def is_keuze(self) -> bool:
        """Whether people chose, so that this is more than an advice."""
        return self.keuze is not None


@dataclass(frozen=True)
class Regime:
    """The regime of one partnership on a reference date. Without `maatstaf` there is nothing to compare with."""

    verband: Any
    punten: Mapping[str, Any]  # id of a role or agreement -> Regimepunt
    maatstaf: Maatstaf | None
    afstand: Afstand | None

    @property
    def geldend(self) -> list[Any]:
        """What holds, in the order in which it was recorded."""
        return [punt for punt in self.punten.values() if punt.stand == Regimepunt.Stand.GELDT]

    @property
    def gaten(self) -> list[Punt]:
        """What is missing or superfluous."""
        return [punt for punt in self.afstand.punten if punt.oordeel.gat] if self.afstand else []


def woordenlijst() -> Afwegingskader | None:
    """The afwegingskader in force: its roles and agreements are the words in which a regime is recorded."""
    versie = Instrumentversie.objects.defer("inhoud").geldend(Instrumentversie.Soort.AFWEGINGSKADER)
    return kader_van(versie) if versie else None


def lees(verbanden: Sequence[Any], moment: datetime | None) -> list[Regime]:
    """The regimes of these partnerships (rows with `id` and `vorm`) as known at `moment` (None: now); five queries."""
    ids = [verband.id for verband in verbanden]
    punten: dict[int, dict[str, Any]] = defaultdict(dict)
    for punt in Regimepunt.objects.op(moment, verband_id__in=ids).order_by("id"):
        punten[punt.verband_id][punt.keuze] = punt
    maatstaven = _maatstaven(ids, moment)
    return [_regime(verband, punten[verband.id], maatstaven.get(verband.id)) for verband in verbanden]


def _regime(verband: Any, punten: Mapping[str, Any], maatstaf: Maatstaf | None) -> Regime:
    if maatstaf is None:
        return Regime(verband, punten, None, None)
    keuze = maatstaf.keuze
    gemeten = afstand(
        maatstaf.kader,
        maatstaf.gegeven,
        vorm=verband.vorm,
        gekozen_vorm=keuze.vorm if keuze else None,
        gekozen=frozenset((*keuze.rollen, *keuze.afspraken)) if keuze else None,
        standen={id_: Stand(punt.stand) for id_, punt in punten.items()},
    )
    return Regime(verband, punten, maatstaf, gemeten)


def _maatstaven(verband_ids: Iterable[int], moment: datetime | None) -> dict[int, Maatstaf]:
    """Of each partnership the last weighing that people closed with a choice, else the last with enough answers."""
    rijen = list(Afweging.objects.op(moment, verband_id__in=list(verband_ids)))
    soort = Instrumentversie.Soort.AFWEGINGSKADER
    versies = {v.pk: v for v in Instrumentversie.objects.defer("inhoud").filter(soort=soort)} if rijen else {}
    rijen = [rij for rij in rijen if rij.instrument_id in versies]
    ids = [rij.id for rij in rijen]
    keuzes = {keuze.afweging_id: keuze for keuze in Regimekeuze.objects.op(moment, afweging_id__in=ids)}
    antwoorden: dict[int, dict[str, str]] = defaultdict(dict)
    for afweging_id, kenmerk, optie in Antwoord.objects.van(ids, moment).values_list("afweging_id", "kenmerk", "optie"):
        antwoorden[afweging_id][kenmerk] = optie
    gevonden: dict[int, Maatstaf] = {}
    for rij in sorted(rijen, key=lambda rij: (rij.id in keuzes, rij.begonnen_op, rij.id)):
        maatstaf = _maatstaf(rij, versies[rij.instrument_id], antwoorden[rij.id], keuzes.get(rij.id))
        if maatstaf:
            gevonden[rij.verband_id] = maatstaf
    return gevonden


def _maatstaf(afweging: Any, versie: Instrumentversie, antwoorden: Mapping[str, str], keuze: Any) -> Maatstaf | None:
    kader = kader_van(versie)
    gegeven = geldig(kader, antwoorden)
    if keuze is None and len(gegeven) < kader.minimaal_beantwoord:
        return None
    return Maatstaf(afweging, kader, versie, gegeven, keuze)


def met_open_keuzes(verband: Samenwerkingsverband, rijen: Sequence[Regimepunt], dag: date) -> list[Regimepunt]:
    """What is recorded, and unsaved what is wanted and not looked up yet."""
    (regime,) = lees([verband], None)
    gevraagd = regime.afstand.punten if regime.afstand else ()
    open_ = [punt.keuze for punt in gevraagd if punt.oordeel is Oordeel.ONBEKEND]
    return [*rijen, *(Regimepunt(verband=verband, keuze=keuze.id, naam=keuze.naam, stand="") for keuze in open_)]
