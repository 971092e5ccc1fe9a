"""What is known of one verbonden partij for one list: plain values, the input of the rules and of the document.

Source: BBV (BWBR0014606) art. 15 lid 2; amounts in euro, interests in percent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from verbanden.regels.bbv.belang import Categorie


class Documentsoort(StrEnum):
    """Which paragraph the list belongs to: what is expected (begroting) or what was (jaarstukken, art. 26)."""

    BEGROTING = "begroting"
    JAARSTUKKEN = "jaarstukken"


@dataclass(frozen=True)
class Cijfer:
    """One figure: an amount with its source, or openly not given with the reason and the day we asked."""

    stadium: str
    bedrag: Decimal | None = None
    peildatum: date | None = None
    bron: str = ""
    niet_opgegeven: str = ""
    gevraagd_op: date | None = None


@dataclass(frozen=True)
class Risicoregel:
    """A risk for the municipality, with its consequence in euro when known."""

    omschrijving: str
    gevolg: Decimal | None = None


@dataclass(frozen=True)
class Partij:
    """One party of the list. `cijfers` holds the figure that fits the document per post of the year.

    `cijfers_vorig` holds the same of the year before; `bijdragen` our contribution per year. `wie` is who owes
    what is missing (the account holder, else empty). `ingetreden` and `uitgetreden` say what changed in the year.
    `wijze_van_belang` is the text of the document; the two reasons are why there is an interest of each kind (art. 1).
    `doet_mee` is False when the municipality takes no part in it in that year. `beoordeeld` is False as long as one
    of the two tests of art. 1 is open: then `categorie` is only what the form suggests. `aandelen` are the shares we
    hold and the shares there are, when known.
    """

    id: int
    slug: str
    naam: str
    categorie: Categorie
    vestigingsplaats: str = ""
    vorm: str = ""
    openbaar_belang: str = ""
    wijze_van_belang: str = ""
    bestuurlijke_reden: str = ""
    financiele_reden: str = ""
    programmas: tuple[tuple[str, Decimal], ...] = ()
    cijfers: Mapping[str, Cijfer] = field(default_factory=dict)
    cijfers_vorig: Mapping[str, Cijfer] = field(default_factory=dict)
    bijdragen: Mapping[int, Decimal] = field(default_factory=dict)
    risicos: tuple[Risicoregel, ...] = ()
    geen_risicos: bool = False
    kostenaandelen: tuple[Decimal, ...] = ()
    ingetreden: date | None = None
    uitgetreden: date | None = None
    wijzigingen: str = ""
    wie: str = ""
    wie_id: int | None = None
    fictief: bool = False
    beoordeeld: bool = True
    doet_mee: bool = True
    aandelen: tuple[int, int] | None = None
