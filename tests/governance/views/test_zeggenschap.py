"""Our say beside our share, for all partnerships and for one, as a council member reads it."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from governance.models import Zeggenschapsuitleg
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_organisatie,
    maak_portefeuille,
    maak_verband,
    onze_organisatie,
)
from tests.tabellen import Tabellen, tabel, tekst
from tests.verbanden.views.hulp import velden
from verbanden.models import Levensfase, Organisatie, Samenwerkingsverband, Vertegenwoordiging, Zeggenschap
from verbanden.models.zeggenschap import Bestuursorgaan

pytestmark = pytest.mark.django_db
LIJST = "/zeggenschap/"
GISTEREN = NU - timedelta(days=1)
PRINCIPE = Zeggenschap.Principe
WIE_WAT = "Wie welke rol heeft, is niet vastgelegd."
GELIJK = "Elke deelnemer telt even zwaar."
BATEN = "voor zover wij ze kennen."


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


def pagina(verband: Samenwerkingsverband) -> str:
    return f"/verbanden/{verband.slug}/zeggenschap/"


def maak_stemming(
    verband: Samenwerkingsverband,
    onze: int | None,
    totaal: int | None,
    principe: str = PRINCIPE.GELIJK,
    orgaan: str = Bestuursorgaan.ALGEMEEN_BESTUUR,
    op: Any = NU,
) -> Zeggenschap:
    rij = Zeggenschap(
        verband=verband, orgaan=orgaan, principe=principe, onze_stemmen=onze, totaal_stemmen=totaal, bron="artikel 4"
    )
    bewaar(rij, door=None, op=op)
    return rij


def maak_zetel(verband: Samenwerkingsverband, wie: str, op: Any = NU, **velden: Any) -> None:
    gegevens: dict[str, Any] = {"orgaan": Bestuursorgaan.ALGEMEEN_BESTUUR} | velden
    bewaar(Vertegenwoordiging(verband=verband, wie=wie, **gegevens), door=None, op=op)


def met_partners(
    naam: str, delen: list[int | None], principe: str = PRINCIPE.GELIJK, op: Any = NU, **velden: Any
) -> Samenwerkingsverband:
    """A partnership with one vote each, of which the cost shares are given, ours first."""
    verband = maak_verband(op, naam=naam, **velden)
    for nummer, deel in enumerate(delen):
        organisatie = maak_organisatie(op, naam=f"Gemeente {nummer}", inwoners=10_000) if nummer else None
        kosten = None if deel is None else Decimal(deel)
        maak_deelname(verband, organisatie or onze_organisatie(op), op, kostenaandeel=kosten, stemmen=1)
    maak_stemming(verband, 1, len(delen), principe, op=op)
    return verband


def ogen(antwoord: Any) -> list[str]:
    """The points on who looks over whose shoulder."""
    lijst = antwoord.content.decode().partition('class="sw-eyes">')[2].partition("</ul>")[0]
    regels = re.findall(r"<li>(.*?)</li>", lijst, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", regel).split()) for regel in regels]


def test_het_grootste_verschil_staat_bovenaan_met_een_uitleg(raadslid: Client) -> None:
    met_partners("Klein", [30, 35, 35])
    met_partners("Gewogen", [60, 20, 20], PRINCIPE.GEWOGEN)
    met_partners("Gelijk", [10, 45, 45])

    antwoord = raadslid.get(LIJST)

    assert tabel(antwoord, 0) == [
        ["Gewogen Openbaar lichaam", "Minder stem dan kosten Nog niet uitgelegd , verschil −26,7 procentpunt", "",
         "De stemmen zijn gewogen. In het register staat niet waarom onze stem kleiner is dan ons deel van de kosten."],
        ["Gelijk Openbaar lichaam",
         "Meer stem dan kosten Uitgelegd: elke deelnemer telt even zwaar , verschil +23,3 procentpunt", "",
         f"{GELIJK} Daardoor weegt onze stem zwaarder dan ons deel van de kosten. Dat is een principe, geen fout."],
        ["Klein Openbaar lichaam", "Binnen de band , verschil +3,3 procentpunt", "",
         f"{GELIJK} Onze stem past bij ons deel van de kosten."],
    ]  # fmt: skip
    assert tabel(antwoord, 1) == [
        ["Gewogen", "1 van 3", "33,3%", "60,0%", "60,0%", "−26,7"],
        ["Gelijk", "1 van 3", "33,3%", "10,0%", "60,0%", "+23,3"],
        ["Klein", "1 van 3", "33,3%", "30,0%", "60,0%", "+3,3"],
    ]
    assert tekst(antwoord, 'sw-intro__lead"', "</p>") == (
        "In 1 van de 3 verbanden past onze stem bij wat wij betalen. Bij 1 is het verschil uitgelegd. "
        "Over 1 verband hoort u in gesprek te gaan."
    )
    assert antwoord.content.decode().count("De band loopt van 50,0% tot 70,0%.") == 1
    assert f"De baten staan per verband bij het samenspel met partners , {BATEN}" in tekst(antwoord)


def leg_uit(verband: Samenwerkingsverband, op: Any = NU, **anders: Any) -> None:
    gegevens: dict[str, Any] = {
        "orgaan": Bestuursorgaan.ALGEMEEN_BESTUUR, "maat": "kosten", "principe": "afname",
        "uitleg": "Wie meer koopt, betaalt meer.",
        "bron": "Regeling, artikel 12", "datum": date(2026, 1, 12),
    }  # fmt: skip
    bewaar(Zeggenschapsuitleg(verband=verband, **(gegevens | anders)), door=None, op=op)


def test_een_uitleg_staat_erbij_met_haar_bron_en_dag(raadslid: Client) -> None:
    verband = met_partners("Gewogen", [60, 20, 20], PRINCIPE.GEWOGEN)
    leg_uit(verband)
    rij = tabel(raadslid.get(LIJST), 0)[0]
    assert rij[1] == "Minder stem dan kosten Uitgelegd: de kosten volgen wat ieder afneemt , verschil −26,7 procentpunt"
    assert rij[3] == "Wie meer koopt, betaalt meer. Regeling, artikel 12, 12 januari 2026."
    woorden = tekst(raadslid.get(pagina(verband)))
    assert "Uitleg bij de kosten: de kosten volgen wat ieder afneemt. Regeling, artikel 12, 12 januari 2026." in woorden
    assert "Verander de uitleg" not in woorden


@pytest.mark.parametrize("anders", [{"orgaan": Bestuursorgaan.DAGELIJKS_BESTUUR}, {"maat": "inwoners"}])
def test_een_uitleg_over_iets_anders_telt_niet(raadslid: Client, anders: dict[str, Any]) -> None:
    leg_uit(met_partners("Gewogen", [60, 20, 20], PRINCIPE.GEWOGEN), **anders)
    assert "Nog niet uitgelegd" in tabel(raadslid.get(LIJST), 0)[0][1]


def test_op_een_eerdere_dag_was_het_nog_niet_uitgelegd(raadslid: Client) -> None:
    leg_uit(met_partners("Gewogen", [60, 20, 20], PRINCIPE.GEWOGEN, op=GISTEREN))
    gisteren = raadslid.get(f"{LIJST}?peildatum={GISTEREN.date()}")
    assert "Nog niet uitgelegd" in tabel(gisteren, 0)[0][1]


def test_wie_bewerkt_komt_met_een_klik_bij_de_uitleg(client: Client) -> None:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.CONTROLLER))
    verband = met_partners("Gewogen", [60, 20, 20], PRINCIPE.GEWOGEN)
    adres = f"/verbanden/{verband.slug}/bewerken/uitleg/nieuw/?orgaan=algemeen_bestuur&maat=kosten"
    assert adres.replace("&", "&amp;") in client.get(pagina(verband)).content.decode()
    formulier = velden(client.get(adres))
    assert (formulier["orgaan"], formulier["maat"], formulier["datum"]) == (
        ["algemeen_bestuur"],
        ["kosten"],
        ["20-5-2026"],
    )
    gepost = {"principe": "afspraak", "uitleg": "Zo spraken wij het af.", "bron": "Gesprek"}
    vul = {naam: waarde[0] for naam, waarde in formulier.items()} | gepost
    morgen = client.post(adres, vul | {"datum": "21-5-2026"})
    assert (morgen.status_code, "Deze datum ligt in de toekomst." in tekst(morgen)) == (422, True)
    assert client.post(adres, vul).status_code == 302
    woorden = tekst(client.get(pagina(verband)))
    assert ("Zo spraken wij het af." in woorden, "Verander de uitleg" in woorden) == (True, True)


def test_wat_niet_bekend_is_staat_er_met_de_reden(raadslid: Client) -> None:
    zonder = maak_verband(naam="A zonder iets")
    maak_stemming(zonder, None, None, PRINCIPE.CONSENSUS)
    maak_deelname(zonder, onze_organisatie())
    maak_verband(naam="B zonder deelnemers")
    met_partners("C zonder kosten", [None, 50])
    maak_deelname(maak_verband(naam="D zonder stemmen"), onze_organisatie(), kostenaandeel=Decimal(10))

    antwoord = raadslid.get(LIJST)

    assert Tabellen(antwoord).tabellen == []
    lijst = antwoord.content.decode().split('class="sw-saynot"', 1)[1].split("</ul>")[0]
    assert re.findall(r">([^<]+)</a> <span>([^<]+)</span>", lijst) == [
        ("A zonder iets", "De deelnemers beslissen samen. Er zijn geen stemmen geteld."),
        ("B zonder deelnemers", "Onze gemeente staat niet bij de deelnemers."),
        ("C zonder kosten", "Ons deel van de kosten is niet bekend."),
        ("D zonder stemmen", "Onze stemmen zijn niet bekend."),
    ]
    assert "Van geen enkel verband kunnen wij de stemmen vergelijken." in tekst(antwoord)


def test_de_band_is_die_van_de_gemeente_tenzij_men_een_andere_kiest(client: Client) -> None:
    maak_gemeente(band_zeggenschap=Decimal("2.5"))
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    met_partners("Klein", [30, 35, 35])

    def merk(vraag: str = "") -> str:
        return tabel(client.get(LIJST + vraag), 0)[0][1]

    assert merk().startswith("Meer stem dan kosten Uitgelegd")
    assert merk("?band=3,4") == "Binnen de band , verschil +3,3 procentpunt"
    assert merk("?band=") == merk()
    assert merk("?tegen=inwoners").startswith("Minder stem dan inwoners Uitgelegd")
    assert 'name="band" value="2,5"' in client.get(LIJST).content.decode()
    assert tekst(client.get(LIJST), "<footer", "</footer>").startswith(
        "De band van 2,5 procentpunten is van de gemeente."
    )


@pytest.mark.parametrize(
    ("vraag", "fouten"),
    [
        ("band=veel", ["Band in procentpunten: Vul een getal in, bijvoorbeeld 10 of 7,5."]),
        ("band=-1", ["Band in procentpunten: De band ligt tussen 0 en 100 procentpunten."]),
        ("band=100,1", ["Band in procentpunten: De band ligt tussen 0 en 100 procentpunten."]),
        ("band=1,25", ["Band in procentpunten: Vul hoogstens 1 cijfer in achter de komma."]),
        ("tegen=baten", ["Vergelijk de stem met: Kies iets uit de lijst."]),
    ],
)
def test_een_onleesbare_keuze_toont_de_gewone_band(raadslid: Client, vraag: str, fouten: list[str]) -> None:
    met_partners("Klein", [30, 35, 35])

    antwoord = raadslid.get(f"{LIJST}?{vraag}")

    assert antwoord.status_code == 422
    lijst = antwoord.content.decode().split('class="sw-errors__list"', 1)[1].split("</ul>")[0]
    assert re.findall(r">([^<]+)</a>", lijst) == fouten
    assert Tabellen(antwoord).tabellen[0][1][1] == "Binnen de band , verschil +3,3 procentpunt"
    assert "10 procentpunt lager tot 10 hoger" in tekst(antwoord)


def test_een_beeindigd_verband_telt_niet_mee(raadslid: Client) -> None:
    met_partners("Lopend", [30, 70])
    voorbij = met_partners("Voorbij", [30, 70], levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))

    assert [rij[0] for rij in tabel(raadslid.get(LIJST), 1)] == ["Lopend"]
    assert raadslid.get(pagina(voorbij)).status_code == 200


def test_een_verband_naast_elke_partner(raadslid: Client) -> None:
    verband = maak_verband(
        naam="Werk", rollen="eigenaar en opdrachtgever", portefeuille=maak_portefeuille(houder="wethouder zorg")
    )
    maak_deelname(verband, onze_organisatie(), kostenaandeel=Decimal(18), stemmen=2)
    groot = maak_organisatie(naam="Gemeente Groot", inwoners=60_000)
    klein = maak_organisatie(naam="Gemeente Klein", inwoners=10_000)
    maak_deelname(verband, klein, kostenaandeel=Decimal(39), stemmen=2)
    maak_deelname(verband, groot, kostenaandeel=Decimal(43), stemmen=2)
    maak_stemming(verband, 1, 3, orgaan=Bestuursorgaan.DAGELIJKS_BESTUUR)
    maak_stemming(verband, 2, 6)
    maak_zetel(verband, "wethouder zorg", plaats=Vertegenwoordiging.Plaats.VOORZITTER)
    maak_zetel(verband, "raadslid", orgaan=Bestuursorgaan.ADVIESCOMMISSIE, plaats="adviseur", stemrecht=False)

    antwoord = raadslid.get(pagina(verband))

    assert tabel(antwoord, 0) == [
        ["Gemeente Voorbeeldstad", "2", "33,3%", "18,0%", "30,0%", "+15,3"],
        ["Gemeente Groot", "2", "33,3%", "43,0%", "60,0%", "−9,7"],
        ["Gemeente Klein", "2", "33,3%", "39,0%", "10,0%", "−5,7"],
    ]
    assert tabel(antwoord, 1) == [
        ["Algemeen bestuur artikel 4", GELIJK[:-1], "2 van 6", "33,3%", "wethouder zorg (voorzitter)"],
        ["Dagelijks bestuur artikel 4", GELIJK[:-1], "1 van 3", "33,3%", "niet vastgelegd"],
        ["Gemeenschappelijke adviescommissie", "niet vastgelegd", "niet bekend", "niet bekend",
         "raadslid (adviserend lid, zonder stem)"],
    ]  # fmt: skip
    woorden = tekst(antwoord)
    assert "Verschil tussen stem en kosten: +15,3 procentpunt. De band is 10 procentpunt naar beide kanten." in woorden
    assert (
        "Stemmen: Voorbeeldstad 33%, Groot 33%, Klein 33%; Kosten: Voorbeeldstad 18%, Groot 43%, Klein 39%; "
        "Inwoners: Voorbeeldstad 30%, Groot 60%, Klein 10%"
    ) in woorden
    assert (
        "Eén functie Wethouder zorg stemt namens ons én heeft de portefeuille. Het register noemt verder niemand."
    ) in woorden
    assert f"De baten staan bij het samenspel met de partners , {BATEN}" in woorden


def test_gaten_bij_partners_staan_er_open_en_eerlijk(raadslid: Client) -> None:
    verband = maak_verband(naam="Half")
    maak_deelname(verband, onze_organisatie(), kostenaandeel=Decimal(20), stemmen=1)
    maak_deelname(verband, maak_organisatie(naam="Provincie P", soort=Organisatie.Soort.PROVINCIE))
    maak_stemming(verband, 1, 4, PRINCIPE.GEWOGEN)

    antwoord = raadslid.get(pagina(verband))

    assert tabel(antwoord, 0) == [
        ["Gemeente Voorbeeldstad", "1", "25,0%", "20,0%", "niet te vergelijken", "+5,0"],
        ["Provincie P", "niet bekend", "niet bekend", "niet bekend", "niet te vergelijken", "niet bekend"],
        ["Niet bekend van wie", "", "75,0%", "80,0%", "", ""],
    ]
    woorden = tekst(antwoord)
    for zin in (
        "Van Provincie P is het aantal stemmen niet bekend.",
        "Van Provincie P is het deel van de kosten niet bekend.",
        "Provincie P is geen gemeente. Daarom vergelijken wij de inwoners niet.",
        "Niet te zien: onze rollen zijn niet vastgelegd.",
    ):
        assert zin in woorden
    assert "Onze delen naast die van elke partner" not in antwoord.content.decode()


def test_een_leeg_verband_zegt_wat_er_niet_is(raadslid: Client) -> None:
    antwoord = raadslid.get(pagina(maak_verband()))

    woorden = tekst(antwoord)
    assert "Niet te vergelijken Onze gemeente staat niet bij de deelnemers." in woorden
    assert "Er zijn geen deelnemers vastgelegd." in woorden
    assert "Er is geen orgaan met stemmen vastgelegd." in woorden


def test_bij_veel_deelnemers_gaan_de_kleine_samen_in_de_grafiek_en_niet_in_de_tabel(raadslid: Client) -> None:
    verband = met_partners("Groot", [5] * 20)
    antwoord = raadslid.get(pagina(verband))
    assert len(tabel(antwoord, 0)) == 20
    assert "Gemeente 5" not in tekst(antwoord, "Onze delen naast die van elke partner", "</svg>")
    assert "nog 14 70%" in tekst(antwoord, "Onze delen naast die van elke partner", "</svg>")


def test_alleen_wie_op_de_dag_meedoet_telt(raadslid: Client) -> None:
    verband = met_partners("Werk", [50, 50], op=GISTEREN)
    maak_deelname(verband, maak_organisatie(naam="Gemeente Straks"), van=date(2026, 5, 21), stemmen=1)
    maak_deelname(verband, maak_organisatie(naam="Gemeente Toen"), tot=date(2026, 5, 20), stemmen=1)
    maak_zetel(verband, "oud-wethouder", tot=date(2026, 5, 20))

    antwoord = raadslid.get(pagina(verband))

    assert [rij[0] for rij in tabel(antwoord, 0)] == ["Gemeente Voorbeeldstad", "Gemeente 1"]
    assert tabel(antwoord, 1)[0][4] == "niet vastgelegd"


def test_een_eerdere_dag_toont_wat_er_toen_stond(raadslid: Client) -> None:
    verband = met_partners("Werk", [50, 50], PRINCIPE.GEWOGEN, op=GISTEREN)
    stemming = Zeggenschap.objects.get()
    stemming.onze_stemmen, stemming.totaal_stemmen = 9, 10
    bewaar(stemming, door=None, op=NU)
    gemeente = maak_gemeente()
    gemeente.band_zeggenschap = Decimal(1)
    bewaar(gemeente, door=None, op=NU)
    met_partners("Nieuw", [50, 50])

    nu, toen = (raadslid.get(LIJST, vraag) for vraag in ({}, {"peildatum": "2026-05-19"}))

    assert [rij[:3] for rij in tabel(nu, 1)] == [["Werk", "9 van 10", "90,0%"], ["Nieuw", "1 van 2", "50,0%"]]
    assert [rij[:3] for rij in tabel(toen, 1)] == [["Werk", "1 van 2", "50,0%"]]
    assert "1 procentpunt lager tot 1 hoger" in tekst(nu)
    assert "10 procentpunt lager tot 10 hoger" in tekst(toen)
    woorden = tekst(raadslid.get(pagina(verband), {"peildatum": "2026-05-19"}))
    assert "De band is 10 procentpunt naar beide kanten." in woorden
    assert "1 van 2" in woorden


def test_het_meer_ogen_principe_in_alle_verbanden(raadslid: Client) -> None:
    zorg = maak_portefeuille(houder="wethouder zorg")
    beide: dict[str, Any] = {"rollen": "eigenaar en opdrachtgever", "portefeuille": zorg}
    een = maak_verband(naam="Een", **beide)
    maak_zetel(een, "Wethouder zorg")
    maak_zetel(een, "wethouder geld", plaats=Vertegenwoordiging.Plaats.PLAATSVERVANGER)
    maak_zetel(een, "toezichthouder", orgaan=Bestuursorgaan.COMMISSARISSEN)
    twee = maak_verband(naam="Twee", **beide)
    maak_zetel(twee, "wethouder geld")
    maak_verband(naam="Onzichtbaar", **beide)
    maak_verband(naam="Partner", rollen="partner")
    maak_verband(naam="Zonder rollen")

    antwoord = raadslid.get(LIJST)

    assert ogen(antwoord) == [
        "Eén functie Een Wethouder zorg stemt namens ons én heeft de portefeuille. Het register noemt verder niemand.",
        "Niet te zien Onzichtbaar Wie namens ons stemt, is niet vastgelegd.",
        f"Meer functies Twee Betrokken zijn 2 functies: wethouder geld, wethouder zorg. {WIE_WAT}",
    ]
    assert (
        "Niet in deze lijst: 1 verband waarin wij niet beide rollen hebben en 1 verband waarvan onze rollen niet zijn "
        "vastgelegd."
    ) in tekst(antwoord)


def vol(op: Any = NU) -> Samenwerkingsverband:
    """A partnership of which everything on the page is known."""
    rollen = "eigenaar en opdrachtgever"
    verband = met_partners("Vol", [20, 40, 40], op=op, rollen=rollen, portefeuille=maak_portefeuille(op))
    maak_stemming(verband, 1, 3, orgaan=Bestuursorgaan.DAGELIJKS_BESTUUR, op=op)
    maak_zetel(verband, "wethouder zorg", op=op)
    return verband


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", "?peildatum=2026-05-19", "?band=5&tegen=inwoners"])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal_verbanden(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, vraag: str
) -> None:
    for _ in range(aantal):
        vol(GISTEREN)
    raadslid.get(LIJST + vraag)

    # session, user, municipality, partnerships, participations, organisations, votes, seats, portfolios,
    # explanations
    with django_assert_num_queries(10):
        antwoord = raadslid.get(LIJST + vraag)
    assert len(tabel(antwoord, 1)) == aantal


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", "?peildatum=2026-05-19"])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal_partners(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, vraag: str
) -> None:
    verband = vol(GISTEREN)
    for _ in range(aantal):
        maak_deelname(verband, maak_organisatie(GISTEREN), GISTEREN)
        maak_zetel(verband, "wethouder", op=GISTEREN)
    raadslid.get(pagina(verband) + vraag)

    with django_assert_num_queries(11):  # one more than the list: what is on the ontwikkelagenda
        antwoord = raadslid.get(pagina(verband) + vraag)
    assert len(tabel(antwoord, 0)) == aantal + 3


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_lezen_kan_alleen_met_get(raadslid: Client, methode: str) -> None:
    for pad in (LIJST, pagina(maak_verband())):
        assert getattr(raadslid, methode)(pad).status_code == 405


def test_het_dashboard_wijst_de_weg(raadslid: Client) -> None:
    verband = maak_verband()
    blok = raadslid.get(verband.get_absolute_url()).content.decode().split('id="blok-regime"')[1].split("</section>")[0]
    assert f'href="{pagina(verband)}"' in blok.split("<details", 1)[1]


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    verband = met_partners(kwaad, [20, 80], rollen=f"eigenaar en opdrachtgever {kwaad}")
    maak_deelname(verband, maak_organisatie(naam=kwaad), stemmen=1)
    maak_zetel(verband, kwaad)

    for pad in (LIJST, pagina(verband)):
        inhoud = raadslid.get(pad).content.decode()
        assert kwaad not in inhoud
        assert "&lt;script&gt;" in inhoud
