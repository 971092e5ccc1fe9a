from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from verbanden.overzicht.ordenen import Volgorde, groepeer, orden
from verbanden.overzicht.rij import Bijdrage, Cel, Feiten, Kern, Rij, Stand, maak_rij
from verbanden.overzicht.totalen import Som, totalen

DAG = date(2026, 5, 20)
JAREN = range(2023, 2028)


def feiten(nummer: int = 1, *bedragen: int | None, klasse: str = "", stand: Stand | None = None, **kern) -> Feiten:
    """A partnership with these amounts from 2023 on; None is asked and not received, a missing one was never asked."""
    velden: dict[str, Any] = {
        "id": nummer,
        "slug": f"v-{nummer}",
        "naam": f"Verband {nummer}",
        "korte_naam": "",
        "vorm": "nv",
        "levensfase": "uitvoeren",
        "fictief": False,
        "bestuurlijk_belang": "ja",
        "financieel_belang": "ja",
        "portefeuille_id": None,
        "onderwerpen": (),
    }
    reeks = [
        Bijdrage(jaar, "begroot", None if bedrag is None else Decimal(bedrag), date(2026, 5, 4))
        for jaar, bedrag in zip(JAREN, bedragen, strict=False)
    ]
    return Feiten(Kern(**(velden | kern)), klasse, stand, None, (), (*reeks, *[None] * (5 - len(reeks))))


def rij(*args, **kwargs) -> Rij:
    return maak_rij(feiten(*args, **kwargs), DAG)


def stand(oordeel: str = "op_koers", datum: date = date(2026, 4, 1)) -> Stand:
    return Stand(oordeel, "Het loopt zoals afgesproken.", datum)


def test_een_rij_schrijft_bedragen_in_duizenden_en_de_groei_met_teken() -> None:
    gewoon = rij(1, 1000, 1000, 1000, 23_400_000, 25_506_000)

    assert (gewoon.bijdrage, gewoon.verschil) == (Cel("23.400"), Cel("+9,0%"))
    assert gewoon.groei == Decimal(9)


@pytest.mark.parametrize(
    ("bedragen", "bijdrage", "verschil"),
    [
        ((), Cel("nog niet ingevuld", gat=True), Cel("nog niet ingevuld", gat=True)),
        ((1, 1, 1, 1000), Cel("1"), Cel("nog niet ingevuld", gat=True)),
        ((1, 1, 1, 1000, None), Cel("1"), Cel("niet opgegeven", gat=True)),
        ((1, 1, 1, None, 1000), Cel("niet opgegeven", gat=True), Cel("niet te berekenen", stil=True)),
        ((0, 0, 0, 0, 0), Cel("0", stil=True), Cel("n.v.t.", stil=True)),
        ((0, 0, 0, 0, 9), Cel("0", stil=True), Cel("n.v.t.", stil=True)),
    ],
)
def test_elk_gat_zegt_wat_er_ontbreekt(bedragen: tuple, bijdrage: Cel, verschil: Cel) -> None:
    gemaakt = rij(1, *bedragen)

    assert (gemaakt.bijdrage, gemaakt.verschil) == (bijdrage, verschil)


@pytest.mark.parametrize(
    ("bedragen", "trend"), [((), "Geen cijfers"), ((0, 0, 0, 0), "Geen bijdrage"), ((None, None), "Geen cijfers")]
)
def test_zonder_lijn_staan_er_woorden(bedragen: tuple, trend: str) -> None:
    gemaakt = rij(1, *bedragen)

    assert (gemaakt.trend, gemaakt.getekend) == (trend, False)


def test_de_lijn_vertelt_haar_waarden() -> None:
    gemaakt = rij(1, 1000, None, 3000)

    assert gemaakt.getekend
    assert (
        "<desc>2023: 1 (verwacht); 2024: niet opgegeven; 2025: 3 (verwacht); 2026: niet opgegeven; "
        "2027: niet opgegeven; × € 1.000</desc>" in gemaakt.trend
    )


