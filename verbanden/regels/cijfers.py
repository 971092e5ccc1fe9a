"""Which figure of a year leads, and what the figures say together. Pure: plain values in, plain values out."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

# From the most to the least certain: the leading figure of a year is the first one there is.
ZEKERHEID: tuple[str, ...] = ("vastgesteld", "voorlopig", "verwacht", "begroot")


def leidend(stadia: Iterable[str]) -> str:
    """The most certain of some stadia; ValueError when there is none."""
    return min(stadia, key=ZEKERHEID.index)


def is_verwacht(stadium: str) -> bool:
    """Whether a figure still has to come true: drawn dotted, with an open point."""
    return stadium in ("begroot", "verwacht")


def verschil(nieuw: Decimal, oud: Decimal) -> Decimal | None:
    """Growth in percent; None when there was nothing to grow from."""
    return None if oud == 0 else (nieuw - oud) / abs(oud) * 100


def solvabiliteit(eigen_vermogen: Decimal, vreemd_vermogen: Decimal) -> Decimal | None:
    """EV / (EV + VV) in percent; None when there is no capital at all."""
    totaal = eigen_vermogen + vreemd_vermogen
    return None if totaal == 0 else eigen_vermogen / totaal * 100


def tekortjaren(resultaten: Mapping[int, Decimal]) -> int:
    """How many years in a row, up to the last one, ended with a deficit."""
    aantal = 0
    for jaar in sorted(resultaten, reverse=True):
        if resultaten[jaar] >= 0:
            break
        aantal += 1
    return aantal
