"""What raad and college decide in a session: recorded on the spot, adopted by somebody else, and then in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.handelingen import sessieslot
from governance.handelingen.sessies import eis_status
from governance.models import Keuzevraagstuk, Sessie, Sessiestatus, Sessieverband, VastgesteldeSessie
from governance.sessie.beeld import vorige_besluiten
from governance.sessie.besluit import gegevens as besluitgegevens
from governance.sessie.toegang import eis_leiding
from samenwerkingswijzer.bevriezen import bevries
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Belangrijkheid

BESPREKEN = frozenset({Sessiestatus.BESPREKEN})
UITWEG = "Verbeter de datum van dat besluit bij het verband, of breek de sessie af."
INTUSSEN_ANDERS = "Er is intussen iets veranderd. Bekijk de besluitenlijst opnieuw en stel haar dan vast."
VIER_OGEN = "U legde een uitkomst vast. Daarom stelt iemand anders de sessie vast."


@dataclass(frozen=True)
class Vraagstuk:
    """A question with what can be chosen."""

    vraag: str
    mogelijkheden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uitkomst:
    """What was decided on one partnership. `vraagstukken` None leaves those of the preparation as they are."""

    klasse: str
    redenen: Sequence[str] = ()
    mandaat: str = ""
    voorwaarden: str = ""
    reden: str = ""
    vraagstukken: Sequence[Vraagstuk] | None = None
    ook: Sequence[str] = ()

    @property
    def velden(self) -> dict[str, Any]:
        """What is written on the row itself."""
        return {
            "klasse": self.klasse,
            "ook": list(self.ook),
            "redenen": list(self.redenen),
            "mandaat": self.mandaat,
            "voorwaarden": self.voorwaarden,
            "reden": self.reden,
            "zonder_bespreking": False,
        }


@transaction.atomic
def leg_uitkomst_vast(
    *, sessieverband: Sessieverband, uitkomst: Uitkomst, versie: int, door: Gebruiker, op: datetime
) -> Sessieverband:
    """Record what was decided on one partnership, or record it again; refuses an old version."""
    _leidt(sessieverband.sessie, door)
    rij, op = vergrendel(sessieverband, versie=versie, velden=uitkomst.velden, op=op)
    _leg_vast(rij, uitkomst, door=door, op=op)
    return rij


@transaction.atomic
def zonder_bespreking(
    *, sessie: Sessie, sessieverbanden: Sequence[Sessieverband], door: Gebruiker, op: datetime
) -> list[Sessieverband]:
    """Record several partnerships in one go: the proposal when there is one, else the decision that is in force.

    Topics, room and conditions of the decision in force stay. All or nothing; what was recorded is not overwritten.
    """
    huidig = _leidt(sessie, door)
    ids = [rij.pk for rij in sessieverbanden]
    rijen = list(Sessieverband.objects.select_for_update(no_key=True).filter(sessie=huidig, pk__in=ids))
    vorige = vorige_besluiten(huidig, None)
    for rij in rijen:
        _leg_vast(rij, _ongewijzigd(rij, vorige.get(rij.verband_id)), door=door, op=op, zonder=True)
    return rijen


@transaction.atomic
def schrijf_vraagstukken(
    *, sessieverband: Sessieverband, vraagstukken: Sequence[Vraagstuk], door: Gebruiker, op: datetime
) -> None:
    """Replace the questions of a partnership, before or during the session."""
    huidig = _leidt(sessieverband.sessie, door, BESPREKEN | {Sessiestatus.VOORBEREIDING})
    _zet_vraagstukken(sessieverband, vraagstukken, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=sessieverband, sessie=huidig.pk, velden=["vraagstukken"])


@transaction.atomic
def stel_vast(
    *, sessie: Sessie, gegevens: Mapping[str, Any], pdf: bytes, door: Gebruiker, op: datetime
) -> VastgesteldeSessie:
    """Freeze what was decided, and let it take effect from the day of the session. Four eyes.

    `gegevens` is what `governance.sessie.besluit.gegevens` gave for this person and moment, and `pdf` was made of it.
    """
    huidig = _leidt(sessie, door)
    mag_vaststellen(sessie=huidig, door=door, op=op)
    if besluitgegevens(huidig, door=door, op=op) != gegevens:
        raise ValidationError(INTUSSEN_ANDERS)
    bevroren = bevries(VastgesteldeSessie, gegevens=gegevens, pdf=pdf, door=door, op=op, sessie=huidig)
    _laat_gelden(huidig, door=door, op=op)
    huidig.status, huidig.vastgesteld_door, huidig.vastgesteld_op = Sessiestatus.VASTGESTELD, door, op
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.VASTGESTELD, door=door, op=op, over=huidig, gegevens_sha256=bevroren.gegevens_sha256)
    return bevroren


def later_besloten(sessie: Sessie) -> list[str]:
    """Partnerships of which a later decision is in force already: adopting does not change that. By name."""
    rijen = Sessieverband.objects.filter(sessie=sessie, verband__belangrijkheden__datum__gt=sessie.datum)
    return sorted(set(rijen.values_list("verband__naam", flat=True)))


def mag_vaststellen(*, sessie: Sessie, door: Gebruiker, op: datetime) -> None:
    """Refuse with the reason why this person cannot adopt this session now."""
    eis_leiding(door, sessie)
    eis_status(sessie, BESPREKEN)
    rijen = list(Sessieverband.objects.filter(sessie=sessie))
    if open_ := sum(not rij.klasse for rij in rijen):
        wat = "1 verband" if open_ == 1 else f"{open_} verbanden"
        raise ValidationError(f"Van {wat} is nog geen uitkomst vastgelegd.")
    if door.pk in {rij.vastgelegd_door_id for rij in rijen}:
        raise ValidationError(VIER_OGEN)
    if sessie.datum > timezone.localdate(op):
        raise ValidationError("De dag van de sessie moet nog komen.")


def _leidt(sessie: Sessie, door: Gebruiker, mag_in: frozenset[Sessiestatus] = BESPREKEN) -> Sessie:
    """The session as it is now, locked, for somebody who leads it."""
    huidig = sessieslot.neem(sessie.pk)
    eis_leiding(door, huidig)
    eis_status(huidig, mag_in)
    return huidig


def _leg_vast(rij: Sessieverband, uitkomst: Uitkomst, *, door: Gebruiker, op: datetime, zonder: bool = False) -> None:
    if not uitkomst.klasse:
        raise ValidationError({"klasse": "Kies een klasse."})
    zet(rij, uitkomst.velden | {"zonder_bespreking": zonder})
    rij.vastgelegd_door, rij.vastgelegd_op = door, op
    bewaar(rij, door=door, op=op)
    if uitkomst.vraagstukken is not None:
        _zet_vraagstukken(rij, uitkomst.vraagstukken, door=door, op=op)
    leg_vast(Handeling.BESLOTEN, door=door, op=op, over=rij, klasse=rij.klasse, zonder_bespreking=zonder)


def _ongewijzigd(rij: Sessieverband, vorig: Any) -> Uitkomst:
    if rij.klasse:
        raise ValidationError(f"Van {rij.verband.naam} is al een uitkomst vastgelegd.")
    if not rij.voorstel_klasse and vorig is None:
        raise ValidationError(f"{rij.verband.naam} heeft geen voorstel en geen eerdere klasse. Bespreek dit verband.")
    mandaat, voorwaarden = (vorig.mandaat, vorig.voorwaarden) if vorig else ("", "")
    klasse = rij.voorstel_klasse or vorig.klasse
    anders = vorig is not None and klasse != vorig.klasse
    return Uitkomst(
        klasse=klasse,
        redenen=rij.voorstel_redenen if rij.voorstel_klasse else vorig.redenen,
        mandaat=mandaat,
        voorwaarden=voorwaarden,
        reden=rij.voorstel_toelichting if anders else "",
        vraagstukken=_onderwerpen(rij, vorig),
        ook=[een for een in vorig.ook if een != klasse] if vorig else (),
    )


def _onderwerpen(rij: Sessieverband, vorig: Any) -> list[Vraagstuk] | None:
    """The topics of the decision in force; None when the session has questions of its own, which then stay."""
    if vorig is None or Keuzevraagstuk.objects.filter(sessieverband=rij).exists():
        return None
    return [Vraagstuk(onderwerp) for onderwerp in vorig.onderwerpen]


def _zet_vraagstukken(
    sessieverband: Sessieverband, vraagstukken: Sequence[Vraagstuk], *, door: Gebruiker, op: datetime
) -> None:
    """Give a partnership these questions, in this order; rows that stay keep their history."""
    bekend = list(Keuzevraagstuk.objects.filter(sessieverband=sessieverband))
    for plek, vraagstuk in enumerate(vraagstukken):
        rij = bekend[plek] if plek < len(bekend) else Keuzevraagstuk(sessieverband=sessieverband)
        rij.volgorde, rij.vraag, rij.mogelijkheden = plek + 1, vraagstuk.vraag, list(vraagstuk.mogelijkheden)
        bewaar(rij, door=door, op=op)
    for rij in bekend[len(vraagstukken) :]:
        verwijder(rij, door=door, op=op)


def _laat_gelden(sessie: Sessie, *, door: Gebruiker, op: datetime) -> None:
    """Write the outcomes to the register, from the day of the session on."""
    vragen: dict[int, list[str]] = {}
    for vraagstuk in Keuzevraagstuk.objects.filter(sessieverband__sessie=sessie):
        vragen.setdefault(vraagstuk.sessieverband_id, []).append(vraagstuk.vraag)
    for rij in Sessieverband.objects.filter(sessie=sessie).select_related("verband"):
        besluit = Belangrijkheid(
            verband=rij.verband,
            datum=sessie.datum,
            klasse=rij.klasse,
            ook=rij.ook,
            redenen=rij.redenen,
            onderwerpen=vragen.get(rij.pk, []),
            mandaat=rij.mandaat,
            voorwaarden=rij.voorwaarden,
            vastgesteld=True,
            bron=f"Besluitenlijst van {sessie.vergadering}"[:160],
        )
        try:
            bewaar(besluit, door=door, op=op)
        except ValidationError as fout:
            raise ValidationError(f"{rij.verband.naam}: {' '.join(fout.messages)} {UITWEG}") from fout
