"""What the griffie sees of a session while preparing it: who takes part, what is proposed and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.models import Sessie, Sessiedeelnemer, Sessiestatus
from governance.models.sessiedeelnemer import ZONDER_FRACTIE, groepsnaam
from governance.regels.groepen import DREMPEL
from governance.relevantie import Ingevuld, ingevuld
from governance.sessie.beeld import Beeld, Rij, lees_sessie
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Reden


@dataclass(frozen=True)
class Lid:
    """Somebody who takes part, or who took part: then `telt_mee` says whether the scores count."""

    id: int
    gebruiker_id: int
    naam: str
    kant: str
    groep: str
    weg: bool
    telt_mee: bool | None
    bericht_op: datetime | None = None


@dataclass(frozen=True)
class Groep:
    """A fractie or the college, with who takes part."""

    kant: str
    naam: str
    leden: tuple[Lid, ...]

    @property
    def titel(self) -> str:
        """Its name on a screen."""
        return (
            f"Fractie {self.naam}"
            if self.kant == Sessiedeelnemer.Kant.RAAD and self.naam != ZONDER_FRACTIE
            else self.naam
        )


@dataclass(frozen=True)
class Regel:
    """A partnership of the session, with what the handreiking proposes when the accounthouder filled it in."""

    rij: Rij
    ingevuld: Ingevuld | None

    @property
    def kan_over(self) -> bool:
        """Whether the handreiking proposes something that the session does not have yet."""
        if self.ingevuld is None or not self.ingevuld.voorstel.genoeg:
            return False
        voorstel, rij = self.ingevuld.voorstel, self.rij.rij
        return (rij.voorstel_klasse, tuple(rij.voorstel_redenen)) != (voorstel.klasse.id, tuple(voorstel.redenen))

    @property
    def redenen(self) -> list[str]:
        """Why that class was proposed, in words."""
        return [Reden(reden).label.lower() for reden in self.rij.rij.voorstel_redenen]


@dataclass(frozen=True)
class Klaarpunt:
    """Something that must be there before opening: whether it is, and on which page it is done."""

    titel: str
    klaar: bool
    uitleg: str
    pagina: str


@dataclass(frozen=True)
class Voorbereiding:
    """A session with everything around it."""

    beeld: Beeld
    groepen: tuple[Groep, ...]
    vertrokken: tuple[Lid, ...]
    regels: tuple[Regel, ...]
    voorzitter: str

    @property
    def sessie(self) -> Any:
        return self.beeld.sessie

    @property
    def aanwezig(self) -> int:
        """How many take part."""
        return sum(len(groep.leden) for groep in self.groepen)

    @property
    def zonder_bericht(self) -> int:
        """How many who take part were not told about the reading sheets."""
        return sum(lid.bericht_op is None for groep in self.groepen for lid in groep.leden)

    @property
    def over_te_nemen(self) -> list[Regel]:
        """Partnerships of which the handreiking proposes something new."""
        return [regel for regel in self.regels if regel.kan_over]

    @property
    def per_kant(self) -> dict[str, int]:
        """How many of raad and college take part."""
        kanten = {kant.value: 0 for kant in Sessiedeelnemer.Kant}
        for groep in self.groepen:
            kanten[groep.kant] += len(groep.leden)
        return kanten

    @property
    def punten(self) -> list[Klaarpunt]:
        """What a session needs before it opens, and the one thing that it may do without."""
        sessie = self.sessie
        openbaar = dict(Sessie.Openbaarheid.choices).get(sessie.openbaarheid, "")
        zonder = sum(not regel.rij.rij.voorstel_klasse for regel in self.regels)
        return [
            Klaarpunt("Scores op naam of samengevat", bool(openbaar), openbaar or "nog te kiezen", "sessie_wijzigen"),
            Klaarpunt("Deelnemers", self._genoeg, _deelnemers(self.per_kant), "sessie_deelnemers"),
            Klaarpunt("Voorzitter", bool(self.voorzitter), self.voorzitter or "nog te kiezen", "sessie_deelnemers"),
            Klaarpunt("Verbanden", bool(self.regels), f"{len(self.regels)} gekozen", "sessie_verbanden"),
            Klaarpunt("Voorstellen (mag ontbreken)", bool(self.regels) and not zonder,
                      f"{len(self.regels) - zonder} van {len(self.regels)} verbanden", "sessie_verbanden"),
        ]  # fmt: skip

    @property
    def _genoeg(self) -> bool:
        return self.aanwezig >= (DREMPEL if self.sessie.openbaarheid == Sessie.Openbaarheid.SAMENGEVAT else 1)

    @property
    def gereed(self) -> bool:
        """Whether the session can be opened; proposals may be missing."""
        return all(punt.klaar for punt in self.punten[:-1])


def lees_voorbereiding(sessie_id: int, peildatum: Peildatum) -> Voorbereiding | None:
    """The session as it was on the reference date; None when it was not there. Ten queries, however large."""
    beeld = lees_sessie(sessie_id, peildatum)
    if beeld is None:
        return None
    moment = peildatum.moment
    rijen = list(Sessiedeelnemer.objects.op(moment, sessie_id=sessie_id))
    heet = namen({beeld.sessie.voorzitter_id, *(rij.gebruiker_id for rij in rijen)}, moment)
    leden = [_lid(rij, heet) for rij in rijen]
    voorstellen = _voorstellen(beeld, peildatum)
    return Voorbereiding(
        beeld,
        _groepen([lid for lid in leden if not lid.weg]),
        tuple(lid for lid in leden if lid.weg),
        tuple(Regel(rij, voorstellen.get(rij.rij.verband_id)) for rij in beeld.rijen),
        heet.get(beeld.sessie.voorzitter_id, ""),
    )


def _voorstellen(beeld: Beeld, peildatum: Peildatum) -> dict[int, Ingevuld]:
    """What the handreiking proposes; asked only as long as it can be taken over."""
    if beeld.sessie.status != Sessiestatus.VOORBEREIDING:
        return {}
    return ingevuld([rij.rij.verband_id for rij in beeld.rijen], beeld.sessie.jaar, peildatum.moment)


def _lid(rij: Any, heet: dict[int, str]) -> Lid:
    naam = heet.get(rij.gebruiker_id, "iemand")
    return Lid(
        rij.id,
        rij.gebruiker_id,
        naam,
        rij.kant,
        groepsnaam(rij),
        rij.verwijderd_op is not None,
        rij.telt_mee,
        rij.bericht_op,
    )


def _groepen(leden: list[Lid]) -> tuple[Groep, ...]:
    """Fracties in the order of their names, the college last."""
    per: dict[tuple[bool, str, str], list[Lid]] = defaultdict(list)
    for lid in leden:
        per[lid.kant != Sessiedeelnemer.Kant.RAAD, lid.groep, lid.kant].append(lid)
    return tuple(
        Groep(kant, naam, tuple(sorted(groep, key=lambda lid: lid.naam)))
        for (_, naam, kant), groep in sorted(per.items())
    )


def _deelnemers(kanten: dict[str, int]) -> str:
    return f"{kanten[Sessiedeelnemer.Kant.RAAD]} van de raad, {kanten[Sessiedeelnemer.Kant.COLLEGE]} van het college"
