"""Progress twice a year on the screen: told in a few minutes, kept, and who did not tell it yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Voortgang
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    AMSTERDAM,
    NU,
    maak_accounthouder,
    maak_cijfer,
    maak_doel,
    maak_gebruiker,
    maak_gemeente,
    maak_meting,
    maak_risico,
    maak_stand,
    maak_verband,
    maak_voortgang,
)
from tests.tabellen import tabel, tekst
from tests.verbanden.views.hulp import fouten, log_in
from verbanden.models import Levensfase, Samenwerkingsverband, Stadium

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
TOEN = datetime(2025, 9, 20, 12, 0, tzinfo=AMSTERDAM)
LIJST = "/verbanden/kring/voortgang/"
PAD = "/verbanden/kring/voortgang/2025/jaarrekening/"
VELDEN = {"resultaten": "Er is veel bereikt.", "beantwoordt": "ja", "motief": "Het scheelt geld.", "begroot": "1.500"}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(TOEN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(TOEN, slug="kring", naam="Kring", levensfase=Levensfase.UITVOEREN)


@pytest.fixture
def houder(verband: Samenwerkingsverband) -> Gebruiker:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER, naam="Accounthouder kring")
    maak_accounthouder(verband, houder, op=TOEN)
    return houder


def lees(pad: str, **vraag: str) -> Any:
    """The page as a council member reads it."""
    return log_in(maak_gebruiker(Rol.RAADSLID)).get(pad, vraag)


def waarde(antwoord: Any, veld: str) -> str:
    """What stands in a text area or input of the form."""
    inhoud = antwoord.content.decode()
    gebied = re.search(rf'<textarea name="{veld}"[^>]*>\s*(.*?)</textarea>', inhoud, re.DOTALL)
    if gebied:
        return gebied.group(1).strip()
    invoer = re.search(rf'<input[^>]*name="{veld}"[^>]*>', inhoud)
    gevonden = re.search(r'value="([^"]*)"', invoer.group()) if invoer else None
    return gevonden.group(1) if gevonden else ""


def test_het_formulier_begint_met_wat_het_portaal_weet(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_meting(maak_doel(verband, titel="Meer dingen"), 120)
    maak_cijfer(verband, 2025, 1000, op=GISTEREN)
    maak_cijfer(verband, 2025, 1100, stadium=Stadium.VOORLOPIG)
    maak_cijfer(verband, 2025, 1200, stadium=Stadium.VASTGESTELD)
    maak_risico(verband)
    maak_stand(verband, zin="De bijdrage stijgt dit jaar.", datum=date(2026, 3, 1))
    maak_stand(verband, zin="Dit was al eerder verteld.", datum=date(2025, 9, 1))
    maak_voortgang(verband, 2026, "begroting", TOEN, kosten="Wij betalen per inwoner.", motief="Samen kan meer.")
    antwoord = log_in(houder).get(PAD)
    assert waarde(antwoord, "resultaten").startswith("Eén doel: 1 achter.\nMeer dingen: achter. 120 dingen gemeten op")
    assert (waarde(antwoord, "begroot"), waarde(antwoord, "werkelijk")) == ("1.000", "1.200")
    assert waarde(antwoord, "risicos") == "Verzonnen tegenvaller (kans middel, €\xa0100.000)"
    assert waarde(antwoord, "kosten") == "Wij betalen per inwoner."
    assert waarde(antwoord, "motief") == "Samen kan meer."
    assert waarde(antwoord, "veranderd") == "1 maart 2026: op koers. De bijdrage stijgt dit jaar."
    assert '<option value="ja" selected>' in antwoord.content.decode()
    assert "Vorige keer, bij de begroting 2026 Resultaten Verzonnen resultaat." in tekst(antwoord)


def test_bewaren_en_afronden_en_daarna_alleen_lezen(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    klant = log_in(houder)
    assert klant.post(PAD, {**VELDEN, "versie": "", "actie": "bewaar"}).status_code == 302
    rij = Voortgang.objects.get()
    assert (rij.status, rij.begroot, rij.resultaten) == ("concept", Decimal(1500), "Er is veel bereikt.")
    assert klant.post(PAD, {**VELDEN, "versie": "1", "actie": "afronden"}).status_code == 302
    antwoord = klant.get(PAD)
    woorden = tekst(antwoord)
    assert "Kring. Afgerond op 20 mei 2026 door Accounthouder kring." in woorden
    assert "Begroot € 1.500, werkelijk of verwacht: niet bekend ." in woorden
    assert "<textarea" not in antwoord.content.decode()
    assert "Opnieuw openen" in woorden
    assert "Opnieuw openen" not in tekst(lees(PAD))


def test_heropenen_vraagt_een_reden(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_voortgang(verband, op=GISTEREN)
    klant = log_in(houder)
    antwoord = klant.post(PAD, {"versie": "1", "actie": "heropen", "reden": " "})
    assert antwoord.status_code == 422
    assert [fout.split(":")[0] for fout in fouten(antwoord)] == ["Waarom opent u de voortgang opnieuw?"]
    assert klant.post(PAD, {"versie": "1", "actie": "heropen", "reden": "Het cijfer klopte niet."}).status_code == 302
    assert Voortgang.objects.get().status == "concept"
    assert "Het cijfer klopte niet." in tekst(klant.get("/verbanden/kring/geschiedenis/"))


@pytest.mark.parametrize(
    ("anders", "actie", "meldingen"),
    [
        ({"begroot": "veel"}, "bewaar", ["Bijdrage volgens de begroting"]),
        ({"beantwoordt": "misschien"}, "bewaar", ["Beantwoordt het aan het motief"]),
        ({"resultaten": " ", "motief": ""}, "afronden", ["Resultaten", "Waarom wel of niet"]),
        ({"risicos": "x" * 1001}, "bewaar", ["Risico's"]),
    ],
)
def test_een_verkeerde_invoer_verliest_niets(
    verband: Samenwerkingsverband, houder: Gebruiker, anders: dict[str, str], actie: str, meldingen: list[str]
) -> None:
    gestuurd = {**VELDEN, "veranderd": "wat ik typte", **anders, "versie": "", "actie": actie}
    antwoord = log_in(houder).post(PAD, gestuurd)
    assert antwoord.status_code == 422
    assert [fout.split(":")[0].replace("&#x27;", "'") for fout in fouten(antwoord)] == meldingen
    assert waarde(antwoord, "veranderd") == "wat ik typte"
    assert Voortgang.objects.count() == 0


def test_wie_te_laat_is_ziet_beide_versies(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    klant = log_in(houder)
    klant.post(PAD, {**VELDEN, "versie": "", "actie": "bewaar"})
    antwoord = klant.post(PAD, {**VELDEN, "resultaten": "Mijn woorden.", "versie": "", "actie": "bewaar"})
    assert antwoord.status_code == 409
    assert "Wat de ander bewaarde Resultaten Er is veel bereikt." in tekst(antwoord)
    assert waarde(antwoord, "resultaten") == "Mijn woorden."
    opnieuw = {**VELDEN, "resultaten": "Mijn woorden.", "versie": waarde(antwoord, "versie"), "actie": "bewaar"}
    assert klant.post(PAD, opnieuw).status_code == 302
    assert [een.resultaten for een in Voortgang.history.order_by("versie")] == ["Er is veel bereikt.", "Mijn woorden."]


def test_de_lijst_toont_elke_ronde_en_eerdere_blijven_te_lezen(
    verband: Samenwerkingsverband, houder: Gebruiker
) -> None:
    maak_voortgang(verband, 2024, op=TOEN)
    maak_voortgang(verband, 2026, "begroting", TOEN, begroot=Decimal(900), beantwoordt="deels")
    maak_voortgang(verband, klaar=False)
    assert tabel(lees(LIJST), 0) == [
        ["Jaarrekening 2025", "Concept", "Ja", "niet bekend", "niet bekend"],
        ["Begroting 2026", "Afgerond op 20 september 2025", "Deels", "€ 900", "niet bekend"],
        ["Jaarrekening 2024", "Afgerond op 20 september 2025", "Ja", "niet bekend", "niet bekend"],
    ]
    assert "Verzonnen resultaat." in tekst(lees("/verbanden/kring/voortgang/2024/jaarrekening/"))
    assert "Werk bij bij de jaarrekening 2025" in tekst(log_in(houder).get(LIJST))


def test_een_ronde_die_niet_verteld_is_zegt_dat(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    assert "Deze ronde is nog niet verteld." in tekst(lees(PAD))
    voorbij = log_in(houder).get("/verbanden/kring/voortgang/2020/jaarrekening/")
    assert "Deze ronde is nog niet verteld." in tekst(voorbij)


def test_het_overzicht_zegt_wie_klaar_is(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    ander = maak_verband(TOEN, naam="Ander verband", levensfase=Levensfase.UITVOEREN)
    maak_voortgang(ander, beantwoordt="deels")
    maak_voortgang(verband, klaar=False)
    maak_voortgang(verband, 2026, "begroting", TOEN)
    maak_verband(TOEN, naam="Nog in verkenning", levensfase=Levensfase.VERKENNEN)
    antwoord = lees("/voortgang/")
    assert "1 van 2 verbanden is klaar. Het had klaar moeten zijn op 15 april 2026." in tekst(antwoord)
    vorige = "Afgerond beantwoordde aan motief: ja"
    assert tabel(antwoord, 0) == [
        ["Kring", "Accounthouder kring", "Te laat er is een concept", "nog niet verteld", vorige],
        ["Ander verband", "nog niemand", "Klaar", "Deels", "geen"],
    ]


def test_de_peildatum_kijkt_naar_de_ronde_van_toen(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_voortgang(verband, 2026, "begroting", TOEN)
    antwoord = log_in(houder).get("/voortgang/", {"peildatum": "2025-09-25"})
    assert "Voortgang bij de begroting 2026" in tekst(antwoord)
    assert tabel(antwoord, 0)[0][2] == "Klaar"
    toen = log_in(houder).get("/verbanden/kring/voortgang/2026/begroting/", {"peildatum": "2025-09-01"})
    assert toen.status_code == 404
    antwoord = log_in(houder).get(PAD, {"peildatum": GISTEREN.date().isoformat()})
    assert "<textarea" not in antwoord.content.decode()


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal(
    django_assert_num_queries: DjangoAssertNumQueries, verband: Samenwerkingsverband, houder: Gebruiker, aantal: int
) -> None:
    for nummer in range(aantal):
        ander = maak_verband(TOEN, levensfase=Levensfase.UITVOEREN)
        maak_accounthouder(ander, op=TOEN)
        maak_voortgang(ander)
        maak_voortgang(verband, 2001 + nummer, "begroting", TOEN)
        maak_risico(verband)
        maak_meting(maak_doel(verband))
    klant, schrijver = log_in(maak_gebruiker(Rol.RAADSLID)), log_in(houder)
    for een in (klant, schrijver):
        een.get(LIJST)
    for wie, pad, vragen in (
        (klant, "/voortgang/", 7),
        (klant, "/voortgang/?peildatum=2026-05-20", 7),
        (klant, LIJST, 5),
        (klant, "/verbanden/kring/voortgang/2001/begroting/", 6),
        (schrijver, PAD, 12),
    ):
        with django_assert_num_queries(vragen):
            assert wie.get(pad).status_code == 200


def test_te_late_voortgang_vraagt_aandacht_van_de_griffie(verband: Samenwerkingsverband) -> None:
    griffie = log_in(maak_gebruiker(Rol.GRIFFIE))
    zin = "De voortgang bij de jaarrekening 2025 van Kring had op"
    assert zin in tekst(griffie.get("/signalen/"))
    maak_voortgang(verband)
    assert zin not in tekst(griffie.get("/signalen/"))
