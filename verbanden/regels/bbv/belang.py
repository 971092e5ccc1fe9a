"""What the BBV says about a partnership, as pure rules.

Source: Besluit begroting en verantwoording provincies en gemeenten (BWBR0014606), art. 1 (verbonden partij),
art. 15 lid 1 b (the order of the list).
"""

from enum import IntEnum, StrEnum


class Belang(StrEnum):
    """The outcome of one of the two tests; nobody ticks 'verbonden partij' by hand."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Categorie(IntEnum):
    """Part of the list on which a verbonden partij stands (BBV art. 15 lid 1 b, 1° to 4°)."""

    GEMEENSCHAPPELIJKE_REGELING = 1
    VENNOOTSCHAP_OF_COOPERATIE = 2
    STICHTING_OF_VERENIGING = 3
    OVERIG = 4


CATEGORIENAMEN: dict[Categorie, str] = {
    Categorie.GEMEENSCHAPPELIJKE_REGELING: "Gemeenschappelijke regelingen",
    Categorie.VENNOOTSCHAP_OF_COOPERATIE: "Vennootschappen en coöperaties",
    Categorie.STICHTING_OF_VERENIGING: "Stichtingen en verenigingen",
    Categorie.OVERIG: "Overige verbonden partijen",
}

CATEGORIE_PER_VORM: dict[str, Categorie] = {
    "openbaar_lichaam": Categorie.GEMEENSCHAPPELIJKE_REGELING,
    "bedrijfsvoeringsorganisatie": Categorie.GEMEENSCHAPPELIJKE_REGELING,
    "gemeenschappelijk_orgaan": Categorie.GEMEENSCHAPPELIJKE_REGELING,
    "centrumregeling": Categorie.GEMEENSCHAPPELIJKE_REGELING,
    "regeling_zonder_meer": Categorie.GEMEENSCHAPPELIJKE_REGELING,
    "nv": Categorie.VENNOOTSCHAP_OF_COOPERATIE,
    "bv": Categorie.VENNOOTSCHAP_OF_COOPERATIE,
    "cooperatie": Categorie.VENNOOTSCHAP_OF_COOPERATIE,
    "stichting": Categorie.STICHTING_OF_VERENIGING,
    "vereniging": Categorie.STICHTING_OF_VERENIGING,
    "convenant": Categorie.OVERIG,
    "netwerk": Categorie.OVERIG,
    "overig": Categorie.OVERIG,
}


def verbonden_partij(bestuurlijk: str, financieel: str) -> Belang:
    """Whether a partnership is a verbonden partij: both interests, or not (BBV art. 1)."""
    belangen = {Belang(bestuurlijk), Belang(financieel)}
    if Belang.NEE in belangen:
        return Belang.NEE
    return Belang.ONBEKEND if Belang.ONBEKEND in belangen else Belang.JA


def categorie(vorm: str, bestuurlijk: str, financieel: str) -> Categorie | None:
    """The part of the list on which the partnership stands; None when it is not (known to be) on it."""
    if verbonden_partij(bestuurlijk, financieel) is not Belang.JA:
        return None
    return CATEGORIE_PER_VORM[vorm]


def vormen(gevraagd: Categorie) -> tuple[str, ...]:
    """The legal forms that belong to a category."""
    return tuple(vorm for vorm, van_vorm in CATEGORIE_PER_VORM.items() if van_vorm is gevraagd)
