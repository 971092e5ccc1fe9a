"""Saving the figures of one year of a partnership, together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import vergrendel_verband, zet
from verbanden.models import Jaarcijfer, Samenwerkingsverband, Stadium
from verbanden.regels.cijfers import ZEKERHEID, leidend

REDEN_NODIG = "U verandert een vastgesteld cijfer, of maakt een cijfer minder zeker. Schrijf op waarom."


@dataclass(frozen=True)
class Cijfer:
    """What stands at one post of a year: an amount (euro or percent) with its source, or an honest gap."""

    stadium: str
    bedrag: Decimal | None = None
    peildatum: date | None = None
    bron: str = ""
    niet_opgegeven: str = ""
    gevraagd_aan: str = ""
    gevraagd_op: date | None = None


Toestand = dict[str, Cijfer]
Versies = Mapping[int, int]


class CijferConflict(Exception):
    """Someone else saved figures of this year in between. `basis` is None when the writer's start is unknown."""

    def __init__(self, basis: Toestand | None, huidig: Toestand) -> None:
        super().__init__("figures saved by someone else in between")
        self.basis = basis
        self.huidig = huidig


def rijen(verband: Samenwerkingsverband, jaar: int) -> list[Jaarcijfer]:
    """All figures of a year, of every post and stadium."""
    return list(Jaarcijfer.objects.filter(verband=verband, jaar=jaar))


def toestand(cijfers: Iterable[Any]) -> Toestand:
    """The leading figure per post, out of rows of today or of history."""
    per_post: dict[str, dict[str, Any]] = {}
    for rij in cijfers:
        per_post.setdefault(rij.post, {})[rij.stadium] = rij
    return {post: _cijfer(stadia[leidend(stadia)]) for post, stadia in per_post.items()}


def _cijfer(rij: Any) -> Cijfer:
    return Cijfer(**{naam: getattr(rij, naam) for naam in Cijfer.__dataclass_fields__})


def schrijf_versies(cijfers: Iterable[Jaarcijfer]) -> str:
    """The versions a form starts from, as text: '12.3-15.1' (id.versie), or 'leeg'."""
    return "-".join(f"{rij.pk}.{rij.versie}" for rij in cijfers) or "leeg"


def lees_versies(tekst: str) -> Versies | None:
    """Read back `schrijf_versies`; None when it is not one."""
    if tekst == "leeg":
        return {}
    try:
        paren = [deel.split(".") for deel in tekst[:4000].split("-")]
        versies = {int(sleutel): int(versie) for sleutel, versie in paren}
    except ValueError:
        return None
    return versies if all(0 < getal < 2**31 for paar in versies.items() for getal in paar) else None


def toestand_van(verband: Samenwerkingsverband, jaar: int, versies: Versies | None) -> Toestand | None:
    """What the figures were at these versions; None when there were no such versions."""
    if versies is None:
        return None
    if not versies:
        return {}
    gezocht = Q(pk__in=[])
    for sleutel, versie in versies.items():
        gezocht |= Q(id=sleutel, versie=versie)
    oud = list(Jaarcijfer.history.filter(gezocht, verband_id=verband.id, jaar=jaar, history_type__in="+~"))
    return toestand(oud) if len(oud) == len(versies) else None


@transaction.atomic
def bewaar_jaar(
    *,
    verband: Samenwerkingsverband,
    jaar: int,
    versies: Versies | None,
    cijfers: Mapping[str, Cijfer | None],
    door: Gebruiker,
    op: datetime,
    reden: str = "",
) -> list[str]:
    """Write the figures of a year (None takes one away); returns the posts that changed."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    vergrendel_verband(verband)
    aanwezig = list(Jaarcijfer.objects.select_for_update().filter(verband=verband, jaar=jaar))
    huidig = toestand(aanwezig)
    if {rij.pk: rij.versie for rij in aanwezig} != versies:
        basis = toestand_van(verband, jaar, versies)
        if basis is None or any(basis.get(post) != huidig.get(post) for post in cijfers):
            raise CijferConflict(basis, huidig)
        op = _na_laatste(verband, jaar, op)
    anders = [post for post, nieuw in cijfers.items() if nieuw != huidig.get(post)]
    if not reden and any(is_correctie(huidig.get(post), cijfers[post]) for post in anders):
        raise ValidationError({"reden_wijziging": REDEN_NODIG})
    for post in anders:
        eigen = {rij.stadium: rij for rij in aanwezig if rij.post == post}
        _schrijf(Jaarcijfer(verband=verband, jaar=jaar, post=post), eigen, cijfers[post], door=door, op=op, reden=reden)
    if anders:
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=verband, jaar=jaar, cijfers=anders)
    return anders


def is_correctie(oud: Cijfer | None, nieuw: Cijfer | None) -> bool:
    """Whether this touches an adopted figure, or makes a figure less certain than it was."""
    if oud is None or oud == nieuw:
        return False
    if oud.stadium == Stadium.VASTGESTELD:
        return True
    return nieuw is not None and ZEKERHEID.index(nieuw.stadium) > ZEKERHEID.index(oud.stadium)


def _schrijf(
    leeg: Jaarcijfer,
    eigen: Mapping[str, Jaarcijfer],
    nieuw: Cijfer | None,
    *,
    door: Gebruiker,
    op: datetime,
    reden: str,
) -> None:
    """Write one post: rows that are more certain than the new figure (or the leading one) go."""
    weg = (
        [leidend(eigen)] if nieuw is None else [s for s in eigen if ZEKERHEID.index(s) < ZEKERHEID.index(nieuw.stadium)]
    )
    for stadium in weg:
        verwijder(eigen[stadium], door=door, op=op, reden=reden)
    if nieuw is None:
        return
    rij = eigen.get(nieuw.stadium, leeg)
    waarden = asdict(nieuw)
    if rij.pk:
        del waarden["stadium"]  # never changes; and only real changes make history
    if zet(rij, waarden):
        bewaar(rij, door=door, op=op, reden=reden)


def _na_laatste(verband: Samenwerkingsverband, jaar: int, op: datetime) -> datetime:
    oud = Jaarcijfer.history.filter(verband_id=verband.id, jaar=jaar).order_by("-history_date")
    laatste = oud.values_list("history_date", flat=True).first()
    return max(op, laatste + timedelta(microseconds=1)) if laatste else op
