"""What may be done with an article: write, review with other eyes, publish, withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kennisbank.geheugen import naslag
from kennisbank.handelingen.meegaan import haal_allemaal_weg, neem_over
from kennisbank.models import VOLGENDE_STATUS, Artikel, Artikelversie, Soort, Status
from kennisbank.models.artikel import VOORVOEGSELS
from kennisbank.models.artikelversie import INHOUD
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.vergrendeling import VersieConflict, vergrendel, zet

GEZIEN = ("status", *INHOUD)
# Addresses of the kennisbank itself: an article with such a slug could never be opened.
BEZET = frozenset(
    {"begrippen", "beleidskaders", "handleiding", "uitgangspunten", "onderhoud", "nieuw", "voorbeeld", "vragen"}
)


@transaction.atomic
def begin(*, soort: str, slug: str, inhoud: Mapping[str, Any], door: Gebruiker, op: datetime) -> Artikelversie:
    """A new article with its first concept."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    _eis_adres(soort, slug)
    artikel = Artikel(soort=soort, slug=slug)
    bewaar(artikel, door=door, op=op)
    return _concept(Artikelversie(artikel=artikel, nummer=1, **inhoud), door, op)


@transaction.atomic
def begin_versie(*, artikel: Artikel, door: Gebruiker, op: datetime) -> Artikelversie:
    """A concept of the next version, as a copy of the newest one."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    Artikel.objects.select_for_update(no_key=True).get(id=artikel.id)
    laatste = Artikelversie.objects.van(artikel.id).first()
    if laatste is None or laatste.status in (Status.CONCEPT, Status.NAGEKEKEN):
        raise ValidationError("Iemand werkt al aan een nieuwe versie van dit artikel.")
    overgenomen = {veld: getattr(laatste, veld) for veld in INHOUD}
    nieuw = _concept(Artikelversie(artikel=artikel, nummer=laatste.nummer + 1, **overgenomen), door, op)
    neem_over(van=laatste, naar=nieuw, door=door, op=op)
    return nieuw


@transaction.atomic
def wijzig(
    *, concept: Artikelversie, versie: int | None, inhoud: Mapping[str, Any], door: Gebruiker, op: datetime
) -> Artikelversie:
    """Write in a version that is not published; what was reviewed must then be reviewed again."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    eis_in_bewerking(huidig)
    if anders := zet(huidig, inhoud):
        schrijf_verder(huidig, door=door, op=op)
        leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=huidig, velden=anders)
    return huidig


@transaction.atomic
def kijk_na(*, concept: Artikelversie, versie: int | None, door: Gebruiker, op: datetime) -> Artikelversie:
    """Somebody who did not write in this version says that it is right."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    _eis_gezien(huidig, versie)
    _eis_stap(huidig, Status.NAGEKEKEN)
    if schreef_mee(huidig, door):
        raise ValidationError("U schreef zelf aan deze versie. Vraag een ander om haar na te kijken.")
    huidig.nagekeken_door, huidig.nagekeken_op = door, op
    return _stap(huidig, Status.NAGEKEKEN, door, op)


@transaction.atomic
def publiceer(
    *, concept: Artikelversie, versie: int | None, toelichting: str, door: Gebruiker, op: datetime
) -> Artikelversie:
    """From now on readers see this version; the one before it is withdrawn."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    _eis_gezien(huidig, versie)
    _eis_stap(huidig, Status.GEPUBLICEERD)
    if huidig.nummer > 1 and not toelichting.strip():
        raise ValidationError({"toelichting": "Schrijf op wat er in deze versie anders is."})
    vorige = Artikelversie.objects.gepubliceerd().filter(artikel_id=huidig.artikel_id).first()
    if vorige is not None:
        trek_uit(vorige, door=door, op=op)
    huidig.toelichting, huidig.gepubliceerd_op = toelichting.strip(), op
    return _stap(huidig, Status.GEPUBLICEERD, door, op)


