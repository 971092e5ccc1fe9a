"""The texts of the list: written by two people at once, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente
from tests.verbanden.views.hulp import fouten, log_in, velden
from tests.verbanden.views.test_dashboard import tekst
from verbanden.handelingen import edities
from verbanden.models import Editie

pytestmark = pytest.mark.django_db
POORT = "/lijsten/begroting/2027/"
PAD = f"{POORT}tekst/"


@pytest.fixture
def griffier() -> Iterator[Gebruiker]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        wie = maak_gebruiker(Rol.GRIFFIE, naam="Griffier")
        edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
        yield wie


def test_bewaren(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    formulier = velden(browser.get(PAD)) | {"visie": ["Samen.\r\n\r\n- een"], "raad_op": ["29-9-2026"]}
    assert browser.post(PAD, formulier).status_code == 302
    editie = Editie.objects.get()
    assert (editie.visie, editie.raad_op, editie.bewerkt_door) == ("Samen.\n\n- een", date(2026, 9, 29), griffier)
    assert "De raad krijgt de lijst op 29 september 2026." in tekst(browser.get(POORT).content)
    assert browser.post(PAD, velden(browser.get(PAD))).status_code == 302
    assert Editie.objects.get().versie == editie.versie


def test_een_fout_verliest_niets(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    getypt = velden(browser.get(PAD)) | {"visie": ["Mijn tekst."], "college_op": ["morgen"]}
    antwoord = browser.post(PAD, getypt)
    assert (antwoord.status_code, velden(antwoord)) == (422, getypt)
    assert fouten(antwoord) == ["Besluit van het college op: Vul een datum in, zoals 13-4-2026."]


def test_te_lange_tekst_wordt_geweigerd_en_blijft_staan(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    getypt = velden(browser.get(PAD)) | {"visie": ["x" * 20_001]}
    antwoord = browser.post(PAD, getypt)
    assert (antwoord.status_code, velden(antwoord)["visie"]) == (422, getypt["visie"])


def test_twee_mensen_schrijven_tegelijk(griffier: Gebruiker) -> None:
    een, twee = log_in(griffier), log_in(maak_gebruiker(Rol.CONTROLLER, naam="Controller"))
    formulier = velden(een.get(PAD))
    twee.post(PAD, formulier | {"visie": ["Van de controller."], "voornemens": ["Minder."]})
    antwoord = een.post(PAD, formulier | {"visie": ["Van de griffier."], "ontwikkelingen": ["Nieuwe wet."]})
    assert antwoord.status_code == 409
    woorden = tekst(antwoord.content)
    assert "Controller bewaarde dit onderdeel" in woorden
    keuze = velden(antwoord) | {"keuze-visie": ["beide"], "tekst-visie": ["Van ons allebei."]}
    assert een.post(PAD, keuze).status_code == 302
    editie = Editie.objects.get()
    assert (editie.visie, editie.voornemens, editie.ontwikkelingen) == ("Van ons allebei.", "Minder.", "Nieuwe wet.")


def test_dezelfde_tekst_is_geen_botsing(griffier: Gebruiker) -> None:
    een, twee = log_in(griffier), log_in(maak_gebruiker(Rol.CONTROLLER))
    formulier = velden(een.get(PAD)) | {"visie": ["Samen."]}
    assert [browser.post(PAD, formulier).status_code for browser in (een, twee)] == [302, 302]


def test_een_klaargezette_lijst_neemt_geen_tekst_aan(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    formulier = velden(browser.get(PAD))
    edities.zet_klaar(editie=Editie.objects.get(), ontbreekt=0, door=griffier, op=NU)
    antwoord = browser.post(PAD, formulier | {"visie": ["Te laat."]})
    assert (antwoord.status_code, velden(antwoord)["visie"]) == (422, ["Te laat."])
    assert Editie.objects.get().visie == ""


def test_alleen_een_correctie_zegt_wat_er_is_gecorrigeerd(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    assert "correctie" not in velden(browser.get(PAD))
    eerste = edities.zet_klaar(editie=Editie.objects.get(), ontbreekt=0, door=griffier, op=NU)
    controller = maak_gebruiker(Rol.CONTROLLER)
    edities.stel_vast(editie=eerste, gegevens={}, pdf=b"%PDF", ontbreekt=0, door=controller, op=NU)
    assert browser.get(PAD).status_code == 404
    edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU, correctie="Typefout.")
    formulier = velden(browser.get(PAD))
    assert formulier["correctie"] == ["Typefout."]
    assert browser.post(PAD, formulier | {"correctie": [""]}).status_code == 422


def test_in_het_verleden_schrijft_niemand(griffier: Gebruiker) -> None:
    browser = log_in(griffier)
    assert browser.get(PAD, {"peildatum": "2026-05-15"}).status_code == 403
    assert browser.post(PAD, {"visie": "x", "versie": "1"}).status_code == 403
    assert Editie.objects.get().visie == ""
