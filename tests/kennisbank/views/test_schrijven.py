"""Writing on the screen: preview, saving, conflict, review and publication, with and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kennisbank.models import Artikelversie, Soort, Status
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_artikel, maak_gebruiker, maak_gemeente, maak_verband
from tests.tabellen import tabel, tekst
from tests.verbanden.views.hulp import fouten, log_in

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
VELDEN = {
    "soort": "handreiking",
    "titel": "Een goede zienswijze",
    "samenvatting": "Kort en met een verzoek.",
    "tekst": "## Kop\n\nTekst.",
    "eigenaar": "griffie",
    "fase": ["uitvoeren"],
    "trefwoorden": "raad\r\nzienswijze\r\nraad",
    "plekken": ["bewerken.momenten"],
    "verbanden": ["kring"],
    "herzien_voor": "1-11-2027",
}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_verband(GISTEREN, slug="kring", naam="Kring")
        yield


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


@pytest.fixture
def klant(griffier: Gebruiker) -> Client:
    return log_in(griffier)


@pytest.fixture
def ander() -> Client:
    return log_in(maak_gebruiker(Rol.CONTROLLER))


def test_from_a_new_article_to_readers(klant: Client, ander: Client) -> None:
    antwoord = klant.post("/kennisbank/nieuw/", VELDEN | {"doe": "bewaren"})
    pad = "/kennisbank/een-goede-zienswijze/versies/1/"
    assert (antwoord.status_code, antwoord["Location"]) == (302, pad)
    versie = Artikelversie.objects.get()
    assert (versie.trefwoorden, versie.fase, versie.verbanden) == (["raad", "zienswijze"], ["uitvoeren"], ["kring"])
    assert "U schreef zelf aan deze versie" in tekst(klant.get(pad))
    geweigerd = klant.post(pad, {"doe": "nakijken", "versie": "1"})
    assert (geweigerd.status_code, len(fouten(geweigerd))) == (422, 1)
    assert ander.post(pad, {"doe": "nakijken", "versie": "1"}).status_code == 302
    klaar = klant.post(pad, {"doe": "publiceren", "versie": "2"})
    assert klaar["Location"] == "/kennisbank/een-goede-zienswijze/"
    gelezen = tekst(log_in(maak_gebruiker()).get("/kennisbank/een-goede-zienswijze/"))
    assert "Kring" in gelezen
    assert "uitvoeren" not in gelezen


def test_a_preview_keeps_nothing_and_is_harmless(klant: Client) -> None:
    kwaad = {"tekst": "**vet** <img src=x onerror=alert(1)> [x](javascript:alert(1))"}
    antwoord = klant.post("/kennisbank/nieuw/", VELDEN | kwaad | {"doe": "voorbeeld"})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "<strong>vet</strong>" in inhoud
    assert "Een goede zienswijze" in inhoud
    assert "<img" not in inhoud.split('id="voorbeeld"')[1].split("</section>")[0]
    deel = klant.post("/kennisbank/voorbeeld/", kwaad).content.decode()
    assert "<strong>vet</strong>" in deel
    assert "<html" not in deel
    assert "<img" not in deel
    assert 'href="javascript' not in deel
    assert "Hier komt uw tekst" in klant.post("/kennisbank/voorbeeld/", {}).content.decode()
    assert Artikelversie.objects.count() == 0


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"titel": ""}, "Titel"),
        ({"samenvatting": ""}, "Samenvatting"),
        ({"slug": "begrippen"}, "Adres"),
        ({"slug": "Met spaties"}, "Adres"),
        ({"soort": "begrip", "slug": "mandaat"}, "Adres"),
        ({"zie_ook": "bestaat-niet"}, "Zie ook"),
        ({"plekken": ["onzin"]}, "Staat ook bij"),
        ({"verbanden": ["onzin"]}, "Verbanden waar het over gaat"),
        ({"bronlink": "javascript:alert(1)"}, "Link naar de bron"),
        ({"herzien_voor": "morgen"}, "Nakijken voor"),
        ({"leespad": "raadslid"}, "Een leespad vraagt om een stap, en een stap om een leespad."),
        ({"tekst": "x" * 30_001}, "Tekst"),
        ({"trefwoorden": "\n".join(map(str, range(31)))}, "Trefwoorden"),
        ({"trefwoorden": "x" * 61}, "Trefwoorden"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_on_the_form(klant: Client, anders: dict[str, Any], veld: str) -> None:
    antwoord = klant.post("/kennisbank/nieuw/", VELDEN | anders)
    assert antwoord.status_code == 422
    assert veld in [fout if fout == veld else fout.split(":")[0] for fout in fouten(antwoord)]
    assert Artikelversie.objects.count() == 0


def test_an_address_that_is_taken_is_refused(klant: Client) -> None:
    maak_artikel("een-goede-zienswijze")
    antwoord = klant.post("/kennisbank/nieuw/", VELDEN)
    assert antwoord.status_code == 422
    assert "Dit adres is al in gebruik." in str(fouten(antwoord))


def test_two_writers_lose_nothing(klant: Client, ander: Client, griffier: Gebruiker) -> None:
    versie = maak_artikel("gids", status=Status.CONCEPT, schrijver=griffier, titel="Gids", tekst="Acht weken.")
    basis = {"titel": "Gids", "samenvatting": versie.samenvatting, "eigenaar": "griffie", "versie": "1"}
    assert klant.post("/kennisbank/gids/bewerken/", basis | {"tekst": "Negen weken."}).status_code == 302
    botsing = ander.post("/kennisbank/gids/bewerken/", basis | {"tekst": "Tien weken."})
    assert botsing.status_code == 409
    inhoud = botsing.content.decode()
    assert '<del class="sw-del">Negen</del><ins class="sw-ins">Tien</ins> weken.' in inhoud
    assert ">Tien weken.</textarea>" in inhoud.replace("\n", "")
    assert 'name="versie" value="2"' in inhoud
    assert griffier.naam in inhoud
    assert ander.post("/kennisbank/gids/bewerken/", basis | {"tekst": "Tien weken.", "versie": "2"}).status_code == 302
    assert set(Artikelversie.history.values_list("tekst", flat=True)) == {"Acht weken.", "Negen weken.", "Tien weken."}


def test_versions_with_their_differences(klant: Client, ander: Client) -> None:
    maak_artikel("gids", titel="Gids", tekst="Een.\n\nDe raad heeft acht weken.", fase=["aangaan"])
    assert klant.post("/kennisbank/gids/versies/nieuw/")["Location"] == "/kennisbank/gids/bewerken/"
    assert klant.post("/kennisbank/gids/versies/nieuw/")["Location"] == "/kennisbank/gids/versies/"
    nieuw = {
        "titel": "Gids",
        "samenvatting": "Een verzonnen samenvatting.",
        "eigenaar": "griffie",
        "tekst": "Een.\n\nDe raad heeft twaalf weken.",
        "fase": ["uitvoeren"],
        "versie": "1",
    }
    assert klant.post("/kennisbank/gids/bewerken/", nieuw).status_code == 302
    antwoord = klant.get("/kennisbank/gids/versies/2/")
    assert '<del class="sw-del">acht</del><ins class="sw-ins">twaalf</ins> weken.' in antwoord.content.decode()
    assert "Levensfasen" in tekst(antwoord)
    assert [rij[0] for rij in tabel(klant.get("/kennisbank/gids/versies/"), 0)] == ["Versie 2", "Versie 1"]
    lezer = log_in(maak_gebruiker())
    assert [rij[0] for rij in tabel(lezer.get("/kennisbank/gids/versies/"), 0)] == ["Versie 1"]
    assert lezer.get("/kennisbank/gids/versies/2/").status_code == 404
    assert ander.post("/kennisbank/gids/versies/2/", {"doe": "nakijken", "versie": "2"}).status_code == 302
    leeg = klant.post("/kennisbank/gids/versies/2/", {"doe": "publiceren", "versie": "3"})
    assert (leeg.status_code, fouten(leeg)[0].split(":")[0]) == (422, "Wat is er anders?")
    stap = {"doe": "publiceren", "versie": "3", "toelichting": "Twaalf weken sinds 2022."}
    assert klant.post("/kennisbank/gids/versies/2/", stap).status_code == 302
    assert "Twaalf weken sinds 2022." in tekst(lezer.get("/kennisbank/gids/versies/"))


def test_withdrawing_and_throwing_away(klant: Client) -> None:
    maak_artikel("gids")
    pad = "/kennisbank/gids/versies/1/"
    assert klant.post(pad, {"doe": "intrekken", "versie": "1"})["Location"] == pad
    assert log_in(maak_gebruiker()).get("/kennisbank/gids/").status_code == 404
    assert klant.get("/kennisbank/gids/")["Location"] == "/kennisbank/gids/versies/"
    klant.post("/kennisbank/gids/versies/nieuw/")
    weg = klant.post("/kennisbank/gids/versies/2/", {"doe": "weggooien", "versie": "1"})
    assert weg["Location"] == "/kennisbank/onderhoud/"
    assert Artikelversie.objects.count() == 1


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(
    ("pad", "vragen"),
    [("/kennisbank/onderhoud/", 7), ("/kennisbank/nieuw/", 4), ("/kennisbank/stuk-0/versies/", 6)],
)
def test_pages_of_writers_ask_as_often_for_any_number(
    klant: Client, pad: str, vragen: int, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for nummer in range(aantal):
        maak_artikel(f"stuk-{nummer}", status=Status.CONCEPT)
        maak_artikel(f"oud-{nummer}", Soort.LES, herzien_voor=GISTEREN.date())
        maak_verband(GISTEREN)
    with django_assert_num_queries(vragen):
        assert klant.get(pad).status_code == 200
