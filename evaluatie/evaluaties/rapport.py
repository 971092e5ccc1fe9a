"""The report of an evaluation: plain values, ready to be frozen, and the PDF that is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from evaluatie.evaluaties.lezen import Beeld, Criteriumbeeld, Gezegd, Themabeeld
from evaluatie.models import VastgesteldeEvaluatie
from evaluatie.models.evaluatie import Stap
from evaluatie.woorden import Merk
from samenwerkingswijzer import opmaak
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.pdf import STATISCH, maak_pdf
from samenwerkingswijzer.rechten import Rol

# The steps that adopting closes.
SLOT = (Stap.CONCLUSIE, Stap.VASTGESTELD)


def gegevens(beeld: Beeld, *, door: Gebruiker | None = None, op: datetime | None = None) -> dict[str, Any]:
    """The evaluation as plain values; with who adopts it and when. Offices are named, people are not. One query."""
    rij = beeld.rij
    functies = _functies({rij.leider_id, rij.conclusie_door_id, rij.vastgesteld_door_id, door.pk if door else None})
    vastgesteld_op = op or rij.vastgesteld_op
    return {
        "verband": rij.verband_id,
        "naam": beeld.verband.naam,
        "jaar": rij.jaar,
        "kader": beeld.versie,
        "fase": rij.get_fase_display(),
        "aanleiding": rij.get_aanleiding_display(),
        "waarom": rij.waarom,
        "leider": functies.get(rij.leider_id, ""),
        "stappen": [_stap(een.naam, een.rij, op) for een in beeld.stappen if een.rij],
        "gegevens": rij.gegevens,
        "rechters": [functie for _, functie in beeld.rechters],
        "themas": [_thema(thema) for thema in beeld.themas],
        "waarom_een": rij.waarom_een,
        "gesprek": {"op": _dag(rij.gesprek_op), "met": rij.gesprek_met, "verslag": rij.verslag},
        "besluit": _merk(beeld.merk),
        "zin": rij.zin,
        "conclusie_functie": functies.get(rij.conclusie_door_id, ""),
        "conclusie_op": _tijd(rij.conclusie_op),
        "vastgesteld_functie": functies.get(door.pk if door else rij.vastgesteld_door_id, ""),
        "vastgesteld_op": _tijd(vastgesteld_op),
    }


def document(waarden: Mapping[str, Any], *, gemeente: str, controlegetal: str = "") -> bytes:
    """The report as PDF; without a hash it is a concept. The same values give the same bytes."""
    context = {
        "een": voor_papier(waarden),
        "gemeente": gemeente,
        "controlegetal": controlegetal,
        "concept": not controlegetal,
        "fictief": settings.DEMO,
        "statisch": STATISCH,
    }
    return maak_pdf(render_to_string("evaluatie/evaluatie_pdf.html", context))


def voor_papier(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """The values with dates in words; the template prints what is here."""
    gesprek = waarden["gesprek"]
    return {
        **waarden,
        "stappen": [
            {**stap, "gepland": _woord(stap["gepland"]), "klaar": _woord(stap["klaar"])} for stap in waarden["stappen"]
        ],
        "gesprek": {**gesprek, "op": _woord(gesprek["op"])},
        "conclusie_op": _moment(waarden["conclusie_op"]),
        "vastgesteld_op": _moment(waarden["vastgesteld_op"]),
    }


def bevroren(evaluatie_ids: Iterable[int]) -> dict[int, VastgesteldeEvaluatie]:
    """What was frozen of these evaluations, without the documents themselves. One query."""
    rijen = VastgesteldeEvaluatie.objects.defer("pdf").filter(evaluatie_id__in=list(evaluatie_ids))
    return {rij.evaluatie_id: rij for rij in rijen}


def _stap(naam: str, rij: Any, vast_op: datetime | None) -> dict[str, str]:
    """A step; the last two end on the day of adoption, which is still to be kept while the report is made."""
    klaar = timezone.localdate(vast_op) if vast_op and rij.stap in SLOT and not rij.klaar_op else rij.klaar_op
    return {"naam": naam, "wie": rij.wie, "gepland": _dag(rij.gepland_op), "klaar": _dag(klaar)}


def _thema(thema: Themabeeld) -> dict[str, Any]:
    return {
        "id": thema.thema.id,
        "naam": thema.thema.naam,
        "kort": thema.thema.kort,
        "merk": _merk(thema.merk),
        "berekend": _merk(thema.berekend),
        "anders": thema.anders,
        "verschillen": thema.verschillen,
        "zin": thema.conclusie.zin if thema.conclusie else "",
        "criteria": [_criterium(een) for een in thema.criteria],
    }


def _criterium(een: Criteriumbeeld) -> dict[str, Any]:
    return {
        "naam": een.criterium.naam,
        "zwaar": een.zwaar,
        "verschil": een.verdeeld,
        "oordelen": [_gezegd(gezegd) if gezegd else None for _, gezegd in een.kolommen],
    }


def _gezegd(gezegd: Gezegd) -> dict[str, Any]:
    rij = gezegd.rij
    return {"functie": rij.functie, "merk": _merk(gezegd.merk), "zin": rij.zin, "bewijs": rij.bewijs}


def _merk(merk: Merk) -> dict[str, str]:
    return {"code": merk.code, "woord": merk.woord}


def _functies(wie: set[int | None]) -> dict[int | None, str]:
    """What these people are: a document names offices, not officials."""
    ids: Sequence[int] = [nummer for nummer in wie if nummer is not None]
    rollen = Gebruiker.objects.filter(id__in=ids).values_list("id", "rol")
    return {nummer: Rol(rol).label.lower() for nummer, rol in rollen}


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _woord(tekst: str) -> str:
    return opmaak.datum(date.fromisoformat(tekst)) if tekst else ""


def _tijd(moment: datetime | None) -> str:
    """The moment in the zone of the portal, as text that can be read back."""
    return timezone.localtime(moment).isoformat() if moment else ""


def _moment(tekst: str) -> str:
    return opmaak.datum(datetime.fromisoformat(tekst).date()) if tekst else ""
