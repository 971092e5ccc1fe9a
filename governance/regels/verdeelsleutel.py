"""Does the distribution key fit? Each party's part of the key beside its part of the task and of the benefit.

Source: founding document, paragraph 2.2: keys follow each party's share in realising the task and its interest in the
result; owning the partnership is kept apart from buying services for own account, which carries no key at all.
Units: shares in percent (0 to 100), differences in percentage points.
Not modelled: how task and benefit weigh against each other; people discuss that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenwerkingswijzer.opmaak import getal, procent

HONDERD = Decimal(100)
AFRONDING = Decimal("0.5")  # percent: what rounding the shares of several parties may leave
KLEIN = Decimal(2)  # percentage points: a smaller difference is no reason to talk; our own choice
MATEN = {"taak": "de taak", "baten": "de baten", "sleutel": "de sleutel"}


@dataclass(frozen=True)
class Deel:
    """One party that owns: its part of the task, of the benefit and of the key, in percent. None: not known."""

    partij: str
    taak: Decimal | None = None
    baten: Decimal | None = None
    sleutel: Decimal | None = None

    def verschil(self, maat: str) -> Decimal | None:
        """The key minus this measure in percentage points; above zero when the party pays more than its part."""
        waarde: Decimal | None = getattr(self, maat)
        return None if waarde is None or self.sleutel is None else self.sleutel - waarde


@dataclass(frozen=True)
class Afwijking:
    """A difference between the key and one measure of one party."""

    partij: str
    maat: str
    verschil: Decimal


@dataclass(frozen=True)
class Sleutelbeeld:
    """All parties, the largest difference (None: nothing to compare), and the measures that are not 100 together."""

    delen: tuple[Deel, ...]
    grootste: Afwijking | None
    niet_honderd: tuple[tuple[str, Decimal], ...]


def vergelijk(delen: Iterable[Deel]) -> Sleutelbeeld:
    """Compare the key with the parts in task and benefit."""
    alle = tuple(delen)
    afwijkingen = [
        Afwijking(deel.partij, maat, verschil)
        for deel in alle
        for maat in ("taak", "baten")
        if (verschil := deel.verschil(maat)) is not None
    ]
    grootste = max(afwijkingen, key=lambda a: (abs(a.verschil), a.verschil, a.partij, a.maat), default=None)
    return Sleutelbeeld(alle, grootste, tuple(_niet_honderd(alle)))


def _niet_honderd(delen: Sequence[Deel]) -> Iterable[tuple[str, Decimal]]:
    """Measures of which the parts are known and not 100 together, or already more with some unknown."""
    for maat in MATEN:
        waarden = [waarde for deel in delen if (waarde := getattr(deel, maat)) is not None]
        som = sum(waarden, Decimal(0))
        volledig = bool(waarden) and len(waarden) == len(delen)
        if som - HONDERD > AFRONDING or (volledig and HONDERD - som > AFRONDING):
            yield maat, som


def zin(beeld: Sleutelbeeld) -> str:
    """What the comparison says, in one sentence."""
    grootste = beeld.grootste
    if grootste is None:
        return "Er is nog geen sleutel te vergelijken met een deel in de taak of de baten."
    if not grootste.verschil:
        return "De sleutel is gelijk aan het deel van elke partij dat bekend is."
    punten = getal(abs(grootste.verschil), 1).removesuffix(",0")
    if abs(grootste.verschil) <= KLEIN:
        return f"De sleutel past: hij wijkt hoogstens {punten} procentpunt af van een deel in de taak of de baten."
    richting = "meer" if grootste.verschil > 0 else "minder"
    waarvan = MATEN[grootste.maat]
    return (
        f"{grootste.partij} betaalt volgens de sleutel {punten} procentpunt {richting} dan het eigen deel in {waarvan}."
    )


def waarschuwingen(beeld: Sleutelbeeld) -> tuple[str, ...]:
    """A sentence for each measure that is not 100 percent together."""
    return tuple(f"De delen in {MATEN[maat]} zijn samen {procent(som)}, niet 100%." for maat, som in beeld.niet_honderd)
