"""Reading: the list, an article, the glossary, frameworks, and what a reader leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from kennisbank.geheugen import naslag
from kennisbank.handelingen import artikelen
from kennisbank.models import Artikelvraag, Nuttig, Soort, Status
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_artikel, maak_gebruiker, maak_gemeente, maak_verband
from tests.tabellen import tabel, tekst
from tests.verbanden.views.hulp import fouten, log_in

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
SOORTEN = (Soort.HANDREIKING, Soort.LES, Soort.PRAKTIJKVOORBEELD, Soort.BIBLIOTHEEK)


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        yield


@pytest.fixture
def lezer() -> Gebruiker:
    return maak_gebruiker(Rol.RAADSLID)


def test_the_list_is_chosen_by_what_you_are_doing(lezer: Gebruiker) -> None:
    maak_artikel("a", titel="Verkennen", fase=["verkennen"], functie="strategie", trefwoorden=["doel"])
    maak_artikel("b", Soort.LES, titel="Uitvoeren", fase=["uitvoeren"])
    maak_artikel("c", status=Status.CONCEPT, titel="Nog niet")
    klant = log_in(lezer)
    alles = tekst(klant.get("/kennisbank/"))
    assert "2 artikelen." in alles
    assert "Nog niet" not in alles
    for vraag in ("fase=verkennen", "functie=strategie", "trefwoord=doel", "soort=handreiking"):
        gekozen = tekst(klant.get(f"/kennisbank/?{vraag}"))
        assert "1 artikel." in gekozen, vraag
        assert "Een verzonnen samenvatting." in gekozen
    assert "Er is nog geen artikel dat hierbij past." in tekst(klant.get("/kennisbank/?fase=aangaan"))


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_list_asks_as_often_for_any_number(
    lezer: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for nummer in range(aantal):
        maak_artikel(f"stuk-{nummer}", SOORTEN[nummer % 4], leespad="raadslid", stap=nummer + 1)
    klant = log_in(lezer)
    with django_assert_num_queries(10):
        assert klant.get("/kennisbank/").status_code == 200


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_an_article_asks_as_often_for_any_number(
    lezer: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    verband = maak_verband(GISTEREN, slug="kring")
    namen = [f"stuk-{nummer}" for nummer in range(aantal)]
    for nummer, slug in enumerate(namen):
        gemaakt = maak_artikel(slug, leespad="raadslid", stap=nummer + 1, zie_ook=namen, verbanden=[verband.slug])
    for nummer in range(aantal):
        Artikelvraag.objects.create(artikel=gemaakt.artikel, vraag=f"Hoe {nummer}?", gesteld_door=lezer, gesteld_op=NU)
    klant = log_in(lezer)
    with django_assert_num_queries(15):
        assert klant.get(f"/kennisbank/{namen[-1]}/").status_code == 200


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(
    ("pad", "soort", "vragen"),
    [
        ("begrippen", Soort.BEGRIP, 5),
        ("beleidskaders", Soort.BELEIDSKADER, 5),
        ("uitgangspunten", Soort.UITGANGSPUNT, 6),
    ],
)
def test_the_other_lists_ask_as_often_for_any_number(
    lezer: Gebruiker,
    pad: str,
    soort: Soort,
    vragen: int,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for nummer in range(aantal):
        maak_artikel(f"{soort}-{nummer}", soort)
        maak_verband(GISTEREN)
    klant = log_in(lezer)
    with django_assert_num_queries(vragen):
        assert klant.get(f"/kennisbank/{pad}/").status_code == 200


def test_an_article_shows_its_text_harmless_with_source_and_words(lezer: Gebruiker) -> None:
    maak_artikel("begrip-zienswijze", Soort.BEGRIP, titel="Zienswijze", samenvatting="De mening van de raad.")
    maak_artikel(
        "gids",
        titel="Gids",
        tekst="## Kop\n\nEen zienswijze. <script>alert(1)</script> [x](javascript:alert(1))",
        bron="Eigen werk",
        herzien_voor=date(2026, 5, 1),
        zie_ook=["begrip-zienswijze", "bestaat-niet"],
    )
    naslag.vergeet()
    antwoord = log_in(lezer).get("/kennisbank/gids/")
    gelezen = tekst(antwoord, "<body", "</body>")
    assert "<script>alert" not in antwoord.content.decode()
    assert 'href="javascript' not in antwoord.content.decode()
    for deel in ("Kop", "Bron: Eigen werk", "De mening van de raad.", "Meer hierover", "Had nagekeken moeten zijn"):
        assert deel in gelezen


def test_a_reading_path_leads_from_step_to_step(lezer: Gebruiker) -> None:
    for nummer, titel in enumerate(("Eerst", "Dan", "Ten slotte"), start=1):
        maak_artikel(f"stap-{nummer}", titel=titel, leespad="raadslid", stap=nummer)
    klant = log_in(lezer)
    midden = tekst(klant.get("/kennisbank/stap-2/"))
    for deel in ("Stap 2 van 3", "Vorige: Eerst", "Volgende: Ten slotte", "nog ongeveer 2 minuten"):
        assert deel in midden
    assert "U bent klaar." in tekst(klant.get("/kennisbank/stap-3/"))


def test_the_past_shows_what_readers_saw_then(lezer: Gebruiker) -> None:
    griffier, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    versie = maak_artikel("gids", op=NU - timedelta(days=5), titel="Oude titel")
    nieuw = artikelen.begin_versie(artikel=versie.artikel, door=griffier, op=GISTEREN)
    inhoud = {"titel": "Nieuwe titel"}
    nieuw = artikelen.wijzig(concept=nieuw, versie=nieuw.versie, inhoud=inhoud, door=griffier, op=GISTEREN)
    nieuw = artikelen.kijk_na(concept=nieuw, versie=nieuw.versie, door=controller, op=GISTEREN)
    artikelen.publiceer(concept=nieuw, versie=nieuw.versie, toelichting="Titel.", door=griffier, op=GISTEREN)
    klant = log_in(lezer)
    assert "Nieuwe titel" in tekst(klant.get("/kennisbank/gids/"))
    toen = tekst(klant.get("/kennisbank/gids/?peildatum=2026-05-17"))
    assert "Oude titel" in toen
    assert "Stel uw vraag" not in toen
    assert klant.post("/kennisbank/gids/nuttig/?peildatum=2026-05-17", {"nut": "ja"}).status_code == 403
    assert klant.get("/kennisbank/gids/?peildatum=2026-05-01").status_code == 404


def test_useful_is_counted_once_and_shown(lezer: Gebruiker) -> None:
    maak_artikel("gids")
    klant = log_in(lezer)
    for nut in ("ja", "nee", "nee"):
        assert klant.post("/kennisbank/gids/nuttig/", {"nut": nut})["Location"] == "/kennisbank/gids/"
    assert Nuttig.objects.count() == 1
    assert "0 keer ja, 1 keer nee. U zei: nee." in tekst(klant.get("/kennisbank/gids/"))


def test_a_question_is_asked_and_answered(lezer: Gebruiker) -> None:
    maak_artikel("gids")
    klant, griffier = log_in(lezer), log_in(maak_gebruiker(Rol.GRIFFIE))
    leeg = klant.post("/kennisbank/gids/vraag/", {"vraag": ""})
    assert (leeg.status_code, [fout.split(":")[0] for fout in fouten(leeg)]) == (422, ["Uw vraag"])
    assert klant.post("/kennisbank/gids/vraag/", {"vraag": "Hoe dan?"}).status_code == 302
    vraag = Artikelvraag.objects.get()
    assert "Hoe dan?" in tekst(griffier.get("/kennisbank/onderhoud/"))
    pad = f"/kennisbank/vragen/{vraag.pk}/"
    assert griffier.post(pad, {"antwoord": "", "versie": "1"}).status_code == 422
    assert griffier.post(pad, {"antwoord": "Zo.", "versie": "1"}).status_code == 302
    botsing = griffier.post(pad, {"antwoord": "Anders.", "versie": "1"})
    assert botsing.status_code == 409
    assert "Anders." in tekst(botsing)
    gelezen = tekst(klant.get("/kennisbank/gids/"))
    assert "Zo." in gelezen
    assert lezer.naam not in gelezen


def test_frameworks_say_who_keeps_them_and_that_they_are_late(lezer: Gebruiker) -> None:
    maak_artikel(
        "wet",
        Soort.BELEIDSKADER,
        titel="Wet",
        samenvatting="Zegt wat mag.",
        bronlink="https://wet.example/",
        herzien_voor=date(2026, 5, 1),
    )
    maak_artikel("nota", Soort.BELEIDSKADER, titel="Nota")
    assert tabel(log_in(lezer).get("/kennisbank/beleidskaders/"), 0) == [
        ["Nota", "Een verzonnen samenvatting.", "Nog geen link", "Griffie", "Nog geen datum"],
        ["Wet", "Zegt wat mag.", "Naar de tekst van Wet", "Griffie", "1 mei 2026 Te laat"],
    ]


def test_the_start_shows_writers_what_waits() -> None:
    maak_artikel("oud", herzien_voor=date(2026, 5, 1), eigenaar="griffie")
    maak_artikel("van-een-ander", herzien_voor=date(2026, 5, 1), eigenaar="controller")
    griffier = maak_gebruiker(Rol.GRIFFIE)
    assert "1 van uw artikelen nakijken" in tekst(log_in(griffier).get("/kennisbank/"))
    assert "Voor u als schrijver" not in tekst(log_in(maak_gebruiker()).get("/kennisbank/"))


def test_the_page_about_a_phase_comes_first(lezer: Gebruiker) -> None:
    maak_artikel("aan-tafel", titel="Aan tafel (verzonnen)", fase=["aangaan"])
    maak_artikel("fase-aangaan", titel="Over deze fase (verzonnen)", fase=["aangaan"])
    klant = log_in(lezer)
    gekozen = tekst(klant.get("/kennisbank/?fase=aangaan"))
    assert gekozen.index("Over deze fase") < gekozen.index("Aan tafel")
    alles = tekst(klant.get("/kennisbank/"))
    assert alles.index("Aan tafel") < alles.index("Over deze fase")
