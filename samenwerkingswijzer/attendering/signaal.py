"""What a signal is: somebody must look at this, and why. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

LENGTE_MERK = 16
Drempels = Mapping[str, Decimal]


class Ernst(StrEnum):
    """How serious, the most serious first."""

    DRINGEND = "dringend"
    AANDACHT = "aandacht"
    INFO = "info"

    @property
    def rang(self) -> int:
        """The place in a list: 0 for the most serious."""
        return list(Ernst).index(self)


@dataclass(frozen=True)
class Drempel:
    """From where on a rule speaks: a number with its unit; `naam` says what it counts."""

    naam: str
    standaard: Decimal
    eenheid: str


@dataclass(frozen=True)
class Signaalregel:
    """One rule of `signalen.yaml`: what it says, why, from which source, how serious, for which roles.

    `wacht_op` names the facts that the portal does not have yet; such a rule has no finder.
    """

    sleutel: str
    groep: str
    naam: str
    zin: str
    reden: str
    bron: str
    ernst: Ernst
    voor: frozenset[str]
    drempel: Drempel | None
    bewijs: tuple[str, ...]
    doen: str
    wacht_op: str = ""


@dataclass(frozen=True)
class Signaal:
    """A rule that speaks about one partnership, or (`verband_id` None) about `over`: something of the municipality.

    `aan` names the roles for whom it is, when that is not everybody for whom the rule is: the owner of an article.
    `waarden` fills the sentence. `oorzaak` holds what makes it this signal and no other: as long as that is the same it
    is the same signal, also when the words or the threshold change. `datum` is the day it is about, if there is one.
    `url` is where the cause can be looked at or taken away; for who has the right of that name, if one is needed.
    """

    regel: Signaalregel
    verband_id: int | None
    waarden: Mapping[str, str]
    oorzaak: tuple[str, ...]
    url: str
    datum: date | None = None
    recht: str = ""
    over: str = ""
    aan: frozenset[str] = frozenset()

    @property
    def voor(self) -> frozenset[str]:
        """The roles for whom it is."""
        return self.aan or self.regel.voor

    @cached_property
    def zin(self) -> str:
        """The whole sentence. Values are put in as they are: a brace in a name stays a brace."""
        return self.regel.zin.format_map(self.waarden)

    @cached_property
    def merk(self) -> str:
        """Sixteen hexadecimal signs for this cause; part of the address and of what was handled."""
        tekst = "\x1f".join((self.regel.sleutel, *self.oorzaak))
        return sha256(tekst.encode()).hexdigest()[:LENGTE_MERK]

    @property
    def sleutel(self) -> tuple[int, str, str]:
        """What tells this signal from every other: partnership (0 for none), rule and cause."""
        return self.verband_id or 0, self.regel.sleutel, self.merk

    @property
    def rang(self) -> tuple[int, date, str, int, str]:
        """The place in a list: the most serious first, then the nearest day."""
        return self.regel.ernst.rang, self.datum or date.max, self.regel.sleutel, self.verband_id or 0, self.merk
