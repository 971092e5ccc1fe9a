"""What is missing or stale about a partnership. Pure: plain values in, a list out.

Source: what the BBV asks of a verbonden partij (`bbv.bevindingen`, the same rule as that of the list), and the
portal's own promise that a reader finds what a partnership is for, who leads it, and how it is going.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from verbanden.regels.bbv.belang import Belang
from verbanden.regels.bbv.bevindingen import EERSTE_JAAR, Bevinding, vereist
from verbanden.regels.bbv.cijfertoets import benoem
from verbanden.regels.bbv.eisen import Eis
from verbanden.regels.bbv.partij import Documentsoort, Partij

STAND_VEROUDERD = timedelta(days=183)
HONDERD = Decimal(100)


@dataclass(frozen=True)
class Feiten:
    """What is known about one partnership: as a party of the list, and what the portal asks besides.

    `belang` is the outcome of the two tests; `tellingen` how many rows of a kind there are.
    """

    partij: Partij
    belang: Belang = Belang.ONBEKEND
    doel: str = ""
    motieven: tuple[str, ...] = ()
    portefeuille: bool = False
    tellingen: Mapping[str, int] = field(default_factory=dict)
    laatste_stand: date | None = None

    @property
    def programma_som(self) -> Decimal:
        """How much of the partnership is divided over programmes, in percent."""
        return sum((aandeel for _, aandeel in self.partij.programmas), Decimal(0))


@dataclass(frozen=True)
class Gegeven:
    """One thing a partnership should have, where it is filled in, and whether it is there.

    `wettelijk`: the law asks it; `wet` is then the letter of art. 15 lid 2, if it has one.
    """

    sleutel: str
    titel: str
    onderdeel: str
    anker: str
    volledig: bool
    wet: str = ""
    uitleg: str = ""
    wettelijk: bool = False


def gegevens(
    feiten: Feiten, bevindingen: Iterable[Bevinding], *, soort: Documentsoort, jaar: int, vandaag: date
) -> tuple[Gegeven, ...]:
    """Everything a partnership should have: first what the law asks, then our own; `bevindingen` are of this list."""
    wet = wettelijk(feiten, bevindingen, soort=soort, jaar=jaar)
    genoemd = {gegeven.sleutel for gegeven in wet}
    return (*wet, *(eigen for eigen in _eigen(feiten, vandaag) if eigen.sleutel not in genoemd))


def is_wettelijk(feiten: Feiten, jaar: int) -> bool:
    """Whether the law asks for the data of art. 15: only of a verbonden partij in which we take part in that year."""
    return feiten.belang is not Belang.NEE and feiten.partij.doet_mee and jaar >= EERSTE_JAAR


def wettelijk(
    feiten: Feiten, bevindingen: Iterable[Bevinding], *, soort: Documentsoort, jaar: int
) -> tuple[Gegeven, ...]:
    """The data that the list of verbonden partijen needs for a year; none for other partnerships."""
    if not is_wettelijk(feiten, jaar):
        return ()
    open_ = {bevinding.veld: bevinding for bevinding in bevindingen if bevinding.blokkeert}
    return tuple(_van_de_wet(eis, open_, jaar) for eis in vereist(soort, jaar))


def _van_de_wet(eis: Eis, open_: Mapping[str, Bevinding], jaar: int) -> Gegeven:
    mist = next((open_[veld] for veld in (eis.sleutel, *eis.posten) if veld in open_), None)
    titel, uitleg = (mist.gegeven, mist.uitleg) if mist else (benoem(eis, jaar), "")
    return Gegeven(eis.sleutel, titel, eis.onderdeel, eis.anker, mist is None, eis.letter, uitleg, wettelijk=True)


def open_per_onderdeel(lijst: tuple[Gegeven, ...]) -> dict[str, int]:
    """How many data are missing, per edit screen."""
    telling: dict[str, int] = {}
    for gegeven in lijst:
        if not gegeven.volledig:
            telling[gegeven.onderdeel] = telling.get(gegeven.onderdeel, 0) + 1
    return telling


def _eigen(feiten: Feiten, vandaag: date) -> tuple[Gegeven, ...]:
    return (
        Gegeven("doel", "Doel", "motieven", "id_doel", bool(feiten.doel)),
        Gegeven("motieven", "Motieven", "motieven", "id_motieven_0", bool(feiten.motieven)),
        _programma(feiten),
        _rijen(feiten, "deelnemers", "Deelnemers", "deelnemers"),
        _rijen(feiten, "vertegenwoordiging", "Wie ons vertegenwoordigt", "vertegenwoordiging"),
        Gegeven("accounthouder", "Accounthouder", "team", "", feiten.partij.wie_id is not None),
        Gegeven("portefeuille", "Portefeuillehouder", "team", "id_portefeuille", feiten.portefeuille),
        _bijdrage(feiten),
        _stand(feiten, vandaag),
        _rijen(feiten, "belangrijkheid", "Klasse van belangrijkheid", "belangrijkheid"),
    )


def _rijen(feiten: Feiten, sleutel: str, titel: str, onderdeel: str) -> Gegeven:
    return Gegeven(sleutel, titel, onderdeel, "", bool(feiten.tellingen.get(sleutel)))


def _bijdrage(feiten: Feiten) -> Gegeven:
    ingevuld = "bijdrage" in feiten.partij.cijfers
    return Gegeven("bijdrage", "Bijdrage van onze gemeente", "cijfers", "id_bijdrage-bijdrage", ingevuld)


def _programma(feiten: Feiten) -> Gegeven:
    som = feiten.programma_som
    uitleg = "De delen zijn samen nog geen 100%" if 0 < som < HONDERD else ""
    return Gegeven("programmas", "Programma's van de begroting", "programmas", "", som == HONDERD, "", uitleg)


def _stand(feiten: Feiten, vandaag: date) -> Gegeven:
    oud = feiten.laatste_stand is not None and vandaag - feiten.laatste_stand > STAND_VEROUDERD
    uitleg = "Ouder dan een half jaar" if oud else ""
    return Gegeven("stand", "Stand van zaken", "stand", "", feiten.laatste_stand is not None and not oud, "", uitleg)
