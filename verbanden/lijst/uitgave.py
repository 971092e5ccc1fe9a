"""One edition as a reader gets it: the concept as the register stands, or what was adopted, exactly as stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samenwerkingswijzer.bevriezen import vaste_vorm
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from verbanden.lijst.document import gegevens
from verbanden.lijst.druk import Ondertekening, pdf
from verbanden.lijst.partijen import partijen
from verbanden.lijst.poort import vaste_dag
from verbanden.lijst.toetsing import Lijst
from verbanden.models import Editie, VastgesteldeLijst
from verbanden.regels.bbv.partij import Documentsoort


@dataclass(frozen=True)
class Uitgave:
    """An edition with its data and signatures. `vast` is the stored row, without its document, once adopted."""

    editie: Editie
    gegevens: Mapping[str, Any]
    teken: Ondertekening
    vast: VastgesteldeLijst | None = None

    @property
    def json(self) -> bytes:
        """The data as a file. Of an adopted list its SHA-256 is the number that stands in the document."""
        return vaste_vorm(self.gegevens)

    def pdf(self) -> bytes:
        """The document: as it was stored, or made now."""
        if self.vast is None:
            return pdf(self.gegevens, self.teken)
        bewaard = VastgesteldeLijst.objects.values_list("pdf", flat=True).get(id=self.vast.id)
        return bytes(bewaard)


def edities(lijst: Lijst, peildatum: Peildatum) -> list[Editie]:
    """The editions of a list as known on the reference date, the newest first; one query."""
    gevonden = Editie.objects.op(peildatum.moment, soort=lijst.soort.value, jaar=lijst.jaar)
    return sorted(gevonden, key=lambda editie: -editie.nummer)


def uitgave(editie: Editie, peildatum: Peildatum, gemeente: Gemeente) -> Uitgave:
    """The edition with its data; a concept is read on the reference date, or on the day that was fixed for it."""
    if editie.status == Editie.Status.VASTGESTELD:
        return _vastgesteld(editie)
    dag = vaste_dag(editie, peildatum)
    rijen = partijen(Documentsoort(editie.soort), editie.jaar, dag)
    wie = functies([editie.klaargezet_door_id], peildatum.moment)
    return Uitgave(
        editie,
        gegevens(editie, rijen, peildatum=dag.dag, gemeente=gemeente),
        Ondertekening(klaargezet_door=wie.get(editie.klaargezet_door_id or 0, "")),
    )


def _vastgesteld(editie: Editie) -> Uitgave:
    vast = VastgesteldeLijst.objects.defer("pdf").get(editie_id=editie.id)
    wie = functies([editie.klaargezet_door_id, vast.door_id], vast.op)
    teken = Ondertekening(
        klaargezet_door=wie.get(editie.klaargezet_door_id or 0, ""),
        vastgesteld_door=wie.get(vast.door_id, ""),
        vastgesteld_op=datum(vast.op),
        controlegetal=vast.gegevens_sha256,
    )
    return Uitgave(editie, vast.gegevens, teken, vast)


def functies_toen(wie_en_wanneer: Iterable[tuple[int | None, datetime]]) -> dict[tuple[int | None, datetime], str]:
    """The function of each user as it was at their own moment, such as 'Griffie'; two queries for any number."""
    paren = {(wie, moment) for wie, moment in wie_en_wanneer if wie is not None}
    ids = {wie for wie, _ in paren}
    nu = functies(ids, None)
    gevonden: dict[tuple[int | None, datetime], str] = {(wie, moment): nu[wie] for wie, moment in paren}
    rijen = Gebruiker.history.filter(id__in=ids).order_by("history_date", "history_id") if ids else ()
    for rij in rijen:  # the later one writes over the earlier one
        for wie, moment in paren:
            if rij.id == wie and rij.history_date <= moment:
                gevonden[wie, moment] = Rol(rij.rol).label
    return gevonden


def functies(ids: Iterable[int | None], moment: datetime | None) -> dict[int, str]:
    """The function of these users, such as 'Griffie', as it was at `moment`; no query without ids."""
    gezocht = {nummer for nummer in ids if nummer is not None}
    if not gezocht:
        return {}
    rijen = Gebruiker.objects.filter(id__in=gezocht).values_list("id", "rol")
    if moment is not None:
        toen = Gebruiker.history.filter(history_date__lte=moment, id__in=gezocht)
        rijen = toen.order_by("id", "-history_date", "-history_id").distinct("id").values_list("id", "rol")
    return {nummer: Rol(rol).label for nummer, rol in rijen}
