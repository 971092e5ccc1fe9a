"""The public pages: what they say, how they are kept, and how little they ask of the database."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenwerkingswijzer import geheugen
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gemeente
from tests import fabriek
from verbanden.models import (
    Bestuursorgaan,
    Levensfase,
    Post,
    Samenwerkingsverband,
    Stadium,
    Vertegenwoordiging,
    Zeggenschap,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open() -> Any:
    gemeente = fabriek.maak_gemeente(begrotingstotaal=Decimal(100_000_000))
    gemeente.openbaar = True
    bewaar(gemeente, door=None, op=fabriek.NU)
    with time_machine.travel(fabriek.NU, tick=False):
        yield


def maak(naam: str = "Verzonnen hulp", **velden: Any) -> Samenwerkingsverband:
    """A partnership with a contribution, a participant and a seat."""
    verband = fabriek.maak_verband(naam=naam, doel="Hulp geven.", openbaar_belang="Inwoners krijgen hulp.", **velden)
    fabriek.maak_cijfer(verband, 2026, 3_000_000)
    fabriek.maak_deelname(verband, fabriek.maak_organisatie(naam=f"Gemeente bij {verband.slug}"))
    zetel = {"verband": verband, "orgaan": Bestuursorgaan.ALGEMEEN_BESTUUR}
    bewaar(Vertegenwoordiging(wie="wethouder Geheim", **zetel), door=None, op=fabriek.NU)
    stem = Zeggenschap(principe=Zeggenschap.Principe.GEWOGEN, onze_stemmen=2, totaal_stemmen=9, **zetel)
    bewaar(stem, door=None, op=fabriek.NU)
    return verband


def lees(pad: str) -> str:
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_het_overzicht_zegt_met_wie_waarvoor_en_wat_het_kost() -> None:
    verband = maak()
    fabriek.maak_programma(verband, naam="Zorg")
    html = lees("/openbaar/")
    assert "Met wie werkt Voorbeeldstad samen?" in html
    assert "Zorg" in html
    assert "Inwoners krijgen hulp." in html
    assert "€ 3,0 mln" in html
    assert "€ 100" in html  # three million for 30,000 inhabitants
    assert "ongeveer 3 van elke 100 euro" in html


def test_een_bladzijde_noemt_plaatsen_en_geen_personen() -> None:
    html = lees(f"/openbaar/verbanden/{maak().slug}/")
    assert "1 lid (algemeen bestuur)" in html
    assert "2 van 9 stemmen (algemeen bestuur)" in html
    assert "Geheim" not in html


@pytest.mark.parametrize("fase", [Levensfase.VERKENNEN, Levensfase.AANGAAN, Levensfase.BEEINDIGD])
def test_wat_nog_niet_of_niet_meer_bestaat_is_er_niet(fase: Levensfase) -> None:
    einde = date(2026, 1, 1) if fase is Levensfase.BEEINDIGD else None
    verband = maak("Nog in onderzoek", levensfase=fase, beeindigd_op=einde)
    assert Client().get(f"/openbaar/verbanden/{verband.slug}/").status_code == 404
    for pad in ("/openbaar/", "/openbaar/samenwerkingen.json", "/openbaar/sitemap.xml"):
        assert verband.naam not in lees(pad)
        assert verband.slug not in lees(pad)


def test_een_ontwerp_is_geen_openbaar_cijfer() -> None:
    verband = maak()
    fabriek.maak_cijfer(verband, 2025, 111_111, stadium=Stadium.VERWACHT)
    fabriek.maak_cijfer(verband, 2025, 222_222, stadium=Stadium.VOORLOPIG)
    fabriek.maak_cijfer(verband, 2027, 333_333)
    fabriek.maak_cijfer(verband, 2024, 444_444)
    fabriek.maak_cijfer(verband, 2024, 555_555, stadium=Stadium.VASTGESTELD)
    fabriek.maak_cijfer(verband, 2024, -1_000, post=Post.RESULTAAT, stadium=Stadium.VASTGESTELD)
    for pad in (f"/openbaar/verbanden/{verband.slug}/", "/openbaar/samenwerkingen.csv"):
        tekst = lees(pad).replace(".", "")
        assert "555555" in tekst
        assert [getal for getal in ("111111", "222222", "333333", "444444") if getal in tekst] == []


def test_de_open_data_zijn_in_beide_vormen_dezelfde() -> None:
    verband = maak()
    inhoud = json.loads(Client().get("/openbaar/samenwerkingen.json").content)
    (een,) = inhoud["samenwerkingen"]
    assert een["bijdrage_2026"] == 3_000_000
    assert een["bladzijde"].endswith(f"/openbaar/verbanden/{verband.slug}/")
    assert set(een) == set(inhoud["kolommen"])
    tabel = csv.DictReader(
        io.StringIO(Client().get("/openbaar/samenwerkingen.csv").content.decode("utf-8-sig")), delimiter=";"
    )
    (rij,) = list(tabel)
    assert set(rij) == set(een)
    assert rij["bijdrage_2026"] == "3000000"
    assert rij["deelnemers"] == ", ".join(een["deelnemers"])


def test_een_tussenstation_mag_de_bladzijde_bewaren() -> None:
    maak()
    antwoord = Client().get("/openbaar/")
    assert antwoord["Cache-Control"] == "public, no-cache"
    assert "Vary" not in antwoord
    assert not antwoord.cookies
    gelijk = Client().get("/openbaar/", headers={"If-None-Match": antwoord["ETag"]})
    assert (gelijk.status_code, gelijk.content) == (304, b"")
    fabriek.maak_verband(naam="Nog een verzonnen verband")
    assert Client().get("/openbaar/", headers={"If-None-Match": antwoord["ETag"]}).status_code == 200


def test_een_bestand_mag_elders_worden_gebruikt_en_een_bladzijde_niet() -> None:
    assert Client().get("/openbaar/samenwerkingen.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in Client().get("/openbaar/")


def test_er_is_geen_peildatum_en_niets_om_te_veranderen() -> None:
    verband = maak()
    assert verband.naam in lees("/openbaar/?peildatum=2020-01-01")
    assert Client().get("/openbaar/?peildatum=onzin").status_code == 200
    assert Client().post("/openbaar/").status_code == 405


def test_robots_laat_alleen_de_openbare_kant_lezen() -> None:
    regels = Client().get("/robots.txt").content.decode().splitlines()
    assert {"Allow: /openbaar/", "Disallow: /"} <= set(regels)
    assert Client().get("/verbanden/").status_code == 302


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal(aantal: int, django_assert_num_queries: Any) -> None:
    verbanden = [maak(f"Verband {nummer}") for nummer in range(aantal)]
    with django_assert_num_queries(16):  # 13 to read, whether it is open, and twice the numbers of the histories
        Client().get("/openbaar/")
    with django_assert_num_queries(16):
        Client().get(f"/openbaar/verbanden/{verbanden[0].slug}/")


def test_een_vraag_zolang_er_niets_verandert(django_assert_num_queries: Any, monkeypatch: Any) -> None:
    """Outside a transaction a page comes from memory; a test always has one, so it says that it is quiet."""
    echt = geheugen.laatste_nummers
    monkeypatch.setattr(geheugen, "laatste_nummers", lambda modellen: (echt(modellen)[0], True))
    eerst = Client().get("/openbaar/").content
    with django_assert_num_queries(1):
        assert Client().get("/openbaar/").content == eerst
    verband = maak()
    assert verband.naam in lees("/openbaar/")
    test_dicht_is_er_niets()


def test_dicht_is_er_niets() -> None:
    gemeente = Gemeente.objects.get()
    gemeente.openbaar = False
    bewaar(gemeente, door=None, op=fabriek.NU)
    assert {Client().get(pad).status_code for pad in ("/openbaar/", "/robots.txt", "/openbaar/gegevens/")} == {404}
