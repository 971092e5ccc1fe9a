"""What may be done with the files of a version that is being written: put one in, and take one out."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from kennisbank.handelingen.artikelen import GEZIEN, eis_in_bewerking, schrijf_verder
from kennisbank.models import Artikelversie, Bijlage
from samenwerkingswijzer.handelingen.bestanden import ingeleverd
from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.vergrendeling import VersieConflict, vergrendel

MEESTE = 20
VOL = f"Een artikel heeft hoogstens {MEESTE} bijlagen. Haal er eerst een weg."


def voeg_toe(
    *,
    concept: Artikelversie,
    versie: int | None,
    titel: str,
    upload: UploadedFile,
    door: Gebruiker,
    op: datetime,
) -> Bijlage:
    """Put a file with a version that is not published; what was reviewed must then be reviewed again."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    with ingeleverd(upload, door=door, op=op) as bestand, transaction.atomic():
        huidig, op = _schrijf_verder(concept, versie, door, op)
        if Bijlage.objects.van_versies([huidig.pk]).count() >= MEESTE:
            raise ValidationError(VOL)
        bestand.save(force_insert=True)
        nummer = _volgend_nummer(huidig.artikel_id)
        bijlage = Bijlage(artikelversie=huidig, nummer=nummer, bestand=bestand, titel=titel.strip())
        bewaar(bijlage, door=door, op=op)
        leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=bijlage, artikelversie=huidig.pk)
        return bijlage


@transaction.atomic
def haal_weg(*, concept: Artikelversie, versie: int | None, nummer: int, door: Gebruiker, op: datetime) -> None:
    """Take a file out of a version that is not published; earlier versions keep it."""
    eis(door, Recht.KENNIS_SCHRIJVEN)
    huidig, op = _schrijf_verder(concept, versie, door, op)
    bijlage = Bijlage.objects.van(huidig.pk).filter(nummer=nummer).first()
    if bijlage is None:
        raise VersieConflict(huidig, None)
    leg_vast(Handeling.VERWIJDERD, door=door, op=op, over=bijlage, artikelversie=huidig.pk)
    verwijder(bijlage, door=door, op=op)


def _schrijf_verder(
    concept: Artikelversie, versie: int | None, door: Gebruiker, op: datetime
) -> tuple[Artikelversie, datetime]:
    """The version, locked and a concept again: who looked at another set of files must look once more."""
    huidig, op = vergrendel(concept, versie=versie, velden=GEZIEN, op=op)
    if huidig.versie != versie:  # the files may differ although the words do not
        raise VersieConflict(huidig, None)
    eis_in_bewerking(huidig)
    schrijf_verder(huidig, door=door, op=op)
    return huidig, op


def _volgend_nummer(artikel_id: int) -> int:
    """One more than any attachment of this article ever had, so that a number in a text never means another file."""
    versies = Artikelversie.objects.van_artikelen([artikel_id]).order_by().values("id")
    hoogste = Bijlage.history.filter(artikelversie_id__in=versies).aggregate(hoogste=Max("nummer"))["hoogste"]
    return int(hoogste or 0) + 1
