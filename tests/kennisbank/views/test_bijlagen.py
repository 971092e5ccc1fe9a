"""The pages of attachments: put in, read below an article and in its text, found, and hidden while it is a concept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kennisbank.handelingen import artikelen
from kennisbank.models import Artikelversie, Bijlage, Status
from samenwerkingswijzer.bestanden.formulier import KIES_OPNIEUW
from samenwerkingswijzer.bestanden.soorten import HTML
from samenwerkingswijzer.handelingen.bestanden import kluis
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.tekst import artikel_html
from samenwerkingswijzer.tekstbeelden import Beeld
from samenwerkingswijzer.zoeken import index
from samenwerkingswijzer.zoeken.vraag import zoek
from tests.bijlagen import maak_artikel_met, maak_beeld, maak_bijlage, publiceer
from tests.fabriek import NU, maak_artikel, maak_gebruiker, maak_gemeente
from tests.samenwerkingswijzer.bestanden import stukken
from tests.tabellen import tekst
from tests.verbanden.views.hulp import fouten, log_in

PAD = "/kennisbank/gids/bijlagen/"
BESTAND = "/kennisbank/gids/versies/1/bijlagen/{}/"
BEELD = "/kennisbank/gids/versies/1/beelden/{}/"


@pytest.fixture(autouse=True)
def op_de_dag(settings: Any, tmp_path: Any, db: None) -> Iterator[None]:
    settings.OPSLAG = tmp_path
    cache.clear()
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


@pytest.fixture
def klant() -> Client:
    return log_in(maak_gebruiker(Rol.GRIFFIE))


@pytest.fixture
def lezer() -> Gebruiker:
    return maak_gebruiker(Rol.RAADSLID)


def stuur(klant: Client, inhoud: bytes, naam: str, titel: str = "Een schema", versie: int = 1) -> Any:
    velden = {"titel": titel, "versie": versie, "upload": SimpleUploadedFile(naam, inhoud)}
    return klant.post(PAD, velden)


def test_from_a_concept_to_readers(klant: Client, lezer: Gebruiker) -> None:
    maak_artikel("gids", status=Status.CONCEPT, tekst="Zie:\n\n![Vier pijlen](bijlage:1)")
    assert stuur(klant, stukken.png(), "schema.png").status_code == 302
    assert stuur(klant, stukken.docx(), "lijst.docx", "De lijst", 2).status_code == 302
    bladzijde = klant.get(PAD).content.decode()
    assert "![Een schema](bijlage:1)" in bladzijde
    assert "bijlage:2" not in bladzijde
    assert (
        f'<img src="{BEELD.format(1)}" alt="Vier pijlen">' in klant.get("/kennisbank/gids/bewerken/").content.decode()
    )
    deel = klant.post("/kennisbank/voorbeeld/?artikel=gids", {"tekst": "![a](bijlage:1) ![b](bijlage:2)"})
    assert f'<img src="{BEELD.format(1)}" alt="a"> [Geen afbeelding: b]' in deel.content.decode()
    browser = log_in(lezer)
    adressen = ["/kennisbank/gids/", BESTAND.format(1), BEELD.format(1), BESTAND.format(2)]
    assert {browser.get(pad).status_code for pad in adressen} == {404}
    index.volg()
    assert not zoek("kabbelbeek", gebruiker=lezer).treffers
    publiceer(Artikelversie.objects.get())
    gelezen = browser.get("/kennisbank/gids/")
    assert f'<img src="{BEELD.format(1)}" alt="Vier pijlen">' in gelezen.content.decode()
    assert "De lijst DOCX, 1 kB" in " ".join(tekst(gelezen).split())
    index.volg()
    (treffer,) = zoek("kabbelbeek", gebruiker=lezer).treffers
    assert treffer.regel.url == "/kennisbank/gids/"


def test_how_files_are_served(lezer: Gebruiker) -> None:
    maak_artikel_met("gids", 2)
    browser = log_in(lezer)
    bestand, beeld = browser.get(BESTAND.format(2)), browser.get(BEELD.format(1))
    assert bestand["Content-Disposition"].startswith("attachment; filename=")
    assert (beeld["Content-Type"], beeld["Content-Disposition"]) == ("image/png", 'inline; filename="beeld.png"')
    assert beeld.content == stukken.png(40, 30)
    for antwoord in (bestand, beeld):
        assert (antwoord["Cache-Control"], antwoord["X-Content-Type-Options"]) == ("no-store, private", "nosniff")
        assert "sandbox" in antwoord["Content-Security-Policy"]
    assert browser.get(BEELD.format(2)).status_code == 404, "a PDF is never shown as a picture"
    assert Gebeurtenis.objects.filter(wat="gedownload", wie=lezer).count() == 1


def test_another_version_or_article_has_no_such_file(klant: Client, lezer: Gebruiker) -> None:
    """A file is only there through the version it belongs to, and another concept cannot take it out."""
    eerste = maak_artikel_met("gids")
    maak_artikel_met("ander", 2)
    maak_artikel("concept", status=Status.CONCEPT)
    nieuw = artikelen.begin_versie(artikel=eerste.artikel, door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    browser = log_in(lezer)
    for pad in (BESTAND.format(2), "/kennisbank/gids/versies/2/bijlagen/1/", "/kennisbank/gids/versies/2/beelden/1/"):
        assert browser.get(pad).status_code == 404
    assert klant.get("/kennisbank/gids/versies/2/bijlagen/1/").status_code == 200
    assert klant.post("/kennisbank/concept/bijlagen/1/weg/", {"versie": 1}).status_code == 404
    assert klant.post(f"{PAD}1/weg/", {"versie": 9}).status_code == 409
    assert klant.post(f"{PAD}1/weg/", {"versie": 1}).status_code == 302
    assert not Bijlage.objects.van(nieuw.pk).exists()
    assert browser.get(BESTAND.format(1)).status_code == 200
    gisteren = (NU - timedelta(days=1)).date().isoformat()
    assert browser.get(BESTAND.format(1), {"peildatum": gisteren}).status_code == 404


def test_what_is_refused_says_so_and_keeps_what_was_typed(klant: Client) -> None:
    maak_artikel("gids", status=Status.CONCEPT)
    antwoord = stuur(klant, b"<html>", "a.pdf", "Mijn titel")
    assert (antwoord.status_code, antwoord.context["formulier"].errors["upload"]) == (422, [HTML])
    assert 'value="Mijn titel"' in antwoord.content.decode()
    zonder_titel = stuur(klant, stukken.png(), "a.png", "")
    assert f"Bestand: {KIES_OPNIEUW}" in fouten(zonder_titel)
    stuur(klant, stukken.png(), "a.png")
    botsing = stuur(klant, stukken.png(), "b.png", "Ander beeld")
    assert botsing.status_code == 409
    assert "Iemand anders veranderde deze versie" in botsing.content.decode()
    assert 'name="versie" value="2"' in botsing.content.decode()
    dubbel = stuur(klant, stukken.png(), "b.png", versie=2)
    assert dubbel.status_code == 422
    assert len(kluis().sleutels()) == Bijlage.objects.count() == 1


def test_who_puts_in_too_many_has_to_wait(klant: Client, settings: Any) -> None:
    maak_artikel("gids", status=Status.CONCEPT)
    settings.ACCOUNT_RATE_LIMITS = {"upload": "1/m/user"}
    assert stuur(klant, b"<html>", "a.pdf").status_code == 422
    assert stuur(klant, stukken.png(), "a.png").status_code == 429
    assert not Bijlage.objects.exists()


def test_a_version_names_what_came_and_went(klant: Client) -> None:
    eerste = maak_artikel_met("gids", 2)
    artikelen.begin_versie(artikel=eerste.artikel, door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    klant.post(f"{PAD}2/weg/", {"versie": 1})
    assert stuur(klant, stukken.png(), "a.png", "Nieuw beeld", 2).status_code == 302
    bladzijde = klant.get("/kennisbank/gids/versies/2/").content.decode()
    assert '<del class="sw-del">Stuk 2 (PDF, ' in bladzijde
    assert '<ins class="sw-ins">Nieuw beeld (PNG, ' in bladzijde


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_pages_ask_as_often_for_any_number(
    klant: Client, lezer: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    maak_artikel_met("gids", aantal)
    concept = maak_artikel("concept", status=Status.CONCEPT)
    beeld = maak_beeld()
    for nummer in range(aantal):
        maak_bijlage(concept, f"Stuk {nummer}", bestand=beeld)
    browser = log_in(lezer)
    for wie, pad, vragen in (
        (browser, "/kennisbank/gids/", 10),
        (browser, BEELD.format(1), 5),
        (klant, "/kennisbank/concept/bijlagen/", 6),
        (klant, "/kennisbank/concept/bewerken/", 7),
    ):
        with django_assert_num_queries(vragen):
            assert wie.get(pad).status_code == 200, pad


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("![a *b*](bijlage:2)", '<p><img src="/eigen/" alt="a b"></p>'),
        ("![](bijlage:2)", '<p><img src="/eigen/" alt="Een &lt;schema&gt;"></p>'),
        ('![x](bijlage:2 "woorden")', '<p><img src="/eigen/" alt="x"></p>'),
        ("![x](bijlage:3)", "<p>[Geen afbeelding: x]</p>"),
        ("![](bijlage:02)", "<p>[Geen afbeelding: zonder omschrijving]</p>"),
        ("![x](/uitloggen/)", "<p>[Geen afbeelding: x]</p>"),
        ("![x](/eigen/)", "<p>[Geen afbeelding: x]</p>"),
        ("![x](https://kwaad.example/a.png)", "<p>[Geen afbeelding: x]</p>"),
        ("![x](data:image/png;base64,AAAA)", "<p>[Geen afbeelding: x]</p>"),
        ("![x](javascript:alert)", "<p>![x](javascript:alert)</p>"),
        ("<img src=/eigen/ onerror=alert>", "<p>&lt;img src=/eigen/ onerror=alert&gt;</p>"),
    ],
)
def test_only_a_picture_of_the_version_itself_is_shown(markdown: str, html: str) -> None:
    assert artikel_html(markdown, {2: Beeld("/eigen/", "Een <schema>")}).strip() == html
