"""The adopted evaluations of a year beside each other: partnerships by themes, what changes, and who is still busy.

Read from what was frozen, so that the bundle says for ever what was adopted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from evaluatie.evaluaties.lezen import besluitmerk
from evaluatie.evaluaties.rapport import bevroren, voor_papier
from evaluatie.models import Evaluatie, Ontwikkelpunt
from evaluatie.models.evaluatie import Besluit, Stap
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.pdf import STATISCH, maak_pdf
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.dashboard.feiten import opsomming
from verbanden.models import Samenwerkingsverband

HERKOMST = "evaluaties"
# The heaviest conclusion first.
ZWAARSTE_EERST = (Besluit.STOPPEN, Besluit.HEROVERWEGEN, Besluit.BIJSTUREN, Besluit.DOORGAAN)
VOLGORDE = [str(besluit.label) for besluit in ZWAARSTE_EERST]
ZORGEN = ("bijsturen", "aandacht")


@dataclass(frozen=True)
class Kolom:
    """A theme above a column."""

    id: str
    kort: str


@dataclass(frozen=True)
class Actie:
    """What changes because of the evaluation: an item of the ontwikkelagenda."""

    titel: str
    wie: str
    wanneer: str


@dataclass(frozen=True)
class Regel:
    """One adopted evaluation: its frozen values, a cell per column (None: not judged), and what changes."""

    evaluatie_id: int
    slug: str
    naam: str
    vast: Mapping[str, Any]
    cellen: tuple[tuple[Kolom, Mapping[str, Any] | None], ...]
    was: str
    acties: tuple[Actie, ...]

    @property
    def verdeeld(self) -> list[str]:
        """The themes on which people judged differently."""
        return [cel["kort"].lower() for _, cel in self.cellen if cel and cel["verschillen"]]

    @property
    def zwaar(self) -> bool:
        """Whether something must change."""
        return str(self.vast["besluit"]["code"]) != "op_koers"


@dataclass(frozen=True)
class Bundel:
    """The adopted evaluations of a year, the biggest worries first, and the partnerships that are still busy."""

    jaar: int
    kolommen: tuple[Kolom, ...]
    regels: tuple[Regel, ...]
    bezig: tuple[tuple[int, str, str], ...]

    @property
    def totalen(self) -> list[tuple[Kolom, list[tuple[str, int]]]]:
        """Per theme how often each worry occurs."""
        return [(kolom, self._telling(kolom)) for kolom in self.kolommen]

    @property
    def verschillen(self) -> list[str]:
        """Where people judged differently, in words."""
        per_verband = [(regel.naam, regel.verdeeld) for regel in self.regels]
        return [f"{naam} over {opsomming(themas)}" for naam, themas in per_verband if themas]

    @property
    def kort(self) -> str:
        """The bundle in a few sentences."""
        if not self.regels:
            return "Er is nog geen evaluatie vastgesteld."
        zinnen = []
        for woord in VOLGORDE:
            namen = [regel.naam for regel in self.regels if regel.vast["besluit"]["woord"] == woord]
            if namen:
                zinnen.append(_zin(woord, namen))
        return " ".join(zinnen)

    @property
    def vastgesteld(self) -> str:
        """The day of the last adoption, in words."""
        return datum_van(max((regel.vast["vastgesteld_op"] for regel in self.regels), default=""))

    @property
    def code(self) -> str:
        """The mark of the whole: steering as soon as one partnership asks for it."""
        if not self.regels:
            return "geen"
        return "bijsturen" if any(regel.zwaar for regel in self.regels) else "op_koers"

    def _telling(self, kolom: Kolom) -> list[tuple[str, int]]:
        codes = Counter(cel["merk"]["code"] for regel in self.regels for k, cel in regel.cellen if k == kolom and cel)
        return [(code, codes[code]) for code in ZORGEN if codes[code]]


def lees(jaar: int, peildatum: Peildatum) -> Bundel:
    """The bundle of a year on the reference date. Five queries."""
    moment = peildatum.moment
    rijen = list(Evaluatie.objects.op(moment, jaar=jaar))
    klaar = [rij for rij in rijen if rij.stap == Stap.VASTGESTELD]
    ids = [rij.verband_id for rij in rijen]
    verbanden = {v.id: v for v in Samenwerkingsverband.objects.op(moment, id__in=ids)}
    vast = {id_: rij.gegevens for id_, rij in bevroren(rij.id for rij in klaar).items()}
    vorige = _vorige(jaar, [rij.verband_id for rij in klaar], peildatum)
    acties = _acties(jaar, [rij.verband_id for rij in klaar], peildatum)
    kolommen = _kolommen(vast.values())
    regels = [
        Regel(
            evaluatie_id=rij.id,
            slug=verbanden[rij.verband_id].slug,
            naam=verbanden[rij.verband_id].korte_naam or verbanden[rij.verband_id].naam,
            vast=vast[rij.id],
            cellen=_cellen(kolommen, vast[rij.id]),
            was=_was(vast[rij.id], vorige.get(rij.verband_id)),
            acties=tuple(acties[rij.verband_id]),
        )
        for rij in klaar
        if rij.id in vast and rij.verband_id in verbanden
    ]
    bezig = [
        (rij.id, verbanden[rij.verband_id].naam, str(Stap(rij.stap).label))
        for rij in rijen
        if rij.stap != Stap.VASTGESTELD and rij.verband_id in verbanden
    ]
    return Bundel(jaar, kolommen, tuple(sorted(regels, key=_zorgen)), tuple(sorted(bezig, key=lambda een: een[1])))


def document(bundel: Bundel, *, gemeente: str) -> bytes:
    """The bundle as PDF: an overview, and then a page for each partnership. The same bundle gives the same bytes."""
    context = {
        "bundel": bundel,
        "evaluaties": [voor_papier(regel.vast) | {"evaluatie_id": regel.evaluatie_id} for regel in bundel.regels],
        "gemeente": gemeente,
        "fictief": settings.DEMO,
        "statisch": STATISCH,
    }
    return _druk(render_to_string("evaluatie/bundel_pdf.html", context))


@lru_cache(maxsize=4)
def _druk(html: str) -> bytes:
    """The printed bundle; a whole raad downloads the same one, and printing takes seconds."""
    return maak_pdf(html)


def jaren(peildatum: Peildatum) -> list[int]:
    """The years with evaluations, the last one first. One query."""
    return list(Evaluatie.objects.op(peildatum.moment).order_by("-jaar").values_list("jaar", flat=True).distinct())


def gat(jaar: int, thema: str) -> str:
    """The key of a conclusion on the ontwikkelagenda."""
    return f"{HERKOMST}:{jaar}-{thema}"


def datum_van(tekst: str) -> str:
    """The day of a moment as it was frozen, in words; empty without one."""
    return datum(datetime.fromisoformat(tekst).date()) if tekst else ""


def _zin(woord: str, namen: Sequence[str]) -> str:
    if woord == Besluit.DOORGAAN.label:
        aantal = len(namen)
        return f"{'Eén verband gaat' if aantal == 1 else f'{aantal} verbanden gaan'} door zoals nu."
    return f"{woord}: {opsomming(list(namen))}."


def _kolommen(vast: Iterable[Mapping[str, Any]]) -> tuple[Kolom, ...]:
    """Every theme of these evaluations; in the order of the one with the most themes."""
    lijsten = sorted((een["themas"] for een in vast), key=len, reverse=True)
    gevonden = {thema["id"]: Kolom(thema["id"], thema["kort"]) for themas in lijsten for thema in themas}
    return tuple(gevonden.values())


def _cellen(kolommen: Iterable[Kolom], vast: Mapping[str, Any]) -> tuple[tuple[Kolom, Mapping[str, Any] | None], ...]:
    per_thema = {thema["id"]: thema for thema in vast["themas"]}
    return tuple((kolom, per_thema.get(kolom.id)) for kolom in kolommen)


def _zorgen(regel: Regel) -> tuple[int, int, int, str]:
    codes = Counter(cel["merk"]["code"] for _, cel in regel.cellen if cel)
    plek = VOLGORDE.index(regel.vast["besluit"]["woord"])
    return (plek, -codes["bijsturen"], -codes["aandacht"], regel.naam.casefold())


def _vorige(jaar: int, ids: Sequence[int], peildatum: Peildatum) -> dict[int, str]:
    rijen = Evaluatie.objects.op(peildatum.moment, verband_id__in=ids, jaar=jaar - 1).vastgesteld()
    return {rij.verband_id: besluitmerk(rij.besluit).woord for rij in rijen}


def _was(vast: Mapping[str, Any], vorig: str | None) -> str:
    if vorig is None:
        return "eerste keer"
    return "gelijk" if vorig == vast["besluit"]["woord"] else f"was {vorig.lower()}"


def _acties(jaar: int, ids: Sequence[int], peildatum: Peildatum) -> Mapping[int, list[Actie]]:
    """What is on the ontwikkelagenda because of the evaluation of this year."""
    gevonden: dict[int, list[Actie]] = defaultdict(list)
    rijen = Ontwikkelpunt.objects.van(ids, peildatum.moment).filter(herkomst__startswith=gat(jaar, ""))
    for rij in rijen:
        if rij.verband_id is not None:
            gevonden[rij.verband_id].append(Actie(rij.titel, rij.eigenaar, datum(rij.termijn) if rij.termijn else ""))
    return gevonden
