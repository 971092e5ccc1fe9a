"""Evaluations with their steps, judgements and conclusions on the reference date. Queries do not grow with the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from evaluatie.models import Evaluatie, Evaluatieconclusie, Evaluatieoordeel, Evaluatiestap
from evaluatie.models.evaluatie import MET_UITSLAG, Besluit, Stap
from evaluatie.models.evaluatieconclusie import Themaoordeel
from evaluatie.regels.oordelen import Richting, richting, verschil
from evaluatie.woorden import Merk
from governance.evaluatiekader import gepubliceerd_kader
from governance.models import Instrumentversie
from governance.regels.evaluatiekader.kader import Criterium, Evaluatiekader, Thema
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

MERKEN = {"onvoldoende": "bijsturen", "matig": "aandacht", "voldoende": "op_koers", "goed": "op_koers"}
BESLUITMERKEN = {Besluit.DOORGAAN: "op_koers"}
ZWAAR, GEWOON = 2, 1


@dataclass(frozen=True)
class Stapbeeld:
    """A step: who does it before when, and whether it is done, being done or still to come."""

    stap: Stap
    rij: Any
    toestand: str
    te_laat: bool

    @property
    def naam(self) -> str:
        return str(self.stap.label)


@dataclass(frozen=True)
class Gezegd:
    """A judgement of one person, with its mark."""

    rij: Any
    merk: Merk
    waarde: int | None


@dataclass(frozen=True)
class Criteriumbeeld:
    """A criterion with what each judge said of it: office -> judgement (None: nothing), in the order of the judges."""

    criterium: Criterium
    zwaar: bool
    kolommen: tuple[tuple[str, Gezegd | None], ...]
    aantal: int

    @property
    def gezegd(self) -> list[Gezegd]:
        """What was said."""
        return [een for _, een in self.kolommen if een is not None]

    @property
    def verschil(self) -> int:
        """How far the judgements lie apart."""
        return verschil(een.waarde for een in self.gezegd)

    @property
    def verdeeld(self) -> bool:
        """Whether judges point to different marks; 'voldoende' beside 'goed' is no difference that matters."""
        return len({een.merk.code for een in self.gezegd if een.waarde is not None}) > 1


@dataclass(frozen=True)
class Themabeeld:
    """A theme: its criteria, what the judgements say together, and what was concluded (None: nothing yet)."""

    thema: Thema
    criteria: tuple[Criteriumbeeld, ...]
    berekend: Merk
    conclusie: Any

    @property
    def merk(self) -> Merk:
        """The mark of the conclusion."""
        if self.conclusie is None:
            return Merk("geen", "Nog geen conclusie")
        return Merk(self.conclusie.oordeel, str(Themaoordeel(self.conclusie.oordeel).label))

    @property
    def verschillen(self) -> bool:
        """Whether people judge differently on one of the criteria."""
        return any(een.verdeeld for een in self.criteria)

    @property
    def anders(self) -> bool:
        """Whether the conclusion is not what the judgements say together."""
        return self.conclusie is not None and self.conclusie.oordeel != self.berekend.code


@dataclass(frozen=True)
class Beeld:
    """One evaluation on a day. `gesloten` when the reader sees only what they said themselves."""

    rij: Any
    verband: Any
    kader: Evaluatiekader
    versie: str
    stappen: tuple[Stapbeeld, ...]
    rechters: tuple[tuple[int, str], ...]
    themas: tuple[Themabeeld, ...]
    gesloten: bool
    aantal_rechters: int

    @property
    def stap(self) -> Stap:
        return Stap(self.rij.stap)

    @property
    def nu(self) -> Stapbeeld:
        """The step that is being done; of an adopted evaluation the last one."""
        return next((een for een in self.stappen if een.toestand == "nu"), self.stappen[-1])

    @property
    def te_laat(self) -> bool:
        return self.nu.te_laat

    @property
    def kolommen(self) -> int:
        """How many columns the table of judgements has."""
        return len(self.rechters) + 1

    @property
    def merk(self) -> Merk:
        """The mark of the conclusion on the whole."""
        return besluitmerk(self.rij.besluit)

    @property
    def criteria(self) -> list[Criteriumbeeld]:
        return [een for thema in self.themas for een in thema.criteria]

    def thema(self, id_: str) -> Themabeeld | None:
        """This theme; None when nothing in it is judged."""
        return next((een for een in self.themas if een.thema.id == id_), None)


def besluitmerk(besluit: str) -> Merk:
    """The mark of a conclusion on the whole; an empty one has none yet."""
    if not besluit:
        return Merk("geen", "Nog geen conclusie")
    return Merk(BESLUITMERKEN.get(Besluit(besluit), "bijsturen"), str(Besluit(besluit).label))


@lru_cache(maxsize=16)
def versienaam(instrument_id: int) -> str:
    """How people call the version of the kader; a published one never changes."""
    return str(Instrumentversie.objects.defer("inhoud").get(pk=instrument_id))


def lees_een(evaluatie_id: int, peildatum: Peildatum, kijker: int | None) -> Beeld | None:
    """One evaluation as it was; None when it was not there. `kijker` is who looks. Five queries."""
    rijen = list(Evaluatie.objects.op(peildatum.moment, id=evaluatie_id))
    return next(iter(lees(rijen, peildatum, kijker)), None)


def lees(rijen: Sequence[Any], peildatum: Peildatum, kijker: int | None) -> list[Beeld]:
    """These evaluations, in their order; four queries, and two more for a kader that was not read before."""
    ids, moment = [rij.id for rij in rijen], peildatum.moment
    if not ids:
        return []
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in={rij.verband_id for rij in rijen})}
    stappen = _per_evaluatie(Evaluatiestap.objects.op(moment, evaluatie_id__in=ids).order_by("id"))
    oordelen = _per_evaluatie(Evaluatieoordeel.objects.van(ids, moment))
    conclusies = _per_evaluatie(Evaluatieconclusie.objects.van(ids, moment))
    return [
        _beeld(rij, verbanden[rij.verband_id], stappen[rij.id], oordelen[rij.id], conclusies[rij.id], peildatum, kijker)
        for rij in rijen
        if rij.verband_id in verbanden
    ]


def _per_evaluatie(rijen: Any) -> Mapping[int, list[Any]]:
    gevonden: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        gevonden[rij.evaluatie_id].append(rij)
    return gevonden


def _beeld(
    rij: Any,
    verband: Any,
    stappen: Sequence[Any],
    oordelen: Sequence[Any],
    conclusies: Sequence[Any],
    peildatum: Peildatum,
    kijker: int | None,
) -> Beeld:
    kader = gepubliceerd_kader(rij.instrument_id)
    gesloten = Stap(rij.stap) not in MET_UITSLAG
    te_zien = [een for een in oordelen if not gesloten or een.auteur_id == kijker]
    rechters = {een.auteur_id: een.functie for een in te_zien}
    per_thema = {een.thema: een for een in conclusies}
    return Beeld(
        rij=rij,
        verband=verband,
        kader=kader,
        versie=versienaam(rij.instrument_id),
        stappen=_stappen(rij, stappen, peildatum.dag),
        rechters=tuple(rechters.items()),
        themas=tuple(
            _thema(thema, [_criterium(c, rij, kader, oordelen, te_zien, rechters) for c in criteria], per_thema)
            for thema, criteria in kader.per_thema(rij.criteria)
        ),
        gesloten=gesloten,
        aantal_rechters=len({een.auteur_id for een in oordelen}),
    )


def _thema(thema: Thema, criteria: Sequence[Criteriumbeeld], conclusies: Mapping[str, Any]) -> Themabeeld:
    waarden = [(een.waarde, ZWAAR if beeld.zwaar else GEWOON) for beeld in criteria for een in beeld.gezegd]
    uitkomst: Richting = richting(waarden)
    berekend = Merk(uitkomst.value, str(Themaoordeel(uitkomst.value).label))
    return Themabeeld(thema, tuple(criteria), berekend, conclusies.get(thema.id))


def _criterium(
    criterium: Criterium,
    rij: Any,
    kader: Evaluatiekader,
    oordelen: Sequence[Any],
    te_zien: Sequence[Any],
    rechters: Mapping[int, str],
) -> Criteriumbeeld:
    van = {een.auteur_id: gezegd(kader, een) for een in te_zien if een.criterium == criterium.id}
    aantal = sum(een.criterium == criterium.id for een in oordelen)
    kolommen = tuple((functie, van.get(wie)) for wie, functie in rechters.items())
    return Criteriumbeeld(criterium, criterium.id in rij.zwaar, kolommen, aantal)


def gezegd(kader: Evaluatiekader, rij: Any) -> Gezegd:
    """A judgement in the words of its kader."""
    waarde = kader.schaal[rij.oordeel]
    return Gezegd(rij, Merk(MERKEN.get(rij.oordeel, "geen"), waarde.naam), waarde.waarde)


def _stappen(rij: Any, stappen: Sequence[Any], dag: date) -> tuple[Stapbeeld, ...]:
    volgorde, nu = list(Stap), Stap(rij.stap)
    per_stap = {een.stap: een for een in stappen}
    return tuple(_stap(stap, per_stap.get(stap.value), volgorde.index(stap) - volgorde.index(nu), dag) for stap in Stap)


def _stap(stap: Stap, rij: Any, afstand: int, dag: date) -> Stapbeeld:
    """`afstand` is how many steps it lies after the step of now. The last one is done as soon as it is reached."""
    if afstand < 0 or (afstand == 0 and stap is Stap.VASTGESTELD):
        return Stapbeeld(stap, rij, "klaar", te_laat=False)
    laat = afstand == 0 and rij is not None and rij.gepland_op < dag
    return Stapbeeld(stap, rij, "nu" if afstand == 0 else "straks", te_laat=laat)
