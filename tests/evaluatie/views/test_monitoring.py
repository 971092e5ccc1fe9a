"""The page for college and controller: unknown never counts as zero, and each gap leads to where it is mended."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import stel_vast
from tests.evaluatie.views.test_evaluaties import geconcludeerd
from tests.fabriek import (
    NU,
    maak_cijfer,
    maak_doel,
    maak_evaluatie,
    maak_gebruiker,
    maak_gemeente,
    maak_meting,
    maak_portefeuille,
    maak_programma,
    maak_verband,
)
from tests.tabellen import tekst
from tests.verbanden.views.hulp import log_in
from verbanden.models import Levensfase, Post, Samenwerkingsverband, Stadium

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
MORGEN = datetime(2026, 5, 21, 12, 0, tzinfo=NU.tzinfo)
PAD = "/evaluaties/monitoring/"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN, begrotingstotaal=Decimal(10_000_000))
        yield


def maak(naam: str, op: datetime = GISTEREN, **velden: Any) -> Samenwerkingsverband:
    gegevens = {"slug": naam.lower(), "naam": naam, "levensfase": Levensfase.UITVOEREN} | velden
    return maak_verband(op, **gegevens)


def lees(vraag: str = "", rol: Rol = Rol.COLLEGE) -> Any:
    antwoord = log_in(maak_gebruiker(rol)).get(f"{PAD}{vraag}")
    assert antwoord.status_code == 200
    return antwoord


def test_zonder_verbanden_zegt_de_bladzijde_dat() -> None:
    assert "Er zijn nog geen lopende verbanden." in tekst(lees(rol=Rol.RAADSLID))


def test_bijdragen_garanties_en_leningen_samen_per_programma_en_per_houder() -> None:
    kring, bank = maak("Kring", portefeuille=maak_portefeuille(GISTEREN, houder="wethouder zorg")), maak("Bank")
    maak_programma(kring, "Zorg", GISTEREN, aandeel=60)
    maak_programma(kring, "Werk", GISTEREN, aandeel=40)
    maak_cijfer(kring, 2026, 2_000_000, op=GISTEREN)
    maak_cijfer(kring, 2024, 500_000, Post.GARANTIE, Stadium.VASTGESTELD, op=GISTEREN)
    maak_cijfer(kring, 2027, 900_000, Post.GARANTIE, op=GISTEREN)
    maak_cijfer(bank, 2026, None, Post.GARANTIE, op=GISTEREN)
    woorden = tekst(lees())
    assert "Bijdrage in 2026 € 2,0 mln van 1 verband niet bekend" in woorden
    assert "Garanties € 500.000 van 1 verband niet bekend Leningen onbekend" in woorden
    assert "Deel van de gemeentebegroting 20,0% de bijdragen tegen € 10,0 mln" in woorden
    assert "Zorg 1 € 1,2 mln € 300.000 onbekend 12,0%" in woorden
    assert "Werk 1 € 800.000 € 200.000 onbekend 8,0%" in woorden
    assert "wethouder zorg 1 € 2,0 mln € 500.000 onbekend 20,0%" in woorden
    assert "Nog geen portefeuillehouder 1 onbekend onbekend onbekend niet te berekenen" in woorden


def test_alle_lijnen_staan_op_dezelfde_schaal_en_de_tabel_zegt_hetzelfde() -> None:
    groot, klein, niets = maak("Groot"), maak("Klein"), maak("Niets")
    for jaar, bedrag in ((2023, 1_000_000), (2024, 1_100_000), (2026, 1_200_000)):
        maak_cijfer(groot, jaar, bedrag, op=GISTEREN)
    for jaar, bedrag in ((2024, 1_000), (2026, 3_000)):
        maak_cijfer(klein, jaar, bedrag, op=GISTEREN)
    maak_cijfer(niets, 2026, 0, op=GISTEREN)
    antwoord = lees()
    bladzij, woorden = antwoord.content.decode(), tekst(antwoord)
    assert bladzij.count("sw-multiple__chart") == 2
    assert bladzij.count(">200</text>") == 2
    assert "<title>Bijdrage aan Klein, 2024 is 100</title>" in bladzij
    assert "Wat boven 200 komt, stopt bij de rand" in woorden
    assert "Zonder lijn. Geen bijdrage: Niets." in woorden
    groot_in_tabel = woorden.split("Dezelfde cijfers als tabel")[1].split("Klein")[0]
    assert "100 1.000 (verwacht) 110 1.100 (verwacht) nog niet ingevuld 120 1.200 (verwacht)" in groot_in_tabel


def test_wat_ontbreekt_wijst_naar_waar_het_te_herstellen_is() -> None:
    griffie, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    kaal, half, klaar = maak("Kaal"), maak("Half"), maak("Klaar")
    maak("Nieuwtje", levensfase=Levensfase.VERKENNEN)
    maak_doel(half)
    maak_meting(maak_doel(klaar))
    maak_evaluatie(half, stap="oordeel", leider=controller)
    stel_vast(geconcludeerd(klaar, controller), griffie)
    antwoord = lees()
    bladzij, woorden = antwoord.content.decode(), tekst(antwoord).split("Wat nog niet te beoordelen is")[1]
    assert "Zonder doelen 1 Wel doelen, geen meting 1 Niet geëvalueerd in raadsperiode 2026-2030 2" in woorden
    assert "loopt, stap oordeel" in woorden
    assert ("Klaar" in woorden, "Nieuwtje" in woorden) == (False, False)
    for verband, deel in ((kaal, "doelen"), (kaal, "evaluaties"), (half, "doelen")):
        assert f'href="/verbanden/{verband.slug}/{deel}/"' in bladzij
    assert "van 1 april 2026 tot en met 2 april 2030 (Kieswet art. C 4)" in woorden


def test_een_eerdere_dag_laat_zien_hoe_het_toen_was() -> None:
    kring = maak("Kring")
    maak_cijfer(kring, 2026, 1_000_000, op=GISTEREN)
    with time_machine.travel(MORGEN, tick=False):
        maak_cijfer(kring, 2026, 70_000, Post.LENING, op=MORGEN)
        maak_doel(kring, op=MORGEN)
        assert "Leningen € 70.000" in tekst(lees())
        toen = tekst(lees("?peildatum=2026-05-20"))
        assert "Leningen onbekend van 1 verband niet bekend" in toen
        assert "Zonder doelen 1" in toen


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_groeit_niet(django_assert_num_queries: DjangoAssertNumQueries, aantal: int) -> None:
    for nummer in range(aantal):
        verband = maak(f"Kring{nummer}")
        maak_programma(verband, f"Programma {nummer}", GISTEREN)
        maak_cijfer(verband, 2026, 1_000, Post.LENING, op=GISTEREN)
        maak_meting(maak_doel(verband, op=GISTEREN), op=GISTEREN)
    klant = log_in(maak_gebruiker(Rol.CONTROLLER))
    klant.get(PAD)
    with django_assert_num_queries(11):
        assert klant.get(PAD).status_code == 200


def bestand(formaat: str, vraag: str = "", rol: Rol = Rol.CONTROLLER) -> Any:
    antwoord = log_in(maak_gebruiker(rol)).get(f"/evaluaties/monitoring.{formaat}{vraag}")
    assert antwoord.status_code == 200
    return antwoord


def als_csv(vraag: str = "") -> dict[str, dict[str, str]]:
    """The rows of the CSV file by the name of the partnership."""
    tekst_ = bestand("csv", vraag).content.decode("utf-8-sig")
    return {rij["Naam"]: rij for rij in csv.DictReader(StringIO(tekst_), delimiter=";")}


def test_het_csv_heeft_per_verband_bedragen_verplichtingen_en_wat_ontbreekt() -> None:
    kring = maak("Kring", portefeuille=maak_portefeuille(GISTEREN, houder="wethouder zorg"))
    maak_programma(kring, "Zorg", GISTEREN)
    maak_cijfer(kring, 2025, 1_000_000, stadium=Stadium.VASTGESTELD, op=GISTEREN)
    maak_cijfer(kring, 2026, "1250000.50", op=GISTEREN)
    maak_cijfer(kring, 2024, 500_000, Post.GARANTIE, Stadium.VASTGESTELD, op=GISTEREN)
    maak_meting(maak_doel(kring))
    maak("Nieuwtje", levensfase=Levensfase.VERKENNEN)
    rijen = als_csv()
    assert list(rijen) == ["Kring", "Nieuwtje"]
    gelezen = rijen["Kring"]
    assert (gelezen["Programma's"], gelezen["Portefeuillehouder"]) == ("Zorg", "wethouder zorg")
    assert (gelezen["Bijdrage 2026"], gelezen["Soort cijfer 2026"], gelezen["Index 2026"]) == (
        "1250000,5",
        "Begroot",
        "125",
    )
    assert (gelezen["Bijdrage 2024"], gelezen["Soort cijfer 2024"], gelezen["Index 2024"]) == ("", "onbekend", "")
    assert (gelezen["Garantie"], gelezen["Jaar van garantie"], gelezen["Lening"]) == ("500000", "2024", "")
    assert (gelezen["Doelen"], gelezen["Doelen met een meting"], gelezen["Laatste meting"]) == ("1", "1", "31-12-2025")
    assert gelezen["Wat ontbreekt"] == "evaluatie deze raadsperiode"
    assert rijen["Nieuwtje"]["Wat ontbreekt"] == "telt nog niet mee"


def test_het_werkboek_houdt_getallen_en_kent_geen_formules() -> None:
    maak_cijfer(maak("=SOM(A1)", slug="som"), 2026, 2_000, op=GISTEREN)
    boek = load_workbook(BytesIO(bestand("xlsx").content))
    assert boek.sheetnames == ["Verbanden", "Per programma", "Per portefeuillehouder", "Toelichting"]
    kop, rij = (list(rij) for rij in boek["Verbanden"].iter_rows(values_only=True))
    assert rij[0] == "'=SOM(A1)"
    assert rij[kop.index("Bijdrage 2026")] == 2000
    assert [cel.value for cel in boek["Per programma"][2]][:4] == ["Niet verdeeld over een programma", 1, 2000, 0]
    assert all(cel.data_type != "f" for blad in boek for regel in blad.iter_rows() for cel in regel)
    assert bestand("ods").content.startswith(b"PK")


def test_het_bestand_volgt_de_peildatum_en_staat_in_het_auditspoor() -> None:
    kring = maak("Kring")
    with time_machine.travel(MORGEN, tick=False):
        maak_cijfer(kring, 2026, 70_000, Post.LENING, op=MORGEN)
        assert als_csv()["Kring"]["Lening"] == "70000"
        antwoord = bestand("csv", "?peildatum=2026-05-20")
        assert 'filename="monitoring-2026-05-20.csv"' in antwoord["Content-Disposition"]
        assert als_csv("?peildatum=2026-05-20")["Kring"]["Lening"] == ""
    details = Gebeurtenis.objects.filter(wat="gedownload").latest("id").details
    assert details == {"soort": "monitoring.csv", "verbanden": 1, "peildatum": "2026-05-20"}
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    assert klant.get("/evaluaties/monitoring.exe").status_code == 404
    aantal = Gebeurtenis.objects.count()
    assert klant.head("/evaluaties/monitoring.csv").status_code == 200
    assert Gebeurtenis.objects.count() == aantal
