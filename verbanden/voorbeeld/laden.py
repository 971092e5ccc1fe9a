"""From data files to rows: every row is saved on its own recorded moment, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, cast

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models, transaction

from samenwerkingswijzer.historie import Gevolgd, bewaar
from verbanden.voorbeeld.bestand import VoorbeeldFout, lees_bestand, moment
from verbanden.voorbeeld.secties import MAPPEN, SECTIES, Doener, Sectie

BEHEER = frozenset({"op", "door", "reden", "sleutel", "wijzigingen"})
INTERN = frozenset({"id", "versie", "password", "last_login"})


@dataclass
class Rij:
    """One row of a data file: its own fields, and how it came to be."""

    sectie: str
    waar: str
    gegevens: dict[str, Any]
    op: datetime
    object: models.Model | None = None

    @property
    def soort(self) -> Sectie:
        return SECTIES[self.sectie]


@dataclass(order=True)
class Stap:
    """One save: the row appears, or some of its fields change."""

    op: datetime
    volgorde: int
    nummer: int
    rij: Rij = field(compare=False)
    wijziging: dict[str, Any] | None = field(default=None, compare=False)


@dataclass
class Lader:
    """Loads the steps of all files and knows the rows that others refer to."""

    bekend: dict[tuple[type[models.Model], Any], models.Model] = field(default_factory=dict)
    aantal: int = 0

    def voer_uit(self, stap: Stap) -> None:
        """Save one step, or let it do what it tells."""
        if doe := stap.rij.soort.doe:
            self._doe(stap, doe)
        else:
            self._zet(stap)

    def _zet(self, stap: Stap) -> None:
        velden = stap.rij.gegevens if stap.wijziging is None else stap.wijziging
        waarden = {naam: self._waarde(stap.rij, naam, waarde) for naam, waarde in _eigen(velden)}
        if stap.wijziging is None:
            stap.rij.object = stap.rij.soort.nieuw(**waarden)
        for naam, waarde in waarden.items():
            setattr(stap.rij.object, naam, waarde)
        self._bewaar(stap, velden)

    def _doe(self, stap: Stap, doe: Doener) -> None:
        rij = stap.rij
        try:
            doe(rij.gegevens, partial(self._gezocht, rij), stap.op)
        except ValidationError as fout:
            raise VoorbeeldFout(f"{rij.waar}: {'; '.join(fout.messages)}") from fout
        self.aantal += 1

    def _bewaar(self, stap: Stap, velden: dict[str, Any]) -> None:
        rij = stap.rij
        door = self._gezocht(rij, SECTIES["gebruikers"].model, velden.get("door"))
        try:
            bewaar(cast(Gevolgd, rij.object), door=cast(Any, door), op=stap.op, reden=velden.get("reden", ""))
        except ValidationError as fout:
            raise VoorbeeldFout(f"{rij.waar}: {'; '.join(fout.messages)} ({_namen(fout)})") from fout
        self.aantal += 1
        self._onthoud(rij)

    def _onthoud(self, rij: Rij) -> None:
        soort = rij.soort
        sleutel = rij.gegevens.get("sleutel") or rij.gegevens.get(soort.sleutel)
        if sleutel:
            self.bekend[soort.model, sleutel] = cast(models.Model, rij.object)

    def _waarde(self, rij: Rij, naam: str, waarde: Any) -> Any:
        veld = _veld(rij, naam)
        if isinstance(veld, models.ForeignKey):
            return self._gezocht(rij, veld.remote_field.model, waarde)
        if isinstance(veld, models.DecimalField) and isinstance(waarde, int | float):
            return Decimal(str(waarde))
        return waarde

    def _gezocht(self, rij: Rij, model: type[models.Model], sleutel: Any) -> models.Model | None:
        if sleutel is None:
            return None
        try:
            return self.bekend[model, sleutel]
        except KeyError:
            soort = model._meta.verbose_name
            raise VoorbeeldFout(f"{rij.waar}: er is (dan nog) geen {soort} met de naam '{sleutel}'.") from None


@transaction.atomic
def laad(mappen: list[Path] | None = None) -> int:
    """Load all data files in one transaction; the number of saves."""
    stappen = sorted(stap for map_ in mappen or MAPPEN for pad in sorted(map_.glob("*.yaml")) for stap in _stappen(pad))
    lader = Lader()
    for stap in stappen:
        lader.voer_uit(stap)
    return lader.aantal


def _stappen(pad: Path) -> Iterator[Stap]:
    """Every save that a file asks for. `op` and `verband` at the top hold for all rows that do not say otherwise."""
    inhoud = lees_bestand(pad)
    algemeen: dict[str, Any] = {naam: inhoud.pop(naam) for naam in ("op", "verband", "door") if naam in inhoud}
    for naam, ruw in inhoud.items():
        if naam not in SECTIES:
            raise VoorbeeldFout(f"{pad.name}: het onderdeel '{naam}' is onbekend.")
        for nummer, gegevens in enumerate(_rijen(naam, ruw, pad.name), 1):
            waar = f"{pad.name}, {naam}, nummer {nummer}"
            yield from _stappen_van_rij(naam, waar, _aangevuld(naam, gegevens, algemeen), nummer)


def _rijen(naam: str, ruw: Any, bestand: str) -> list[dict[str, Any]]:
    lees = SECTIES[naam].lees
    rijen = list(lees(ruw, f"{bestand}, {naam}")) if lees else ruw
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        raise VoorbeeldFout(f"{bestand}: het onderdeel '{naam}' moet een lijst zijn.")
    return rijen


def _aangevuld(naam: str, gegevens: dict[str, Any], algemeen: dict[str, Any]) -> dict[str, Any]:
    velden = {veld.name for veld in SECTIES[naam].model._meta.fields} | BEHEER
    return {sleutel: waarde for sleutel, waarde in algemeen.items() if sleutel in velden} | gegevens


def _stappen_van_rij(naam: str, waar: str, gegevens: dict[str, Any], nummer: int) -> Iterator[Stap]:
    volgorde = list(SECTIES).index(naam)
    rij = Rij(naam, waar, gegevens, moment(gegevens.get("op"), waar))
    for sleutel, _ in () if rij.soort.doe else _eigen(gegevens):
        _veld(rij, sleutel)
    yield Stap(rij.op, volgorde, nummer, rij)
    for wijziging in gegevens.get("wijzigingen", []):
        op = moment(wijziging.get("op"), waar)
        if op <= rij.op:
            raise VoorbeeldFout(f"{waar}: een wijziging komt na het begin.")
        yield Stap(op, volgorde, nummer, rij, wijziging)


def _eigen(velden: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((naam, waarde) for naam, waarde in velden.items() if naam not in BEHEER)


def _veld(rij: Rij, naam: str) -> models.Field[Any, Any]:
    try:
        veld = rij.soort.model._meta.get_field(naam)
    except FieldDoesNotExist:
        veld = None
    if not isinstance(veld, models.Field) or naam in INTERN:
        raise VoorbeeldFout(f"{rij.waar}: '{naam}' is onbekend.")
    return veld


def _namen(fout: ValidationError) -> str:
    return ", ".join(fout.message_dict) if hasattr(fout, "error_dict") else ""
