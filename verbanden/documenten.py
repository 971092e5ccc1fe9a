"""The documents of a partnership as they were on a day, each with its versions up to then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from samenwerkingswijzer.bestanden.soorten import omvang
from samenwerkingswijzer.models import Bestand, namen
from verbanden.models import Document


@dataclass(frozen=True)
class Versie:
    """One file of a document: the first is number 1."""

    nummer: int
    bestand: Bestand
    door: str

    @property
    def omvang(self) -> str:
        """Kind and size: 'PDF, 120 kB'."""
        return omvang(self.bestand.soort, self.bestand.grootte)


@dataclass(frozen=True)
class Stuk:
    """A document with its versions, the newest first. `rij` may be of history: read its own columns only."""

    rij: Document
    versies: list[Versie]

    @property
    def laatste(self) -> Versie:
        return self.versies[0]

    @property
    def eerdere(self) -> list[Versie]:
        return self.versies[1:]


def lees(verband_id: int, moment: datetime | None) -> list[Stuk]:
    """All documents, by kind and title; four queries whatever their number."""
    rijen = list(Document.objects.op(moment, verband_id=verband_id))
    versies = _versies([rij.id for rij in rijen], moment)
    stukken = (Stuk(rij, versies[rij.id]) for rij in rijen)
    volgorde = list(Document.Soort)
    return sorted(stukken, key=lambda stuk: (volgorde.index(Document.Soort(stuk.rij.soort)), stuk.rij.titel.casefold()))


def zoek(verband_id: int, document_id: int, moment: datetime | None) -> Stuk | None:
    """One document, when this partnership had it."""
    rij = Document.objects.op(moment, id=document_id, verband_id=verband_id).first()
    return Stuk(rij, _versies([rij.id], moment)[rij.id]) if rij else None


def _versies(ids: Iterable[int], moment: datetime | None) -> dict[int, list[Versie]]:
    """The files that stood in these rows, the newest first."""
    nummers = list(ids)
    geschiedenis = Document.history.filter(id__in=nummers, history_type__in="+~").order_by("history_date", "history_id")
    if moment is not None:
        geschiedenis = geschiedenis.filter(history_date__lte=moment)
    gezien: dict[int, list[int]] = defaultdict(list)
    for document_id, bestand_id in geschiedenis.values_list("id", "bestand_id"):
        if bestand_id not in gezien[document_id]:
            gezien[document_id].append(bestand_id)
    bestanden = Bestand.objects.in_bulk({nummer for rij in gezien.values() for nummer in rij})
    wie = namen({bestand.door_id for bestand in bestanden.values()}, moment)
    return {
        document_id: [
            Versie(nummer, bestanden[bestand_id], wie.get(bestanden[bestand_id].door_id, ""))
            for nummer, bestand_id in reversed(list(enumerate(rij, 1)))
        ]
        for document_id, rij in gezien.items()
    }
