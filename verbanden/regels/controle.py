"""Cross-checks on figures that catch real mistakes. Pure; a warning, never a refusal.

Source: published lists with a closing balance that differs from the next opening balance, and with jumps that
nobody explains (domain study, chapter on the BBV list).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

PAREN = {
    "belang": ("belang_begin", "belang_eind"),
    "eigen_vermogen": ("eigen_vermogen_begin", "eigen_vermogen_eind"),
    "vreemd_vermogen": ("vreemd_vermogen_begin", "vreemd_vermogen_eind"),
}

Bedragen = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Aansluiting:
    """The begin of a year is not the end of the year before."""

    begin: Decimal
    eind_vorig: Decimal


@dataclass(frozen=True)
class Resultaatverschil:
    """The result is not what the equity changed by."""

    resultaat: Decimal
    mutatie: Decimal


@dataclass(frozen=True)
class Sprong:
    """The contribution changes by this many percent."""

    procent: Decimal


Bevinding = Aansluiting | Resultaatverschil | Sprong


def controleer(dit_jaar: Bedragen, vorig_jaar: Bedragen, *, drempel: Decimal) -> dict[str, Bevinding]:
    """What deserves a second look, by group of posts. Amounts in euro, a belang in percent; of one kind of stadium.

    `drempel` is in percent: above it a change of the contribution asks for a second look.
    """
    gevonden: dict[str, Bevinding] = {}
    for groep, (begin, eind) in PAREN.items():
        nu, toen = dit_jaar.get(begin), vorig_jaar.get(eind)
        if nu is not None and toen is not None and nu != toen:
            gevonden[groep] = Aansluiting(nu, toen)
    _resultaat(dit_jaar, gevonden)
    nu, toen = dit_jaar.get("bijdrage"), vorig_jaar.get("bijdrage")
    if nu is not None and toen and abs(nu - toen) / toen * 100 > drempel:
        gevonden["bijdrage"] = Sprong((nu - toen) / toen * 100)
    return gevonden


def _resultaat(bedragen: Bedragen, gevonden: dict[str, Bevinding]) -> None:
    begin, eind = (bedragen.get(post) for post in PAREN["eigen_vermogen"])
    resultaat = bedragen.get("resultaat")
    if begin is not None and eind is not None and resultaat is not None and eind - begin != resultaat:
        gevonden["resultaat"] = Resultaatverschil(resultaat, eind - begin)
