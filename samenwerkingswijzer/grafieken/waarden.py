"""The words beside a chart: every year with its value, in the unit of the chart."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from samenwerkingswijzer.opmaak import getal


class Eenheid(Enum):
    """In what a series is told: the number to divide by, the decimals and the words after it."""

    EURO = (1, 0, "in euro's")
    DUIZEND_EURO = (1000, 0, "× € 1.000")
    MILJOEN_EURO = (1_000_000, 1, "in miljoen euro")
    PROCENT = (1, 1, "in procent")
    GETAL = (1, 0, "")

    @property
    def deler(self) -> int:
        """By how much an amount is divided before it is written."""
        return self.value[0]

    @property
    def decimalen(self) -> int:
        """How many decimals are written."""
        return self.value[1]

    @property
    def woorden(self) -> str:
        """The words that follow the whole series."""
        return self.value[2]


def beschrijving(punten: Sequence[tuple[int, Decimal | None, bool]], eenheid: Eenheid) -> str:
    """Tell a series: 2025: 22.615; 2026: niet opgegeven; 2027: 25.506 (verwacht); × € 1.000."""
    deler, decimalen, woorden = eenheid.value
    zinnen = [
        f"{jaar}: niet opgegeven"
        if waarde is None
        else f"{jaar}: {getal(waarde / deler, decimalen)}{' (verwacht)' if verwacht else ''}"
        for jaar, waarde, verwacht in punten
    ]
    return "; ".join([*zinnen, woorden] if woorden else zinnen)
