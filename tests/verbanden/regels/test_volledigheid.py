"""What is missing or stale."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from verbanden.regels.bbv import Belang, Categorie
from verbanden.regels.bbv.bevindingen import bevindingen
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij
from verbanden.regels.volledigheid import Feiten, Gegeven, gegevens, is_wettelijk, open_per_onderdeel, wettelijk

VANDAAG = date(2026, 5, 20)
JAAR = 2027
POSTEN = (
    "bijdrage",
    "belang_begin",
    "belang_eind",
    "eigen_vermogen_begin",
    "eigen_vermogen_eind",
    "vreemd_vermogen_begin",
    "vreemd_vermogen_eind",
    "resultaat",
)
CIJFERS = {post: Cijfer("begroot", Decimal(0), date(2026, 5, 1), "begroting 2027") for post in POSTEN}
PARTIJ = Partij(
    id=1,
    slug="verband",
    naam="Verband",
    categorie=Categorie.GEMEENSCHAPPELIJKE_REGELING,
    vestigingsplaats="Stad",
    openbaar_belang="Belang",
    bestuurlijke_reden="Zetel",
    financiele_reden="Bijdrage",
    programmas=(("Veilig", Decimal(100)),),
    cijfers=CIJFERS,
    geen_risicos=True,
    wie="Accounthouder",
    wie_id=7,
)
VOL = Feiten(
    partij=PARTIJ,
    belang=Belang.JA,
    doel="Doel",
    motieven=("ambitie",),
    portefeuille=True,
    tellingen={"deelnemers": 3, "vertegenwoordiging": 1, "belangrijkheid": 1},
    laatste_stand=VANDAAG,
)


def lees(feiten: Feiten, jaar: int = JAAR) -> tuple[Gegeven, ...]:
    """Everything, with the findings of the same rule as that of the list."""
    soort = Documentsoort.BEGROTING
    gevonden = bevindingen(feiten.partij, soort, JAAR, drempel_sprong=Decimal(10), vorige_moment=None)
    return gegevens(feiten, gevonden, soort=soort, jaar=jaar, vandaag=VANDAAG)


def open_sleutels(feiten: Feiten) -> list[str]:
    return [gegeven.sleutel for gegeven in lees(feiten) if not gegeven.volledig]


def met(**anders: Any) -> Feiten:
    return replace(VOL, partij=replace(PARTIJ, **anders))


def test_alles_is_er() -> None:
    assert open_sleutels(VOL) == []


def test_wettelijke_gegevens_met_hun_letter() -> None:
    lijst = wettelijk(VOL, (), soort=Documentsoort.BEGROTING, jaar=JAAR)
    assert [(gegeven.sleutel, gegeven.wet, gegeven.wettelijk) for gegeven in lijst] == [
        ("categorie", "", True),
        ("naam", "", True),
        ("vestigingsplaats", "", True),
        ("wijze_van_belang", "a", True),
        ("openbaar_belang", "a", True),
        ("belang", "b", True),
        ("eigen_vermogen", "c", True),
        ("vreemd_vermogen", "c", True),
        ("resultaat", "d", True),
        ("risicos", "e", True),
        ("programmas", "", True),
    ]


@pytest.mark.parametrize(
    ("belang", "jaar", "wet"),
    [(Belang.JA, 2027, True), (Belang.NEE, 2027, False), (Belang.ONBEKEND, 2027, True), (Belang.JA, 2010, False)],
)
def test_de_wet_vraagt_alleen_van_verbonden_partijen(belang: Belang, jaar: int, wet: bool) -> None:
    feiten = replace(VOL, belang=belang)
    assert is_wettelijk(feiten, jaar) is wet
    assert any(gegeven.wettelijk for gegeven in lees(feiten, jaar)) is wet


def test_wie_er_niet_meer_bij_is_hoeft_niet_op_de_lijst() -> None:
    assert not is_wettelijk(met(doet_mee=False), JAAR)


def test_elk_gegeven_staat_er_een_keer() -> None:
    for belang in Belang:
        sleutels = [gegeven.sleutel for gegeven in lees(replace(VOL, belang=belang))]
        assert len(sleutels) == len(set(sleutels))
        assert "programmas" in sleutels


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({"vestigingsplaats": ""}, "vestigingsplaats"),
        ({"financiele_reden": ""}, "wijze_van_belang"),
        ({"beoordeeld": False}, "categorie"),
        ({"cijfers": {post: c for post, c in CIJFERS.items() if post != "belang_eind"}}, "belang"),
        ({"cijfers": {post: c for post, c in CIJFERS.items() if post != "resultaat"}}, "resultaat"),
        ({"cijfers": {post: c for post, c in CIJFERS.items() if post != "bijdrage"}}, "bijdrage"),
        ({"cijfers": CIJFERS | {"resultaat": Cijfer("vastgesteld", Decimal(1))}}, "resultaat"),
        ({"geen_risicos": False}, "risicos"),
        ({"programmas": (("Veilig", Decimal(90)),)}, "programmas"),
        ({"wie_id": None}, "accounthouder"),
    ],
)
def test_wat_er_aan_de_partij_mist(anders: dict[str, object], mist: str) -> None:
    assert open_sleutels(met(**anders)) == [mist]


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({"laatste_stand": None}, "stand"),
        ({"laatste_stand": VANDAAG - timedelta(days=184)}, "stand"),
        ({"portefeuille": False}, "portefeuille"),
        ({"doel": ""}, "doel"),
    ],
)
def test_wat_er_verder_mist(anders: dict[str, object], mist: str) -> None:
    assert open_sleutels(replace(VOL, **anders)) == [mist]  # type: ignore[arg-type]  # each row fits its field


def test_stand_van_een_half_jaar_oud_is_nog_vers() -> None:
    assert open_sleutels(replace(VOL, laatste_stand=VANDAAG - timedelta(days=183))) == []


def test_telling_per_onderdeel() -> None:
    lijst = lees(replace(met(cijfers={}), doel=""))
    assert open_per_onderdeel(lijst) == {"cijfers": 5, "motieven": 1}
