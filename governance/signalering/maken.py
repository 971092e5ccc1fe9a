"""A signal of governance about one partnership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from samenwerkingswijzer.attendering.catalogus import catalogus
from samenwerkingswijzer.attendering.signaal import Signaal


def maak(
    sleutel: str,
    verband: Any,
    url: str,
    oorzaak: Sequence[object],
    dag: date | None = None,
    recht: str = "",
    **waarden: str,
) -> Signaal:
    """A signal of this rule; `oorzaak` is what makes it this one, `recht` what the address asks."""
    namen = {"verband": verband.korte_naam or verband.naam, **waarden}
    return Signaal(catalogus()[sleutel], verband.id, namen, tuple(str(deel) for deel in oorzaak), url, dag, recht)
