"""The map of partners and tables: who sits where, in the right order, and as a file."""

import csv
import re
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_organisatie,
    maak_verband,
    onze_organisatie,
)
from tests.tabellen import Tabellen, tekst
from verbanden.models import Levensfase, Organisatie, Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db
KAART = "/partners/"
GISTEREN = NU - timedelta(days=1)
SOORT = Organisatie.Soort


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


def tafel(naam: str, *partners: Organisatie, eigen: bool = True, op: Any = NU, **velden: Any) -> Samenwerkingsverband:
    """A partnership with these partners, and us unless told otherwise."""
    verband = maak_verband(op, naam=naam, **velden)
    for wie in [*partners, *([onze_organisatie(op)] if eigen else [])]:
        maak_deelname(verband, wie, op)
    return verband


def stad(naam: str, op: Any = NU, **velden: Any) -> Organisatie:
    return maak_organisatie(op, naam=f"Gemeente {naam}", **velden)


def kaart(antwoord: Any, nummer: int = 0) -> list[list[str]]:
    """The map, heads and all; other tables of the page by number."""
    return Tabellen(antwoord).tabellen[nummer]


def vondsten(antwoord: Any) -> list[str]:
    """What stands out, as sentences."""
    lijst = antwoord.content.decode().partition('class="sw-sights">')[2].partition("</ul>")[0]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", regel).split()) for regel in re.findall(r"<li>(.*?)</li>", lijst, re.DOTALL)
    ]


def test_wie_wij_het_vaakst_zien_staat_bovenaan(raadslid: Client) -> None:
    alfa, bravo, charlie = stad("Alfa"), stad("Bravo"), stad("Charlie")
    tafel("Klein", bravo)
    tafel("De hele lange naam", alfa, bravo, charlie, korte_naam="Groot")
    tafel("Twee", alfa, bravo)

    antwoord = raadslid.get(KAART)

    assert kaart(antwoord) == [
        ["Partner", "Groot", "Twee", "Klein", "Tafels"],
        ["Bravo", "ja", "ja", "ja", "3"],
        ["Alfa", "ja", "ja", "– nee", "2"],
        ["Charlie", "ja", "– nee", "– nee", "1"],
        ["Aantal partners", "3", "2", "1", "niet van toepassing"],
    ]
    assert tekst(antwoord, 'sw-intro__lead"', "</p>") == (
        "Voorbeeldstad zit met 3 partners aan 3 tafels. Bravo zien wij aan 3 tafels, Alfa aan 2."
    )
    assert vondsten(antwoord) == [
        "Eén partner, 3 tafels Met Bravo kunnen wij afspraken maken die over meer verbanden gaan. Bravo per saldo",
        "2 tafels, dezelfde 2 partners Bij Groot en Twee zien wij steeds dezelfde 2. Misschien is één gesprek genoeg.",
        "1 partner zien wij aan één tafel Met hen is er maar één plek om zaken tegen elkaar af te wegen.",
    ]
    assert antwoord.content.decode().count('<svg class="sw-tile"') == 6


def test_wat_het_register_niet_weet_staat_erbij(raadslid: Client) -> None:
    alfa = stad("Alfa")
    tafel("Alleen wij")
    tafel("Zonder ons", alfa, eigen=False)
    maak_verband(naam="Leeg")
    tafel("Voorbij", alfa, levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))

    antwoord = raadslid.get(KAART)

    assert kaart(antwoord) == [
        ["Partner", "Zonder ons", "Tafels"],
        ["Alfa", "ja", "1"],
        ["Aantal partners", "1", "niet van toepassing"],
    ]
    assert vondsten(antwoord) == [
        "Niemand anders bekend Geen andere deelnemer vastgelegd: Alleen wij en Leeg.",
        "Wij staan er niet bij Onze gemeente staat niet bij de deelnemers van Zonder ons.",
    ]
    assert "Elke partner zien wij aan één tafel." in tekst(antwoord)


def test_een_leeg_portaal(raadslid: Client) -> None:
    antwoord = raadslid.get(KAART)
    assert Tabellen(antwoord).tabellen == []
    assert "Er zijn geen andere deelnemers vastgelegd." in tekst(antwoord)
    assert "Bij deze keuze zit er geen andere organisatie aan onze tafels." in tekst(antwoord)


