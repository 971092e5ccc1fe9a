"""Instruments on the screen: everybody reads them, the administrator edits a concept, tries it and publishes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from governance.handelingen import afwegingen, instrumenten
from governance.models import Instrumentversie
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, geef_antwoord, maak_afwegingskader, maak_gebruiker, maak_gemeente, maak_verband
from tests.governance.views.test_afweging import NETWERK
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_dashboard import tekst

pytestmark = pytest.mark.django_db
SOORT = Instrumentversie.Soort.AFWEGINGSKADER.value


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        maak_afwegingskader()
        yield


@pytest.fixture
def beheerder() -> Gebruiker:
    return maak_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def concept(beheerder: Gebruiker) -> Instrumentversie:
    return instrumenten.begin_concept(soort=SOORT, door=beheerder, op=NU)


def pad(versie: Instrumentversie, rest: str = "") -> str:
    return f"/instrumenten/{versie.pk}/{rest}"


def ingevuld(browser: Client, adres: str) -> dict[str, str]:
    """The form as it stands on the page: every field with its value."""
    pagina = browser.get(adres)
    formulier = pagina.context["formulier"]
    waarden = {veld.html_name: veld.value() for veld in formulier}
    return {naam: "" if waarde is None else str(waarde) for naam, waarde in waarden.items()} | {
        "versie": str(pagina.context["versie"])
    }


def test_iedereen_leest_elke_vraag_met_haar_regels() -> None:
    versie = Instrumentversie.objects.get(soort=SOORT)
    browser = log_in(maak_gebruiker(Rol.RAADSLID))
    lijst = tekst(browser.get("/instrumenten/").content)
    assert "Afwegingskader governance, versie 1 eigen invulling Gepubliceerd op 20 mei 2026 Eerste vulling." in lijst
    assert "Begin een concept" not in lijst
    pagina = tekst(browser.get(pad(versie)).content)
    assert (
        "Elkaar informeren, leren en plannen op elkaar afstemmen "
        "Netwerk of informeel overleg +3, Regeling zonder meer +1, Vereniging +1 "
        "Wie alleen wil afstemmen en leren, heeft genoeg aan een lichte vorm. Praktijk van gemeenten, eigen weging"
    ) in pagina
    assert ("Bewerk deze" in pagina, "Publiceer" in pagina) == (False, False)


def test_een_ander_gewicht_verandert_alleen_het_advies_van_de_nieuwe_versie(beheerder: Gebruiker) -> None:
    oud = afwegingen.begin(verband=maak_verband(naam="Jeugdkring"), aanleiding="", door=beheerder, op=NU)
    geef_antwoord(oud, beheerder, **NETWERK)
    browser = log_in(beheerder)
    assert browser.post("/instrumenten/", {"soort": SOORT}).status_code == 302
    concept = Instrumentversie.objects.get(status="concept")
    vraag = pad(concept, "vraag/aard_taak/")
    gepost = ingevuld(browser, vraag) | {"gewicht-m001-netwerk": "-3", "reden-m001": "Overleg is te licht."}
    assert browser.post(vraag, gepost)["Location"] == pad(concept)
    proef = tekst(browser.get(pad(concept)).content)
    assert "Jeugdkring Netwerk of informeel overleg 19 Convenant of overeenkomst 17 een ander advies" in proef
    concept.refresh_from_db()
    uit = browser.post(pad(concept), {"versie": str(concept.versie), "toelichting": "Overleg weegt minder."})
    assert uit["Location"] == pad(concept)
    assert "Netwerk of informeel overleg past heel goed: 19 punten." in tekst(
        browser.get(f"/afwegingen/{oud.pk}/").content
    )
    nieuw = afwegingen.begin(verband=maak_verband(), aanleiding="", door=beheerder, op=NU)
    geef_antwoord(nieuw, beheerder, **NETWERK)
    pagina = tekst(browser.get(f"/afwegingen/{nieuw.pk}/").content)
    assert "Convenant of overeenkomst past heel goed: 17 punten." in pagina
    assert "Overleg is te licht. vraag 1: -3" in pagina
    assert browser.get(vraag).status_code == 404


def test_een_keuze_erbij_en_een_gewicht_eruit(beheerder: Gebruiker, concept: Instrumentversie) -> None:
    browser = log_in(beheerder)
    vraag = pad(concept, "vraag/aard_taak/")
    gepost = ingevuld(browser, vraag) | {
        "gewicht-m001-vereniging": "0",
        "erbij-m001": "stichting",
        "erbij_gewicht-m001": "2",
        "optie-afstemmen": "Alleen afstemmen",
    }
    assert browser.post(vraag, gepost).status_code == 302
    concept.refresh_from_db()
    regel = next(regel for regel in concept.inhoud["matchregels"] if regel["id"] == "m001")
    assert regel["gewichten"] == {"netwerk": 3, "regeling_zonder_meer": 1, "stichting": 2}
    assert concept.inhoud["kenmerken"][0]["opties"][0]["tekst"] == "Alleen afstemmen"


@pytest.mark.parametrize(("veld", "waarde"), [
    ("gewicht-m001-netwerk", "9"), ("reden-m001", ""), ("erbij-m001", "luchtkasteel"), ("vraag", ""),
    ("optie-afstemmen", ""),
])  # fmt: skip
def test_wat_niet_kan_wordt_niet_bewaard_en_blijft_staan(
    beheerder: Gebruiker, concept: Instrumentversie, veld: str, waarde: str
) -> None:
    browser = log_in(beheerder)
    vraag = pad(concept, "vraag/aard_taak/")
    gepost = ingevuld(browser, vraag) | {veld: waarde, "toelichting": "Mijn nieuwe toelichting."}
    antwoord = browser.post(vraag, gepost)
    assert antwoord.status_code == 422
    assert "Mijn nieuwe toelichting." in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.versie == 1


def test_wie_te_laat_is_verliest_niets(beheerder: Gebruiker, concept: Instrumentversie) -> None:
    browser = log_in(beheerder)
    vraag, tekstpad = pad(concept, "vraag/aard_taak/"), pad(concept, "keuze/netwerk/")
    gezien = ingevuld(browser, vraag) | {"toelichting": "Van mij."}
    assert browser.post(tekstpad, ingevuld(browser, tekstpad) | {"uitleg": "Van een ander. Echt."}).status_code == 302
    antwoord = browser.post(vraag, gezien)
    assert antwoord.status_code == 409
    assert ("Van mij." in antwoord.content.decode(), "Iemand anders" in tekst(antwoord.content)) == (True, True)
    versie = re.search(r'name="versie" value="(\d+)"', antwoord.content.decode())
    assert versie is not None
    assert browser.post(vraag, gezien | {"versie": versie[1]}).status_code == 302
    concept.refresh_from_db()
    netwerk = next(rij for rij in concept.inhoud["repertoire"]["vormen"] if rij["id"] == "netwerk")
    assert (netwerk["uitleg"], concept.inhoud["kenmerken"][0]["toelichting"]) == ("Van een ander. Echt.", "Van mij.")


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal_afwegingen(
    aantal: int, beheerder: Gebruiker, concept: Instrumentversie, client: Client, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        afweging = afwegingen.begin(verband=maak_verband(), aanleiding="", door=beheerder, op=NU)
        geef_antwoord(afweging, beheerder, aard_taak="afstemmen")
    client.force_login(beheerder)
    client.get(pad(concept))
    with django_assert_num_queries(8):
        client.get(pad(concept))
    with django_assert_num_queries(4):
        client.get("/instrumenten/")