@pytest.mark.parametrize(
    ("bedragen", "oordeel_van", "labels"),
    [
        ((1, 1, 1, 1), date(2025, 11, 18), ()),
        ((1, 1, 1, 1), date(2025, 11, 17), ("Oordeel van 17 november 2025",)),
        ((1, 1, 1, None), date(2026, 1, 1), ("Cijfers van 2025",)),
        ((), date(2024, 2, 29), ("Geen cijfers", "Oordeel van 29 februari 2024")),
        ((1, 1, 1, 0), None, ()),
    ],
)
def test_verouderd_is_zonder_bedrag_dit_jaar_of_met_een_oordeel_ouder_dan_een_half_jaar(
    bedragen: tuple, oordeel_van: date | None, labels: tuple
) -> None:
    assert rij(1, *bedragen, stand=stand(datum=oordeel_van) if oordeel_van else None).verouderd == labels


@pytest.mark.parametrize(
    ("vorm", "bestuurlijk", "financieel", "categorie"),
    [
        ("openbaar_lichaam", "ja", "ja", "1"),
        ("nv", "ja", "ja", "2"),
        ("stichting", "ja", "ja", "3"),
        ("netwerk", "ja", "ja", "4"),
        ("nv", "nee", "onbekend", "geen"),
        ("nv", "ja", "onbekend", "onbekend"),
    ],
)
def test_categorie(vorm: str, bestuurlijk: str, financieel: str, categorie: str) -> None:
    assert rij(1, vorm=vorm, bestuurlijk_belang=bestuurlijk, financieel_belang=financieel).categorie == categorie


def test_gelijke_feiten_geven_dezelfde_rij() -> None:
    assert rij(7, 1, 2, 3) is rij(7, 1, 2, 3)


def test_totalen_laten_weg_wat_er_niet_is_en_vergelijken_gelijk_met_gelijk() -> None:
    rijen = [
        rij(1, 0, 0, 0, 100, 110, stand=stand("bijsturen")),
        rij(2, 0, 0, 0, 300, None, stand=stand("aandacht")),
        rij(3, bestuurlijk_belang="nee"),
    ]

    gevonden = totalen(rijen)

    assert (gevonden.nu, gevonden.straks) == (Som(Decimal(400), 1), Som(Decimal(110), 2))
    assert gevonden.groei == Decimal(10)
    assert gevonden.oordelen == (("bijsturen", 1), ("aandacht", 1), ("op_koers", 0), ("geen", 1))
    assert (gevonden.verbanden, gevonden.verbonden, gevonden.verouderd) == (3, 2, 1)


def test_totalen_van_niets() -> None:
    leeg = totalen([])

    assert (leeg.nu, leeg.groei, leeg.verbanden) == (Som(Decimal(0), 0), None, 0)


def test_groepen_staan_van_belangrijk_naar_minder_met_onbepaald_als_laatste() -> None:
    rijen = [rij(1), rij(2, klasse="ambtelijk_belangrijk"), rij(3, klasse="politiek_zeer_belangrijk"), rij(4)]

    assert [(groep.klasse, [r.id for r in groep.rijen]) for groep in groepeer(rijen)] == [
        ("politiek_zeer_belangrijk", [3]),
        ("ambtelijk_belangrijk", [2]),
        ("", [1, 4]),
    ]


@pytest.mark.parametrize(
    ("volgorde", "nummers"),
    [
        (Volgorde.BIJDRAGE, [3, 1, 2, 4]),
        (Volgorde.NAAM, [2, 3, 1, 4]),
        (Volgorde.VERSCHIL, [2, 1, 3, 4]),
        (Volgorde.OORDEEL, [2, 4, 3, 1]),
    ],
)
def test_volgorde(volgorde: Volgorde, nummers: list[int]) -> None:
    rijen = [
        rij(1, 0, 0, 0, 200, 220, naam="Éénzaam", stand=stand()),
        rij(2, 0, 0, 0, 100, 150, naam="aa", stand=stand("bijsturen")),
        rij(3, 0, 0, 0, 300, 300, naam="Bb", stand=stand("geen")),
        rij(4, naam="Zz", stand=stand("aandacht")),
    ]

    assert [r.id for r in orden(rijen, volgorde, {})] == nummers
