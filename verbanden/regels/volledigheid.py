"""What is missing or stale about a partnership. Pure: plain values in, a list out.

Source: BBV art. 15 lid 2 (the letters a to e), and the portal's own promise that a reader finds what a
partnership is for, who leads it, and how it is going.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from verbanden.regels.bbv import Belang, verbonden_partij

STAND_VEROUDERD = timedelta(days=183)
HONDERD = Decimal(100)


@dataclass(frozen=True)
class Feiten:
    """What is known about one partnership. `cijfers`: the posts of the year that have an amount or an honest gap."""

    naam: str = ""
    vestigingsplaats: str = ""
    doel: str = ""
    openbaar_belang: str = ""
    bestuurlijk_belang: str = "onbekend"
    financieel_belang: str = "onbekend"
    motivering_bestuurlijk: str = ""
    motivering_financieel: str = ""
    motieven: tuple[str, ...] = ()
    geen_risicos: bool = False
    portefeuille: bool = False
    cijfers: frozenset[str] = field(default_factory=frozenset)
    tellingen: Mapping[str, int] = field(default_factory=dict)
    programma_som: Decimal = Decimal(0)
    laatste_stand: date | None = None


@dataclass(frozen=True)
class Gegeven:
    """One thing a partnership should have, where it is filled in, and whether it is there."""

    sleutel: str
    titel: str
    onderdeel: str
    anker: str
    volledig: bool
    wet: str = ""
    uitleg: str = ""


def gegevens(feiten: Feiten, *, jaar: int, vandaag: date) -> tuple[Gegeven, ...]:
    """Everything a partnership should have, in the order of the edit screens."""
    return (*wettelijk(feiten, jaar=jaar), *_eigen(feiten, vandaag))


def is_wettelijk(feiten: Feiten) -> bool:
    """Whether the law asks for the data of art. 15: not of a partnership that is no verbonden partij."""
    return verbonden_partij(feiten.bestuurlijk_belang, feiten.financieel_belang) is not Belang.NEE


def wettelijk(feiten: Feiten, *, jaar: int) -> tuple[Gegeven, ...]:
    """The eight data that the list of verbonden partijen needs for a year; none for other partnerships."""
    if not is_wettelijk(feiten):
        return ()
    risicos = feiten.geen_risicos or bool(feiten.tellingen.get("risicos"))
    return (
        Gegeven(
            "naam",
            "Naam en vestigingsplaats",
            "kenmerken",
            "id_vestigingsplaats",
            bool(feiten.naam and feiten.vestigingsplaats),
        ),
        Gegeven(
            "openbaar_belang", "Openbaar belang", "motieven", "id_openbaar_belang", bool(feiten.openbaar_belang), "a"
        ),
        Gegeven("wijze_van_belang", "Wijze van belang", "belang", "id_bestuurlijk_belang", _belang(feiten), "a"),
        _paar(feiten, "belang", "Belang, begin en eind", "b"),
        _paar(feiten, "eigen_vermogen", "Eigen vermogen, begin en eind", "c"),
        _paar(feiten, "vreemd_vermogen", "Vreemd vermogen, begin en eind", "c"),
        _cijfer(feiten, "resultaat", f"Resultaat over {jaar}", "d"),
        Gegeven("risicos", "Risico's", "risicos", "id_geen_risicos", risicos, "e"),
    )


def open_per_onderdeel(lijst: tuple[Gegeven, ...]) -> dict[str, int]:
    """How many data are missing, per edit screen."""
    telling: dict[str, int] = {}
    for gegeven in lijst:
        if not gegeven.volledig:
            telling[gegeven.onderdeel] = telling.get(gegeven.onderdeel, 0) + 1
    return telling


def _belang(feiten: Feiten) -> bool:
    beoordeeld = verbonden_partij(feiten.bestuurlijk_belang, feiten.financieel_belang) is not Belang.ONBEKEND
    return beoordeeld and bool(feiten.motivering_bestuurlijk and feiten.motivering_financieel)


def _paar(feiten: Feiten, groep: str, titel: str, wet: str) -> Gegeven:
    aanwezig = {f"{groep}_begin", f"{groep}_eind"} <= feiten.cijfers
    return Gegeven(groep, titel, "cijfers", f"id_{groep}-{groep}_begin", aanwezig, wet)


def _cijfer(feiten: Feiten, post: str, titel: str, wet: str = "") -> Gegeven:
    return Gegeven(post, titel, "cijfers", f"id_{post}-{post}", post in feiten.cijfers, wet)


def _eigen(feiten: Feiten, vandaag: date) -> tuple[Gegeven, ...]:
    return (
        Gegeven("doel", "Doel", "motieven", "id_doel", bool(feiten.doel)),
        Gegeven("motieven", "Motieven", "motieven", "id_motieven_0", bool(feiten.motieven)),
        _programma(feiten),
        _rijen(feiten, "deelnemers", "Deelnemers", "deelnemers"),
        _rijen(feiten, "vertegenwoordiging", "Wie ons vertegenwoordigt", "vertegenwoordiging"),
        _rijen(feiten, "accounthouder", "Accounthouder", "team"),
        Gegeven("portefeuille", "Portefeuillehouder", "team", "id_portefeuille", feiten.portefeuille),
        _cijfer(feiten, "bijdrage", "Bijdrage van onze gemeente"),
        _stand(feiten, vandaag),
        _rijen(feiten, "belangrijkheid", "Klasse van belangrijkheid", "belangrijkheid"),
    )


def _rijen(feiten: Feiten, sleutel: str, titel: str, onderdeel: str) -> Gegeven:
    return Gegeven(sleutel, titel, onderdeel, "", bool(feiten.tellingen.get(sleutel)))


def _programma(feiten: Feiten) -> Gegeven:
    som = feiten.programma_som
    uitleg = "De delen zijn samen nog geen 100%" if 0 < som < HONDERD else ""
    return Gegeven("programmas", "Programma's van de begroting", "programmas", "", som == HONDERD, "", uitleg)


def _stand(feiten: Feiten, vandaag: date) -> Gegeven:
    oud = feiten.laatste_stand is not None and vandaag - feiten.laatste_stand > STAND_VEROUDERD
    uitleg = "Ouder dan een half jaar" if oud else ""
    return Gegeven("stand", "Stand van zaken", "stand", "", feiten.laatste_stand is not None and not oud, "", uitleg)
