"""The pages of a weighing, for who answers, who reads and who chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
import yaml
from django.test import Client

from governance.handelingen import afwegingen
from governance.models import Afweging, Antwoord, Regimekeuze
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    geef_antwoord,
    maak_accounthouder,
    maak_afwegingskader,
    maak_gebruiker,
    maak_gemeente,
    maak_verband,
)
from tests.verbanden.views.hulp import fouten, log_in, velden
from tests.verbanden.views.test_dashboard import tekst

pytestmark = pytest.mark.django_db
GEVALLEN = yaml.safe_load((Path(__file__).parents[1] / "regels" / "gevallen.yaml").read_text(encoding="utf-8"))
NETWERK: dict[str, Any] = next(g["antwoorden"] for g in GEVALLEN["gevallen"] if g["id"] == "jeugdnetwerk")
BESLUIT = {"besluit_van": "college", "besloten_op": "19-5-2026", "motivering": "", "document": "", "url": ""}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        maak_afwegingskader()
        yield


@pytest.fixture
def houder() -> Gebruiker:
    return maak_gebruiker(Rol.ACCOUNTHOUDER, naam="Accounthouder jeugd")


@pytest.fixture
def afweging(houder: Gebruiker) -> Afweging:
    verband = maak_verband(naam="Jeugdkring", slug="jeugdkring")
    maak_accounthouder(verband, houder)
    return afwegingen.begin(verband=verband, aanleiding="", door=houder, op=NU)


@pytest.fixture
def beantwoord(afweging: Afweging, houder: Gebruiker) -> Afweging:
    geef_antwoord(afweging, houder, **NETWERK)
    return afweging


def pad(afweging: Afweging, rest: str = "") -> str:
    return f"/afwegingen/{afweging.pk}/{rest}"


def test_beginnen_gaat_naar_de_eerste_vraag(houder: Gebruiker) -> None:
    verband = maak_verband(slug="nieuw-verband")
    maak_accounthouder(verband, houder)
    antwoord = log_in(houder).post(
        "/verbanden/nieuw-verband/afweging/", {"soort": "afwegingskader", "aanleiding": "Het contract loopt af."}
    )
    gemaakt = Afweging.objects.get()
    assert (antwoord["Location"], gemaakt.aanleiding) == (pad(gemaakt, "vragen/1/"), "Het contract loopt af.")


def test_zelf_doen_of_samenwerken_kent_voorrang_en_gespreksvragen(houder: Gebruiker) -> None:
    verband = maak_verband(slug="verkenning", levensfase="verkennen")
    maak_accounthouder(verband, houder)
    browser = log_in(houder)
    vraag = {"soort": "zelf_doen_of_samenwerken", "aanleiding": ""}
    assert browser.post("/verbanden/verkenning/afweging/", vraag).status_code == 302
    gemaakt = Afweging.objects.get()
    geef_antwoord(gemaakt, houder, doel="gewoon_doen", schaal="lokaal", verplicht="nee", eigen_kracht="ja",
                  markt="ja", regie="resultaat")  # fmt: skip
    pagina = tekst(browser.get(pad(gemaakt)).content)
    assert "Zelf doen of samenwerken? Verband" in pagina.replace(verband.naam, "Verband")
    assert "Gaat voor: Wat wij lokaal en goed zelf kunnen, doen wij zelf: samenwerken is geen doel op zich." in pagina
    assert "Bespreek ook dit" in pagina
    assert browser.post(pad(gemaakt), BESLUIT | {"vorm": "zelf_doen"}).status_code == 302
    assert Regimekeuze.objects.get().wijkt_af is False
    tweede = browser.post("/verbanden/verkenning/afweging/", {"soort": "afwegingskader"})
    assert (tweede.status_code, Afweging.objects.count()) == (302, 2)


def test_een_vraag_zegt_waarom_en_gaat_na_bewaren_door(afweging: Afweging, houder: Gebruiker) -> None:
    browser = log_in(houder)
    pagina = tekst(browser.get(pad(afweging, "vragen/1/")).content)
    assert "Vraag 1 van 18, 0 beantwoord" in pagina
    assert "Beleid maken vraagt een andere plek voor de raad dan het uitvoeren van vaste taken." in pagina
    assert (
        "Uitgangspunt: meer ambitie Met samenwerken halen wij doelen die wij alleen niet halen, of halen wij ze beter. "
        "Grondtekst 1.1, meerwaarde" in pagina
    )
    gepost = {"optie": "afstemmen", "toelichting": "Zes keer per jaar.", "wie_weet": "", "versie": ""}
    assert browser.post(pad(afweging, "vragen/1/"), gepost)["Location"] == pad(afweging, "vragen/2/")
    gegeven = Antwoord.objects.get()
    assert (gegeven.kenmerk, gegeven.optie, gegeven.toelichting) == ("aard_taak", "afstemmen", "Zes keer per jaar.")
    assert "Accounthouder jeugd: vraag 1." in tekst(browser.get(pad(afweging, "vragen/2/")).content)
    laatste = browser.post(pad(afweging, "vragen/18/"), gepost | {"optie": "snel"})
    assert laatste["Location"] == pad(afweging)


def test_zonder_antwoord_blijft_wat_men_typte(afweging: Afweging, houder: Gebruiker) -> None:
    antwoord = log_in(houder).post(pad(afweging, "vragen/1/"), {"toelichting": "Wel dit.", "wie_weet": "jurist"})
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, Antwoord.objects.count()) == (422, 0)
    assert ("Wel dit." in pagina, "jurist" in pagina, "Kies een van de antwoorden." in pagina) == (True, True, True)


def test_wie_te_laat_is_ziet_het_andere_antwoord_en_houdt_het_zijne(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, maak_gebruiker(Rol.CONTROLLER), aard_taak="uitvoeren")
    gepost = {"optie": "afstemmen", "toelichting": "Mijn uitleg.", "versie": ""}
    antwoord = log_in(houder).post(pad(afweging, "vragen/1/"), gepost)
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, Antwoord.objects.get().optie) == (409, "uitvoeren")
    assert "Iemand anders antwoordde intussen: Taken voor inwoners of bedrijven uitvoeren" in tekst(antwoord.content)
    assert ('value="afstemmen" checked' in pagina, "Mijn uitleg." in pagina) == (True, True)
    assert '<input type="hidden" name="versie" value="1">' in pagina
    assert log_in(houder).post(pad(afweging, "vragen/1/"), gepost | {"versie": "1"}).status_code == 302
    assert Antwoord.objects.get().optie == "afstemmen"


def test_alle_vragen_tegelijk_bewaart_alleen_wat_anders_is(afweging: Afweging, houder: Gebruiker) -> None:
    browser = log_in(houder)
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    gezien = {"aard_taak": "afstemmen", "aard_taak-was": "afstemmen", "aard_taak-versie": "1"}
    ander = afwegingen.Inzending("aard_taak", "uitvoeren", 1)
    afwegingen.beantwoord(afweging=afweging, inzendingen=[ander], door=houder, op=NU)
    antwoord = browser.post(pad(afweging, "vragen/"), gezien | {"geld": "klein", "geld-was": "", "geld-versie": ""})
    assert antwoord["Location"] == pad(afweging)
    assert dict(Antwoord.objects.values_list("kenmerk", "optie")) == {"aard_taak": "uitvoeren", "geld": "klein"}
    botsing = browser.post(pad(afweging, "vragen/"), gezien | {"aard_taak": "beleid", "risico": "klein"})
    assert (botsing.status_code, Antwoord.objects.filter(kenmerk="risico").count()) == (409, 0)
    pagina = botsing.content.decode()
    assert re.search(r'value="beleid" checked', pagina)
    (fout,) = fouten(botsing)
    assert fout.startswith("Vraag 1: iemand anders koos 'Taken voor inwoners of bedrijven uitvoeren")
    assert ('href="#aard_taak-1"' in pagina, pagina.count("Iemand anders koos intussen:")) == (True, 1)
    opnieuw = {naam: waarden[0] for naam, waarden in velden(botsing).items()}
    assert browser.post(pad(afweging, "vragen/"), opnieuw).status_code == 302
    assert dict(Antwoord.objects.values_list("kenmerk", "optie")) == {
        "aard_taak": "beleid",
        "geld": "klein",
        "risico": "klein",
    }


def test_de_uitkomst_zegt_wat_past_waarom_en_wat_haar_verandert(beantwoord: Afweging) -> None:
    pagina = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(pad(beantwoord)).content)
    assert (
        "Netwerk of informeel overleg past heel goed: 19 punten. Convenant of overeenkomst volgt met 17. "
        "Het verschil is klein: weeg beide." in pagina
    )
    assert "Wie alleen wil afstemmen en leren, heeft genoeg aan een lichte vorm. vraag 1: +3" in pagina
    assert "Vraag 1 : Samen beleid bepalen en ook uitvoeren Convenant of overeenkomst 17" in pagina
    assert "Vraag 11 : Nee, de bedoelingen lopen uiteen. Dan wordt eerste: convenant of overeenkomst ." in pagina
    assert "Afwegingskader governance, versie 1, eigen invulling." in pagina
    assert "Evenredige zeggenschap." in pagina
    assert "Grondtekst 1.1, goed bestuur 3. Bij vragen 8, 9." in pagina
    assert "Leg de keuze vast" not in pagina


def test_een_open_vraag_geeft_een_bereik(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, **(NETWERK | {"tempo": "weet_niet"}))
    pagina = tekst(log_in(houder).get(pad(afweging)).content)
    assert "17 van 18 vragen beantwoord" in pagina
    assert re.search(r"Netwerk of informeel overleg past heel goed .*? 17 (\d+) tot (\d+)", pagina)


def test_met_te_weinig_antwoorden_is_er_geen_advies(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, aard_taak="afstemmen")
    pagina = tekst(log_in(houder).get(pad(afweging)).content)
    assert "Er zijn nog te weinig antwoorden voor een advies. Beantwoord ten minste 8 vragen." in pagina


def test_wat_de_wet_uitsluit_staat_er_met_zijn_artikel(afweging: Afweging, houder: Gebruiker) -> None:
    geef_antwoord(afweging, houder, **(NETWERK | {"eigen_organisatie": "eigen"}))
    pagina = tekst(log_in(houder).get(pad(afweging)).content)
    assert (
        "Netwerk of informeel overleg Een afspraak of overleg is geen rechtspersoon en kan zelf geen personeel of "
        "bezit hebben. Burgerlijk Wetboek, Boek 2" in pagina
    )


def test_kiezen_tegen_het_advies_in_vraagt_een_motivering(beantwoord: Afweging, houder: Gebruiker) -> None:
    browser = log_in(houder)
    assert "Wijkt af van het advies." in tekst(browser.get(pad(beantwoord), {"vorm": "convenant"}).content)
    gepost = BESLUIT | {"vorm": "convenant", "rol": "ruimte_en_mandaat_college", "document": "Collegevoorstel 12"}
    leeg = browser.post(pad(beantwoord), gepost)
    assert (leeg.status_code, Regimekeuze.objects.count()) == (422, 0)
    assert "Deze keuze wijkt af van het advies. Schrijf op waarom." in tekst(leeg.content)
    assert "Collegevoorstel 12" in leeg.content.decode()
    assert browser.post(pad(beantwoord), gepost | {"motivering": "Een handtekening."}).status_code == 302
    keuze = Regimekeuze.objects.get()
    assert (keuze.vorm, keuze.advies, keuze.rollen) == ("convenant", "netwerk", ["ruimte_en_mandaat_college"])
    pagina = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(pad(beantwoord)).content)
    assert "Gekozen: Convenant of overeenkomst Besloten door college op 19 mei 2026." in pagina
    assert "Wijkt af van het advies. Het advies was: netwerk of informeel overleg." in pagina


def test_een_rol_die_het_advies_niet_noemt_is_te_kiezen_en_blijft_zichtbaar(
    beantwoord: Afweging, houder: Gebruiker
) -> None:
    klant = log_in(houder)
    pad = f"/afwegingen/{beantwoord.pk}/"
    assert 'name="afspraak" value="kwartaalcijfers_gemeente"' in klant.get(pad).content.decode()
    gekozen = {"vorm": "netwerk", "rol": [], "afspraak": ["kwartaalcijfers_gemeente"], **BESLUIT}
    assert klant.post(pad, gekozen).status_code == 302
    woorden = tekst(klant.get(pad).content)
    assert "gekozen, tegen het advies Kwartaalcijfers per gemeente niet nodig" in woorden
    samen = {**gekozen, "vorm": "netwerk"}
    assert klant.post(pad, samen).status_code == 422


def test_op_een_peildatum_staat_er_wat_er_toen_stond(beantwoord: Afweging, houder: Gebruiker) -> None:
    with time_machine.travel(NU + timedelta(days=1), tick=False):
        ander = afwegingen.Inzending("aard_taak", "uitvoeren", 1)
        afwegingen.beantwoord(afweging=beantwoord, inzendingen=[ander], door=houder, op=NU + timedelta(days=1))
        browser = log_in(houder)
        nu, toen = (tekst(browser.get(pad(beantwoord), vraag).content) for vraag in ({}, {"peildatum": "2026-05-20"}))
        eerder = browser.get(pad(beantwoord), {"peildatum": "2026-05-19"})
    assert "Convenant of overeenkomst past heel goed: 17 punten." in nu
    assert "Netwerk of informeel overleg past heel goed: 19 punten." in toen
    assert ("Leg de keuze vast" in nu, "Leg de keuze vast" in toen, eerder.status_code) == (True, False, 404)


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal_afwegingen(
    aantal: int, houder: Gebruiker, client: Client, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        verband = maak_verband()
        maak_accounthouder(verband, houder)
        gemaakt = afwegingen.begin(verband=verband, aanleiding="", door=houder, op=NU)
        geef_antwoord(gemaakt, houder, aard_taak="afstemmen")
    client.force_login(houder)
    client.get("/afwegingen/")
    with django_assert_num_queries(8):
        client.get("/afwegingen/")
    with django_assert_num_queries(11):
        client.get(pad(gemaakt))
    with django_assert_num_queries(10):
        client.get(pad(gemaakt, "vragen/3/"))
