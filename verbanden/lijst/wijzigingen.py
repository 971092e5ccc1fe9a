"""What changed in our interest during the year, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from samenwerkingswijzer.opmaak import datum, procent
from verbanden.models import Post


def wijzigingen(partij: Mapping[str, Any], soort: str) -> list[str]:
    """What changed in our interest during the year, in sentences; the jaarstukken also say that nothing did."""
    dagen = (("Ingetreden", partij["ingetreden"]), ("Uitgetreden", partij["uitgetreden"]))
    zinnen = [f"{wat} op {lange_datum(dag)}." for wat, dag in dagen if dag]
    if soort == "jaarstukken":
        zinnen += [*_verschoven(partij["cijfers"]), partij["wijzigingen"]]
    return [zin for zin in zinnen if zin] or (
        ["Geen verandering in het belang."] if soort == "jaarstukken" and _belang_bekend(partij["cijfers"]) else []
    )


def _verschoven(cijfers: Mapping[str, Any]) -> list[str]:
    if not _belang_bekend(cijfers):
        return []
    begin, eind = (Decimal(cijfers[post]["bedrag"]) for post in (Post.BELANG_BEGIN, Post.BELANG_EIND))
    return [f"Het belang ging van {procent(begin)} naar {procent(eind)}."] if begin != eind else []


def _belang_bekend(cijfers: Mapping[str, Any]) -> bool:
    return all(cijfers[post] and cijfers[post]["bedrag"] for post in (Post.BELANG_BEGIN, Post.BELANG_EIND))


def lange_datum(dag: str | None) -> str:
    """A date of the data in full; 'nog niet' without one."""
    return datum(date.fromisoformat(dag)) if dag else "nog niet"
