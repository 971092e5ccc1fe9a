"""Sessions in the data files that were held and adopted: run through the acts, so that all of it is real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from governance.handelingen import scores, sessiebesluiten, sessies
from governance.handelingen.sessiebesluiten import Uitkomst, Vraagstuk
from governance.models import Sessie, Sessieverband
from governance.sessie import besluit, besluitenlijst
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.models import Gebruiker, Gemeente
from verbanden.models import Klasse, Samenwerkingsverband
from verbanden.voorbeeld.secties import Zoeker

VELDEN = ("klasse", "ook", "redenen", "mandaat", "voorwaarden", "reden")
KORT = {"z": Klasse.POLITIEK_ZEER, "p": Klasse.POLITIEK, "b": Klasse.BESTUURLIJK, "a": Klasse.AMBTELIJK}


def houd(gegevens: Mapping[str, Any], zoek: Zoeker, op: datetime) -> None:
    """Prepare, score, close, record (the chair) and adopt (who prepared it), all on one moment."""
    griffier, voorzitter = zoek(Gebruiker, gegevens["door"]), zoek(Gebruiker, gegevens["voorzitter"])
    deelnemers = [zoek(Gebruiker, naam) for naam in gegevens["deelnemers"]]
    per_verband = {zoek(Samenwerkingsverband, regel["verband"]): regel for regel in gegevens["verbanden"]}
    vast: dict[str, Any] = {"door": griffier, "op": op}
    agenda = {naam: gegevens[naam] for naam in ("jaar", "datum", "vergadering")}
    sessie = sessies.bereid_voor(**agenda, **vast)
    openbaarheid = {"openbaarheid": gegevens["openbaarheid"]}
    sessie = sessies.wijzig(sessie=sessie, waarden=openbaarheid, versie=sessie.versie, **vast)
    sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=deelnemers, **vast)
    sessies.voeg_verbanden_toe(sessie=sessie, verbanden=list(per_verband), **vast)
    sessie = sessies.vervang_voorzitter(sessie=sessie, voorzitter=voorzitter, **vast)
    sessie = sessies.stel_open(sessie=sessie, **vast)
    rijen = {rij: per_verband[rij.verband] for rij in Sessieverband.objects.filter(sessie=sessie)}
    for rij, regel in rijen.items():
        _scoor(rij, regel, deelnemers, op)
    sessie = sessies.sluit(sessie=sessie, **vast)
    for rij, regel in rijen.items():
        sessiebesluiten.leg_uitkomst_vast(
            sessieverband=rij, uitkomst=_uitkomst(regel), versie=rij.versie, door=voorzitter, op=op
        )
    _stel_vast(sessie, griffier, op)


def _scoor(rij: Sessieverband, regel: Mapping[str, Any], deelnemers: list[Any], op: datetime) -> None:
    for letter, wie in zip(regel["scores"], deelnemers, strict=True):
        redenen = regel.get("redenen", [])
        scores.score(sessieverband=rij, klasse=KORT[letter], redenen=redenen, zin="", door=wie, op=op)


def _uitkomst(regel: Mapping[str, Any]) -> Uitkomst:
    vragen = [Vraagstuk(een["vraag"], tuple(een.get("mogelijkheden", ()))) for een in regel.get("vraagstukken", ())]
    return Uitkomst(**{naam: regel[naam] for naam in VELDEN if naam in regel}, vraagstukken=vragen)


def _stel_vast(sessie: Sessie, door: Gebruiker, op: datetime) -> None:
    gegevens = besluit.gegevens(sessie, door=door, op=op)
    naam = Gemeente.objects.values_list("naam", flat=True).first() or ""
    pdf = besluitenlijst.document(gegevens, gemeente=naam, controlegetal=controlegetal(gegevens))
    sessiebesluiten.stel_vast(sessie=sessie, gegevens=gegevens, pdf=pdf, door=door, op=op)
