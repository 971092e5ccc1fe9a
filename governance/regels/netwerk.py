"""Who meets whom at which table: counts both ways, and which tables seat the same partners.

Pure: partners and tables are numbers. Source: founding document, 2.2 ('samenspel met partners').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

# The other partners at each table.
Tafels = Mapping[int, frozenset[int]]

KLEINSTE_KRING = 2


@dataclass(frozen=True)
class Kring:
    """Tables at which the same partners sit together, perhaps with others."""

    tafels: frozenset[int]
    partners: frozenset[int]

    @property
    def gewicht(self) -> int:
        """How many seats could be spared by meeting once."""
        return (len(self.tafels) - 1) * len(self.partners)


def per_partner(tafels: Tafels) -> dict[int, frozenset[int]]:
    """The tables of each partner."""
    gezien: dict[int, set[int]] = defaultdict(set)
    for tafel, partners in tafels.items():
        for partner in partners:
            gezien[partner].add(tafel)
    return {partner: frozenset(hun_tafels) for partner, hun_tafels in gezien.items()}


def dezelfde_kring(tafels: Tafels) -> Kring | None:
    """The largest circle: all partners of one table that sit together at another table too; None when there is none."""
    kringen = (_kring(tafels, partners) for partners in set(tafels.values()) if len(partners) >= KLEINSTE_KRING)
    gevonden = [kring for kring in kringen if len(kring.tafels) > 1]
    return max(gevonden, key=lambda kring: (kring.gewicht, sorted(kring.partners)), default=None)


def _kring(tafels: Tafels, partners: frozenset[int]) -> Kring:
    return Kring(frozenset(tafel for tafel, daar in tafels.items() if partners <= daar), partners)
