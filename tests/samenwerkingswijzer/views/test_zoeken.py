"""The search page: what it shows, how often it asks, and what it refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from kennisbank.handelingen import artikelen
from kennisbank.models import Status
from samenwerkingswijzer.models import Drukte, Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.zoeken import index
from tests.fabriek import NU, maak_artikel, maak_gebruiker, maak_gemeente, maak_moment, maak_verband
from tests.tabellen import tekst

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)


@pytest.fixture
def klant() -> Client:
    maak_gemeente(GISTEREN)
    return _als(Rol.RAADSLID)


def _als(rol: Rol) -> Client:
    client = Client()
    client.force_login(maak_gebruiker(rol))
    return client


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_page_asks_as_often_for_any_number(
    klant: Client, aantal: int, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "RUSTIG", "true")  # nobody else counts here
    for nummer in range(aantal):
        maak_artikel(f"stuk-{nummer}", titel=f"Kabbelbeek {nummer}")
    klant.get("/zoeken/?q=kabbelbeek")
    with django_assert_num_queries(8):
        assert klant.get("/zoeken/?q=kabbelbeek").status_code == 200
    with django_assert_num_queries(10):  # a word that stands nowhere is looked for once more
        assert klant.get("/zoeken/?q=kabbelbaek").status_code == 200
    with django_assert_num_queries(3):
        assert klant.get("/zoeken/").status_code == 200


def test_it_shows_one_ranked_list_with_kinds_to_choose_from(klant: Client) -> None:
    verband = maak_verband(naam="Kabbelbeek", doel="Schoon water voor iedereen.")
    maak_moment(verband, titel="Gesprek over het water")
    maak_artikel("gids", titel="Gids", tekst="Hoe u over **water** praat.")
    alles = tekst(klant.get("/zoeken/?q=water"))
    assert "3 gevonden." in alles
    assert "Alles 3" in alles
    for deel in ("Verbanden 1", "Momenten 1", "Handreikingen 1", "Hoe u over water praat."):
        assert deel in alles
    gekozen = tekst(klant.get("/zoeken/?q=water&soort=moment"))
    assert "Gesprek over het water" in gekozen
    assert "Schoon water" not in gekozen
    assert "Verbanden 1" in gekozen


def test_what_people_wrote_is_escaped_and_marked(klant: Client) -> None:
    maak_verband(naam="Kabbelbeek <script>alert(1)</script>", doel='Water <img src=x onerror="alert(2)"> erbij.')
    html = klant.get('/zoeken/?q=water"><script>alert(3)</script>').content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert '<mark class="sw-hit">Water</mark> &lt;img' in html
    assert 'value="water&quot;&gt;&lt;script&gt;alert(3)&lt;/script&gt;"' in html


def test_a_slip_of_the_pen_is_told(klant: Client) -> None:
    maak_verband(naam="Kabbelbeek")
    gelezen = tekst(klant.get("/zoeken/?q=kabbelbaek"))
    assert "Gezocht op kabbelbeek, want kabbelbaek staat nergens." in gelezen
    assert "1 gevonden." in gelezen


@pytest.mark.parametrize("vraag", ["'", "%", "_", '"', "\\", "a" * 5000, "de het een", "& | ! ( ) :*", "🙂", "-- ;"])
def test_any_question_gets_an_answer(klant: Client, vraag: str) -> None:
    maak_verband(naam="Kabbelbeek")
    antwoord = klant.get("/zoeken/", {"q": vraag})
    assert antwoord.status_code == 200
    assert "0 gevonden." in tekst(antwoord)


@pytest.mark.parametrize("vraag", ["a " * 3000, "water " * 3000, "woord" * 40, " ".join(map(str, range(500)))])
def test_a_very_long_question_is_cut(klant: Client, vraag: str) -> None:
    antwoord = klant.get("/zoeken/", {"q": vraag})
    assert antwoord.status_code == 200
    assert len(antwoord.content) < 40_000


def test_a_question_with_a_nul_is_refused(klant: Client) -> None:
    assert klant.get("/zoeken/?q=wa%00ter").status_code == 400


def test_one_question_too_many_is_refused_and_kept_once(klant: Client, settings: Settings) -> None:
    """Without a question nothing is counted, and one reader does not stop another."""
    settings.GRENZEN = {"zoeken": 3}
    adressen = ["/zoeken/", *["/zoeken/?q=water"] * 5, "/zoeken/"]
    antwoorden = [klant.get(adres) for adres in adressen]
    assert [antwoord.status_code for antwoord in antwoorden] == [200, 200, 200, 200, 429, 429, 200]
    assert "U vroeg dit meer dan 3 keer in een minuut. Wacht een minuut" in tekst(antwoorden[4])
    assert antwoorden[4]["Retry-After"] == "60"
    gebeurtenis = Gebeurtenis.objects.get(wat=Handeling.GEWEIGERD)
    assert (gebeurtenis.gelukt, gebeurtenis.details["status"], gebeurtenis.details["pagina"]) == (False, 429, "zoeken")
    assert _als(Rol.GRIFFIE).get("/zoeken/?q=water").status_code == 200


def test_after_a_minute_one_may_search_again(klant: Client, settings: Settings) -> None:
    settings.GRENZEN = {"zoeken": 1}
    assert [klant.get("/zoeken/?q=water").status_code for _ in range(2)] == [200, 429]
    Drukte.objects.update(begin=F("begin") - timedelta(seconds=61))
    assert klant.get("/zoeken/?q=water").status_code == 200
    assert Drukte.objects.get().aantal == 1


def test_what_is_being_written_is_found_by_nobody(klant: Client) -> None:
    """Neither a first draft nor the new text of a published article, also not in the count or a slip of the pen."""
    maak_artikel("eerste", titel="Kabbelbeek", status=Status.CONCEPT)
    maak_artikel("nagekeken", titel="Kabbelbeek", status=Status.NAGEKEKEN)
    griffier = maak_gebruiker(Rol.GRIFFIE)
    oud = maak_artikel("gids", titel="Gids", tekst="De oude woorden.").artikel
    nieuw = artikelen.begin_versie(artikel=oud, door=griffier, op=NU)
    inhoud = {"titel": "Gids", "samenvatting": "Kort.", "tekst": "De kabbelbeek.", "eigenaar": "griffie"}
    artikelen.wijzig(concept=nieuw, versie=nieuw.versie, inhoud=inhoud, door=griffier, op=NU)
    for client in (klant, _als(Rol.GRIFFIE), _als(Rol.BEHEERDER)):
        gelezen = tekst(client.get("/zoeken/?q=kabbelbeek"))
        assert "0 gevonden." in gelezen
        assert "Gezocht op" not in tekst(client.get("/zoeken/?q=kabbelbaek"))
        assert "kabbelbeek" not in tekst(client.get("/zoeken/?q=woorden")).lower()


@pytest.mark.parametrize("vraag", ["soort=bestaatniet", "blad=0", "blad=51", "blad=x", "blad=-1", "blad=²"])
def test_a_kind_or_sheet_that_cannot_be_is_refused(klant: Client, vraag: str) -> None:
    assert klant.get(f"/zoeken/?q=water&{vraag}").status_code == 400


def test_the_rest_stands_on_the_next_sheet(klant: Client) -> None:
    for nummer in range(23):
        maak_artikel(f"stuk-{nummer}", titel=f"Kabbelbeek {nummer}")
    eerste = klant.get("/zoeken/?q=kabbelbeek").content.decode()
    assert eerste.count('class="sw-result"') == 20
    assert "q=kabbelbeek&amp;blad=2" in eerste
    tweede = klant.get("/zoeken/?q=kabbelbeek&blad=2").content.decode()
    assert tweede.count('class="sw-result"') == 3
    assert "Volgende blad" not in tweede
    assert "Hier staat niets meer." in tekst(klant.get("/zoeken/?q=kabbelbeek&blad=3"))


def test_it_is_about_today_and_says_so(klant: Client) -> None:
    maak_verband(naam="Kabbelbeek")
    assert "Zoeken gaat over vandaag." not in tekst(klant.get("/zoeken/?q=kabbelbeek"))
    toen = tekst(klant.get("/zoeken/?q=kabbelbeek&peildatum=2020-01-01"))
    assert "Zoeken gaat over vandaag." in toen
    assert "1 gevonden." in toen


def test_the_field_stands_in_the_head_of_every_page_but_its_own(klant: Client) -> None:
    assert 'id="kopzoeken"' in klant.get("/kennisbank/").content.decode()
    assert 'id="kopzoeken"' not in klant.get("/zoeken/").content.decode()
    assert 'id="kopzoeken"' not in Client().get("/account/login/").content.decode()
