"""The agenda on the screen: what stands where, what it says about it, and how many questions it asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import outloud
import page
import pikepdf
import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from governance.models import Moment
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_belangrijkheid,
    maak_gebruiker,
    maak_gemeente,
    maak_moment,
    maak_raadskalender,
    maak_regeling,
    maak_ronde,
    maak_verband,
)
from tests.tabellen import Tabellen, tekst
from verbanden.models import Klasse, Samenwerkingsverband

pytestmark = pytest.mark.django_db
LIJST, MAAND, JAAR = "/agenda/", "/agenda/maand/", "/agenda/jaar/"
GISTEREN = NU - timedelta(days=1)
DAGEN = [date(2026, 6, 2), date(2026, 6, 23), date(2026, 6, 30), date(2026, 7, 7), date(2026, 9, 15)]


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_raadskalender(*DAGEN, reces=(date(2026, 7, 11), date(2026, 8, 30)), op=GISTEREN)
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


def regeling(naam: str, ontvangen: date | None = None, op: Any = GISTEREN, **velden: Any) -> Samenwerkingsverband:
    """A regeling with a budget 2027."""
    verband = maak_regeling(op, naam=naam, slug=naam.lower())
    if ontvangen or velden:
        maak_ronde(verband, op=op, ontvangen=ontvangen, **velden)
    return verband


def rijen(antwoord: Any, nummer: int = 0) -> list[list[str]]:
    """The lines of a table of the page, without its head."""
    return Tabellen(antwoord).tabellen[nummer][1:]


def test_een_rij_zegt_wat_de_partner_vraagt_en_wat_de_wet_toestaat(raadslid: Client) -> None:
    regeling("Alfa", date(2026, 3, 13), gevraagd_voor=date(2026, 5, 22))
    regeling("Bravo", date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    regeling("Charlie", date(2026, 4, 30))
    antwoord = raadslid.get(LIJST)
    assert rijen(antwoord) == [
        [
            "2 juni raad, over 13 dagen", "Alfa Zienswijze op de begroting 2027", "Besluiten", "22 mei",
            "5 juni 12 weken na 13 maart",
            "Laatste kans Hierna is er geen raad meer. De wet geeft 14 dagen meer dan de partner.",
        ],
        [
            "23 juni raad", "Bravo Zienswijze op de begroting 2027", "Besluiten", "26 juni",
            "6 juli 12 weken na 13 april", "Het kan ook nog op 30 juni, maar dan na de datum van de partner.",
        ],
    ]  # fmt: skip
    assert rijen(antwoord, 1) == [
        [
            "7 juli raad", "Charlie Zienswijze op de begroting 2027", "Besluiten", "geen datum",
            "23 juli 12 weken na 30 april",
            "Laatste kans Hierna is er geen raad meer. De termijn eindigt in het zomerreces.",
        ],
    ]  # fmt: skip
    band = tekst(antwoord, 'class="sw-totals sw-totals--agenda"', "</section>")
    assert "De raad is nu in stelling 3 stukken" in band
    assert "Eerste laatste kans 2 juni Alfa , tot en met 5 juni" in band
    assert "De partner vraagt eerder dan de raad kan 1 keer" in band
    assert "Termijn eindigt in het reces 1 keer Charlie, op 23 juli: daarom al op 7 juli" in band
    assert "Zomerreces 11 juli 2026 tot en met 30 augustus 2026. De raad vergadert niet." in tekst(antwoord)


def test_dezelfde_dag_van_meer_regelingen_is_een_regel(raadslid: Client) -> None:
    for naam in ("Alfa", "Bravo", "Charlie"):
        regeling(naam)
    lijst = [regel[1] for tabel in Tabellen(raadslid.get(LIJST)).tabellen for regel in tabel]
    assert "Alle 3 regelingen Alfa Bravo Charlie Zienswijze op de begroting 2027" in lijst
    alleen = tekst(raadslid.get(LIJST, {"verband": "alfa"}))
    assert "Alle 3 regelingen" not in alleen
    assert "Bravo Zienswijze" not in alleen


def test_filters_kiezen_en_een_onbekende_keuze_wordt_genoemd(raadslid: Client) -> None:
    alfa, bravo = maak_verband(GISTEREN, naam="Alfa", slug="alfa"), maak_verband(GISTEREN, naam="Bravo")
    maak_belangrijkheid(alfa, Klasse.POLITIEK_ZEER, GISTEREN)
    maak_moment(alfa, GISTEREN, titel="Vaststelling", rol_raad="besluitvorming")
    maak_moment(alfa, GISTEREN, titel="Overleg", wie=Moment.Wie.COLLEGE)
    maak_moment(bravo, GISTEREN, titel="Gesprek", rol_raad="beeldvorming", datum=date(2027, 1, 19))
    maak_moment(bravo, GISTEREN, titel="Griffie verstuurt", wie=Moment.Wie.GRIFFIE)
    verwacht = {
        "": {"Vaststelling", "Gesprek"},
        "rol=besluitvorming": {"Vaststelling"},
        "klasse=politiek_zeer_belangrijk": {"Vaststelling"},
        "klasse=geen": {"Gesprek"},
        "wie=college": {"Vaststelling", "Overleg", "Gesprek"},
        "wie=iedereen": {"Vaststelling", "Overleg", "Gesprek", "Griffie verstuurt"},
        "periode=2027": {"Gesprek"},
        "periode=alles&verband=alfa": {"Vaststelling"},
    }
    alle = {"Vaststelling", "Overleg", "Gesprek", "Griffie verstuurt"}
    for vraag, titels in verwacht.items():
        inhoud = tekst(raadslid.get(f"{LIJST}?{vraag}"))
        assert {titel for titel in alle if titel in inhoud} == titels, vraag
    for vraag in ("rol=onzin", "periode=1", "verband=onbekend"):
        antwoord = raadslid.get(f"{LIJST}?{vraag}")
        assert antwoord.status_code == 422
        assert "Kies iets uit de lijst" in tekst(antwoord)


def test_de_maand_als_kalender(raadslid: Client) -> None:
    regeling("Alfa", date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    antwoord = raadslid.get(MAAND, {"maand": "2026-06"})
    weken = rijen(antwoord)
    assert [len(week) for week in weken] == [7] * 5
    assert weken[3][1] == "dinsdag 23 juni 23 raad Besluiten: Alfa Zienswijze op de begroting 2027"
    assert weken[4][2:] == [""] * 5
    assert "Volgende maand : juli 2026" in tekst(antwoord)
    assert "zomerreces" in tekst(raadslid.get(MAAND, {"maand": "2026-07"}))
    assert "Mei 2026" in tekst(raadslid.get(MAAND, {"maand": "onzin"}))


def test_het_jaarbeeld_zegt_in_woorden_en_als_tabel_wat_het_tekent(raadslid: Client) -> None:
    regeling("Alfa", date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    antwoord = raadslid.get(JAAR)
    inhoud = antwoord.content.decode()
    zin = "Zienswijze op de begroting 2027: raad in stelling van 13 april tot en met 6 juli 2026, partner vraagt vóór"
    assert f"{zin} 26 juni, raad op 23 juni 2026." in inhoud
    assert "De raad vergadert op 2 juni 2026, 23 juni 2026" in inhoud
    assert "style=" not in inhoud
    assert rijen(antwoord, 1) == [
        [
            "Alfa Zienswijze op de begroting 2027", "13-4-2026", "26-6-2026", "23-6-2026", "30-6-2026", "6-7-2026",
            "12 weken na 13 april Wet gemeenschappelijke regelingen, art. 35 lid 3", "nog 1 vergadering later",
        ],
    ]  # fmt: skip


def test_een_eerdere_dag_toont_wat_toen_bekend_was(raadslid: Client) -> None:
    regeling("Alfa", date(2026, 4, 13), op=NU - timedelta(days=3))
    regeling("Bravo", date(2026, 4, 13), op=NU)
    assert "Bravo" in tekst(raadslid.get(LIJST))
    for pad in (LIJST, MAAND, JAAR):
        toen = tekst(raadslid.get(pad, {"peildatum": "2026-05-18"}))
        assert "Bravo" not in toen
        assert "Alfa" in tekst(raadslid.get(JAAR, {"peildatum": "2026-05-18"}))


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(("pad", "vragen"), [(LIJST, 18), (MAAND, 12), (JAAR, 12)])
def test_het_aantal_vragen_staat_vast(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, pad: str, vragen: int
) -> None:
    for nummer in range(aantal):
        verband = regeling(f"Regeling{nummer}", date(2026, 4, 13))
        maak_belangrijkheid(verband, Klasse.POLITIEK, GISTEREN)
        maak_moment(verband, GISTEREN)
    with django_assert_num_queries(vragen):
        assert raadslid.get(pad).status_code == 200


def test_de_lange_termijn_agenda_als_spreadsheet(raadslid: Client) -> None:
    verband = maak_regeling(GISTEREN, naam="=Alfa")
    maak_ronde(verband, op=GISTEREN, ontvangen=date(2026, 3, 13), gevraagd_voor=date(2026, 5, 22))
    antwoord = raadslid.get("/agenda/lange-termijn-agenda.xlsx")
    assert antwoord["Content-Disposition"] == 'attachment; filename="lange-termijn-agenda-2026-05-20.xlsx"'
    blad = openpyxl.load_workbook(BytesIO(antwoord.content)).active
    koppen, eerste = list(blad.iter_rows(values_only=True))[:2]
    rij = dict(zip(koppen, eerste, strict=True))
    assert rij["Verband"] == "'=Alfa"
    assert rij["Wettelijk tot en met"].date() == date(2026, 6, 5)
    assert rij["Wat u moet weten"].startswith("Laatste kans.")
    assert Gebeurtenis.objects.filter(wat="gedownload", details__soort="agenda.xlsx").count() == 1
    assert raadslid.get("/agenda/lange-termijn-agenda.exe").status_code == 404
    assert raadslid.get("/agenda/lange-termijn-agenda.xlsx?rol=onzin").status_code == 422


def test_de_lange_termijn_agenda_op_papier_is_toegankelijk(raadslid: Client, tmp_path: Path) -> None:
    regeling("Alfa", date(2026, 3, 13), gevraagd_voor=date(2026, 5, 22))
    antwoord = raadslid.get("/agenda/lange-termijn-agenda.pdf")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    bestand = tmp_path / "agenda.pdf"
    bestand.write_bytes(antwoord.content)
    with pikepdf.open(bestand) as document:
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Lange termijn agenda, 20 mei 2026"
        assert "/StructTreeRoot" in document.Root
    woorden = " ".join(" ".join(blad.extract_text() for blad in PdfReader(bestand).pages).split())
    assert "2 juni raad, over 13 dagen Alfa Zienswijze op de begroting 2027 Besluiten 22-5-2026 5-6-2026" in woorden
    assert "Zomerreces: 11 juli 2026 tot en met 30 augustus 2026." in woorden
    uitslag = outloud.check(str(bestand))
    assert [vondst for vondst in uitslag.findings if str(vondst.severity).lower().endswith("error")] == []
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []


def test_het_jaarbeeld_zegt_wiens_momenten_het_toont(raadslid: Client) -> None:
    maak_regeling(GISTEREN)
    antwoord = raadslid.get(JAAR)
    assert '<option value="college" selected>' in antwoord.content.decode()
    assert f'href="{LIJST}"' in antwoord.content.decode()  # the list keeps its own beginning


def test_wat_pas_verschoof_staat_op_de_lijst(raadslid: Client) -> None:
    lang = NU - timedelta(days=30)
    verband = maak_regeling(lang, naam="Jeugdkring", korte_naam="", slug="jeugdkring")
    maak_raadskalender(date(2026, 6, 9), op=lang)
    maak_ronde(verband, op=lang, ontvangen=date(2026, 4, 13))
    for pad in (LIJST, "/verbanden/jeugdkring/agenda/"):
        woorden = tekst(raadslid.get(pad)).split("Verschoven in de laatste twee weken")[1]
        assert "Zienswijze op de begroting 2027 9 juni 2026 30 juni 2026 Raad, griffie en accounthouder" in woorden