def test_van_veel_partners_staan_die_aan_een_tafel_apart(raadslid: Client) -> None:
    vaak = stad("Vaak")
    tafel("Eerste", vaak, *(stad(f"A{nummer:02}") for nummer in range(10)))
    tafel("Tweede", vaak, *(stad(f"B{nummer:02}") for nummer in range(6)))

    antwoord = raadslid.get(KAART)

    assert kaart(antwoord)[1:] == [
        ["Vaak", "ja", "ja", "2"],
        ["Nog 16 partners", "10", "6", "1"],
        ["Aantal partners", "11", "7", "niet van toepassing"],
    ]
    assert [rij[::2] for rij in kaart(antwoord, 1)[1:]] == [["Eerste", "10"], ["Tweede", "6"]]
    assert kaart(antwoord, 1)[2][1] == "B00 B01 B02 B03 B04 B05"
    assert "Toon de 16 partners die wij aan één tafel zien" in tekst(antwoord)


def test_kiezen_op_soort_partner_en_op_regelingen(raadslid: Client) -> None:
    alfa, zee = stad("Alfa"), maak_organisatie(naam="Waterschap Zee", soort=SOORT.WATERSCHAP)
    tafel("Regeling", alfa, zee)
    tafel("Vennootschap", zee, vorm=Vorm.NV)

    def rijen(vraag: str) -> list[list[str]]:
        return kaart(raadslid.get(KAART + vraag))[:-1]

    alles = [["Waterschap Zee Waterschap", "ja", "ja", "2"], ["Alfa", "ja", "– nee", "1"]]
    assert rijen("") == [["Partner", "Regeling", "Vennootschap", "Tafels"], *alles]
    assert rijen("?soort=&tafels=") == rijen("")
    assert rijen("?soort=gemeente") == [["Partner", "Regeling", "Tafels"], ["Alfa", "ja", "1"]]
    assert rijen("?tafels=regelingen&soort=waterschap") == [
        ["Partner", "Regeling", "Tafels"],
        ["Waterschap Zee Waterschap", "ja", "1"],
    ]
    assert "partners.csv?soort=gemeente" in raadslid.get(KAART + "?soort=gemeente").content.decode()


def test_een_onleesbare_keuze_toont_alles_en_zegt_het(raadslid: Client) -> None:
    tafel("Regeling", stad("Alfa"))
    for pad in ("/partners/", "/partners/partners.csv"):
        antwoord = raadslid.get(pad + "?soort=verzonnen")
        assert antwoord.status_code == 422
        assert "Soort partner: Kies iets uit de lijst." in antwoord.content.decode()
        assert kaart(antwoord)[1] == ["Alfa", "ja", "1"]


def test_een_partner_kiezen_zonder_script(raadslid: Client) -> None:
    alfa = stad("Alfa")
    tafel("Regeling", alfa)
    adres = f"/partners/{alfa.id}/"
    assert raadslid.get(f"{KAART}?partner={alfa.id}")["Location"] == adres
    assert raadslid.get(f"{KAART}?partner={alfa.id}&jaar=2025")["Location"] == f"{adres}?jaar=2025"
    for onzin in ("", "abc", "-1", "²", "9" * 40):
        assert raadslid.get(KAART, {"partner": onzin}).status_code == 404
    keuze = raadslid.get(KAART).content.decode().split('class="sw-partner__pick"')[1].split("</form>")[0]
    assert re.findall(r"<option[^>]*>([^<]+)</option>", keuze) == ["Alfa"]


def test_alleen_wie_op_de_dag_meedoet_telt(raadslid: Client) -> None:
    verband = tafel("Regeling", stad("Alfa", GISTEREN), op=GISTEREN)
    maak_deelname(verband, stad("Straks"), van=date(2026, 5, 21))
    maak_deelname(verband, stad("Toen"), tot=date(2026, 5, 20))
    tafel("Nieuw", stad("Bravo"))

    assert [rij[0] for rij in kaart(raadslid.get(KAART))[1:-1]] == ["Alfa", "Bravo"]
    toen = raadslid.get(KAART, {"peildatum": "2026-05-19"})
    assert kaart(toen)[:2] == [["Partner", "Regeling", "Tafels"], ["Alfa", "ja", "1"]]


