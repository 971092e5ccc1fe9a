"""What the list of decisions of a session says: plain values, ready to be frozen and to be printed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from governance.models import Sessie, Sessiedeelnemer, VastgesteldeSessie
from governance.sessie.beeld import Rij, lees_sessie
from governance.sessie.lezen import Uitslag, uitslag
from samenwerkingswijzer.models import Gebruiker, namen
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol


def gegevens(sessie: Sessie, *, door: Gebruiker, op: datetime) -> dict[str, Any]:
    """The decisions of a session as they would be adopted by this person at this moment (aware).

    Counts stand per group that may be shown; no person is named with a score.
    """
    nu = Peildatum(timezone.localdate(op))
    beeld, scores = lees_sessie(sessie.pk, nu), uitslag(sessie.pk, nu)
    if beeld is None or scores is None:
        raise ValueError("a session has decisions from the moment that scoring is closed")
    vastleggers = {rij.rij.vastgelegd_door_id for rij in beeld.rijen if rij.rij.klasse}
    wie = namen({beeld.sessie.voorzitter_id, *vastleggers}, None)
    functies = _functies(beeld.sessie.voorzitter_id, {*vastleggers, door.pk})
    momenten = [rij.rij.vastgelegd_op for rij in beeld.rijen if rij.rij.vastgelegd_op]
    return {
        "jaar": beeld.sessie.jaar,
        "datum": beeld.sessie.datum.isoformat(),
        "vergadering": beeld.sessie.vergadering,
        "openbaarheid": beeld.sessie.openbaarheid,
        "voorzitter": wie.get(beeld.sessie.voorzitter_id, ""),
        "deelnemers": _deelnemers(sessie.pk),
        "verbanden": [_verband(rij, scores[rij.rij.id], nummer) for nummer, rij in enumerate(beeld.rijen, 1)],
        "vastgelegd_door": sorted(wie[nummer] for nummer in vastleggers),
        "vastgelegd_functies": sorted({functies[nummer] for nummer in vastleggers}),
        "vastgelegd_op": _tijd(max(momenten, default=None)),
        "vastgesteld_door": door.naam,
        "vastgesteld_functie": _ander(functies[door.pk], {functies[nummer] for nummer in vastleggers}),
        "vastgesteld_op": _tijd(op),
    }


def vastgesteld(sessie_id: int) -> VastgesteldeSessie | None:
    """What was frozen, with its document; None before adoption."""
    return VastgesteldeSessie.objects.filter(sessie_id=sessie_id).first()


def _functies(voorzitter_id: int | None, wie: set[int]) -> dict[int, str]:
    """What these people are: the document names offices, not officials."""
    rollen = dict(Gebruiker.objects.filter(id__in=wie).values_list("id", "rol"))
    return {
        nummer: "voorzitter van de sessie" if nummer == voorzitter_id else Rol(rollen[nummer]).label.lower()
        for nummer in wie
    }


def _ander(functie: str, vastgelegd: set[str]) -> str:
    """Who adopts, so that it can be read that it is somebody else."""
    return f"{functie} (een ander dan wie vastlegde)" if functie in vastgelegd else functie


def _deelnemers(sessie_id: int) -> dict[str, int]:
    """How many of raad and college take part in the end."""
    kanten = list(Sessiedeelnemer.objects.filter(sessie_id=sessie_id).aanwezig().values_list("kant", flat=True))
    return {kant.value: kanten.count(kant.value) for kant in Sessiedeelnemer.Kant}


def _verband(rij: Rij, scores: Uitslag, nummer: int) -> dict[str, Any]:
    besluit = rij.rij
    return {
        "nummer": nummer,
        "verband": besluit.verband_id,
        "naam": rij.verband.naam,
        "klasse": besluit.klasse,
        "ook": list(besluit.ook),
        "redenen": list(besluit.redenen),
        "vraagstukken": [{"vraag": v.vraag, "mogelijkheden": list(v.mogelijkheden)} for v in rij.vraagstukken],
        "mandaat": besluit.mandaat,
        "voorwaarden": besluit.voorwaarden,
        "reden": besluit.reden,
        "zonder_bespreking": besluit.zonder_bespreking,
        "voorstel": besluit.voorstel_klasse,
        "vorig": {"klasse": rij.vorig.klasse, "datum": rij.vorig.datum.isoformat()} if rij.vorig else None,
        "scores": _scores(scores),
    }


def _scores(scores: Uitslag) -> dict[str, Any]:
    telling = scores.telling
    groepen = [
        {"kant": g.kant, "naam": g.naam, "fracties": list(g.fracties), "aantallen": list(g.aantallen)}
        for g in telling.groepen
    ]
    verschil = telling.verschil
    return {
        "groepen": groepen,
        "redenen": dict(telling.redenen),
        "eensgezindheid": telling.eensgezindheid,
        "verschil": None if verschil is None else str(verschil),
    }


def _tijd(moment: datetime | None) -> str:
    """The moment in the zone of the portal, as text that can be read back."""
    return timezone.localtime(moment).isoformat() if moment else ""
