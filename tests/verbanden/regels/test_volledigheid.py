"""What is missing or stale."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from verbanden.regels.volledigheid import Feiten, gegevens, is_wettelijk, open_per_onderdeel, wettelijk

VANDAAG = date(2026, 5, 20)
PARTIJ = Feiten(bestuurlijk_belang="ja", financieel_belang="ja")
VOL = Feiten(
    naam="Verband",
    vestigingsplaats="Stad",
    doel="Doel",
    openbaar_belang="Belang",
    bestuurlijk_belang="ja",
    financieel_belang="ja",
    motivering_bestuurlijk="Zetel",
    motivering_financieel="Bijdrage",
    motieven=("ambitie",),
    geen_risicos=True,
    portefeuille=True,
    cijfers=frozenset(
        {
            "bijdrage",
            "belang_begin",
            "belang_eind",
            "eigen_vermogen_begin",
            "eigen_vermogen_eind",
            "vreemd_vermogen_begin",
            "vreemd_vermogen_eind",
            "resultaat",
        }
    ),
    tellingen={"deelnemers": 3, "vertegenwoordiging": 1, "accounthouder": 1, "belangrijkheid": 1},
    programma_som=Decimal(100),
    laatste_stand=VANDAAG,
)


def open_sleutels(feiten: Feiten) -> list[str]:
    return [gegeven.sleutel for gegeven in gegevens(feiten, jaar=2027, vandaag=VANDAAG) if not gegeven.volledig]


def test_alles_is_er() -> None:
    assert open_sleutels(VOL) == []


def test_acht_wettelijke_gegevens_met_hun_letter() -> None:
    lijst = wettelijk(PARTIJ, jaar=2027)
    assert [(gegeven.sleutel, gegeven.wet) for gegeven in lijst] == [
        ("naam", ""),
        ("openbaar_belang", "a"),
        ("wijze_van_belang", "a"),
        ("belang", "b"),
        ("eigen_vermogen", "c"),
        ("vreemd_vermogen", "c"),
        ("resultaat", "d"),
        ("risicos", "e"),
    ]


@pytest.mark.parametrize(
    ("bestuurlijk", "financieel", "wet"),
    [("ja", "ja", True), ("ja", "nee", False), ("nee", "onbekend", False), ("onbekend", "ja", True)],
)
def test_de_wet_vraagt_alleen_van_verbonden_partijen(bestuurlijk: str, financieel: str, wet: bool) -> None:
    assert is_wettelijk(replace(PARTIJ, bestuurlijk_belang=bestuurlijk, financieel_belang=financieel)) is wet


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({"vestigingsplaats": ""}, "naam"),
        ({"motivering_financieel": ""}, "wijze_van_belang"),
        ({"bestuurlijk_belang": "onbekend"}, "wijze_van_belang"),
        ({"cijfers": VOL.cijfers - {"belang_eind"}}, "belang"),
        ({"cijfers": VOL.cijfers - {"resultaat"}}, "resultaat"),
        ({"geen_risicos": False}, "risicos"),
        ({"programma_som": Decimal(90)}, "programmas"),
        ({"laatste_stand": None}, "stand"),
        ({"laatste_stand": VANDAAG - timedelta(days=184)}, "stand"),
        ({"portefeuille": False}, "portefeuille"),
    ],
)
def test_wat_er_mist(anders: dict[str, object], mist: str) -> None:
    assert open_sleutels(replace(VOL, **anders)) == [mist]  # type: ignore[arg-type]


def test_stand_van_een_half_jaar_oud_is_nog_vers() -> None:
    assert open_sleutels(replace(VOL, laatste_stand=VANDAAG - timedelta(days=183))) == []


def test_telling_per_onderdeel() -> None:
    lijst = gegevens(replace(VOL, cijfers=frozenset(), doel=""), jaar=2027, vandaag=VANDAAG)
    assert open_per_onderdeel(lijst) == {"cijfers": 5, "motieven": 1}
