"""One partner on balance: who does what, what it costs and brings, and what nobody knows."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from governance.models import Partijaandeel
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_aandeel,
    maak_cijfer,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_organisatie,
    maak_verband,
    onze_organisatie,
)
from tests.governance.views.test_partners import stad, tafel
from tests.tabellen import Tabellen, tekst
from verbanden.models import Levensfase, Organisatie, Samenwerkingsverband, Stadium

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
INKOOP = Partijaandeel.Soort.EIGEN_INKOOP
NIET = "niet bekend"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


@pytest.fixture
def alfa() -> Organisatie:
    return stad("Alfa", GISTEREN)


def pagina(partner: Organisatie) -> str:
    return f"/partners/{partner.id}/"


def geld(kosten: int | None, baten: int | None) -> dict[str, Any]:
    return {
        "kosten": None if kosten is None else Decimal(kosten),
        "baten": None if baten is None else Decimal(baten),
    }


def samen(
    naam: str,
    partner: Organisatie,
    wij: tuple[int | None, int | None],
    zij: tuple[int | None, int | None],
    op: Any = NU,
    **velden: Any,
) -> Samenwerkingsverband:
    """A shared partnership with both parts in 2026."""
    verband = tafel(naam, partner, op=op)
    gegevens = {"doet": "doet iets", "resultaat": f"resultaat {naam}"} | velden
    maak_aandeel(verband, onze_organisatie(op), op=op, **gegevens, **geld(*wij))
    maak_aandeel(verband, partner, op=op, **gegevens, **geld(*zij))
    return verband


def saldo(antwoord: Any) -> list[list[str]]:
    """The lines of the table without its two heads and without the bars."""
    assert antwoord.status_code == 200
    return [rij[:10] for rij in Tabellen(antwoord).tabellen[0][2:]]


def zinnen(antwoord: Any) -> str:
    return tekst(antwoord, 'class="sw-lede"', "</p>")


def test_per_saldo_met_bezit_en_inkoop_uit_elkaar(raadslid: Client, alfa: Organisatie) -> None:
    samen("Werk", alfa, (64_000, 70_500), (20_700, 15_000))
    zorg = samen("Zorg", alfa, (10_000, 4_000), (9_000, 12_000))
    maak_aandeel(zorg, alfa, soort=INKOOP, doet="koopt een training", **geld(2_500, 2_500))
    maak_aandeel(zorg, onze_organisatie(), soort=INKOOP, resultaat="minder werk", **geld(500, 800))

    antwoord = raadslid.get(pagina(alfa))

    assert saldo(antwoord) == [
        ["Samen eigenaar"],
        ["Werk Samenspel in Werk", "doet iets", "doet iets", "resultaat Werk",
         "64.000", "20.700", "70.500", "15.000", "+6.500", "−5.700"],
        ["Zorg Samenspel in Zorg", "doet iets", "doet iets", "resultaat Zorg",
         "10.000", "9.000", "4.000", "12.000", "−6.000", "+3.000"],
        ["Inkoop voor eigen rekening"],
        ["Zorg Samenspel in Zorg", "koopt een training", "niet ingevuld",
         "Voor ons: minder werk Voor hen niet ingevuld", "500", "2.500", "800", "2.500", "+300", "0"],
        ["Alles samen", "74.500", "32.200", "75.300", "29.500", "+800", "−2.700", ""],
    ]  # fmt: skip
    assert zinnen(antwoord) == (
        "Per saldo krijgt Voorbeeldstad € 800 meer dan het inbrengt. Alfa krijgt € 2.700 minder. "
        "Bij Werk zijn wij in het voordeel, bij Zorg is dat Alfa."
    )
    assert "sw-partner__sure" not in antwoord.content.decode()
    assert "Alfa per saldo over 2 verbanden" in tekst(antwoord)
    assert f'href="/verbanden/{zorg.slug}/samenspel/"' in antwoord.content.decode()
    assert "Bedragen in euro." in tekst(antwoord)
    assert "wie doet wat in welk verband" in tekst(antwoord)


def test_grote_bedragen_staan_in_duizenden_en_worden_nooit_nul(raadslid: Client, alfa: Organisatie) -> None:
    samen("Groot", alfa, (23_400_000, 24_300_499), (400, 1_500))

    antwoord = raadslid.get(pagina(alfa))

    assert saldo(antwoord)[1][4:] == ["23.400", "0,4", "24.300", "2", "+900", "+1"]
    assert "Bedragen keer € 1.000." in tekst(antwoord)


def test_wat_niemand_weet_telt_nergens_mee(raadslid: Client, alfa: Organisatie) -> None:
    samen("Half", alfa, (10_000, None), (5_000, 6_000))
    samen("Heel", alfa, (0, 0), (None, None))
    tafel("Leeg", alfa)

    antwoord = raadslid.get(pagina(alfa))

    assert [rij[4:] for rij in saldo(antwoord)[1:3]] == [
        ["10.000", "5.000", NIET, "6.000", NIET, "+1.000"],
        ["0", NIET, "0", NIET, "0", NIET],
    ]
    assert saldo(antwoord)[3:] == [
        ["Nog geen cijfers over 2026 Niemand vulde in wie hier wat doet, en wat het kost en oplevert."],
        ["Leeg Samenspel in Leeg", NIET],
        ["Alles samen, voor zover bekend", "0", "5.000", "0", "6.000", "0", "+1.000", ""],
    ]
    woorden = tekst(antwoord)
    for zin in (
        "Per saldo krijgt Voorbeeldstad evenveel als het inbrengt. Alfa krijgt € 1.000 meer.",
        "Let op: ons saldo gaat over 1 van de 3 regels hieronder, dat van Alfa over 1.",
        "Niet in het totaal van ons, want kosten of baten zijn niet bekend: Half.",
        "Niet in het totaal van Alfa, want kosten of baten zijn niet bekend: Heel.",
        "Het verband zonder cijfers telt in geen enkel totaal mee.",
    ):
        assert zin in woorden


def test_zonder_cijfers_staan_de_tafels_er_toch(raadslid: Client, alfa: Organisatie) -> None:
    tafel("Leeg", alfa)
    tafel("Ook leeg", alfa)
    maak_aandeel(maak_verband(naam="Van een ander"), stad("Bravo"), **geld(1, 1))

    antwoord = raadslid.get(pagina(alfa))

    assert [rij[0] for rij in saldo(antwoord)[1:]] == ["Leeg Samenspel in Leeg", "Ook leeg Samenspel in Ook leeg"]
    assert zinnen(antwoord) == "Wat het per saldo oplevert, is niet te zeggen: kosten en baten zijn niet bekend."
    assert "De 2 verbanden zonder cijfers tellen in geen enkel totaal mee." in tekst(antwoord)
    assert "Over 2026 zijn er geen cijfers." in tekst(antwoord)


def test_een_partner_zonder_tafel(raadslid: Client, alfa: Organisatie) -> None:
    antwoord = raadslid.get(pagina(alfa))
    assert "Wij delen geen verband met deze organisatie." in tekst(antwoord)
    assert Tabellen(antwoord).tabellen == []


def test_wie_weg_is_blijft_staan_met_zijn_cijfers(raadslid: Client, alfa: Organisatie) -> None:
    voorbij = samen("Voorbij", alfa, (1, 2), (3, 4))
    voorbij.levensfase, voorbij.beeindigd_op = Levensfase.BEEINDIGD, date(2026, 4, 1)
    bewaar(voorbij, door=None, op=NU)
    tafel("Loopt", alfa)

    assert [rij[0] for rij in saldo(raadslid.get(pagina(alfa)))] == [
        "Samen eigenaar",
        "Voorbij staat nu niet bij de deelnemers Samenspel in Voorbij",
        "Nog geen cijfers over 2026 Niemand vulde in wie hier wat doet, en wat het kost en oplevert.",
        "Loopt Samenspel in Loopt",
        "Alles samen, voor zover bekend",
    ]


def test_het_jaar_is_het_laatste_met_cijfers_of_wat_men_kiest(raadslid: Client, alfa: Organisatie) -> None:
    verband = tafel("Werk", alfa)
    maak_aandeel(verband, alfa, 2024, **geld(1, 2))
    maak_aandeel(verband, alfa, 2025, **geld(5, 6))
    maak_aandeel(verband, alfa, 2027, **geld(7, 8))

    def kosten(vraag: str = "") -> str:
        return saldo(raadslid.get(pagina(alfa) + vraag))[1][5]

    assert (kosten(), kosten("?jaar=2024"), kosten("?jaar=2027")) == ("5", "1", "7")
    inhoud = raadslid.get(pagina(alfa)).content.decode()
    keuze = inhoud.split('name="jaar"')[1].split("</select>")[0]
    assert re.findall(r">(\d{4})<", keuze) == ["2027", "2026", "2025", "2024"]
    assert re.search(r'value="2025" selected', keuze)
    assert "Nog geen cijfers over 2019" in tekst(raadslid.get(pagina(alfa) + "?jaar=2019"))


@pytest.mark.parametrize("jaar", ["abc", "0", "1979", "2101", "20266", "-2026", "²026", "2026.0"])
def test_een_onmogelijk_jaar_toont_de_gewone_bladzijde(raadslid: Client, alfa: Organisatie, jaar: str) -> None:
    samen("Werk", alfa, (1, 2), (3, 4))
    antwoord = raadslid.get(pagina(alfa), {"jaar": jaar})
    assert antwoord.status_code == 422
    assert "Jaar: Kies iets uit de lijst." in tekst(antwoord)
    assert Tabellen(antwoord).tabellen[0][3][4] == "1"


def test_een_bijdrage_die_afwijkt_staat_erbij(raadslid: Client, alfa: Organisatie) -> None:
    maak_cijfer(samen("Gelijk", alfa, (10_000, 1), (1, 1)), bedrag=10_000)
    samen_inkoop = samen("Met inkoop", alfa, (10_000, 1), (1, 1))
    maak_aandeel(samen_inkoop, onze_organisatie(), soort=INKOOP, **geld(500, 1))
    maak_cijfer(samen_inkoop, bedrag=10_500)
    anders = samen("Anders", alfa, (10_000, 1), (1, 1))
    maak_cijfer(anders, bedrag=11_000)
    maak_cijfer(anders, bedrag=12_000, stadium=Stadium.VASTGESTELD)
    maak_cijfer(anders, bedrag=13_000, jaar=2025)
    maak_cijfer(samen("Gat", alfa, (10_000, 1), (1, 1)), bedrag=None)

    woorden = tekst(raadslid.get(pagina(alfa)))

    assert "Onze bijdrage is een ander bedrag dan onze kosten hier" in woorden
    assert re.findall(r"(\S+): het register noemt", woorden) == ["Anders"]
    assert "Anders: het register noemt € 12.000, hier staat € 10.000." in woorden


def test_de_bronnen_staan_eronder(raadslid: Client, alfa: Organisatie) -> None:
    samen("Een bron", alfa, (1, 1), (1, 1), bron="jaarverslag")
    verband = tafel("Twee bronnen", alfa)
    maak_aandeel(verband, alfa, bron="hun raming", **geld(1, 1))

    bronnen = tekst(raadslid.get(pagina(alfa)), 'class="sw-sources', "</dl>")
    assert bronnen == "Een bron jaarverslag Twee bronnen Wij: niet ingevuld. Alfa: hun raming."


def test_een_eerdere_dag_toont_wat_er_toen_stond(raadslid: Client, alfa: Organisatie) -> None:
    samen("Werk", alfa, (1, 2), (3, 4), op=GISTEREN)
    aandeel = Partijaandeel.objects.get(partij=alfa)
    aandeel.kosten = Decimal(99)
    bewaar(aandeel, door=None, op=NU)
    alfa.naam = "Gemeente Omega"
    bewaar(alfa, door=None, op=NU)

    nu, toen = (raadslid.get(pagina(alfa), vraag) for vraag in ({}, {"peildatum": "2026-05-19"}))
    assert (saldo(nu)[1][5], saldo(toen)[1][5]) == ("99", "3")
    assert "Alfa per saldo" in tekst(toen)
    assert "Omega per saldo" in tekst(nu)


def test_wie_er_niet_is_en_wijzelf(raadslid: Client) -> None:
    tafel("Werk", stad("Alfa"))
    later = stad("Later")
    for nummer in (onze_organisatie().id, 999_999, 10**30):
        assert raadslid.get(f"/partners/{nummer}/").status_code == 404
    assert raadslid.get(pagina(later), {"peildatum": "2026-05-19"}).status_code == 404


def test_zonder_ons_in_het_register_zijn_onze_cijfers_onbekend(client: Client, alfa: Organisatie) -> None:
    maak_gemeente(GISTEREN, tooi="")
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    samen("Werk", alfa, (1, 2), (3, 4))
    assert saldo(client.get(pagina(alfa)))[1][4:6] == [NIET, "3"]


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", "?peildatum=2026-05-19", "?jaar=2025"])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, alfa: Organisatie, aantal: int, vraag: str
) -> None:
    for nummer in range(aantal):
        verband = samen(f"Tafel {nummer}", alfa, (1, 2), (3, 4), op=GISTEREN)
        maak_deelname(verband, maak_organisatie(GISTEREN), GISTEREN)
        maak_cijfer(verband, op=GISTEREN)
        maak_aandeel(verband, alfa, 2025, op=GISTEREN)
    raadslid.get(pagina(alfa) + vraag)

    # session, user, municipality, three of the network, this partner, ourselves, parts, partnerships, contributions
    with django_assert_num_queries(11):
        antwoord = raadslid.get(pagina(alfa) + vraag)
    assert len(saldo(antwoord)) == aantal + 2


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    partner = maak_organisatie(naam=kwaad)
    samen(kwaad, partner, (1, 2), (3, None), doet=kwaad, resultaat=kwaad, bron=kwaad)
    inhoud = raadslid.get(pagina(partner)).content.decode()
    assert kwaad not in inhoud
    assert "&lt;script&gt;" in inhoud
