"""The reading sheets before a session: per partnership the decision in force, what happened since, and the proposal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.models import MET_UITSLAG
from governance.relevantie import Ingevuld, ingevuld
from governance.sessie.beeld import Beeld, Rij
from governance.sessie.feiten import Feiten, feiten_van
from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.opmaak import kop as kopbedrag
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.dashboard.lezing import Lezing
from verbanden.models import Jaarcijfer, Oordeel, Post, Reden, StandVanZaken
from verbanden.models.keuzes import Trend

GEBEURD, KOMEND, STANDEN, JAREN, ARGUMENTEN, VRAAGSTUKKEN = 5, 3, 2, 4, 3, 3  # how many fit on a sheet
LANG, HEEL_LANG = 1200, 2800  # characters from which a sheet is set closer


@dataclass(frozen=True)
class Oordeelregel:
    """A judgement since the decision, in words."""

    datum: str
    oordeel: str
    zin: str


@dataclass(frozen=True)
class Leesblad:
    """One sheet. `vorig` and `voorstel` are shown when the griffie chose so, or when scoring is over."""

    nummer: int
    rij: Rij
    toon_vorig: bool
    toon_voorstel: bool
    redenen_vorig: str
    redenen_voorstel: str
    argumenten: tuple[str, ...]
    sinds: str
    standen: tuple[Oordeelregel, ...]
    gebeurd: tuple[Tijdlijnmoment, ...]
    komend: tuple[Tijdlijnmoment, ...]
    feiten: Feiten
    jaren: tuple[int, ...]
    cijfers: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def dichtheid(self) -> str:
        """How closely the sheet is set, so that it stays on one page; empty for a usual sheet."""
        lengte = self._lengte
        return "blad--dichter" if lengte > HEEL_LANG else "blad--dicht" if lengte > LANG else ""

    @property
    def _lengte(self) -> int:
        """How many characters people wrote on it."""
        vorig, rij = self.rij.vorig, self.rij.rij
        stukken = [rij.voorstel_toelichting, *self.argumenten, *(stand.zin for stand in self.standen)]
        if vorig:
            stukken += [vorig.mandaat, vorig.voorwaarden, *vorig.onderwerpen]
        for vraagstuk in self.vraagstukken:
            stukken += [vraagstuk.vraag, *vraagstuk.mogelijkheden]
        return sum(len(stuk) for stuk in stukken)

    @property
    def vraagstukken(self) -> tuple[Any, ...]:
        """The questions that fit."""
        return self.rij.vraagstukken[:VRAAGSTUKKEN]


def leesbladen(beeld: Beeld, peildatum: Peildatum) -> list[Leesblad]:
    """The sheets in the order of the session. The number of queries does not grow with the partnerships."""
    ids = [rij.rij.verband_id for rij in beeld.rijen]
    moment = peildatum.moment
    standen = _per_verband(StandVanZaken.objects.op(moment, verband_id__in=ids).order_by("-datum", "-id"))
    cijfers = _per_verband(Jaarcijfer.objects.op(moment, verband_id__in=ids))
    momenten = _per_verband(register.momenten(peildatum, ids))
    voorstellen = ingevuld(ids, beeld.sessie.jaar, moment)
    return [
        _blad(beeld, rij, nummer, _lezing(rij, peildatum, standen, cijfers), momenten[rij.rij.verband_id],
              voorstellen.get(rij.rij.verband_id))
        for nummer, rij in enumerate(beeld.rijen, 1)
    ]  # fmt: skip


def _per_verband(rijen: Iterable[Any]) -> dict[int, list[Any]]:
    per: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        per[rij.verband_id].append(rij)
    return per


def _lezing(rij: Rij, peildatum: Peildatum, standen: dict[int, list[Any]], cijfers: dict[int, list[Any]]) -> Lezing:
    """The partnership with what was read for all of them at once."""
    lezing = Lezing(rij.verband, peildatum)
    lezing.standen = [een for een in standen[rij.rij.verband_id] if een.datum <= peildatum.dag]
    lezing.jaarcijfers = cijfers[rij.rij.verband_id]
    return lezing


def _blad(
    beeld: Beeld, rij: Rij, nummer: int, lezing: Lezing, momenten: list[Tijdlijnmoment], gevuld: Ingevuld | None
) -> Leesblad:
    sessie, dag = beeld.sessie, lezing.dag
    na = sessie.status in MET_UITSLAG
    sinds = rij.vorig.datum if rij.vorig else date(dag.year - 1, dag.month, 1)
    jaren = tuple(range(dag.year - JAREN + 2, dag.year + 2))
    return Leesblad(
        nummer=nummer,
        rij=rij,
        toon_vorig=sessie.toon_vorig or na,
        toon_voorstel=sessie.toon_voorstel or na,
        redenen_vorig=_redenen(rij.vorig.redenen) if rij.vorig else "",
        redenen_voorstel=_redenen(rij.rij.voorstel_redenen),
        argumenten=_argumenten(gevuld) if rij.rij.voorstel_klasse else (),
        sinds=datum(sinds),
        standen=tuple(_oordeel(een) for een in _sinds(lezing.standen, sinds)),
        gebeurd=tuple([m for m in momenten if sinds < m.datum <= dag][-GEBEURD:]),
        komend=tuple([m for m in momenten if m.datum > dag][:KOMEND]),
        feiten=feiten_van(lezing),
        jaren=jaren,
        cijfers=tuple((Post(post).label, _reeks(lezing, post, jaren)) for post in (Post.BIJDRAGE, Post.RESULTAAT)),
    )


def _sinds(standen: list[Any], sinds: date) -> list[Any]:
    """The judgement in force, and the one before it when that came after the decision too."""
    return [*standen[:1], *(een for een in standen[1:STANDEN] if een.datum > sinds)]


def _redenen(redenen: Iterable[str]) -> str:
    return ", ".join(Reden(reden).label.lower() for reden in redenen)


def _argumenten(gevuld: Ingevuld | None) -> tuple[str, ...]:
    """The heaviest answers in the handreiking, as the instrument words them."""
    return tuple(optie.reden for _, optie in gevuld.voorstel.zwaarst[:ARGUMENTEN] if optie.reden) if gevuld else ()


def _oordeel(stand: Any) -> Oordeelregel:
    trend = "" if stand.trend == Trend.ONBEKEND else f", {Trend(stand.trend).label.lower()}"
    return Oordeelregel(datum(stand.datum), f"{Oordeel(stand.oordeel).label}{trend}", stand.zin)


def _reeks(lezing: Lezing, post: str, jaren: tuple[int, ...]) -> tuple[str, ...]:
    """The leading amounts of a post; a year without one says so."""
    reeks = lezing.reeks(post)
    bedragen = [reeks.bedrag(jaar) for jaar in jaren]
    return tuple("niet bekend" if bedrag is None else kopbedrag(bedrag) for bedrag in bedragen)
