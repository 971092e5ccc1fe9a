"""What the document says of a party."""

from datetime import date
from decimal import Decimal

import pytest

from samenwerkingswijzer.opmaak import VASTE_SPATIE
from tests.verbanden.lijst.hulp import BEDRAGEN, cijfer, lijst, partij
from verbanden.lijst.weergave import Cel, Partijbeeld, lijstbeeld
from verbanden.models import Post
from verbanden.regels.bbv.belang import Categorie

GEVRAAGD = "niet opgegeven, gevraagd op 7-9-2026"
VREEMD = {Post.VREEMD_VERMOGEN_BEGIN: None, Post.VREEMD_VERMOGEN_EIND: None}


def beeld(*, soort: str = "begroting", **velden) -> Partijbeeld:
    return lijstbeeld(lijst(partij(**velden), soort=soort)).delen[0].partijen[0]


def feit(gezien: Partijbeeld, label: str) -> str:
    return next(waarde for naam, _, waarde in gezien.feiten if naam == label)


def test_elk_wettelijk_gegeven_met_zijn_letter() -> None:
    gezien = beeld()
    assert gezien.feiten == (
        ("Vorm", "", "Openbaar lichaam"),
        ("Vestigingsplaats", "", "Voorbeelddam"),
        ("Openbaar belang", "a", "Goede jeugdhulp."),
        ("Wijze van belang", "a", "1 van 13 stemmen in het algemeen bestuur."),
        ("Risico's", "e", f"Meer zware hulp. Gevolg voor de gemeente: €{VASTE_SPATIE}900.000."),
        ("Programma", "", "Sociaal domein"),
        ("Bijdrage", "", f"€{VASTE_SPATIE}216.000"),
    )
    assert [(rij.label, rij.letter, [cel.tekst for cel in rij.cellen]) for rij in gezien.cijfers] == [
        ("Belang", "b", ["3,1%", "3,0%"]),
        ("Eigen vermogen", "c", ["−1.150", "−400"]),
        ("Vreemd vermogen", "c", ["64.700", "61.200"]),
        ("Resultaat 2027", "d", ["750"]),
    ]


def test_een_voorlopig_cijfer_zegt_dat_het_voorlopig_is() -> None:
    voorlopig = partij(cijfers={post.value: cijfer(bedrag, stadium="voorlopig") for post, bedrag in BEDRAGEN.items()})
    lijst_ = lijstbeeld(lijst(voorlopig, soort="jaarstukken"))
    gezien = lijst_.delen[0].partijen[0]
    assert gezien.cijfers[0].cellen == (Cel("3,1%", voorlopig=True), Cel("3,0%", voorlopig=True))
    assert feit(gezien, "Bijdrage") == f"€{VASTE_SPATIE}216.000 (voorlopig)"
    assert lijst_.programmas == (("Sociaal domein", "216 (voorlopig)"),)
    assert "'voorlopig'" in lijst_.stadium
    assert not any(cel.voorlopig for rij in beeld().cijfers for cel in rij.cellen)
    assert "'voorlopig'" not in lijstbeeld(lijst(partij())).stadium


def test_twee_gelijke_gaten_worden_een_cel() -> None:
    assert beeld(bedragen=VREEMD).cijfers[2].cellen == (Cel(GEVRAAGD, gat=True),)


def test_meer_gaten_blijven_per_kolom_staan() -> None:
    eigen = {Post.EIGEN_VERMOGEN_BEGIN: None, Post.EIGEN_VERMOGEN_EIND: None}
    gezien = beeld(bedragen=VREEMD | eigen)
    assert [rij.cellen for rij in gezien.cijfers[1:3]] == [(Cel(GEVRAAGD, gat=True),) * 2] * 2


def test_het_voorblad_noemt_elk_gat_met_datum_en_reden() -> None:
    assert lijstbeeld(lijst(partij(bedragen=VREEMD), partij("Andere"))).gaten == (
        (
            "Jeugdhulp Verzonnen",
            "vreemd vermogen op 1 januari, vreemd vermogen op 31 december (7 september 2026): Nog niet ontvangen",
        ),
    )


def test_wat_niemand_invulde_staat_er_zo() -> None:
    gezien = beeld(cijfers={}, openbaar_belang="", risicos=())
    assert feit(gezien, "Openbaar belang") == "nog niet ingevuld"
    assert feit(gezien, "Risico's") == "nog niet ingevuld"
    assert {cel for rij in gezien.cijfers for cel in rij.cellen} == {Cel("ontbreekt", gat=True)}


def test_geen_risico_is_ook_een_antwoord() -> None:
    gezien = beeld(risicos=(), geen_risicos=True)
    assert feit(gezien, "Risico's") == "Geen risico van betekenis voor de gemeente."


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Het belang ging van 3,1% naar 3,0%."),
        ({"bedragen": {Post.BELANG_EIND: Decimal("3.1")}}, "Geen verandering in het belang."),
        ({"ingetreden": date(2027, 4, 1)}, "Ingetreden op 1 april 2027. Het belang ging van 3,1% naar 3,0%."),
        (
            {"uitgetreden": date(2027, 7, 1), "bedragen": {Post.BELANG_EIND: None}, "wijzigingen": "Fusie."},
            "Uitgetreden op 1 juli 2027. Fusie.",
        ),
    ],
)
def test_jaarstukken_zeggen_wat_er_veranderde(velden, zin) -> None:
    gezien = beeld(soort="jaarstukken", **velden)
    assert feit(gezien, "Veranderd in 2027") == zin
    assert gezien.kop_cijfers == "Werkelijke cijfers, keer € 1.000"


def test_een_begroting_zegt_alleen_wie_erbij_komt_of_weggaat() -> None:
    assert "Veranderd in 2027" not in {label for label, _, _ in beeld().feiten}
    assert feit(beeld(ingetreden=date(2027, 4, 1)), "Veranderd in 2027") == "Ingetreden op 1 april 2027."


def test_vier_soorten_ook_als_ze_leeg_zijn() -> None:
    delen = lijstbeeld(lijst(partij(categorie=Categorie.OVERIG))).delen
    assert [(deel.nummer, len(deel.partijen)) for deel in delen] == [(1, 0), (2, 0), (3, 0), (4, 1)]


def test_totalen_per_programma() -> None:
    half = (("Sociaal domein", Decimal(50)), ("Veiligheid", Decimal(50)))
    gezien = lijstbeeld(
        lijst(partij(), partij("Half", programmas=half), partij("Zonder", bedragen={Post.BIJDRAGE: None}))
    )
    assert gezien.programmas == (("Sociaal domein", "324*"), ("Veiligheid", "108"))
    assert gezien.onvolledig
