"""The public side tells what stands in the table of public fields, and nothing else.

Every text field of every row of the world holds a text of its own (`besmet`). Every public page and file is crawled:
only the texts of fields in the table may be found, and no query touches a column outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from governance.models import Moment
from governance.models.momenttekst import Momentstatus
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.openbaar.velden import VELDEN, Plek, kolommen
from samenwerkingswijzer.peildatum import Peildatum
from tests import fabriek
from tests.veiligheid.besmetting import besmet
from tests.veiligheid.wereld import ANONIEM, Wereld
from verbanden.handelingen import edities
from verbanden.lijst.uitgave import uitgave
from verbanden.models import Belangkeuze, Klasse, Levensfase, Oordeel, Samenwerkingsverband, Trend

BEGIN = ("/openbaar/", "/robots.txt", "/openbaar/sitemap.xml")
MERK = re.compile(r"x-(\d+)")
ADRES = re.compile(r"(?:https?://[^/\"<\s]+)?(/(?:openbaar/|robots)[^\"<#\s?]*)")
KOLOM = re.compile(r'"([a-z_]+)"\."([a-z_0-9]+)"')
OPENBAAR = {(veld.model, veld.naam) for veld in VELDEN}
EIGEN_SLEUTEL = "id"


def open_de_kant() -> None:
    """What the beheerder does to open the side for residents."""
    gemeente = Gemeente.huidige()
    gemeente.openbaar = True
    bewaar(gemeente, door=None, op=fabriek.NU)


def loop(klant: Client) -> dict[str, Any]:
    """Every public address that can be reached, with its answer."""
    gezien: dict[str, Any] = {}
    te_doen = list(BEGIN)
    while te_doen:
        adres = te_doen.pop()
        if adres in gezien:
            continue
        gezien[adres] = antwoord = klant.get(adres)
        if "pdf" not in antwoord["Content-Type"]:
            te_doen += ADRES.findall(antwoord.content.decode())
    return gezien


def tekst(antwoord: Any) -> str:
    """All that can be read in an answer."""
    if antwoord["Content-Type"] == "application/pdf":
        lezer = PdfReader(BytesIO(antwoord.content))
        return "\n".join(blad.extract_text() for blad in lezer.pages) + str(lezer.metadata)
    return unescape(antwoord.content.decode())


def stel_lijst_vast(wereld: Wereld) -> None:
    """Adopt a list of the register as it is, with its document, and send it to the raad."""
    griffie, controller = wereld.gebruikers["griffie"], wereld.gebruikers["controller"]
    editie = edities.begin(soort="begroting", jaar=2026, door=griffie, op=fabriek.NU)
    teksten = {naam: f"x-{nummer}" for nummer, naam in enumerate(("visie", "voornemens", "ontwikkelingen"), 1)}
    waarden = {**teksten, "raad_op": date(2026, 5, 20), "college_op": None, "correctie": ""}
    editie = edities.schrijf(editie=editie, waarden=waarden, versie=editie.versie, door=griffie, op=fabriek.NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffie, op=fabriek.NU)
    gelezen = uitgave(editie, Peildatum(fabriek.VANDAAG), Gemeente.huidige())
    edities.stel_vast(
        editie=editie, gegevens=gelezen.gegevens, pdf=gelezen.pdf(), ontbreekt=0, door=controller, op=fabriek.NU
    )


def naar_de_raad(wereld: Wereld) -> None:
    """A moment whose paper went to the raad, with a text in every field."""
    teksten = {"lokale_betekenis": "x-10", "invloed": "x-11", "ons_perspectief": "x-12", "hun_perspectief": "x-13"}
    moment = Moment(
        verband=wereld.verband, datum=date(2099, 1, 6), wie=Moment.Wie.RAAD, titel="x-14",
        status=Momentstatus.NAAR_DE_RAAD, rol_raad=Moment.RolRaad.BESLUITVORMING, **teksten,
    )  # fmt: skip
    bewaar(moment, door=None, op=fabriek.NU)


EXTRA = {
    1: "Editie.visie",
    2: "Editie.voornemens",
    3: "Editie.ontwikkelingen",
    10: "Moment.lokale_betekenis",
    11: "Moment.invloed",
    12: "Moment.ons_perspectief",
    13: "Moment.hun_perspectief",
    14: "Moment.titel",
}


@pytest.fixture
def bekend(wereld: Wereld) -> dict[int, str]:
    """An open world full of marks: number -> 'Model.field'."""
    verband = Samenwerkingsverband.objects.get(pk=wereld.verband.pk)
    verband.bestuurlijk_belang = verband.financieel_belang = Belangkeuze.JA  # so that it is on the list
    bewaar(verband, door=None, op=fabriek.NU)
    merken = besmet(wereld) | EXTRA
    naar_de_raad(wereld)
    open_de_kant()
    stel_lijst_vast(wereld)
    return merken


def velden(*plekken: Plek) -> set[str]:
    """'Model.field' of what may be seen in these places."""
    return {f"{veld.model.split('.')[1]}.{veld.naam}" for veld in VELDEN if veld.plek in plekken}


def test_every_public_page_and_file_tells_only_what_stands_in_the_table(bekend: dict[int, str]) -> None:
    antwoorden = loop(Client())
    assert {antwoord.status_code for antwoord in antwoorden.values()} == {200}
    soorten = {antwoord["Content-Type"].split(";")[0].split("/")[1] for antwoord in antwoorden.values()}
    assert soorten == {"html", "plain", "csv", "json", "ld+json", "xml", "pdf"}
    lijsten = {adres for adres in antwoorden if "/lijsten/" in adres}
    gezien = {adres: _merken(antwoord, bekend) for adres, antwoord in antwoorden.items()}
    buiten = set().union(*(merken for adres, merken in gezien.items() if adres not in lijsten))
    in_lijst = set().union(*(gezien[adres] for adres in lijsten))
    assert buiten - velden(Plek.BLADZIJDE) == set()
    assert in_lijst - velden(Plek.BLADZIJDE, Plek.LIJST) == set()
    # The crawl itself works: what may be seen is seen.
    assert {"Samenwerkingsverband.doel", "Organisatie.naam", "Portefeuille.houder", "Moment.titel"} <= buiten
    assert {"Editie.visie", "Risico.omschrijving"} <= in_lijst


def _merken(antwoord: Any, bekend: dict[int, str]) -> set[str]:
    return {bekend.get(int(nummer), f"merk {nummer}") for nummer in MERK.findall(tekst(antwoord))}


def test_no_query_for_a_public_page_touches_another_column(bekend: dict[int, str]) -> None:
    tabellen = {model._meta.db_table: model._meta.label for model in apps.get_models()}
    with CaptureQueriesContext(connection) as vragen:
        loop(Client())
    paren = {paar for vraag in vragen for paar in KOLOM.findall(vraag["sql"])}
    gelezen = {(tabellen[tabel], kolom) for tabel, kolom in paren if tabel in tabellen}
    assert {paar for paar in gelezen if paar[1] != EIGEN_SLEUTEL} - OPENBAAR == set()
    assert ("verbanden.Samenwerkingsverband", "naam") in gelezen
    assert not [vraag["sql"] for vraag in vragen if "*" in vraag["sql"].replace("count(*)", "")]


def test_no_public_page_has_a_word_of_judgement(bekend: dict[int, str]) -> None:
    woorden = {str(w) for w in (*Oordeel.labels, *Klasse.labels, *Trend.labels, *Levensfase.labels)} - {"Onbekend"}
    for adres, antwoord in loop(Client()).items():
        leesbaar = tekst(antwoord)
        assert [woord for woord in woorden if re.search(rf"\b{woord}\b", leesbaar)] == [], adres


def test_a_reader_with_an_account_gets_the_same_bytes(bekend: dict[int, str], wereld: Wereld) -> None:
    for adres in ("/openbaar/", f"/openbaar/verbanden/{wereld.verband.slug}/", "/openbaar/samenwerkingen.json"):
        antwoorden = {wereld.klant(rol).get(adres).content for rol in (ANONIEM, "raadslid", "beheerder")}
        assert len(antwoorden) == 1, adres


def test_closed_nothing_is_there(wereld: Wereld) -> None:
    adressen = [*_alle_adressen(wereld), "/openbaar/bestaat-niet/"]
    for rol in (ANONIEM, "beheerder"):
        klant = wereld.klant(rol)
        assert {(klant.get(adres).status_code, klant.post(adres).status_code) for adres in adressen} == {(404, 404)}


def _alle_adressen(wereld: Wereld) -> Iterator[str]:
    yield from ("/openbaar/", "/robots.txt", "/openbaar/sitemap.xml", "/openbaar/gegevens/")
    yield from ("/openbaar/samenwerkingen.csv", "/openbaar/catalogus.jsonld", "/openbaar/toegankelijkheid/")
    yield from (f"/openbaar/verbanden/{wereld.verband.slug}/", "/openbaar/lijsten/jaarstukken/2025/1/lijst.pdf")


def test_every_field_of_the_table_exists_and_has_a_reason() -> None:
    for veld in VELDEN:
        model = apps.get_model(veld.model)
        assert veld.naam in {kolom.attname for kolom in model._meta.concrete_fields}, veld
        assert len(veld.reden.split()) >= 4, veld
    assert len(OPENBAAR) == len(VELDEN)
    with pytest.raises(ValueError, match="no public fields"):
        kolommen("verbanden.StandVanZaken")
