"""Reads the start pages: what waits, for an account holder and for the griffie. Queries do not grow with the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from samenwerkingswijzer.functies import Tijdlijnmoment, register
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.opmaak import oud
from samenwerkingswijzer.peildatum import Peildatum
from verbanden import volledigheid
from verbanden.models import Accounthouderschap, Samenwerkingsverband, StandVanZaken, Voorstel
from verbanden.regels.volledigheid import Feiten, Gegeven, gegevens, is_wettelijk, wettelijk

VOLGENDE = 4
STATEN = ("niet gestart", "bezig", "volledig")


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
    volledig: int
    totaal: int
    taken: list[Taak] = field(default_factory=list)
    accounthouder: str = ""
    oordeel: str = "geen"
    oordeel_oud: str = ""
    volgende: Tijdlijnmoment | None = None
    voorstellen: int = 0
    zonder_klasse: bool = False

    @property
    def staat(self) -> str:
        """How far the data are: one of `STATEN`."""
        if self.volledig == self.totaal:
            return STATEN[2]
        return STATEN[1] if self.volledig else STATEN[0]


def eigen_verbanden(gebruiker: Any, peildatum: Peildatum) -> list[int]:
    """Ids of the partnerships that this user leads on the day."""
    rijen = Accounthouderschap.objects.op(peildatum.moment, gebruiker_id=gebruiker.id).geldig(peildatum.dag)
    return list(rijen.values_list("verband_id", flat=True))


def werkregels(peildatum: Peildatum, ids: Iterable[int] | None = None) -> list[Werkregel]:
    """Running partnerships (of these ids), the least complete first."""
    vast = {} if ids is None else {"id__in": list(ids)}
    verbanden = list(Samenwerkingsverband.objects.op(peildatum.moment, **vast).lopend())
    jaar = volledigheid.lijstjaar(peildatum.dag)
    feiten = volledigheid.feiten(verbanden, jaar=jaar, peildatum=peildatum)
    regels = [_regel(verband, feiten[verband.id], jaar, peildatum.dag) for verband in verbanden]
    _vul_aan(regels, peildatum)
    return sorted(regels, key=lambda regel: (regel.volledig == regel.totaal, -len(regel.taken), regel.verband.naam))


def _regel(verband: Samenwerkingsverband, feiten: Feiten, jaar: int, dag: date) -> Werkregel:
    alles = gegevens(feiten, jaar=jaar, vandaag=dag)
    van_de_wet = is_wettelijk(feiten)
    geteld = wettelijk(feiten, jaar=jaar) if van_de_wet else alles
    return Werkregel(
        verband=verband,
        wettelijk=van_de_wet,
        volledig=sum(gegeven.volledig for gegeven in geteld),
        totaal=len(geteld),
        zonder_klasse=not feiten.tellingen.get("belangrijkheid"),
        taken=[_taak(verband, gegeven, jaar) for gegeven in alles if not gegeven.volledig],
    )


def _taak(verband: Samenwerkingsverband, gegeven: Gegeven, jaar: int) -> Taak:
    if gegeven.onderdeel == "cijfers":
        url = reverse("verbanden:cijfers", args=[verband.slug, jaar])
    else:
        url = reverse("verbanden:onderdeel", args=[verband.slug, gegeven.onderdeel])
    return Taak(gegeven.titel, f"{url}#{gegeven.anker}" if gegeven.anker else url, gegeven.wet, gegeven.uitleg)


def _vul_aan(regels: list[Werkregel], peildatum: Peildatum) -> None:
    """Add judgement, account holder, next moment and open proposals to each line."""
    ids = [regel.verband.id for regel in regels]
    moment, dag = peildatum.moment, peildatum.dag
    standen = StandVanZaken.objects.op(moment, verband_id__in=ids).laatste(dag)
    oordelen = {rij[0]: rij[1:] for rij in standen.values_list("verband_id", "oordeel", "datum")}
    houders = Accounthouderschap.objects.op(moment, verband_id__in=ids).geldig(dag)
    houder = dict(houders.values_list("verband_id", "gebruiker_id"))
    bekend = namen(houder.values(), moment)
    open_voorstellen = Voorstel.objects.op(moment, verband_id__in=ids).filter(status=Voorstel.Status.OPEN)
    voorstellen = Counter(open_voorstellen.order_by().values_list("verband_id", flat=True))
    volgende = _volgende(register.momenten(peildatum, ids), dag)
    for regel in regels:
        nummer = regel.verband.id
        regel.accounthouder = bekend.get(houder.get(nummer, 0), "")
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
