"""A weighing as a reader gets it: instrument, answers and choice on the reference date; the outcome is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from governance.models import Afweging, Antwoord, Instrumentversie, Regimekeuze
from governance.regels.gevoeligheid import Ommekeer, ommekeren
from governance.regels.instrument import WEET_NIET, Afwegingskader, Kenmerk, Soort, Uitgangspunt, geldig
from governance.regels.lezer import lees
from governance.regels.matching import Beoordeling, Uitkomst, passend, weeg
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband


@dataclass(frozen=True)
class Lezing:
    """One weighing on a reference date."""

    afweging: Any
    verband: Any
    instrument: Instrumentversie
    kader: Afwegingskader
    antwoorden: Mapping[str, Any]  # question -> row
    keuze: Any
    namen: Mapping[int, str]  # user -> name

    @cached_property
    def gegeven(self) -> dict[str, str]:
        """The answers that count."""
        return geldig(self.kader, {kenmerk: rij.optie for kenmerk, rij in self.antwoorden.items()})

    @cached_property
    def uitkomst(self) -> Uitkomst:
        return weeg(self.kader, self.gegeven)

    @cached_property
    def ommekeren(self) -> tuple[Ommekeer, ...]:
        return ommekeren(self.kader, self.gegeven)

    @property
    def titel(self) -> str:
        """The question that this weighing is about."""
        zelf = self.instrument.soort == Instrumentversie.Soort.ZELF_DOEN
        return "Zelf doen of samenwerken?" if zelf else "Welke vorm past?"

    @property
    def nipt(self) -> bool:
        """Whether the first two forms are so close that both deserve a look."""
        vormen = self.uitkomst.vormen
        return len(vormen) > 1 and vormen[0].punten - vormen[1].punten <= self.kader.klein_verschil

    @property
    def advies(self) -> str:
        """The name of the form that the instrument advised when people chose; empty while they did not."""
        keuze = self.kader.keuze(self.keuze.advies) if self.keuze else None
        return keuze.naam if keuze else ""

    @property
    def open_gevoelig(self) -> list[int]:
        """Numbers of the open questions that can still put another form first."""
        open_ = {kenmerk.id for kenmerk in self.uitkomst.open}
        return sorted({om.kenmerk.nummer for om in self.ommekeren if om.kenmerk.id in open_})

    @property
    def open(self) -> bool:
        """Whether it can still be answered."""
        return self.keuze is None

    def bekeken(self, gevraagd: str = "") -> Beoordeling | None:
        """The form to look at: what was chosen, what was asked for, or what comes first."""
        return self.uitkomst.van(self.keuze.vorm if self.keuze else gevraagd) or self.uitkomst.eerste

    def past(self, vorm: str, soort: Soort) -> tuple[Beoordeling, ...]:
        """Roles or agreements for a form."""
        return passend(self.kader, self.gegeven, vorm, soort)

    def eerste_open(self) -> Kenmerk:
        """The question to go on with: the first without any answer, else the first."""
        return next(
            (kenmerk for kenmerk in self.kader.kenmerken if kenmerk.id not in self.antwoorden), self.kader.kenmerken[0]
        )

    def zwaarst(self, kenmerk: Kenmerk) -> int:
        """The heaviest weight that an answer to this question gives to a form."""
        vormen = {vorm.id for vorm in self.kader.van(Soort.VORM)}
        regels = [regel for regel in self.kader.regels if regel.kenmerk == kenmerk.id]
        return max((abs(w) for regel in regels for keuze, w in regel.gewichten.items() if keuze in vormen), default=0)

    def uitgangspunten(self) -> list[tuple[Uitgangspunt, list[int]]]:
        """The principles behind the answered questions, each with the numbers of those questions."""
        per: dict[Uitgangspunt, list[int]] = {}
        for kenmerk in self.kader.kenmerken:
            if kenmerk.uitgangspunt and kenmerk.id in self.gegeven:
                per.setdefault(kenmerk.uitgangspunt, []).append(kenmerk.nummer)
        return list(per.items())

    def per_persoon(self) -> list[tuple[str, list[int]]]:
        """Who answered which questions, by their numbers."""
        nummers: dict[int, list[int]] = {}
        for kenmerk in self.kader.kenmerken:
            if rij := self.antwoorden.get(kenmerk.id):
                nummers.setdefault(rij.invuller_id, []).append(kenmerk.nummer)
        return [(self.namen.get(wie, "iemand"), gegeven) for wie, gegeven in nummers.items()]


def kader_van(instrument: Any) -> Afwegingskader:
    """The instrument, read. A published version never changes, so it is read once."""
    if instrument.status == Instrumentversie.Status.GEPUBLICEERD:
        return _gepubliceerd(instrument.id)
    return lees(instrument.inhoud)


@lru_cache(maxsize=8)
def _gepubliceerd(instrument_id: int) -> Afwegingskader:
    return lees(Instrumentversie.objects.values_list("inhoud", flat=True).get(pk=instrument_id))


def lees_afweging(afweging_id: int, peildatum: Peildatum) -> Lezing | None:
    """The weighing as it was on the reference date; None when it was not there yet."""
    moment = peildatum.moment
    afweging = Afweging.objects.op(moment, id=afweging_id).first()
    if afweging is None:
        return None
    verband = Samenwerkingsverband.objects.op(moment, id=afweging.verband_id).first()
    if verband is None:
        return None
    instrument = Instrumentversie.objects.defer("inhoud").get(pk=afweging.instrument_id)
    antwoorden = {rij.kenmerk: rij for rij in Antwoord.objects.van([afweging.id], moment)}
    return Lezing(
        afweging=afweging,
        verband=verband,
        instrument=instrument,
        kader=kader_van(instrument),
        antwoorden=antwoorden,
        keuze=Regimekeuze.objects.op(moment, afweging_id=afweging.id).first(),
        namen=_namen({rij.invuller_id for rij in antwoorden.values()}),
    )


@dataclass(frozen=True)
class Regel:
    """A weighing in a list: of which partnership, how far, and what was chosen."""

    afweging: Any
    verband: Any
    beantwoord: int
    vragen: int
    keuze: Any
    vorm: str
    advies: str
    instrument: str


def regels(verband_ids: Iterable[int] | None, peildatum: Peildatum) -> list[Regel]:
    """The weighings of these partnerships (None: of all), the newest first; the queries do not grow with them."""
    moment = peildatum.moment
    vast = {} if verband_ids is None else {"verband_id__in": list(verband_ids)}
    rijen = sorted(Afweging.objects.op(moment, **vast), key=lambda rij: (rij.begonnen_op, rij.id), reverse=True)
    ids = [rij.id for rij in rijen]
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in={rij.verband_id for rij in rijen})}
    keuzes = {keuze.afweging_id: keuze for keuze in Regimekeuze.objects.op(moment, afweging_id__in=ids)}
    geteld = Counter(Antwoord.objects.van(ids, moment).exclude(optie=WEET_NIET).values_list("afweging_id", flat=True))
    versies = {versie.pk: versie for versie in _versies({rij.instrument_id for rij in rijen})}
    return [
        _regel(rij, verbanden[rij.verband_id], versies[rij.instrument_id], geteld[rij.id], keuzes.get(rij.id))
        for rij in rijen
        if rij.verband_id in verbanden
    ]


def _regel(afweging: Any, verband: Any, versie: Instrumentversie, beantwoord: int, keuze: Any) -> Regel:
    kader = kader_van(versie)
    namen = {een.id: een.naam for een in kader.van(Soort.VORM)}
    vorm, advies = (namen.get(keuze.vorm, ""), namen.get(keuze.advies, "")) if keuze else ("", "")
    return Regel(afweging, verband, beantwoord, len(kader.kenmerken), keuze, vorm, advies, kader.naam)


def _versies(ids: set[int]) -> list[Instrumentversie]:
    return list(Instrumentversie.objects.defer("inhoud").filter(pk__in=ids)) if ids else []


def _namen(ids: set[int]) -> dict[int, str]:
    return dict(Gebruiker.objects.filter(id__in=ids).values_list("id", "naam")) if ids else {}
