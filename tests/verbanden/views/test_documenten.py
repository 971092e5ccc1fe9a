"""The pages of documents: put in, read, replace; what is too large, too often or gone (T10, T31, T34, T35, T48)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from samenwerkingswijzer.bestanden.formulier import KIES_OPNIEUW
from samenwerkingswijzer.bestanden.soorten import HTML
from samenwerkingswijzer.handelingen.bestanden import kluis
from samenwerkingswijzer.models import Bestand, Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from samenwerkingswijzer.zoeken import index
from samenwerkingswijzer.zoeken.vraag import zoek
from tests.fabriek import maak_bestand, maak_document, maak_gebruiker, maak_gemeente
from tests.samenwerkingswijzer.bestanden import stukken
from tests.verbanden.views.hulp import log_in
from verbanden.models import Document, Samenwerkingsverband

NIEUW = "/verbanden/verzonnen-dienst/bewerken/bestanden/nieuw/"
LIJST = "/verbanden/verzonnen-dienst/documenten/"


@pytest.fixture(autouse=True)
def eigen_kluis(settings: Any, tmp_path: Any, db: None) -> None:
    settings.OPSLAG = tmp_path
    cache.clear()


def stuur(browser: Client, inhoud: bytes, naam: str = "stuk.docx", **velden: str) -> Any:
    gegevens = {"titel": "Begroting 2027", "soort": "begroting", "datum": "1-5-2026"} | velden
    return browser.post(NIEUW, {**gegevens, "upload": SimpleUploadedFile(naam, inhoud, "image/png")})


def fouten(antwoord: Any) -> dict[str, list[str]]:
    return dict(antwoord.context["formulier"].errors)


def test_put_in_find_and_take_out(verband: Samenwerkingsverband, browser_van_controller: Client) -> None:
    antwoord = stuur(browser_van_controller, stukken.docx(), naam="Begroting\u202e coöp.docx")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/verbanden/verzonnen-dienst/bewerken/bestanden/")
    document = Document.objects.get()
    lezer = log_in(raadslid := maak_gebruiker(Rol.RAADSLID))
    bladzijde = lezer.get(LIJST).content.decode()
    assert "Begroting 2027" in bladzijde
    assert "Concerncontroller" in bladzijde
    assert "Nieuwe versie" not in bladzijde
    bestand = lezer.get(f"{LIJST}{document.pk}/")
    assert bestand.content == stukken.docx()
    assert bestand["Content-Type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert bestand["Content-Disposition"] == "attachment; filename*=utf-8''Begroting%20co%C3%B6p.docx"
    assert bestand["Cache-Control"] == "no-store, private"
    assert bestand["X-Content-Type-Options"] == "nosniff"
    (melding,) = Gebeurtenis.objects.filter(wat="gedownload")
    assert (melding.wie_id, melding.object_id) == (raadslid.pk, document.bestand_id)
    index.volg()
    (treffer,) = zoek("kabbelbeek", gebruiker=raadslid).treffers
    assert (treffer.regel.titel, treffer.regel.url) == ("Begroting 2027", f"{LIJST}#document-{document.pk}")
    assert any(deel == ("kabbelbeek", True) for deel in treffer.fragment)


def test_what_is_refused_says_so_and_keeps_what_was_typed(
    verband: Samenwerkingsverband, browser_van_controller: Client
) -> None:
    antwoord = stuur(browser_van_controller, b"<html>", naam="a.pdf", titel="Mijn titel")
    assert (antwoord.status_code, fouten(antwoord)) == (422, {"upload": [HTML]})
    assert 'value="Mijn titel"' in antwoord.content.decode()
    assert (Bestand.objects.count(), kluis().sleutels()) == (0, {})


def test_a_file_is_asked_again_when_another_field_is_wrong(
    verband: Samenwerkingsverband, browser_van_controller: Client
) -> None:
    antwoord = stuur(browser_van_controller, stukken.docx(), titel="")
    assert antwoord.status_code == 422
    assert fouten(antwoord)["upload"] == [KIES_OPNIEUW]
    zonder = browser_van_controller.post(NIEUW, {"titel": "x", "soort": "overig"})
    assert fouten(zonder) == {"upload": ["Kies een bestand."]}
    leeg = stuur(browser_van_controller, b"")
    assert fouten(leeg) == {"upload": ["Dit bestand is leeg. Kijk of u het goede koos."]}


def test_a_file_that_is_too_large_is_not_kept(
    verband: Samenwerkingsverband, browser_van_controller: Client, settings: Any
) -> None:
    settings.GROOTSTE_BESTAND = 1_000_000
    antwoord = stuur(browser_van_controller, b"%PDF-" + b"x" * 1_000_000, naam="a.pdf", titel="Mijn titel")
    melding = "Dit bestand is groter dan 1 MB. Maak het kleiner of splits het."
    assert (antwoord.status_code, fouten(antwoord)) == (422, {"upload": [melding]})
    assert 'value="Mijn titel"' in antwoord.content.decode()
    veel_te_groot = stuur(browser_van_controller, b"x" * 6_000_000)
    assert veel_te_groot.status_code == 413


def test_a_length_that_lies_brings_nothing_in(
    verband: Samenwerkingsverband, browser_van_controller: Client, settings: Any
) -> None:
    """More bytes than told are not read; fewer are half a form."""
    settings.GROOTSTE_BESTAND = 1_000_000
    grens = "grens"
    kop = f'--{grens}\r\nContent-Disposition: form-data; name="upload"; filename="a.pdf"\r\n\r\n'.encode()
    lichaam = kop + b"%PDF-" + b"x" * 3_000_000 + f"\r\n--{grens}--\r\n".encode()
    for lengte in (100, 2_000, len(lichaam)):
        antwoord = browser_van_controller.generic(
            "POST", NIEUW, lichaam, f"multipart/form-data; boundary={grens}", CONTENT_LENGTH=str(lengte)
        )
        assert antwoord.status_code in (400, 422)
    enorm = browser_van_controller.generic(
        "POST", NIEUW, b"x", f"multipart/form-data; boundary={grens}", CONTENT_LENGTH="999999999999"
    )
    assert enorm.status_code == 413
    assert (Bestand.objects.count(), kluis().sleutels()) == (0, {})


def test_too_many_files_at_once_are_refused(verband: Samenwerkingsverband, browser_van_controller: Client) -> None:
    velden = {f"upload{nummer}": SimpleUploadedFile("a.pdf", b"%PDF-") for nummer in range(6)}
    assert browser_van_controller.post(NIEUW, velden).status_code == 413


def test_who_puts_in_too_many_has_to_wait(
    verband: Samenwerkingsverband, browser_van_controller: Client, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"upload": "2/m/user"}
    for _ in range(2):
        assert stuur(browser_van_controller, b"<html>", naam="a.pdf").status_code == 422
    antwoord = stuur(browser_van_controller, stukken.docx(), titel="Mijn titel")
    assert antwoord.status_code == 429
    assert "Wacht tien minuten" in antwoord.content.decode()
    assert 'value="Mijn titel"' in antwoord.content.decode()
    assert Gebeurtenis.objects.filter(wat="geweigerd", details__status=429).count() == 1
    assert Document.objects.count() == 0


def test_a_file_that_is_gone_or_damaged_has_a_page(
    verband: Samenwerkingsverband, browser_van_controller: Client
) -> None:
    document = maak_document(verband)
    pad = next(kluis().plek.glob(f"??/{document.bestand.sleutel}"))
    pad.write_bytes(b"iets anders")
    for _ in range(2):
        antwoord = browser_van_controller.get(f"{LIJST}{document.pk}/")
        assert antwoord.status_code == 503
        assert "niet te vinden of is beschadigd" in antwoord.content.decode()
        assert b"iets anders" not in antwoord.content
        assert "Content-Disposition" not in antwoord
        pad.unlink(missing_ok=True)


def test_replacing_shows_who_was_first(
    verband: Samenwerkingsverband, browser_van_controller: Client, controller: Gebruiker
) -> None:
    document = maak_document(verband, titel="Statuten")
    adres = f"{LIJST}{document.pk}/vervangen/"
    assert "stuk-" in browser_van_controller.get(adres).content.decode()

    def vervang(versie: int, tekst: str) -> Any:
        bestand = SimpleUploadedFile("nieuw.docx", stukken.docx(tekst))
        return browser_van_controller.post(adres, {"versie": versie, "upload": bestand, "datum": "", "reden": "Beter"})

    assert vervang(1, "Eerste").status_code == 302
    botsing = vervang(1, "Tweede")
    assert botsing.status_code == 409
    assert "Iemand anders veranderde dit document" in botsing.content.decode()
    assert 'value="Beter"' in botsing.content.decode()
    assert 'name="versie" value="2"' in botsing.content.decode()
    assert vervang(2, "Tweede").status_code == 302
    bladzijde = browser_van_controller.get(LIJST).content.decode()
    assert "Versie 1" in bladzijde
    assert "Versie 2" in bladzijde
    assert browser_van_controller.get(f"{LIJST}{document.pk}/versie/2/").content == stukken.docx("Eerste")
    geschiedenis = browser_van_controller.get("/verbanden/verzonnen-dienst/geschiedenis/").content.decode()
    assert "nieuw.docx" in geschiedenis


def test_a_past_day_shows_the_documents_of_then(verband: Samenwerkingsverband, browser_van_controller: Client) -> None:
    gisteren = timezone.now() - timedelta(days=1)
    document = maak_document(verband, op=gisteren, titel="Oud stuk")
    maak_document(verband, op=timezone.now(), titel="Nieuw stuk")
    bladzijde = browser_van_controller.get(LIJST, {"peildatum": gisteren.date().isoformat()}).content.decode()
    assert "Oud stuk" in bladzijde
    assert "Nieuw stuk" not in bladzijde
    assert "Voeg document toe" not in bladzijde
    assert document.bestand.soort == "pdf"


def test_a_document_without_words_says_so(verband: Samenwerkingsverband, browser_van_controller: Client) -> None:
    maak_document(verband, bestand=maak_bestand(doorzoekbaar=False, tekst=""))
    maak_document(verband, bestand=maak_bestand(doorzoekbaar=False, tekst="", soort="png", naam="a.png"))
    assert browser_van_controller.get(LIJST).content.decode().count("zonder doorzoekbare tekst") == 1


def test_the_public_side_tells_nothing_of_documents(verband: Samenwerkingsverband) -> None:
    from verbanden.openbaar import lezen  # noqa: PLC0415

    maak_gemeente()
    maak_document(verband, titel="Alleen binnen")
    assert "Alleen binnen" not in str(lezen.lees(timezone.localdate()))


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_number_of_queries_does_not_grow(
    verband: Samenwerkingsverband, browser_van_controller: Client, django_assert_num_queries: Any, aantal: int
) -> None:
    bestand = maak_bestand()
    for nummer in range(aantal):
        maak_document(verband, titel=f"Stuk {nummer}", bestand=bestand)
    browser_van_controller.get(LIJST)
    with django_assert_num_queries(8):
        assert browser_van_controller.get(LIJST).content.decode().count('id="document-') == aantal