@transaction.atomic
def trek_in(*, artikelversie: Artikelversie, versie: int | None, door: Gebruiker, op: datetime) -> Artikelversie:
    """Readers no longer see the article; its versions stay, and a new one may follow."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = vergrendel(artikelversie, versie=versie, velden=GEZIEN, op=op)
    _eis_stap(huidig, Status.INGETROKKEN)
    return trek_uit(huidig, door=door, op=op)


@transaction.atomic
def gooi_weg(*, concept: Artikelversie, versie: int | None, door: Gebruiker, op: datetime) -> None:
    """Throw a concept away; its history stays."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    if huidig.status != Status.CONCEPT:
        raise ValidationError("Alleen een concept kunt u weggooien.")
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=huidig)
    haal_allemaal_weg(huidig, door=door, op=op)
    verwijder(huidig, door=door, op=op)


def eis_in_bewerking(versie: Artikelversie) -> None:
    """Refuse to change what readers saw."""
    if versie.status not in (Status.CONCEPT, Status.NAGEKEKEN):
        raise ValidationError("Een gepubliceerde versie verandert niet meer. Begin een nieuwe versie.")


def schrijf_verder(versie: Artikelversie, *, door: Gebruiker, op: datetime) -> None:
    """Save a version as a concept of this writer: nobody reviewed what it says now."""
    versie.status, versie.schrijver = Status.CONCEPT, door
    versie.nagekeken_door, versie.nagekeken_op = None, None
    bewaar(versie, door=door, op=op)


def trek_uit(versie: Artikelversie, *, door: Gebruiker | None, op: datetime) -> Artikelversie:
    """The step to withdrawn, for who already asked the right."""
    versie.ingetrokken_op = op
    return _stap(versie, Status.INGETROKKEN, door, op)


def schreef_mee(versie: Artikelversie, wie: Gebruiker) -> bool:
    """Whether this person wrote in this version: every save of a concept is writing."""
    geschreven = versie.history.filter(history_user=wie, status=Status.CONCEPT)
    return versie.schrijver_id == wie.pk or bool(geschreven.exists())


def _concept(versie: Artikelversie, door: Gebruiker, op: datetime) -> Artikelversie:
    versie.status, versie.schrijver = Status.CONCEPT, door
    bewaar(versie, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=versie)
    return versie


def _stap(versie: Artikelversie, naar: Status, door: Gebruiker | None, op: datetime) -> Artikelversie:
    van, versie.status = versie.status, naar
    bewaar(versie, door=door, op=op)
    leg_vast(Handeling.GEWIJZIGD, door=door, op=op, over=versie, velden=["status"], van=van, naar=naar.value)
    transaction.on_commit(partial(naslag.vergeet))
    return versie


def _eis_gezien(huidig: Artikelversie, versie: int | None) -> None:
    """Who takes a step saw this very version: its files may differ although its words do not."""
    if huidig.versie != versie:
        raise VersieConflict(huidig, None)


def _eis_stap(versie: Artikelversie, naar: Status) -> None:
    if naar not in VOLGENDE_STATUS[Status(versie.status)]:
        stand = Status(versie.status).label.lower()
        raise ValidationError(f"Deze versie is {stand}. Deze stap kan nu niet.")


def _eis_adres(soort: str, slug: str) -> None:
    """An address says of a term and of a principle what it is, and never hides a page of the kennisbank."""
    if slug in BEZET:
        raise ValidationError({"slug": "Dit adres gebruikt de kennisbank zelf. Kies een ander adres."})
    eigen = VOORVOEGSELS.get(Soort(soort), "")
    if any(slug.startswith(begin) != (begin == eigen) for begin in VOORVOEGSELS.values()):
        zin = (
            f"Het adres begint met '{eigen}'."
            if eigen
            else "Dit begin van het adres is voor begrippen en uitgangspunten."
        )
        raise ValidationError({"slug": zin})
