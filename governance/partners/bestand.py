"""The map of partners and tables as a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from governance.partners.netwerk import Netwerk
from verbanden.models import Organisatie
from verbanden.uitvoer import Bestand, Waarde, maak_tabel


def maak(formaat: str, netwerk: Netwerk, dag: date) -> Bestand:
    """A line per partner, with ja or nee for each table."""
    koppen = ["Partner", "Soort", "Aantal tafels", *(tafel.naam for tafel in netwerk.bezet)]
    return maak_tabel(formaat, "Partners", koppen, _rijen(netwerk), dag)


def _rijen(netwerk: Netwerk) -> Iterator[list[Waarde]]:
    for partner in netwerk.op_aantal:
        tafels = netwerk.gezien[partner.id]
        ja_nee = ("ja" if tafel.id in tafels else "nee" for tafel in netwerk.bezet)
        yield [partner.voluit, str(Organisatie.Soort(partner.soort).label), Decimal(len(tafels)), *ja_nee]
