"""What the reader of the national register hands over: frozen, plain facts.

Conventions: text is the register's own, stripped, and '' where the register is silent; days are `date` or None;
web addresses begin with http:// or https:// or are ''; a TOOI is the full address (https://identifier.../gm0556).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_GEMEENTE = "Gemeente "


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality: `naam` as registered ('Gemeente Maassluis'), `afkorting` the name people use ('Den Bosch')."""

    naam: str
    tooi: str
    systeem_id: str = ""
    afkorting: str = ""

    @property
    def korte_naam(self) -> str:
        """The name without the word 'Gemeente'."""
        return self.naam.removeprefix(_GEMEENTE)

    @property
    def code(self) -> str:
        """The TOOI code, such as 'gm0556'."""
        return self.tooi.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Adres:
    """A visiting address; `huisnummer` includes its addition."""

    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""

    def __str__(self) -> str:
        straat = f"{self.straat} {self.huisnummer}".strip()
        plaats = f"{self.postcode} {self.woonplaats}".strip()
        return ", ".join(deel for deel in (straat, plaats) if deel)


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A law on which the regeling rests: its name and its address on wetten.overheid.nl."""

    opschrift: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """One participation in one version of a regeling.

    `soort` comes from the TOOI ('gemeente', 'provincie', 'waterschap', 'ministerie', 'so') and is 'onbekend' without
    one (German and Belgian participants, mostly). `organen` are the register's words, such as 'Gemeenteraad' or
    'College van burgemeester en wethouders'. `verdeelsleutel` is the share in percent.
    """

    naam: str
    systeem_id: str = ""
    tooi: str = ""
    soort: str = "onbekend"
    toegetreden_op: date | None = None
    uitgetreden_op: date | None = None
    organen: tuple[str, ...] = ()
    verdeelsleutel: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Versie:
    """One version of a regeling: in force from `in_werking` up to but not including `uit_werking`."""

    systeem_id: str
    titel: str
    in_werking: date | None
    uit_werking: date | None
    documenten: tuple[str, ...] = ()
    vorige: str = ""  # systeem_id of the version before
    volgende: str = ""  # systeem_id of the version after


@dataclass(frozen=True, slots=True)
class Orgaan:
    """The organisation that a regeling set up (regionaal samenwerkingsorgaan), a record of its own in the register."""

    naam: str
    systeem_id: str = ""
    afkorting: str = ""
    tooi: str = ""
    kvk: str = ""
    rsin: str = ""
    oin: str = ""
    website: str = ""
    bezoekadres: Adres | None = None
    vestigingsplaats: str = ""
    opgericht_op: date | None = None
    hoort_bij: tuple[str, ...] = ()  # systeem_id of its regelingen
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regeling:
    """A regeling as in force on the reference day, joined with its organisation and its other versions.

    `vorm`: openbaar_lichaam, bedrijfsvoeringsorganisatie, gemeenschappelijk_orgaan, centrumregeling or
    regeling_zonder_meer. The register of 2026 enters centrumregelingen as 'regeling zonder meer'; that is kept.
    `oprichting` is the earliest day known: the organisation's start or the first version's coming into force.
    `gewijzigd_op` and `geverifieerd_op` are the register's own dates of the record of this version.
    `orgaan_id` is the systeem_id of the organisation it set up, '' without one.
    `opmerkingen` name registered values that could not be right and were left out.
    """

    systeem_id: str
    titel: str
    korte_naam: str
    afkorting: str
    vorm: str
    bevoegdheden: tuple[str, ...]  # 'Delegatie', 'Mandaat', 'Attributie'
    doel: str
    vestigingsplaats: str
    bezoekadres: Adres | None
    website: str
    kvk: str
    rsin: str
    oin: str
    tooi: str
    bronhouder: str  # name of the organisation that keeps the register's record
    in_werking: date | None
    uit_werking: date | None
    oprichting: date | None
    gewijzigd_op: date | None
    geverifieerd_op: date | None
    grondslagen: tuple[Grondslag, ...]
    documenten: tuple[str, ...]
    beleidsterreinen: tuple[str, ...]
    deelnemers: tuple[Deelnemer, ...]
    versies: tuple[Versie, ...]  # the whole chain, this version included, oldest first
    orgaan_id: str = ""
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gemeenteregister:
    """What the register knows about one municipality on one day; `regelingen` by `korte_naam`."""

    bestand_datum: date
    peildatum: date
    gemeente: Gemeente
    regelingen: tuple[Regeling, ...]
