"""Reads the start pages: what waits, for an account holder and for the griffie. Queries do not grow with the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.opmaak import oud
from samenwerkingswijzer.peildatum import Peildatum
from verbanden import volledigheid
from verbanden.adressen import invulplek
from verbanden.lijst.open import OpenPunt, open_punten
from verbanden.lijst.toetsing import lijst_over
from verbanden.models import Accounthouderschap, Samenwerkingsverband, StandVanZaken, Voorstel
from verbanden.regels.bbv.bevindingen import Bevinding
from verbanden.regels.bbv.voortgang import Voortgang
from verbanden.regels.volledigheid import Gegeven

VOLGENDE = 4


@dataclass(frozen=True)
class Taak:
    """Something to fill in or bring up to date, and where."""

    titel: str
    url: str
    wet: str = ""
    uitleg: str = ""


@dataclass
class Werkregel:
    """A partnership on a start page: how complete it is, what is missing, what comes next."""

    verband: Samenwerkingsverband
    wettelijk: bool
    voortgang: Voortgang
    bevindingen: list[Bevinding] = field(default_factory=list)
    taken: list[Taak] = field(default_factory=list)
    accounthouder: str = ""
    oordeel: str = "geen"
    oordeel_oud: str = ""
    volgende: Tijdlijnmoment | None = None
    voorstellen: int = 0
    zonder_klasse: bool = False

    @property
    def volledig(self) -> int:
        """How many data are complete."""
        return self.voortgang.volledig

    @property
    def totaal(self) -> int:
        """How many data there are."""
        return self.voortgang.totaal

    @property
    def staat(self) -> str:
        """How far the data are: one of `voortgang.STATEN`."""
        return self.voortgang.staat


def eigen_verbanden(gebruiker: Any, peildatum: Peildatum) -> list[int]:
    """Ids of the partnerships that this user leads on the day."""
    rijen = Accounthouderschap.objects.op(peildatum.moment, gebruiker_id=gebruiker.id).geldig(peildatum.dag)
    return list(rijen.values_list("verband_id", flat=True))


def werkregels(peildatum: Peildatum, ids: Iterable[int] | None = None, *, drempel: Decimal) -> list[Werkregel]:
    """Running partnerships (of these ids), the least complete first. `drempel`: see `lijst.toetsing`."""
    vast = {} if ids is None else {"id__in": list(ids)}
    verbanden = list(Samenwerkingsverband.objects.op(peildatum.moment, **vast).lopend())
    jaar = volledigheid.lijstjaar(peildatum.dag)
    werk = volledigheid.werk(verbanden, jaar=jaar, peildatum=peildatum, drempel=drempel)
    anders = open_punten(werk, peildatum, drempel, behalve=lijst_over(jaar, peildatum.dag))
    regels = [_regel(verband, werk[verband.id], jaar, anders.get(verband.id, [])) for verband in verbanden]
    _vul_aan(regels, peildatum)
    return sorted(regels, key=lambda regel: (regel.volledig == regel.totaal, -len(regel.taken), regel.verband.naam))


def _regel(verband: Samenwerkingsverband, werk: volledigheid.Werk, jaar: int, anders: list[OpenPunt]) -> Werkregel:
    taken = [_taak(verband, gegeven, jaar) for gegeven in werk.gegevens if not gegeven.volledig]
    return Werkregel(
        verband=verband,
        wettelijk=werk.wettelijk,
        voortgang=werk.voortgang,
        bevindingen=[bevinding for bevinding in werk.bevindingen if not bevinding.blokkeert],
        accounthouder=werk.feiten.partij.wie,
        zonder_klasse=not werk.feiten.tellingen.get("belangrijkheid"),
        taken=[*taken, *(_taak_van(verband, punt) for punt in anders)],
    )


def _taak(verband: Samenwerkingsverband, gegeven: Gegeven, jaar: int) -> Taak:
    url = invulplek(verband.slug, gegeven.onderdeel, gegeven.anker, jaar)
    return Taak(gegeven.titel, url, gegeven.wet, gegeven.uitleg)


def _taak_van(verband: Samenwerkingsverband, punt: OpenPunt) -> Taak:
    """What another list lacks, as a task that names the list."""
    gevonden = punt.bevinding
    url = invulplek(verband.slug, gevonden.onderdeel, gevonden.anker, punt.lijst.jaar)
    uitleg = f"Voor de lijst bij de {punt.lijst}. {gevonden.uitleg}".strip()
    return Taak(gevonden.gegeven, url, gevonden.letter, uitleg)


def _vul_aan(regels: list[Werkregel], peildatum: Peildatum) -> None:
    """Add judgement, next moment and open proposals to each line."""
    ids = [regel.verband.id for regel in regels]
    moment, dag = peildatum.moment, peildatum.dag
    standen = StandVanZaken.objects.op(moment, verband_id__in=ids).laatste(dag)
    oordelen = {rij[0]: rij[1:] for rij in standen.values_list("verband_id", "oordeel", "datum")}
    open_voorstellen = Voorstel.objects.op(moment, verband_id__in=ids).filter(status=Voorstel.Status.OPEN)
    voorstellen = Counter(open_voorstellen.order_by().values_list("verband_id", flat=True))
    volgende = _volgende(register.momenten(peildatum, ids), dag)
    for regel in regels:
        nummer = regel.verband.id
        regel.volgende = volgende.get(nummer)
        regel.voorstellen = voorstellen[nummer]
        if nummer in oordelen:
            regel.oordeel, datum = oordelen[nummer]
            regel.oordeel_oud = oud(datum, dag)


def _volgende(momenten: list[Tijdlijnmoment], dag: date) -> dict[int, Tijdlijnmoment]:
    """Per partnership the first moment that is not past."""
    eerste: dict[int, Tijdlijnmoment] = {}
    for moment in momenten:
        if moment.datum >= dag:
            eerste.setdefault(moment.verband_id, moment)
    return eerste


def stappen(peildatum: Peildatum, regels: list[Werkregel], wie: frozenset[str] | None = None) -> list[Any]:
    """The next moments of these partnerships (of these people), each with its partnership."""
    per_id = {regel.verband.id: regel.verband for regel in regels}
    momenten = [
        moment
        for moment in register.momenten(peildatum, per_id)
        if moment.datum >= peildatum.dag and (wie is None or moment.wie in wie)
    ]
    return [(moment, per_id[moment.verband_id]) for moment in momenten[:VOLGENDE]]
