"""Reads every change of a partnership: one query for all its models."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, JSONObject

from samenwerkingswijzer.models import namen as namen_van_gebruikers
from verbanden import weergave
from verbanden.geschiedenis.bronnen import Bron, bronnen
from verbanden.geschiedenis.vertellen import Regel, Verteller
from verbanden.models import StandVanZaken

AUTOMATISCH = "Automatisch"
OORDEEL = ("oordeel", None)


def regels(verband_id: int, *, tot: datetime | None = None) -> list[Regel]:
    """Every change of a partnership up to `tot` (None: now), newest first."""
    per_label = {bron.label: bron for bron in bronnen()}
    rijen = list(_lees(verband_id, per_label.values(), tot))
    namen = _namen(rijen, per_label, tot)
    wie = namen_van_gebruikers({rij["door"] for rij in rijen}, tot)
    vorige: dict[tuple[str, Any], dict[str, Any]] = {}
    uit: list[Regel] = []
    for rij in rijen:
        bron = per_label[rij["soort"]]
        sleutel = (rij["soort"], rij["nummer"])
        verteller = Verteller(bron, rij, vorige.get(sleutel), namen, wie.get(rij["door"], AUTOMATISCH))
        nieuw_oordeel = bron.model is StandVanZaken and rij["teken"] == "+"
        uit += verteller.oordeel(vorige.get(OORDEEL)) if nieuw_oordeel else verteller.regels()
        vorige[sleutel] = rij["waarden"]
        if bron.model is StandVanZaken:
            vorige[OORDEEL] = rij["waarden"]
    return uit[::-1]


def _lees(verband_id: int, alle: Iterable[Bron], tot: datetime | None) -> list[dict[str, Any]]:
    """All historical rows, oldest first; values as Python values."""
    vragen = [_vraag(bron, verband_id, tot) for bron in alle]
    gevonden = vragen[0].union(*vragen[1:], all=True).order_by("g_wanneer", "g_soort", "g_volgnummer")
    per_label = {bron.label: bron for bron in alle}
    return [_als_rij(per_label, rij) for rij in gevonden]


def _vraag(bron: Bron, verband_id: int, tot: datetime | None) -> Any:
    sleutel = "id" if bron.is_verband else bron.via
    rijen = bron.model.history.filter(**{sleutel: verband_id})
    if tot is not None:
        rijen = rijen.filter(history_date__lte=tot)
    inhoud = JSONObject(**{veld.name: _kolom(veld) for veld in bron.velden()})
    return rijen.order_by().values(
        g_soort=Value(bron.label, output_field=CharField()),
        g_nummer=F("id"),
        g_volgnummer=F("history_id"),
        g_wanneer=F("history_date"),
        g_teken=F("history_type"),
        g_door=F("history_user_id"),
        g_waarom=F("history_change_reason"),
        g_waarden=inhoud,
    )


def _als_rij(per_label: dict[str, Bron], gevonden: dict[str, Any]) -> dict[str, Any]:
    rij = {naam.removeprefix("g_"): waarde for naam, waarde in gevonden.items()}
    return rij | {"waarden": _waarden(per_label[rij["soort"]], rij["waarden"])}


def _kolom(veld: Any) -> Any:
    """JSON knows no exact numbers, so those travel as text."""
    return Cast(veld.attname, CharField()) if isinstance(veld, models.DecimalField) else F(veld.attname)


def _waarden(bron: Bron, ruw: dict[str, Any]) -> dict[str, Any]:
    return {veld.name: _lees_waarde(veld, ruw[veld.name]) for veld in bron.velden()}


def _lees_waarde(veld: Any, waarde: Any) -> Any:
    if isinstance(veld, models.ForeignKey | ArrayField) or waarde is None:
        return waarde
    return veld.to_python(waarde)


def _namen(rijen: list[dict[str, Any]], per_label: dict[str, Bron], tot: datetime | None) -> weergave.Namen:
    """Names of everything that a row points at; every model is asked once, also when nothing points at it."""
    paren: set[tuple[type[models.Model], Any]] = set()
    for rij in rijen:
        for naam, model in _relaties(per_label[rij["soort"]]).items():
            if rij["waarden"][naam] is not None:
                paren.add((model, rij["waarden"][naam]))
    return weergave.namen_van(paren, tot)


@cache
def _relaties(bron: Bron) -> dict[str, type[models.Model]]:
    return {v.name: v.remote_field.model for v in bron.velden() if isinstance(v, models.ForeignKey)}
