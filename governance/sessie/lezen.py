"""The only place that reads scores: one's own always, those of others not before scoring is closed.

A test over the repository proves that nothing else imports `governance.models.score`, besides the act of scoring.
Every query on scores of others carries the status of the session in itself, so nothing that was read earlier counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.models import MET_UITSLAG, Motieventelling, Scoretelling, Sessie, Sessiedeelnemer, Sessieverband
from governance.models.score import Score
from governance.models.sessiedeelnemer import groepsnaam
from governance.regels.telling import Groep, Stem, Telling, genoemd, op_aantal, tel
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Klasse

SCHAAL = list(Klasse)  # the order of the counts


@dataclass(frozen=True, repr=False)
class EigenScore:
    """What the reader chose."""

    klasse: Klasse
    redenen: tuple[str, ...]
    zin: str
    op: Any  # aware datetime


@dataclass(frozen=True, repr=False)
class Persoonsscore:
    """What somebody chose, in a session with names."""

    naam: str
    kant: str
    groep: str
    klasse: Klasse
    redenen: tuple[str, ...]
    zin: str


@dataclass(frozen=True, repr=False)
class Uitslag:
    """What may be shown of one partnership; `personen` is empty in an aggregated session."""

    sessieverband_id: int
    telling: Telling
    personen: tuple[Persoonsscore, ...] = ()


def eigen_scores(sessie_id: int, gebruiker: Any) -> dict[int, EigenScore]:
    """What this user scored, per row of the session (Sessieverband id); nobody else's. One query.

    Empty after an aggregated session closed: the portal itself then no longer knows.
    """
    rijen = Score.objects.filter(sessieverband__sessie_id=sessie_id, deelnemer__gebruiker_id=gebruiker.pk)
    return {rij.sessieverband_id: EigenScore(Klasse(rij.klasse), tuple(rij.redenen), rij.zin, rij.op) for rij in rijen}


def eigen_score(sessieverband: Sessieverband, gebruiker: Any) -> EigenScore | None:
    """What this user scored on one partnership."""
    return eigen_scores(sessieverband.sessie_id, gebruiker).get(sessieverband.pk)


def uitslag(sessie_id: int, peildatum: Peildatum) -> dict[int, Uitslag] | None:
    """What was scored, per row of the session; None as long as scoring was not closed, on that day or now.

    A partnership that nobody scored has an empty count. Reading costs the same, however many people scored what.
    """
    moment = peildatum.moment
    sessie = Sessie.objects.op(moment, id=sessie_id).filter(status__in=list(MET_UITSLAG)).first()
    if sessie is None:
        return None
    ids = list(Sessieverband.objects.op(moment, sessie_id=sessie_id).values_list("id", flat=True))
    if sessie.openbaarheid == Sessie.Openbaarheid.SAMENGEVAT:  # a historical row has no properties
        tellingen = _bewaarde_tellingen(ids)
        return {id_: Uitslag(id_, tellingen.get(id_, Telling())) for id_ in ids}
    gelezen = _op_naam(sessie_id, moment)
    return {id_: gelezen.get(id_, Uitslag(id_, Telling())) for id_ in ids}


def _bewaarde_tellingen(ids: list[int]) -> dict[int, Telling]:
    """What was kept when an aggregated session closed; two queries."""
    groepen: dict[int, dict[str, list[Scoretelling]]] = defaultdict(lambda: defaultdict(list))
    for rij in Scoretelling.objects.filter(sessieverband_id__in=ids):
        groepen[rij.sessieverband_id][rij.groep].append(rij)
    motieven = {rij.sessieverband_id: rij for rij in Motieventelling.objects.filter(sessieverband_id__in=ids)}
    return {id_: _telling(per_groep, motieven[id_]) for id_, per_groep in groepen.items()}


def _telling(per_groep: Mapping[str, list[Scoretelling]], motieven: Motieventelling) -> Telling:
    groepen = tuple(_groep(naam, rijen) for naam, rijen in per_groep.items())
    return Telling(groepen, op_aantal(motieven.redenen), genoemd(motieven.zinnen))


def _groep(naam: str, rijen: list[Scoretelling]) -> Groep:
    aantallen = {rij.klasse: rij.aantal for rij in rijen}
    return Groep(rijen[0].kant, naam, tuple(rijen[0].fracties), tuple(aantallen.get(klasse, 0) for klasse in SCHAAL))


def _op_naam(sessie_id: int, moment: Any) -> dict[int, Uitslag]:
    """Scores with names of who counted at that moment; the status is asked again in the query itself."""
    wie = {rij.id: rij for rij in Sessiedeelnemer.objects.op(moment, sessie_id=sessie_id).geteld()}
    heet = namen({rij.gebruiker_id for rij in wie.values()}, moment)
    stemmen: dict[int, list[Stem]] = defaultdict(list)
    personen: dict[int, list[Persoonsscore]] = defaultdict(list)
    for rij in Score.objects.filter(
        sessieverband__sessie_id=sessie_id,
        sessieverband__sessie__status__in=list(MET_UITSLAG),
        sessieverband__sessie__openbaarheid=Sessie.Openbaarheid.OP_NAAM,
        deelnemer_id__in=wie,
    ):
        deelnemer = wie[rij.deelnemer_id]
        stemmen[rij.sessieverband_id].append(stem(rij, deelnemer))
        personen[rij.sessieverband_id].append(_persoon(rij, deelnemer, heet))
    return {
        id_: Uitslag(id_, tel(gegeven, len(SCHAAL), samengevat=False), _geordend(personen[id_]))
        for id_, gegeven in stemmen.items()
    }


def stem(rij: Score, wie: Any) -> Stem:
    """A score without the person, for counting; `wie` is a participant, now or as known then."""
    return Stem(wie.kant, groepsnaam(wie), SCHAAL.index(Klasse(rij.klasse)), tuple(rij.redenen), rij.zin)


def _persoon(rij: Score, wie: Any, heet: Mapping[int, str]) -> Persoonsscore:
    naam = heet.get(wie.gebruiker_id, "iemand")
    return Persoonsscore(naam, wie.kant, groepsnaam(wie), Klasse(rij.klasse), tuple(rij.redenen), rij.zin)


def _geordend(personen: list[Persoonsscore]) -> tuple[Persoonsscore, ...]:
    return tuple(sorted(personen, key=lambda een: (een.kant != "raad", een.groep, een.naam)))
