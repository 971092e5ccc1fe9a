"""A weighing: begun, answered by several people in turn, and closed by a choice of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from governance.afweging import kader_van
from governance.models import Afweging, Antwoord, Instrumentversie, Regimekeuze
from governance.regels.instrument import Afwegingskader, Soort
from governance.regels.matching import weeg
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht, eis
from verbanden.handelingen.vergrendeling import VersieConflict, vergrendel, vergrendel_verband, zet
from verbanden.models import Samenwerkingsverband

GEEN_INSTRUMENT = "Dit instrument is nog niet gepubliceerd. Vraag het de beheerder."
GESLOTEN = "Bij deze afweging is al een keuze vastgelegd. Begin een nieuwe afweging om te heroverwegen."


class AntwoordConflict(VersieConflict):
    """Somebody else answered some of these questions in between; `kenmerken` says which. Nothing was written."""

    def __init__(self, kenmerken: Sequence[str], eerste: VersieConflict) -> None:
        super().__init__(eerste.huidig, eerste.basis)
        self.kenmerken = tuple(kenmerken)


@dataclass(frozen=True)
class Inzending:
    """One answer as somebody sent it; `versie` is that of the answer they saw, None when there was none."""

    kenmerk: str
    optie: str
    versie: int | None
    toelichting: str | None = None
    wie_weet: str | None = None

    @property
    def waarden(self) -> dict[str, Any]:
        """What is written; a field that was not asked keeps its value."""
        alle = {"optie": self.optie, "toelichting": self.toelichting, "wie_weet": self.wie_weet}
        return {naam: waarde for naam, waarde in alle.items() if waarde is not None}


@transaction.atomic
def begin(
    *,
    verband: Samenwerkingsverband,
    aanleiding: str,
    door: Gebruiker,
    op: datetime,
    soort: str = Instrumentversie.Soort.AFWEGINGSKADER,
) -> Afweging:
    """A new weighing with the newest published instrument; of each kind one open weighing is enough."""
    eis(door, Recht.BEWERKEN, verband=verband, op=timezone.localdate(op))
    huidig = vergrendel_verband(verband)
    instrument = Instrumentversie.objects.geldend(soort)
    if instrument is None:
        raise ValidationError(GEEN_INSTRUMENT)
    if Afweging.objects.filter(verband=huidig, keuze__isnull=True, instrument__soort=soort).exists():
        raise ValidationError("Er loopt al een afweging voor dit verband. Maak die eerst af.")
    afweging = Afweging(
        verband=huidig, instrument=instrument, aanleiding=aanleiding, begonnen_op=timezone.localdate(op)
    )
    bewaar(afweging, door=door, op=op)
    leg_vast(Handeling.AANGEMAAKT, door=door, op=op, over=afweging, verband=huidig.id)
    return afweging


@transaction.atomic
def beantwoord(*, afweging: Afweging, inzendingen: Sequence[Inzending], door: Gebruiker, op: datetime) -> list[str]:
    """Write answers; returns the questions that changed. All or nothing: a conflict in one writes none."""
    _open(afweging, door, op)
    kader = kader_van(afweging.instrument)
    bekend = {antwoord.kenmerk: antwoord for antwoord in Antwoord.objects.filter(afweging=afweging)}
    anders: list[str] = []
    botsingen: dict[str, VersieConflict] = {}
    for inzending in inzendingen:
        try:
            if _schrijf(afweging, kader, inzending, bekend.get(inzending.kenmerk), door=door, op=op):
                anders.append(inzending.kenmerk)
        except VersieConflict as botsing:
            botsingen[inzending.kenmerk] = botsing
    if botsingen:
        raise AntwoordConflict(list(botsingen), next(iter(botsingen.values())))
    if anders:
        leg_vast(Handeling.BEANTWOORD, door=door, op=op, over=afweging, vragen=anders)
    return anders


@transaction.atomic
def kies(
    *,
    afweging: Afweging,
    vorm: str,
    rollen: Sequence[str],
    afspraken: Sequence[str],
    gegevens: Mapping[str, Any],
    door: Gebruiker,
    op: datetime,
) -> Regimekeuze:
    """Record what people chose, beside what the instrument advised; after this the answers stay as they are.

    `gegevens`: motivering, besluit_van, besloten_op (date), document, url.
    """
    _open(afweging, door, op)
    kader = kader_van(afweging.instrument)
    _eis_bekend(kader, Soort.VORM, [vorm])
    _eis_bekend(kader, Soort.ROL, rollen)
    _eis_bekend(kader, Soort.AFSPRAAK, afspraken)
    _eis_samen(kader, vorm, [*rollen, *afspraken])
    if gegevens["besloten_op"] > _dag(op):
        raise ValidationError({"besloten_op": "Een besluit ligt niet in de toekomst."})
    uitkomst = weeg(kader, dict(Antwoord.objects.filter(afweging=afweging).values_list("kenmerk", "optie")))
    if uitkomst.van(vorm) is None:
        raise ValidationError("Volgens de wet kan deze vorm niet bij deze antwoorden. Kijk de antwoorden na.")
    eerste = uitkomst.eerste
    keuze = Regimekeuze(
        afweging=afweging,
        vorm=vorm,
        rollen=list(rollen),
        afspraken=list(afspraken),
        advies=eerste.keuze.id if eerste and uitkomst.genoeg else "",
        **gegevens,
    )
    bewaar(keuze, door=door, op=op)
    leg_vast(Handeling.GEKOZEN, door=door, op=op, over=keuze, verband=afweging.verband_id, wijkt_af=keuze.wijkt_af)
    return keuze


def _open(afweging: Afweging, door: Gebruiker, op: datetime) -> None:
    """Lock the weighing's partnership, and refuse without the right or when a choice was made."""
    verband = vergrendel_verband(afweging.verband)
    eis(door, Recht.BEWERKEN, verband=verband, op=_dag(op))
    if Regimekeuze.objects.filter(afweging=afweging).exists():
        raise ValidationError(GESLOTEN)


