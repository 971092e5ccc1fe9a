"""One partnership in the words of the portal: the same shape for what the register says and for what we have.

Plain values only, with the names of the portal's fields and choices. `als_json` makes them fit for storage.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Waarde = str | date | tuple[str, ...] | None

# The fields of a partnership about which the register has something to say, in the order of the page.
VELDEN = (
    "naam",
    "vorm",
    "vestigingsplaats",
    "bezoekadres",
    "website",
    "kvk",
    "rsin",
    "oin",
    "tooi",
    "sinds",
    "tekst_van",
    "doel",
    "bevoegdheden",
    "wgr_hoofdstuk",
)
DEELNAMEVELDEN = ("van", "tot", "organen", "kostenaandeel")


@dataclass(frozen=True, slots=True)
class Deelnamebeeld:
    """A participation; `kostenaandeel` in percent. `sleutel` tells the participant from the others."""

    naam: str
    soort: str
    tooi: str = ""
    van: date | None = None
    tot: date | None = None
    organen: tuple[str, ...] = ()
    kostenaandeel: Decimal | None = None

    @property
    def sleutel(self) -> str:
        """The TOOI code, such as 'gm0556', or else the name."""
        return self.tooi.rsplit("/", 1)[-1] if self.tooi else f"naam:{self.naam.casefold()}"


@dataclass(frozen=True, slots=True)
class Verwijzingbeeld:
    """A link: the text of the regeling, or a law on which it rests."""

    soort: str
    titel: str
    url: str


@dataclass(frozen=True, slots=True)
class Versiebeeld:
    """One version of the text of a regeling."""

    roo_regeling: str
    titel: str
    in_werking: date | None = None
    uit_werking: date | None = None


@dataclass(frozen=True, slots=True)
class Verbandbeeld:
    """A partnership. `velden` has every name of `VELDEN`; `nummer` is the portal's id, 0 on the register's side."""

    velden: Mapping[str, Waarde]
    deelnames: tuple[Deelnamebeeld, ...] = ()
    verwijzingen: tuple[Verwijzingbeeld, ...] = ()
    versies: tuple[Versiebeeld, ...] = ()
    korte_naam: str = ""
    roo_regeling: str = ""
    roo_organisatie: str = ""
    roo_gewijzigd_op: date | None = None
    roo_geverifieerd_op: date | None = None
    nummer: int = 0
    beeindigd: bool = False
    opmerkingen: tuple[str, ...] = field(default=(), compare=False)

    @property
    def naam(self) -> str:
        """The name, as text."""
        return str(self.velden["naam"])

    @property
    def keten(self) -> frozenset[str]:
        """The register's numbers of all versions of the regeling."""
        return frozenset({self.roo_regeling, *(versie.roo_regeling for versie in self.versies)} - {""})

    @property
    def oorsprong(self) -> str:
        """The number of the first version: it stays when a new version comes."""
        return self.versies[0].roo_regeling if self.versies else self.roo_regeling


def als_json(waarde: Any) -> Any:
    """A value in the shapes that JSON knows: days as YYYY-MM-DD, numbers with decimals as text, tuples as lists."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return als_json(asdict(waarde))
    if isinstance(waarde, Mapping):
        return {sleutel: als_json(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple | list):
        return [als_json(deel) for deel in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde) if isinstance(waarde, Decimal) else waarde
