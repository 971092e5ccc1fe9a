"""Evaluations in the data files: run through the acts on the days that the file names, so that all of it is real.

Judgements are letters in the order of the criteria (g, v, m, o of the scale, x for none); the sentences are those of
the evaluatiekader, marked as invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from evaluatie.evaluaties import rapport
from evaluatie.evaluaties.lezen import Beeld
from evaluatie.handelingen import evaluatieconclusies, evaluatieoordelen
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.handelingen.evaluatieoordelen import Inzending
from evaluatie.models import Evaluatie, Evaluatiestap
from evaluatie.models.evaluatie import Stap
from governance.regels.evaluatiekader.kader import GEEN_OORDEEL, Criterium
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.models import Gebruiker, Gemeente
from verbanden.models import Samenwerkingsverband
from verbanden.voorbeeld.bestand import moment
from verbanden.voorbeeld.secties import Zoeker

LETTERS = {"g": "goed", "v": "voldoende", "m": "matig", "o": "onvoldoende", "x": GEEN_OORDEEL}
THEMALETTERS = {"k": "op_koers", "a": "aandacht", "b": "bijsturen", "g": "geen"}
FICTIEF = " (fictief)"


def ronde(gegevens: Mapping[str, Any], zoek: Zoeker, op: datetime) -> None:
    """Prepare the yearly evaluations over a year."""
    handelingen.zet_klaar(jaar=gegevens["jaar"], door=zoek(Gebruiker, gegevens["door"]), op=op)


def houd(gegevens: Mapping[str, Any], zoek: Zoeker, op: datetime) -> None:
    """Begin an evaluation where needed, and take it as far as the file tells; each step on its own day."""
    door, verband = zoek(Gebruiker, gegevens["door"]), zoek(Samenwerkingsverband, gegevens["verband"])
    if waarom := gegevens.get("waarom"):
        handelingen.begin(verband=verband, jaar=gegevens["jaar"], waarom=waarom, door=door, op=op)
    evaluatie = Evaluatie.objects.get(verband=verband, jaar=gegevens["jaar"])
    _plan(evaluatie, gegevens.get("planning", {}), door, op)
    for stap, doe in STAPPEN.items():
        if stap in gegevens:
            eigen = gegevens[stap]
            doe(Evaluatie.objects.get(pk=evaluatie.pk), eigen, zoek, door, moment(eigen["op"], gegevens["verband"]))


def _plan(evaluatie: Evaluatie, dagen: Mapping[str, Any], door: Gebruiker, op: datetime) -> None:
    rijen = Evaluatiestap.objects.filter(evaluatie=evaluatie, stap__in=dagen)
    stappen = {rij.stap: handelingen.Planning(rij.wie, dagen[rij.stap], rij.versie) for rij in rijen}
    handelingen.plan(evaluatie=evaluatie, stappen=stappen, door=door, op=op)


def _naar(evaluatie: Evaluatie, stap: Stap, door: Gebruiker, op: datetime) -> Evaluatie:
    vers = Evaluatie.objects.get(pk=evaluatie.pk)
    return handelingen.ga_naar(evaluatie=vers, stap=stap, versie=vers.versie, door=door, op=op)


def _schrijf(
    evaluatie: Evaluatie, velden: tuple[str, ...], waarden: Mapping[str, Any], door: Gebruiker, op: datetime
) -> None:
    handelingen.schrijf(evaluatie=evaluatie, velden=velden, waarden=waarden, versie=evaluatie.versie, door=door, op=op)


def _opzet(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    waarden = {
        "leider": evaluatie.leider_id or door.pk,
        "waarom": eigen.get("waarom", evaluatie.waarom),
        "criteria": evaluatie.criteria,
        "zwaar": eigen.get("zwaar", []),
    }
    _schrijf(evaluatie, handelingen.OPZET, waarden, door, op)
    _naar(evaluatie, Stap.GEGEVENS, door, op)


def _gegevens(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    _schrijf(evaluatie, handelingen.GEGEVENS, {"gegevens": eigen["tekst"]}, door, op)
    _naar(evaluatie, Stap.OORDEEL, door, op)


def _oordelen(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    criteria = [een.criterium for een in handelingen.beeld_van(evaluatie, op).criteria]
    for een in eigen["van"]:
        paren = zip(criteria, een["letters"], strict=False)
        inzendingen = [_inzending(criterium, LETTERS[letter]) for criterium, letter in paren]
        wie = zoek(Gebruiker, een["wie"])
        evaluatieoordelen.geef(evaluatie=evaluatie, functie=een["functie"], oordelen=inzendingen, door=wie, op=op)
    if eigen.get("klaar", True):
        _naar(evaluatie, Stap.GESPREK, door, op)


def _inzending(criterium: Criterium, oordeel: str) -> Inzending:
    if oordeel == GEEN_OORDEEL:
        return Inzending(criterium.id, oordeel, f"Er is te weinig bewijs{FICTIEF}.", "", None)
    zin = criterium.woorden[oordeel].rstrip(".") + FICTIEF + "."
    return Inzending(criterium.id, oordeel, zin, criterium.bewijs[0] + FICTIEF, None)


def _gesprek(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    waarden = {"gesprek_op": op.date(), "gesprek_met": eigen["met"], "verslag": eigen["verslag"]}
    _schrijf(evaluatie, handelingen.GESPREK, waarden, door, op)
    _naar(evaluatie, Stap.CONCLUSIE, door, op)


def _conclusie(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    beeld = handelingen.beeld_van(evaluatie, op)
    themas = {
        deel.thema.id: (THEMALETTERS[letter], _themazin(deel.criteria[0]))
        for deel, letter in zip(beeld.themas, eigen["letters"], strict=True)
    }
    evaluatieconclusies.concludeer(
        evaluatie=evaluatie,
        besluit=eigen["besluit"],
        zin=eigen["zin"],
        themas=themas,
        versie=evaluatie.versie,
        door=door,
        op=op,
    )


def _themazin(criterium: Any) -> str:
    """What the first judge said of the first criterion."""
    return str(criterium.gezegd[0].rij.zin)


def _vastgesteld(evaluatie: Evaluatie, eigen: Mapping[str, Any], zoek: Zoeker, door: Gebruiker, op: datetime) -> None:
    wie = zoek(Gebruiker, eigen["door"])
    beeld: Beeld = handelingen.beeld_van(evaluatie, op)
    waarden = rapport.gegevens(beeld, door=wie, op=op)
    naam = Gemeente.objects.values_list("naam", flat=True).first() or ""
    pdf = rapport.document(waarden, gemeente=naam, controlegetal=controlegetal(waarden))
    evaluatieconclusies.stel_vast(
        evaluatie=evaluatie, gegevens=waarden, pdf=pdf, versie=evaluatie.versie, door=wie, op=op
    )


STAPPEN = {
    "opzet": _opzet,
    "gegevens": _gegevens,
    "oordelen": _oordelen,
    "gesprek": _gesprek,
    "conclusie": _conclusie,
    "vastgesteld": _vastgesteld,
}