def _schrijf(
    afweging: Afweging,
    kader: Afwegingskader,
    inzending: Inzending,
    bekend: Antwoord | None,
    *,
    door: Gebruiker,
    op: datetime,
) -> bool:
    kenmerk = kader.kenmerk(inzending.kenmerk)
    if kenmerk is None or not kenmerk.tekst(inzending.optie):
        raise ValidationError("Kies een van de antwoorden.")
    if bekend is None:
        nieuw = Antwoord(afweging=afweging, kenmerk=inzending.kenmerk, invuller=door, **inzending.waarden)
        bewaar(nieuw, door=door, op=op)
        return True
    if inzending.versie is None:
        raise VersieConflict(bekend, None)
    huidig, op = vergrendel(bekend, versie=inzending.versie, velden=inzending.waarden, op=op)
    if not zet(huidig, inzending.waarden):
        return False
    huidig.invuller = door
    bewaar(huidig, door=door, op=op)
    return True


def _eis_bekend(kader: Afwegingskader, soort: Soort, gekozen: Sequence[str]) -> None:
    bekend = {keuze.id for keuze in kader.van(soort)}
    if vreemd := [id_ for id_ in gekozen if id_ not in bekend]:
        raise ValidationError(f"Deze keuze staat niet in het afwegingskader: {', '.join(vreemd)[:80]}.")


def _eis_samen(kader: Afwegingskader, vorm: str, gekozen: Sequence[str]) -> None:
    """Refuse what does not exist in this form, and two choices that exclude each other."""
    keuzes = [keuze for id_ in gekozen if (keuze := kader.keuze(id_))]
    for keuze in keuzes:
        if not keuze.hoort_bij(vorm):
            raise ValidationError(f"'{keuze.naam}' bestaat niet bij deze vorm. Haal deze keuze weg.")
        for ander in keuzes:
            if ander.id in keuze.sluit_uit:
                raise ValidationError(f"'{keuze.naam}' en '{ander.naam}' sluiten elkaar uit. Kies er een.")


def _dag(op: datetime) -> date:
    return timezone.localdate(op)
