"""A session is prepared, opened and closed; who takes part and who leads it. Outcomes: see `sessiebesluiten`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from governance.handelingen import sessieslot
from governance.handelingen.scores import vat_samen, vernietig
from governance.models import VOLGENDE_SESSIESTATUS, Sessie, Sessiedeelnemer, Sessiestatus, Sessieverband
from governance.models.sessiedeelnemer import ZONDER_FRACTIE
from governance.regels.groepen import DREMPEL
from governance.sessie.toegang import eis_leiding, kan_voorzitten
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, Rol, eis, mag
from verbanden.handelingen.vergrendeling import vergrendel, zet
from verbanden.models import Samenwerkingsverband

VELDEN = ("datum", "vergadering", "openbaarheid", "toon_vorig", "toon_voorstel")
VOORAF = frozenset({Sessiestatus.VOORBEREIDING})
LOPEND = frozenset({Sessiestatus.VOORBEREIDING, Sessiestatus.SCOREN, Sessiestatus.BESPREKEN})
TOT_SLUITEN = frozenset({Sessiestatus.VOORBEREIDING, Sessiestatus.SCOREN})
VOORSTEL = ("voorstel_klasse", "voorstel_redenen", "voorstel_toelichting")
BEZET = frozenset({"raad", "college", "raad en college samen", ZONDER_FRACTIE.casefold()})  # names of other groups
AL_GETELD = "De scores zijn al samengevat. De score van wie nu weggaat, blijft daarom meetellen."


@transaction.atomic
def bereid_voor(*, jaar: int, datum: date, vergadering: str, door: Gebruiker, op: datetime) -> Sessie:
    """A new session, in preparation."""
    eis(door, Recht.SESSIE_LEIDEN)
    sessie = Sessie(jaar=jaar, datum=datum, vergadering=vergadering)
    bewaar(sessie, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=sessie)
    return sessie


@transaction.atomic
def wijzig(*, sessie: Sessie, waarden: Mapping[str, Any], versie: int, door: Gebruiker, op: datetime) -> Sessie:
    """Change the meeting and the choices (VELDEN) before opening; refuses an old version with a VersieConflict."""
    eis(door, Recht.SESSIE_LEIDEN)
    huidig, op = vergrendel(sessie, versie=versie, velden=waarden, op=op)
    eis_status(huidig, VOORAF)
    anders = zet(huidig, {naam: waarden[naam] for naam in VELDEN if naam in waarden})
    if anders:
        bewaar(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def voeg_deelnemers_toe(*, sessie: Sessie, gebruikers: Sequence[Gebruiker], door: Gebruiker, op: datetime) -> None:
    """Let raad and college members take part, with their fractie of now; who was removed comes back."""
    huidig = _voorbereid(sessie, door, TOT_SLUITEN)
    bekend = {rij.gebruiker_id: rij for rij in Sessiedeelnemer.objects.filter(sessie=huidig)}
    for gebruiker in gebruikers:
        if not mag(gebruiker, Recht.SCOREN):
            raise ValidationError(f"{gebruiker} kan niet scoren: alleen raadsleden en collegeleden doen mee.")
        rij = bekend.get(gebruiker.pk) or Sessiedeelnemer(sessie=huidig, gebruiker=gebruiker)
        if gebruiker.fractie.casefold() in BEZET:
            raise ValidationError(f"{gebruiker}: een fractie kan niet '{gebruiker.fractie}' heten.")
        if rij.pk is None or rij.verwijderd_op:
            rij.kant = Sessiedeelnemer.Kant.RAAD if gebruiker.rol == Rol.RAADSLID else Sessiedeelnemer.Kant.COLLEGE
            rij.fractie, rij.verwijderd_op, rij.telt_mee = gebruiker.fractie, None, None
            bewaar(rij, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, erbij=[een.pk for een in gebruikers])


@transaction.atomic
def verwijder_deelnemer(*, deelnemer: Sessiedeelnemer, telt_mee: bool, door: Gebruiker, op: datetime) -> None:
    """Take somebody out of a session; `telt_mee` says whether the scores given so far stay counted."""
    huidig = _voorbereid(deelnemer.sessie, door, LOPEND)
    rij = Sessiedeelnemer.objects.select_for_update(no_key=True).get(pk=deelnemer.pk)
    if rij.verwijderd_op:
        raise ValidationError("Deze deelnemer is al verwijderd.")
    if huidig.voorzitter_id == rij.gebruiker_id:
        raise ValidationError("Dit is de voorzitter. Wijs eerst een andere voorzitter aan.")
    if huidig.samengevat and huidig.status == Sessiestatus.BESPREKEN and not telt_mee:
        raise ValidationError(AL_GETELD)
    rij.verwijderd_op, rij.telt_mee = op, telt_mee
    bewaar(rij, door=door, op=op)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=rij, sessie=huidig.pk, telt_mee=telt_mee)


@transaction.atomic
def voeg_verbanden_toe(
    *, sessie: Sessie, verbanden: Sequence[Samenwerkingsverband], door: Gebruiker, op: datetime
) -> None:
    """Put partnerships in the session, after those that are there; one that is there stays as it is."""
    huidig = _voorbereid(sessie, door, VOORAF)
    bekend = set(Sessieverband.objects.filter(sessie=huidig).values_list("verband_id", flat=True))
    laatste = Sessieverband.objects.filter(sessie=huidig).aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
    erbij = [verband for verband in verbanden if verband.pk not in bekend]
    for volgorde, verband in enumerate(erbij, laatste + 1):
        bewaar(Sessieverband(sessie=huidig, verband=verband, volgorde=volgorde), door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, verbanden=[een.pk for een in erbij])


@transaction.atomic
def haal_verband_weg(*, sessieverband: Sessieverband, door: Gebruiker, op: datetime) -> None:
    """Take a partnership out of a session that is not open yet."""
    huidig = _voorbereid(sessieverband.sessie, door, VOORAF)
    for vraagstuk in sessieverband.vraagstukken.all():
        verwijder(vraagstuk, door=door, op=op)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=sessieverband, sessie=huidig.pk)
    verwijder(sessieverband, door=door, op=op)


@transaction.atomic
def stel_voor(
    *, sessieverband: Sessieverband, waarden: Mapping[str, Any], versie: int, door: Gebruiker, op: datetime
) -> Sessieverband:
    """Propose a class with reasons (VOORSTEL) before opening: by the griffie, or by who may edit the partnership."""
    huidig = sessieslot.neem(sessieverband.sessie_id)
    if not mag(door, Recht.SESSIE_LEIDEN):
        eis(door, Recht.BEWERKEN, verband=sessieverband.verband, op=timezone.localdate(op))
    eis_status(huidig, VOORAF)
    rij, op = vergrendel(sessieverband, versie=versie, velden=waarden, op=op)
    anders = zet(rij, {naam: waarden[naam] for naam in VOORSTEL if naam in waarden})
    if anders:
        bewaar(rij, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=rij, velden=anders)
    return rij


@transaction.atomic
def vervang_voorzitter(*, sessie: Sessie, voorzitter: Gebruiker, door: Gebruiker, op: datetime) -> Sessie:
    """Appoint the chair, or another one: somebody who takes part, or the griffie."""
    huidig = _voorbereid(sessie, door, LOPEND)
    if not kan_voorzitten(voorzitter, huidig):
        raise ValidationError("De voorzitter is een deelnemer aan deze sessie of iemand van de griffie.")
    huidig.voorzitter = voorzitter
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=["voorzitter"], voorzitter=voorzitter.pk)
    return huidig


@transaction.atomic
def stel_open(*, sessie: Sessie, door: Gebruiker, op: datetime) -> Sessie:
    """Let participants score. From here on the choice between names and aggregated is fixed."""
    huidig = _voorbereid(sessie, door, VOORAF)
    _eis_gereed(huidig)
    _ga_naar(huidig, Sessiestatus.SCOREN)
    huidig.geopend_door, huidig.geopend_op = door, op
    bewaar(huidig, door=door, op=op)
    leg_vast(Handeling.GEOPEND, door=door, op=op, over=huidig, openbaarheid=huidig.openbaarheid)
    return huidig


@transaction.atomic
def sluit(*, sessie: Sessie, door: Gebruiker, op: datetime) -> Sessie:
    """End scoring and open the results. Waits for scores that are being written; none comes in afterwards.

    In an aggregated session the scores of persons are counted and destroyed in this same transaction.
    """
    huidig = sessieslot.neem(sessie.pk)
    eis_leiding(door, huidig)
    eis_status(huidig, frozenset({Sessiestatus.SCOREN}))
    _ga_naar(huidig, Sessiestatus.BESPREKEN)
    huidig.gesloten_door, huidig.gesloten_op = door, op
    bewaar(huidig, door=door, op=op)
    if huidig.samengevat:
        vat_samen(huidig)
    leg_vast(Handeling.GESLOTEN, door=door, op=op, over=huidig)
    return huidig


@transaction.atomic
def breek_af(*, sessie: Sessie, waarom: str, door: Gebruiker, op: datetime) -> Sessie:
    """Stop a session for good, with the reason. The scores of persons are destroyed; nothing takes effect."""
    huidig = _voorbereid(sessie, door, LOPEND)
    _ga_naar(huidig, Sessiestatus.AFGEBROKEN)
    huidig.afgebroken_op, huidig.afgebroken_om = op, waarom
    bewaar(huidig, door=door, op=op)
    vernietig(huidig)
    leg_vast(Handeling.AFGEBROKEN, door=door, op=op, over=huidig, waarom=waarom)
    return huidig


def eis_status(sessie: Sessie, mag_in: frozenset[Sessiestatus]) -> None:
    """Refuse an act that does not fit how far the session is."""
    if sessie.status not in mag_in:
        raise ValidationError(f"Dit kan niet in een sessie met status '{sessie.get_status_display().lower()}'.")


def _voorbereid(sessie: Sessie, door: Gebruiker, mag_in: frozenset[Sessiestatus]) -> Sessie:
    """The session as it is now, locked, for somebody who prepares it."""
    eis(door, Recht.SESSIE_LEIDEN)
    huidig = sessieslot.neem(sessie.pk)
    eis_status(huidig, mag_in)
    return huidig


def _ga_naar(sessie: Sessie, status: Sessiestatus) -> None:
    if status not in VOLGENDE_SESSIESTATUS[Sessiestatus(sessie.status)]:
        raise ValidationError(f"Een sessie met status '{sessie.get_status_display().lower()}' kan dat niet worden.")
    sessie.status = status


def _al_besloten(sessie: Sessie) -> list[str]:
    """Partnerships of which a class was decided on the day of the session, by name: adopting would then be refused."""
    rijen = Sessieverband.objects.filter(sessie=sessie, verband__belangrijkheden__datum=sessie.datum)
    return list(rijen.order_by("verband__naam").values_list("verband__naam", flat=True))


def _eis_gereed(sessie: Sessie) -> None:
    """Refuse to open a session that lacks something, with what it lacks."""
    aanwezig = Sessiedeelnemer.objects.filter(sessie=sessie).aanwezig().count()
    bezet = _al_besloten(sessie)
    mist = {
        "Kies of de scores op naam staan of worden samengevat.": not sessie.openbaarheid,
        "Wijs een voorzitter aan.": sessie.voorzitter_id is None,
        "Zet ten minste één verband in de sessie.": not Sessieverband.objects.filter(sessie=sessie).exists(),
        "Voeg deelnemers toe.": not aanwezig,
        f"Van {', '.join(bezet)} is op de dag van de sessie al een klasse vastgelegd. Kies een andere dag.": bool(
            bezet
        ),
        f"Samenvatten kan pas met {DREMPEL} deelnemers of meer.": sessie.samengevat and 0 < aanwezig < DREMPEL,
    }
    if fouten := [melding for melding, ontbreekt in mist.items() if ontbreekt]:
        raise ValidationError(fouten)
