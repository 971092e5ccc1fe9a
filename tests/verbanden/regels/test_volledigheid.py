"""What a partnership should have: by the law, and by what the portal promises."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from verbanden.models import Post
from verbanden.regels.volledigheid import (
    STAND_VEROUDERD,
    Feiten,
    Gegeven,
    gegevens,
    is_wettelijk,
    open_per_onderdeel,
    wettelijk,
)

JAAR, VANDAAG = 2027, date(2026, 5, 20)
VAN_DE_LIJST = {
    "naam",
    "openbaar_belang",
    "wijze_van_belang",
    "belang",
    "eigen_vermogen",
    "vreemd_vermogen",
    "resultaat",
    "risicos",
}
COMPLEET = Feiten(
    naam="Verband",
    vestigingsplaats="Voorbeeldstad",
    doel="Een verzonnen doel",
    openbaar_belang="Een verzonnen belang",
    bestuurlijk_belang="ja",
    financieel_belang="ja",
    motivering_bestuurlijk="Een zetel",
    motivering_financieel="Een bijdrage",
    motieven=("efficientie",),
    portefeuille=True,
    cijfers=frozenset(Post.values),
    tellingen=dict.fromkeys(("risicos", "deelnemers", "vertegenwoordiging", "accounthouder", "belangrijkheid"), 1),
    programma_som=Decimal(100),
    laatste_stand=VANDAAG,
)


def ontbreekt(feiten: Feiten) -> set[str]:
    return {gegeven.sleutel for gegeven in gegevens(feiten, jaar=JAAR, vandaag=VANDAAG) if not gegeven.volledig}


def test_a_complete_partnership_lacks_nothing() -> None:
    assert ontbreekt(COMPLEET) == set()


def test_an_empty_partnership_lacks_everything() -> None:
    leeg = Feiten()
    assert ontbreekt(leeg) == {gegeven.sleutel for gegeven in gegevens(leeg, jaar=JAAR, vandaag=VANDAAG)}


def test_the_law_asks_eight_data() -> None:
    lijst = wettelijk(COMPLEET, jaar=JAAR)
    assert {gegeven.sleutel for gegeven in lijst} == VAN_DE_LIJST
    assert sorted(gegeven.wet for gegeven in lijst) == ["", "a", "a", "b", "c", "c", "d", "e"]


@pytest.mark.parametrize(
    ("bestuurlijk", "financieel", "gevraagd"),
    [("ja", "ja", True), ("ja", "nee", False), ("nee", "onbekend", False), ("ja", "onbekend", True)],
)
def test_the_law_asks_nothing_of_what_is_no_verbonden_partij(bestuurlijk: str, financieel: str, gevraagd: bool) -> None:
    feiten = replace(COMPLEET, bestuurlijk_belang=bestuurlijk, financieel_belang=financieel)
    assert is_wettelijk(feiten) == gevraagd
    assert bool(wettelijk(feiten, jaar=JAAR)) == gevraagd


@pytest.mark.parametrize(
    ("wijziging", "sleutel"),
    [
        ({"naam": ""}, "naam"),
        ({"vestigingsplaats": ""}, "naam"),
        ({"openbaar_belang": ""}, "openbaar_belang"),
        ({"motivering_bestuurlijk": ""}, "wijze_van_belang"),
        ({"motivering_financieel": ""}, "wijze_van_belang"),
        ({"financieel_belang": "onbekend"}, "wijze_van_belang"),
        ({"cijfers": COMPLEET.cijfers - {Post.BELANG_BEGIN}}, "belang"),
        ({"cijfers": COMPLEET.cijfers - {Post.EIGEN_VERMOGEN_EIND}}, "eigen_vermogen"),
        ({"cijfers": COMPLEET.cijfers - {Post.VREEMD_VERMOGEN_BEGIN}}, "vreemd_vermogen"),
        ({"cijfers": COMPLEET.cijfers - {Post.RESULTAAT}}, "resultaat"),
        ({"cijfers": COMPLEET.cijfers - {Post.BIJDRAGE}}, "bijdrage"),
        ({"tellingen": {**COMPLEET.tellingen, "risicos": 0}}, "risicos"),
        ({"tellingen": {**COMPLEET.tellingen, "accounthouder": 0}}, "accounthouder"),
        ({"programma_som": Decimal("99.999")}, "programmas"),
        ({"portefeuille": False}, "portefeuille"),
        ({"laatste_stand": None}, "stand"),
        ({"doel": ""}, "doel"),
        ({"motieven": ()}, "motieven"),
    ],
)
def test_each_gap_is_found_by_itself(wijziging: dict[str, object], sleutel: str) -> None:
    assert set(wijziging) <= {veld.name for veld in fields(Feiten)}
    assert ontbreekt(replace(COMPLEET, **wijziging)) == {sleutel}  # type: ignore[arg-type]


def test_saying_that_there_are_no_risks_is_an_answer() -> None:
    zonder = replace(COMPLEET, tellingen={**COMPLEET.tellingen, "risicos": 0}, geen_risicos=True)
    assert ontbreekt(zonder) == set()


def test_a_judgement_grows_old_after_half_a_year() -> None:
    assert ontbreekt(replace(COMPLEET, laatste_stand=VANDAAG - STAND_VEROUDERD)) == set()
    assert ontbreekt(replace(COMPLEET, laatste_stand=VANDAAG - STAND_VEROUDERD - timedelta(days=1))) == {"stand"}


def test_gaps_are_counted_per_edit_screen() -> None:
    lijst = (
        Gegeven("doel", "Doel", "motieven", "", volledig=False),
        Gegeven("motieven", "Motieven", "motieven", "", volledig=False),
        Gegeven("naam", "Naam", "kenmerken", "", volledig=True),
    )
    assert open_per_onderdeel(lijst) == {"motieven": 2}
