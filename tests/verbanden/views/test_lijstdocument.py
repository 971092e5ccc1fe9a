"""The list as page and as file: what a reader gets, of a concept, of what was adopted, and of a correction."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from samenwerkingswijzer.bevriezen import controlegetal, vaste_vorm
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_cijfer, maak_gebruiker, maak_gemeente, maak_programma, maak_risico, maak_verband
from tests.verbanden.lijst.hulp import tekens_van_pagina
from tests.verbanden.views.hulp import log_in
from verbanden.handelingen import edities
from verbanden.lijst import druk
from verbanden.lijst.document import gegevens
from verbanden.lijst.partijen import partijen
from verbanden.lijst.weergave import lijstbeeld
from verbanden.models import Editie, Samenwerkingsverband, VastgesteldeLijst
from verbanden.models.keuzes import Belangkeuze
from verbanden.regels.bbv.partij import Documentsoort

pytestmark = pytest.mark.django_db
BEGROTING: dict[str, Any] = {"soort": "begroting", "jaar": 2027}
VOORBEELD = "/lijsten/begroting/2027/voorbeeld/"
FORMATEN = ("pdf", "csv", "xlsx", "ods", "json")


def verbonden(**velden: Any) -> Samenwerkingsverband:
    """A partnership that stands on the list, with a programme, a figure and a risk."""
    ja = {"bestuurlijk_belang": Belangkeuze.JA, "financieel_belang": Belangkeuze.JA}
    verband = maak_verband(**(ja | velden))
    maak_programma(verband)
    maak_cijfer(verband, 2027)
    maak_risico(verband)
    return verband


def begin(**velden: Any) -> Editie:
    """A concept of the list, made by the griffie."""
    return edities.begin(**BEGROTING, door=maak_gebruiker(Rol.GRIFFIE), op=NU, **velden)


def stel_vast(editie: Editie) -> VastgesteldeLijst:
    """Adopt it with four eyes, as the gate does."""
    griffie, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffie, op=NU)
    rijen = partijen(Documentsoort(editie.soort), editie.jaar, Peildatum(NU.date()))
    inhoud = gegevens(editie, rijen, peildatum=NU.date(), gemeente=maak_gemeente())
    teken = druk.Ondertekening("Griffie", "Concerncontroller", "20 mei 2026", controlegetal(inhoud))
    pdf = druk.pdf(inhoud, teken)
    return edities.stel_vast(editie=editie, gegevens=inhoud, pdf=pdf, ontbreekt=0, door=controller, op=NU)


def adres(formaat: str, nummer: int = 1) -> str:
    return reverse("verbanden:lijst_document", kwargs={**BEGROTING, "nummer": nummer, "formaat": formaat})


@pytest.fixture
def lezer(db: None) -> Client:
    maak_gemeente()
    return log_in(maak_gebruiker(Rol.RAADSLID))


@pytest.fixture(autouse=True)
def _op_20_mei() -> Any:
    with time_machine.travel(NU, tick=False):
        yield


def test_voor_het_begin_toont_de_bladzijde_hoe_de_lijst_er_nu_uitziet(lezer: Client) -> None:
    verbonden(naam="Werk en Zo")
    antwoord = lezer.get(VOORBEELD)
    assert antwoord.status_code == 200
    assert antwoord.context["concept"] is True
    assert [deel.partijen[0].naam for deel in antwoord.context["lijst"].delen if deel.partijen] == ["Werk en Zo"]
    assert antwoord.context["downloads"] == []


def test_de_bladzijde_zegt_hetzelfde_als_het_document(lezer: Client) -> None:
    verbonden()
    begin()
    antwoord = lezer.get(VOORBEELD)
    teken = ("concept", "controlegetal", "klaargezet_door", "vastgesteld_door", "vastgesteld_op")
    velden = ("lijst", "voorblad", "vel", "slot", *teken)
    document = render_to_string("verbanden/lijst/document.html", {veld: antwoord.context[veld] for veld in velden})
    assert tekens_van_pagina(antwoord.content.decode(), "article") == tekens_van_pagina(document, "body")


def test_een_concept_toont_de_stand_van_de_peildatum(lezer: Client) -> None:
    verband = verbonden(naam="Oude Naam", op=NU - timedelta(days=9))
    verband.naam = "Nieuwe Naam"
    bewaar(verband, door=None, op=NU - timedelta(days=2))
    toen = lezer.get(f"{VOORBEELD}?peildatum=2026-05-15").context["lijst"]
    nu = lezer.get(f"{VOORBEELD}?peildatum=").context["lijst"]
    assert (toen.delen[0].partijen[0].naam, toen.peildatum) == ("Oude Naam", "15 mei 2026")
    assert (nu.delen[0].partijen[0].naam, nu.peildatum) == ("Nieuwe Naam", "20 mei 2026")


def test_vastgesteld_blijft_zoals_het_was(lezer: Client) -> None:
    verband = verbonden(naam="Toen")
    vast = stel_vast(begin())
    verband.naam = "Later"
    bewaar(verband, door=None, op=NU)
    antwoord = lezer.get(VOORBEELD)
    assert antwoord.context["lijst"] == lijstbeeld(vast.gegevens)
    assert antwoord.context["vastgesteld_door"] == "Concerncontroller"
    assert antwoord.context["controlegetal"] == vast.gegevens_sha256
    assert not antwoord.context["concept"]


def test_herdruk_geeft_dezelfde_bytes_en_het_controlegetal_klopt(lezer: Client) -> None:
    verbonden()
    vast = stel_vast(begin())
    for formaat, som in (("pdf", vast.pdf_sha256), ("json", vast.gegevens_sha256)):
        antwoord = lezer.get(adres(formaat))
        assert hashlib.sha256(antwoord.content).hexdigest() == som
        assert antwoord["ETag"] == f'"{som}"'
        assert antwoord["Cache-Control"] == "no-store"
        assert lezer.get(adres(formaat)).content == antwoord.content
        assert lezer.get(adres(formaat), headers={"If-None-Match": f'"{som}"'}).status_code == 304
    assert json.loads(lezer.get(adres("json")).content) == vast.gegevens


@pytest.mark.parametrize("formaat", FORMATEN)
def test_elk_bestand_en_wie_het_ophaalde(lezer: Client, formaat: str) -> None:
    verbonden()
    editie = begin()
    antwoord = lezer.get(adres(formaat))
    assert antwoord.status_code == 200
    inline = "inline" if formaat == "pdf" else "attachment"
    naam = f"lijst-verbonden-partijen-begroting-2027-versie-1.{formaat}"
    assert antwoord["Content-Disposition"] == f'{inline}; filename="{naam}"'
    assert "ETag" not in antwoord
    regel = Gebeurtenis.objects.get(wat="gedownload")
    assert (regel.object_id, regel.details) == (editie.id, {"soort": f"lijst.{formaat}", "peildatum": "2026-05-20"})


def test_alleen_kijken_of_het_er_is_telt_niet_als_ophalen(lezer: Client) -> None:
    begin()
    assert lezer.head(adres("json")).status_code == 200
    assert not Gebeurtenis.objects.filter(wat="gedownload").exists()


@pytest.mark.parametrize(
    "pad",
    [
        "/lijsten/verzonnen/2027/voorbeeld/",
        "/lijsten/begroting/1900/voorbeeld/",
        f"{VOORBEELD}?versie=2",
        f"{VOORBEELD}?versie=x",
        f"{VOORBEELD}?versie=²",
        "/lijsten/begroting/2027/1/lijst.exe",
        "/lijsten/begroting/2027/2/lijst.pdf",
        "/lijsten/begroting/2027/1/verschillen/",
        "/lijsten/begroting/2027/2/verschillen/",
    ],
)
def test_wat_er_niet_is(lezer: Client, pad: str) -> None:
    begin()
    assert lezer.get(pad).status_code == 404


@pytest.mark.parametrize("rol", Rol)
def test_iedereen_die_is_ingelogd_mag_lezen(rol: Rol) -> None:
    maak_gemeente()
    begin()
    klant = log_in(maak_gebruiker(rol))
    for pad in (VOORBEELD, adres("json"), adres("csv")):
        assert klant.get(pad).status_code == 200
        assert klant.post(pad).status_code == 405
        assert Client().get(pad).status_code == 302


def test_een_correctie_naast_wat_zij_vervangt(lezer: Client) -> None:
    verband = verbonden(naam="Toen", vestigingsplaats="Voorbeelddam")
    stel_vast(begin())
    verband.vestigingsplaats = "Elders"
    bewaar(verband, door=None, op=NU)
    begin(correctie="De vestigingsplaats klopte niet.")
    antwoord = lezer.get("/lijsten/begroting/2027/2/verschillen/")
    assert antwoord.status_code == 200
    gevonden = [(g.naam, [(v.veld, v.was, v.werd) for v in g.verschillen]) for g in antwoord.context["groepen"]]
    assert gevonden == [("Toen", [("Vestigingsplaats", "Voorbeelddam", "Elders")])]
    assert "De vestigingsplaats klopte niet." in antwoord.content.decode()
    voorbeeld = lezer.get(VOORBEELD)
    assert [(editie.nummer, nu) for editie, nu in voorbeeld.context["versies"]] == [(2, True), (1, False)]
    assert lezer.get(f"{VOORBEELD}?versie=1").context["lijst"].delen[0].partijen[0].feiten[1][2] == "Voorbeelddam"


def test_het_aantal_vragen_groeit_niet(lezer: Client, django_assert_num_queries: Any) -> None:
    begin()
    lezer.get(VOORBEELD)
    for aantal in (1, 2, 22):
        for _ in range(aantal):
            verbonden()
        with django_assert_num_queries(14):
            antwoord = lezer.get(VOORBEELD)
    assert antwoord.context["lijst"].aantal == 25


def test_de_vorm_van_de_gegevens_is_die_van_het_controlegetal() -> None:
    inhoud = {"naam": "Coöp", "bedrag": str(Decimal("1.5")), "leeg": None}
    assert hashlib.sha256(vaste_vorm(inhoud)).hexdigest() == controlegetal(inhoud)
