"""The handreiking on the screen: filled in, explained, and edited as an instrument."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import instrumenten
from governance.models import Instrumentversie, Relevantie
from governance.relevantie import sessiejaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_afwegingskader,
    maak_cijfer,
    maak_gebruiker,
    maak_gemeente,
    maak_stand,
    maak_verband,
)
from tests.governance.handelingen.test_relevantie import ZEER
from tests.tabellen import tekst
from tests.verbanden.views.hulp import fouten, log_in
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
PAD = "/verbanden/kring/relevantie/"
VELDEN = {f"v-{vraag}": optie for vraag, optie in ZEER.items()}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN, begrotingstotaal=100_000_000)
        maak_afwegingskader()
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring")


@pytest.fixture
def houder(verband: Samenwerkingsverband) -> Gebruiker:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, houder)
    return houder


@pytest.mark.parametrize(
    ("dag", "jaar"), [(date(2026, 1, 1), 2026), (date(2026, 6, 30), 2026), (date(2026, 7, 1), 2027)]
)
def test_na_de_kadernota_gaat_het_over_het_volgende_jaar(dag: date, jaar: int) -> None:
    assert sessiejaar(dag) == jaar


def stuk_van(antwoord: Any, van: str, tot: str) -> str:
    """The words of the page from one heading to the next."""
    return van + html.unescape(tekst(antwoord)).replace("\xa0", " ").split(van, 1)[1].split(tot)[0]


def test_invullen_geeft_een_voorstel_met_redenen(houder: Gebruiker) -> None:
    klant = log_in(houder)
    leeg = tekst(klant.get(PAD))
    assert "Nog geen voorstel. Daarvoor zijn 8 antwoorden nodig; er zijn er 0." in leeg
    stuk = {"keuze-1": "Wat laten we voorgaan?", "mogelijk-1": "Meer geld\r\n\r\nMinder taken "}
    antwoord = klant.post(PAD, {**VELDEN, **stuk, "versie": ""})
    assert (antwoord.status_code, antwoord["Location"]) == (302, PAD)
    rij = Relevantie.objects.get()
    assert (rij.antwoorden, rij.jaar) == (ZEER, 2026)
    assert rij.vraagstukken == [{"vraag": "Wat laten we voorgaan?", "mogelijkheden": ["Meer geld", "Minder taken"]}]
    pagina = stuk_van(klant.get(PAD), "Voorstel", "Wat het register zegt")
    assert "Voorstel Politiek zeer belangrijk" in pagina
    assert "Omdat: Op de meeste vragen weegt dit verband politiek zwaar." in pagina
    assert "Redenen: zware maatschappelijke opgave, veel geld, grote risico's, grote kansen." in pagina
    assert "Politiek gewicht 80%, bestuurlijk gewicht 91%" in pagina
    assert "Dit is een voorstel. Raad en college bepalen de klasse in hun jaarlijkse gesprek." in pagina


def test_het_register_zegt_wat_het_weet(verband: Samenwerkingsverband) -> None:
    maak_cijfer(verband, 2026, 1_250_000)
    maak_stand(verband, zin="De bijdrage stijgt.", datum=NU.date())
    inhoud = stuk_van(log_in(maak_gebruiker(Rol.RAADSLID)).get(PAD), "Wat het register zegt", "Voorbeelden")
    assert "Bijdrage € 1.250.000 in 2026, 1,25% van onze begroting Risico's niet bekend" in inhoud
    assert "De bijdrage stijgt. Klasse nu niet bekend" in inhoud


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"v-geld": "verzonnen"}, "3. Hoeveel geld"),
        ({"keuze-1": "Wat?", "mogelijk-1": "Alleen dit"}, "Mogelijkheden bij keuze 1: Noem twee tot vier"),
        ({"keuze-1": "", "mogelijk-1": "a\nb"}, "Keuze 1, als vraag: Schrijf de keuze op als vraag."),
        ({"keuze-2": "Wat?", "mogelijk-2": "a\n" + "b" * 201}, "Mogelijkheden bij keuze 2: Een mogelijkheid is"),
        ({"toelichting": "x" * 601}, "Toelichting: "),
    ],
)
def test_een_verkeerde_invoer_verliest_niets(houder: Gebruiker, anders: dict[str, str], melding: str) -> None:
    antwoord = log_in(houder).post(PAD, {**VELDEN, "toelichting": "wat ik typte", "versie": "", **anders})
    assert antwoord.status_code == 422
    assert [fout[: len(melding)] for fout in fouten(antwoord)] == [melding]
    assert Relevantie.objects.count() == 0
    gekozen = re.findall(r'value="groot" checked', antwoord.content.decode())
    assert len(gekozen) == (2 if "v-geld" in anders else 3)


def test_wie_te_laat_is_verliest_niets_en_ziet_dat(houder: Gebruiker) -> None:
    klant = log_in(houder)
    klant.post(PAD, {**VELDEN, "versie": ""})
    antwoord = klant.post(PAD, {"v-geld": "klein", "versie": "", "toelichting": "mijn woorden"})
    assert antwoord.status_code == 409
    assert "Iemand anders vulde de handreiking intussen in. Er is niets bewaard." in tekst(antwoord)
    assert "mijn woorden" in antwoord.content.decode()
    assert Relevantie.objects.get().antwoorden == ZEER
    versie = re.findall(r'name="versie" value="(\d+)"', antwoord.content.decode())
    assert klant.post(PAD, {"v-geld": "klein", "versie": versie[0]}).status_code == 302


def test_wie_leest_ziet_de_antwoorden_en_geen_knop(houder: Gebruiker) -> None:
    stuk = {"keuze-1": "Wat laten we voorgaan?", "mogelijk-1": "Meer geld\nMinder taken"}
    log_in(houder).post(PAD, {**VELDEN, **stuk, "versie": ""})
    antwoord = log_in(maak_gebruiker(Rol.RAADSLID)).get(PAD)
    assert "Waar valt iets te kiezen? Wat laten we voorgaan? Meer geld Minder taken" in tekst(antwoord)
    assert antwoord.content.decode().count("<button") == 2  # only those that search and that end the session


def test_de_peildatum_toont_wat_er_toen_was_ingevuld(houder: Gebruiker) -> None:
    log_in(houder).post(PAD, {**VELDEN, "versie": ""})
    toen = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(PAD, {"peildatum": GISTEREN.date().isoformat()}))
    assert "Nog geen voorstel." in toen


@pytest.mark.parametrize("aantal", [1, 3, 12])
def test_evenveel_vragen_bij_elk_aantal_antwoorden(
    django_assert_num_queries: DjangoAssertNumQueries, houder: Gebruiker, aantal: int
) -> None:
    log_in(houder).post(PAD, {**dict(list(VELDEN.items())[:aantal]), "versie": ""})
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get(PAD)
    with django_assert_num_queries(10):
        assert klant.get(PAD).status_code == 200


def test_de_beheerder_bewerkt_een_vraag_van_een_concept() -> None:
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    concept = instrumenten.begin_concept(soort="politieke_relevantie", door=beheerder, op=NU)
    klant = log_in(beheerder)
    pad = f"/instrumenten/{concept.pk}/handreiking/geld/"
    inhoud = klant.get(pad).content.decode()
    formulier: dict[str, Any] = dict(re.findall(r'name="([a-z_-]+)" [^>]*value="([^"]*)"', inhoud))
    formulier |= {"toelichting": "Tel alles op.", "politiek-klein": "2", "bestuurlijk-klein": "1", "versie": "1"}
    for optie in ("middel", "groot"):
        formulier |= {f"politiek-{optie}": "3", f"bestuurlijk-{optie}": "3"}
    antwoord = klant.post(pad, formulier)
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/instrumenten/{concept.pk}/")
    concept.refresh_from_db()
    geld = next(vraag for vraag in concept.inhoud["vragen"] if vraag["id"] == "geld")
    klein = geld["opties"][0]
    assert (geld["toelichting"], klein["politiek"], klein["bestuurlijk"]) == ("Tel alles op.", 2, 1)
    gepubliceerd = Instrumentversie.objects.geldend("politieke_relevantie")
    assert klant.get(f"/instrumenten/{gepubliceerd.pk}/handreiking/geld/").status_code == 404
    assert klant.post(pad, {**formulier, "versie": "1", "politiek-klein": "0"}).status_code == 409


def test_de_pagina_van_de_versie_zegt_wat_het_concept_zou_veranderen(houder: Gebruiker) -> None:
    log_in(houder).post(PAD, {**VELDEN, "versie": ""})
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    concept = instrumenten.begin_concept(soort="politieke_relevantie", door=beheerder, op=NU)
    pad = f"/instrumenten/{concept.pk}/"
    assert "Kring , 2026 Politiek zeer belangrijk hetzelfde" in tekst(log_in(beheerder).get(pad))
    inhoud = {**concept.inhoud, "advies": {**concept.inhoud["advies"], "altijd_minstens": []}}
    inhoud["advies"]["telling"] = inhoud["advies"]["telling"][-1:]
    instrumenten.wijzig_concept(concept=concept, versie=1, inhoud=inhoud, door=beheerder, op=NU)
    assert "Kring , 2026 Politiek zeer belangrijk Ambtelijk belangrijk" in tekst(log_in(beheerder).get(pad))
