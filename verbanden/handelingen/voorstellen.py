"""Deciding on what the register proposes: take it over, or not, with who, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.models import Samenwerkingsverband, Voorstel
from verbanden.register.bron import Bron
from verbanden.register.overnemen import maak_nieuw, neem_over

REDEN_TEKENS_MAX = 300


@dataclass(frozen=True)
class Besluit:
    """A choice about one proposal, as its reader saw it (`versie`)."""

    voorstel: int
    versie: int | None
    aannemen: bool
    reden: str = ""


class BesluitenGeweigerd(Exception):
    """Nothing was decided; `fouten` gives the Dutch messages by number of the proposal."""

    def __init__(self, fouten: dict[int, list[str]]) -> None:
        super().__init__("decisions refused")
        self.fouten = fouten


@transaction.atomic
def aannemen(*, voorstel: int, versie: int | None, door: Gebruiker, op: datetime, reden: str = "") -> Voorstel:
    """Take over what the register says; refused when the portal says something else by now."""
    rij, verband = _open(voorstel, versie, door, op)
    bron = Bron(rij.bestand_van, op, door, reden)
    gemaakt = None
    if verband is None:
        gemaakt = maak_nieuw(rij, bron=bron)
    else:
        neem_over(rij, verband, bron=bron)
    _besluit(rij, Voorstel.Status.AANGENOMEN, reden, bron)
    wat = (verband or gemaakt).id  # type: ignore[union-attr]  # one of both is there
    leg_vast(Handeling.VOORSTEL_AANGENOMEN, door=door, op=op, over=rij, verband=wat, sleutel=rij.sleutel)
    return rij


@transaction.atomic
def afwijzen(*, voorstel: int, versie: int | None, door: Gebruiker, op: datetime, reden: str) -> Voorstel:
    """Keep what the portal says; the same proposal does not come back. Asks for a reason."""
    rij, verband = _open(voorstel, versie, door, op)
    if not reden.strip():
        raise ValidationError("Schrijf op waarom u dit niet overneemt.")
    _besluit(rij, Voorstel.Status.AFGEWEZEN, reden, Bron(rij.bestand_van, op, door, reden))
    nummer = verband.id if verband else None
    leg_vast(Handeling.VOORSTEL_AFGEWEZEN, door=door, op=op, over=rij, verband=nummer, sleutel=rij.sleutel)
    return rij


@transaction.atomic
def beoordeel(*, besluiten: Sequence[Besluit], door: Gebruiker, op: datetime) -> None:
    """Carry out all these choices, or none: BesluitenGeweigerd tells what is wrong with which."""
    fouten: dict[int, list[str]] = {}
    for besluit in besluiten:
        try:
            handeling = aannemen if besluit.aannemen else afwijzen
            handeling(voorstel=besluit.voorstel, versie=besluit.versie, door=door, op=op, reden=besluit.reden)
        except ValidationError as fout:
            fouten[besluit.voorstel] = list(fout.messages)
        except IntegrityError:
            fouten[besluit.voorstel] = [
                "Iemand anders bewaarde op dit moment iets dat hiermee botst. Probeer het opnieuw."
            ]
    if fouten:
        raise BesluitenGeweigerd(fouten)


def _open(
    nummer: int, versie: int | None, door: Gebruiker, op: datetime
) -> tuple[Voorstel, Samenwerkingsverband | None]:
    """Lock a proposal and its partnership, in that order everywhere: partnership first."""
    gezien = Voorstel.objects.select_related("verband").filter(id=nummer).first()
    if gezien is None:
        raise ValidationError("Dit voorstel bestaat niet.")
    if gezien.verband is None:
        eis(door, Recht.AANMAKEN)
    eis(door, Recht.VOORSTEL_BEOORDELEN, verband=gezien.verband, op=timezone.localdate(op))
    verband = None
    if gezien.verband is not None:
        verband = Samenwerkingsverband.objects.select_for_update(no_key=True).get(id=gezien.verband.id)
    rij = Voorstel.objects.select_for_update().get(id=nummer)
    if rij.status != Voorstel.Status.OPEN:
        raise ValidationError(f"Over dit voorstel is al besloten: {rij.get_status_display().lower()}.")
    if rij.versie != versie:
        raise ValidationError("Dit voorstel is veranderd nadat u de pagina opende. Bekijk het opnieuw en kies dan.")
    return rij, verband


def _besluit(rij: Voorstel, status: Voorstel.Status, reden: str, bron: Bron) -> None:
    rij.status = status
    rij.besluit_door = bron.door
    rij.besluit_op = bron.op
    rij.reden = reden.strip()
    bron.bewaar(rij)
