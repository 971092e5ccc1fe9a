"""Calendars behind a personal address: what is in them, who gets nothing, and how long an address works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import abonnementen
from governance.models import Abonnement, Moment
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_gebruiker,
    maak_gemeente,
    maak_moment,
    maak_raadskalender,
    maak_regeling,
    maak_ronde,
)
from tests.tabellen import tekst
from tests.verbanden.views.hulp import log_in
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
PAGINA = "/agenda/abonnementen/"
ADRES = re.compile(r'value="http://testserver(/agenda/ical/[A-Za-z0-9_-]{40,}\.ics)"')
GISTEREN = NU - timedelta(days=1)


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_raadskalender(date(2026, 6, 2), date(2026, 6, 23), op=GISTEREN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    alfa = maak_regeling(GISTEREN, naam="Alfa; met, tekens", slug="alfa")
    maak_ronde(alfa, op=GISTEREN, ontvangen=date(2026, 4, 13))
    return alfa


@pytest.fixture
def raadslid() -> Gebruiker:
    return maak_gebruiker(Rol.RAADSLID)


def neem(gebruiker: Gebruiker, **vraag: str) -> str:
    """Make an address on the page, and read it from the answer."""
    antwoord = log_in(gebruiker).post(PAGINA, vraag)
    assert antwoord.status_code == 200
    gevonden = ADRES.search(antwoord.content.decode())
    assert gevonden
    return gevonden[1]


def lees(adres: str) -> dict[str, Any]:
    """The calendar behind an address, as a calendar program reads it: per title its event."""
    antwoord = Client().get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["X-Robots-Tag"] == "noindex, nofollow"
    assert not antwoord.cookies
    return {str(een["summary"]): een for een in Calendar.from_ical(antwoord.content).walk("VEVENT")}


def test_een_adres_is_een_keer_te_zien_en_leest_als_kalender(
    verband: Samenwerkingsverband, raadslid: Gebruiker
) -> None:
    adres = neem(raadslid, inhoud="raad")
    assert adres not in log_in(raadslid).get(PAGINA).content.decode()
    moment = lees(adres)["Alfa; met, tekens: Zienswijze op de begroting 2027"]
    assert moment.decoded("dtstart") == date(2026, 6, 23)
    assert moment.decoded("dtend") == date(2026, 6, 24)
    assert str(moment["status"]) == "CONFIRMED"
    assert str(moment["uid"]) == f"verband-{verband.id}-begroting-2027-1-zienswijze_begroting@testserver"
    assert str(moment["url"]) == "http://testserver/agenda/momenten/alfa/begroting/2027/1/zienswijze_begroting/"
    assert "Mag tot en met 6 juli 2026." in str(moment["description"])


def test_een_datum_die_verschuift_houdt_dezelfde_naam(verband: Samenwerkingsverband, raadslid: Gebruiker) -> None:
    adres = neem(raadslid, inhoud="raad")
    titel = "Alfa; met, tekens: Zienswijze op de begroting 2027"
    eerst = lees(adres)[titel]
    ronde = verband.stukkenrondes.get()
    ronde.gevraagd_voor = date(2026, 6, 19)
    bewaar(ronde, door=None, op=NU)
    daarna = lees(adres)[titel]
    assert eerst["uid"] == daarna["uid"]
    assert daarna.decoded("dtstart") == date(2026, 6, 2)


def test_elke_keuze_geeft_haar_eigen_momenten(verband: Samenwerkingsverband) -> None:
    houder, bravo = maak_accounthouder(verband, op=GISTEREN), maak_regeling(GISTEREN, naam="Bravo", slug="bravo")
    maak_moment(bravo, GISTEREN, titel="Werkbezoek", wie=Moment.Wie.GRIFFIE)
    titels = {
        keuze: set(lees(neem(houder, **vraag)))
        for keuze, vraag in {
            "raad": {"inhoud": "raad"},
            "alles": {"inhoud": "alles"},
            "eigen": {"inhoud": "eigen"},
            "verband": {"verband": "bravo"},
        }.items()
    }
    assert "Bravo: Werkbezoek" in titels["alles"]
    assert "Bravo: Werkbezoek" not in titels["raad"]
    assert titels["raad"] < titels["alles"]
    assert {titel.partition(":")[0] for titel in titels["eigen"]} == {"Alfa; met, tekens"}
    assert {titel.partition(":")[0] for titel in titels["verband"]} == {"Bravo"}


def test_een_oud_ingetrokken_of_verzonnen_adres_geeft_niets(verband: Samenwerkingsverband, raadslid: Gebruiker) -> None:
    oud = neem(raadslid, inhoud="raad")
    nieuw = neem(raadslid, inhoud="raad")
    assert Client().get(oud).status_code == 404
    rij = Abonnement.objects.geldig().get()
    assert log_in(maak_gebruiker()).post(f"{PAGINA}{rij.pk}/intrekken/").status_code == 404
    assert Client().get(nieuw).status_code == 200
    assert log_in(raadslid).post(f"{PAGINA}{rij.pk}/intrekken/").status_code == 302
    assert Client().get(nieuw).status_code == 404
    assert Client().get("/agenda/ical/verzonnen.ics").status_code == 404
    assert "U hebt nog geen adres." in tekst(log_in(raadslid).get(PAGINA))


def test_wie_niet_meer_mag_inloggen_krijgt_niets_meer(verband: Samenwerkingsverband, raadslid: Gebruiker) -> None:
    adres = neem(raadslid, inhoud="raad")
    raadslid.is_active = False
    raadslid.save()
    assert Client().get(adres).status_code == 404


def test_een_adres_kan_niets_anders_dan_lezen(verband: Samenwerkingsverband, raadslid: Gebruiker) -> None:
    _, sleutel = abonnementen.neem(inhoud="raad", verband=None, door=raadslid, op=NU)
    klant = Client()
    for methode in ("post", "put", "delete"):
        assert getattr(klant, methode)(f"/agenda/ical/{sleutel}.ics").status_code == 405
    assert klant.get(PAGINA).status_code == 302


def test_zonder_keuze_komt_er_geen_adres(raadslid: Gebruiker) -> None:
    for vraag in ({}, {"inhoud": "onzin"}, {"verband": "onbekend"}, {"inhoud": "verband"}):
        assert log_in(raadslid).post(PAGINA, vraag).status_code == 422
    assert not Abonnement.objects.exists()


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_staat_vast(
    raadslid: Gebruiker, django_assert_num_queries: DjangoAssertNumQueries, aantal: int
) -> None:
    for _ in range(aantal):
        maak_ronde(maak_regeling(GISTEREN), op=GISTEREN, ontvangen=date(2026, 4, 13))
    adres = neem(raadslid, inhoud="alles")
    with django_assert_num_queries(9):
        Client().get(adres)
