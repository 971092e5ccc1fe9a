"""The prestatieladder as an instrument: read by everybody, edited in a concept, and the old one stays for the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from governance.handelingen import instrumenten
from governance.instrumenten import laad_eigen_invulling
from governance.ladder import geldende_ladder
from governance.models import Instrumentversie
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_doel, maak_gebruiker, maak_gemeente, maak_verband
from tests.governance.views.test_instrument import ingevuld
from tests.tabellen import tekst
from tests.verbanden.views.hulp import fouten, log_in

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
TREDE = {
    "naam": "Wens",
    "uitleg": "Wat wij wensen.",
    "toetsvraag": "Is het een wens?",
    "let_op": "Nog niets.",
    "plek": "1",
}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        laad_eigen_invulling(GISTEREN)
        yield


@pytest.fixture
def beheerder() -> Gebruiker:
    return maak_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def concept(beheerder: Gebruiker) -> Instrumentversie:
    return instrumenten.begin_concept(soort="prestatieladder", door=beheerder, op=NU)


def test_iedereen_leest_de_ladder_en_haar_toets() -> None:
    versie = Instrumentversie.objects.geldend("prestatieladder")
    woorden = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(f"/instrumenten/{versie.pk}/"))
    assert "Prestatieladder, versie 1 Gepubliceerd op 19 mei 2026, eigen invulling" in woorden
    assert "Inwoners leven gezond en gelukkig. Dit kan niemand tegenspreken en niemand meten." in woorden
    assert "Staat er wat er verandert of klaar is? verplicht Er staat alleen een activiteit." in woorden
    assert "Publiceer" not in woorden


def test_een_trede_en_een_regel_veranderen_in_een_concept(beheerder: Gebruiker, concept: Instrumentversie) -> None:
    klant = log_in(beheerder)
    pad = f"/instrumenten/{concept.pk}/treden/effect/"
    assert klant.post(pad, {**ingevuld(klant, pad), "naam": "Merkbaar"}).status_code == 302
    pad = f"/instrumenten/{concept.pk}/toets/t08/"
    velden = {**ingevuld(klant, pad), "woorden": "mooi\nfraai", "soort": "verplicht"}
    assert klant.post(pad, velden).status_code == 302
    woorden = tekst(klant.get(f"/instrumenten/{concept.pk}/"))
    assert "5 Merkbaar" in woorden
    assert "Woorden: mooi, fraai" in woorden
    assert "5 Maatschappelijk effect" in tekst(klant.get("/prestatieladder/"))


def test_een_lege_naam_wordt_geweigerd(beheerder: Gebruiker, concept: Instrumentversie) -> None:
    klant = log_in(beheerder)
    pad = f"/instrumenten/{concept.pk}/treden/effect/"
    antwoord = klant.post(pad, {**ingevuld(klant, pad), "naam": " "})
    assert antwoord.status_code == 422
    assert [fout.split(":")[0] for fout in fouten(antwoord)] == ["Naam"]


def test_na_publicatie_staan_doelen_op_de_nieuwe_ladder_en_toen_op_de_oude(
    beheerder: Gebruiker, concept: Instrumentversie
) -> None:
    maak_doel(maak_verband(GISTEREN, slug="kring"), GISTEREN, trede="inzet")
    klant = log_in(beheerder)
    pad = f"/instrumenten/{concept.pk}/treden/nieuw/"
    assert klant.post(pad, {**TREDE, "versie": "1"}).status_code == 302
    assert "trede 1, middelen en inspanning" in tekst(klant.get("/verbanden/kring/doelen/"))
    publiceer = {"versie": "2", "toelichting": "Een trede erbij."}
    assert klant.post(f"/instrumenten/{concept.pk}/", publiceer).status_code == 302
    assert "trede 2, middelen en inspanning" in tekst(klant.get("/verbanden/kring/doelen/"))
    toen = klant.get("/verbanden/kring/doelen/", {"peildatum": GISTEREN.date().isoformat()})
    assert "trede 1, middelen en inspanning" in tekst(toen)


def test_wie_een_oud_concept_zag_overschrijft_niets(beheerder: Gebruiker, concept: Instrumentversie) -> None:
    klant = log_in(beheerder)
    pad = f"/instrumenten/{concept.pk}/treden/effect/"
    velden = {**ingevuld(klant, pad), "naam": "Van de een"}
    klant.post(pad, velden)
    antwoord = klant.post(pad, {**velden, "naam": "Van de ander"})
    assert antwoord.status_code == 409
    assert "Iemand anders veranderde dit concept intussen." in tekst(antwoord)
    concept.refresh_from_db()
    assert concept.inhoud["treden"][4]["naam"] == "Van de een"


def test_zonder_publicatie_is_er_geen_ladder() -> None:
    assert geldende_ladder(GISTEREN - timedelta(days=1)) is None