def test_een_eerdere_dag_kent_de_naam_van_toen(raadslid: Client) -> None:
    partner = stad("Oud", GISTEREN)
    tafel("Regeling", partner, op=GISTEREN)
    partner.naam = "Gemeente Nieuw"
    bewaar(partner, door=None, op=NU)

    namen = [kaart(raadslid.get(KAART, vraag))[1][0] for vraag in ({}, {"peildatum": "2026-05-19"})]
    assert namen == ["Nieuw", "Oud"]


def bestand(klant: Client, vraag: str = "") -> list[list[str]]:
    antwoord = klant.get(f"/partners/partners.csv{vraag}")
    assert antwoord["Content-Disposition"] == 'attachment; filename="partners-2026-05-20.csv"'
    return list(csv.reader(StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))


def test_de_kaart_als_bestand(raadslid: Client) -> None:
    alfa = stad("Alfa")
    kwaad = maak_organisatie(naam="=1+1", soort=SOORT.BEDRIJF)
    tafel("=2+2", alfa, kwaad)
    tafel("Twee", alfa)

    assert bestand(raadslid) == [
        ["Partner", "Soort", "Aantal tafels", "'=2+2", "Twee"],
        ["Gemeente Alfa", "Gemeente", "2", "ja", "ja"],
        ["'=1+1", "Bedrijf", "1", "ja", "nee"],
    ]
    assert [rij[0] for rij in bestand(raadslid, "?soort=bedrijf")] == ["Partner", "'=1+1"]
    for formaat in ("xlsx", "ods"):
        assert raadslid.get(f"/partners/partners.{formaat}").status_code == 200
    assert raadslid.get("/partners/partners.exe").status_code == 404


def test_het_logboek_onthoudt_wie_de_kaart_meenam(raadslid: Client) -> None:
    tafel("Regeling", stad("Alfa"))
    gedownload = Gebeurtenis.objects.filter(wat=Handeling.GEDOWNLOAD)
    raadslid.head("/partners/partners.xlsx")
    assert not gedownload.exists()
    raadslid.get("/partners/partners.xlsx?tafels=regelingen")
    assert gedownload.get().details == {
        "soort": "partners.xlsx",
        "partners": 1,
        "filters": {"tafels": "regelingen"},
        "peildatum": "2026-05-20",
    }


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", "?peildatum=2026-05-19", "?soort=gemeente&tafels=regelingen"])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, vraag: str
) -> None:
    vast = stad("Vast", GISTEREN)
    for nummer in range(aantal):
        tafel(f"Tafel {nummer}", vast, stad(f"Stad {nummer}", GISTEREN), op=GISTEREN)
    raadslid.get(KAART + vraag)

    # session, user, municipality, partnerships, participations, organisations
    with django_assert_num_queries(6):
        antwoord = raadslid.get(KAART + vraag)
    assert len(kaart(antwoord)[0]) == aantal + 2


def test_een_kaart_van_het_hele_land(raadslid: Client) -> None:
    steden = [stad(f"Stad {nummer:03}") for nummer in range(342)]
    tafel("Landelijk", *steden)
    for nummer in range(11):
        tafel(f"Streek {nummer:02}", *steden[nummer * 10 : nummer * 10 + 12])

    antwoord = raadslid.get(KAART)

    assert len(kaart(antwoord)) == 112 + 3  # heads, the others together, and the totals
    assert kaart(antwoord)[-2][:2] == ["Nog 230 partners", "230"]
    assert "sw-matrix--veel" in antwoord.content.decode()


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_lezen_kan_alleen_met_get(raadslid: Client, methode: str) -> None:
    for pad in (KAART, "/partners/partners.csv", "/partners/1/"):
        assert getattr(raadslid, methode)(pad).status_code == 405


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    tafel(kwaad, maak_organisatie(naam=kwaad), korte_naam=kwaad)
    inhoud = raadslid.get(KAART).content.decode()
    assert kwaad not in inhoud
    assert "&lt;script&gt;" in inhoud
