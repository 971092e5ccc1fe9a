"""The rules of the signals, read from our own content file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from samenwerkingswijzer.attendering.signaal import Drempel, Ernst, Signaalregel

BESTAND = Path(__file__).with_name("signalen.yaml")
# What a threshold may be, per unit, both included.
GRENZEN: dict[str, tuple[Decimal, Decimal]] = {
    "dagen": (Decimal(0), Decimal(730)),
    "weken": (Decimal(0), Decimal(52)),
    "maanden": (Decimal(1), Decimal(120)),
    "procent": (Decimal(0), Decimal(1000)),
    "euro": (Decimal(-1_000_000_000), Decimal(1_000_000_000)),
}


@cache
def _bestand() -> dict[str, Any]:
    gelezen: dict[str, Any] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return gelezen


@cache
def catalogus() -> Mapping[str, Signaalregel]:
    """Every rule by its key, in the order of the file; also those that still wait for facts."""
    return {rij["sleutel"]: _regel(rij) for rij in _bestand()["signalen"]}


def regels() -> list[Signaalregel]:
    """The rules that take part."""
    return [regel for regel in catalogus().values() if not regel.wacht_op]


def wachtend() -> list[Signaalregel]:
    """The rules of which the portal does not have the facts yet."""
    return [regel for regel in catalogus().values() if regel.wacht_op]


@cache
def ernstwoorden() -> Mapping[Ernst, tuple[str, str]]:
    """Per seriousness its name and what it asks."""
    return {Ernst(rij["sleutel"]): (rij["naam"], rij["uitleg"]) for rij in _bestand()["ernst"]}


@cache
def groepen() -> Mapping[str, str]:
    """The groups of rules: key to title."""
    gelezen: dict[str, str] = _bestand()["groepen"]
    return gelezen


def standaard() -> dict[str, Decimal]:
    """The threshold of each rule that has one, as long as the municipality chose no other."""
    return {regel.sleutel: regel.drempel.standaard for regel in catalogus().values() if regel.drempel}


def _regel(rij: dict[str, Any]) -> Signaalregel:
    velden = {**rij, "ernst": Ernst(rij["ernst"]), "voor": frozenset(rij["voor"]), "bewijs": tuple(rij["bewijs"])}
    return Signaalregel(**{**velden, "drempel": _drempel(rij["drempel"])})


def _drempel(rij: dict[str, Any] | None) -> Drempel | None:
    return Drempel(rij["naam"], Decimal(str(rij["standaard"])), rij["eenheid"]) if rij else None
