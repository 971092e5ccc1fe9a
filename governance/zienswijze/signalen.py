"""What people must know of zienswijzen: those that run, those without an answer, and what asks for attention."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from governance.models.zienswijze import KLAAR, Zienswijzestatus
from governance.zienswijze.lezen import Dossier, dossiers
from samenwerkingswijzer.functies import Aandachtspunt
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from verbanden.models import Samenwerkingsverband

LOPEND = tuple(status.value for status in Zienswijzestatus if status.value not in KLAAR)
BRON = "Zienswijze"
TE_LAAT, LOOPT, ANTWOORD = "te laat", "zienswijze loopt", "antwoord ontbreekt"


def lopend(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Dossier]:
    """Dossiers in which somebody has a step to take, what must be done first on top. 3 queries."""
    gevonden = _lees(peildatum, verband_ids, LOPEND)
    return sorted(gevonden, key=lambda d: (d.termijn.uiterlijk is None, d.termijn.uiterlijk, d.rij.ontvangen_op))


def zonder_antwoord(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Dossier]:
    """Dossiers that were sent and not answered, the longest waiting first. 3 queries."""
    gevonden = _lees(peildatum, verband_ids, (Zienswijzestatus.VERZONDEN.value,))
    return sorted(gevonden, key=lambda d: (d.rij.verzonden_op, d.rij.id))


def aandacht(peildatum: Peildatum, verband_ids: Iterable[int]) -> list[Aandachtspunt]:
    """Running dossiers as points of attention: who is to act, and until when."""
    return [_punt(een) for een in lopend(peildatum, verband_ids) if een.volgende]


def _lees(peildatum: Peildatum, verband_ids: Iterable[int], statussen: Iterable[str]) -> list[Dossier]:
    rijen = Samenwerkingsverband.objects.op(peildatum.moment, id__in=list(verband_ids))
    return dossiers(peildatum, {verband.id: verband for verband in rijen}, statussen)


def _punt(een: Dossier) -> Aandachtspunt:
    wie = een.volgende.wie if een.volgende else ""
    tot = een.rij.vergadering if een.rij.verzonden_op else een.termijn.uiterlijk
    titel = f"{een.titel}: {wie} is aan zet" + (f", uiterlijk {datum(tot)}" if tot else "")
    laat = een.antwoord_te_laat if een.rij.verzonden_op else een.te_laat
    ernst = TE_LAAT if laat else ANTWOORD if een.rij.verzonden_op else LOOPT
    return Aandachtspunt(een.verband.id, titel, ernst, reverse("governance:zienswijze", args=[een.rij.id]), BRON)
