"""Facts of a block: a label with a value, or an open gap that says who fills it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator

from verbanden.dashboard.lezing import Lezing

KORT = 140


@dataclass(frozen=True)
class Feit:
    """One line of a fact list. Without `waarde` it is a gap; `wie` says whose turn it is. `items` makes a list."""

    label: str
    waarde: str = ""
    wie: str = ""
    url: str = ""
    items: tuple[str, ...] = ()


def feit(lezing: Lezing, label: str, waarde: Any, *, url: str = "") -> Feit:
    """A fact, or a gap that names the account holder."""
    if waarde:
        return Feit(label, Truncator(waarde).chars(KORT) if lezing.kort else str(waarde), url=url)
    if lezing.beeindigd:
        return Feit(label, wie="dit verband is beëindigd")
    return Feit(label, wie=lezing.accounthouder or "er is nog geen accounthouder")


def gevuld(feiten: Iterable[Feit]) -> list[Feit]:
    """Only the facts that are there: for details that nobody owes."""
    return [regel for regel in feiten if regel.waarde or regel.items]


def opsomming(woorden: Iterable[str]) -> str:
    """Write 'a, b en c'."""
    *eerste, laatste = list(woorden) or [""]
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
