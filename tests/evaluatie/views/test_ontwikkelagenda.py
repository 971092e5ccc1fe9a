"""The ontwikkelagenda of a partnership on the screen, and what it does with a strange request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Ontwikkelpunt
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_ontwikkelpunt, maak_verband
from tests.verbanden.views.hulp import fouten, log_in
from tests.verbanden.views.test_overzicht import Tabellen, tekst
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
PAD = "/verbanden/kring/ontwikkelagenda/"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring")


@pytest.fixture
def houder(verband: Samenwerkingsverband) -> Gebruiker:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, houder)
    return houder


def test_wat_loopt_staat_boven_wat_klaar_is(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_ontwikkelpunt(verband, titel="Zonder datum")
    maak_ontwikkelpunt(verband, titel="Later", stand="gepland", eigenaar="griffie", termijn=NU.date())
    maak_ontwikkelpunt(verband, titel="Te laat", stand="bezig", eigenaar="college", termijn=GISTEREN.date())
    maak_ontwikkelpunt(verband, titel="Gedaan", stand="klaar", eigenaar="griffie", voortgang="Het werkt.")
    lopend, afgerond, gedaan = Tabellen(log_in(houder).get(PAD).content).tabellen
    assert lopend[1:] == [
        ["Te laat", "Bezig", "college", "19 mei 2026 te laat", "zelf opgeschreven"],
        ["Later", "Gepland", "griffie", "20 mei 2026", "zelf opgeschreven"],
        ["Zonder datum", "Voorgesteld", "nog niemand", "geen datum", "zelf opgeschreven"],
    ]
    assert afgerond[1:] == [["Gedaan Gedaan: Het werkt.", "Klaar", "griffie", "geen datum", "zelf opgeschreven"]]
    assert gedaan[1:] == [["Gedaan", "20 mei 2026 Het werkt.", "Klaar op 20 mei 2026"]]


@pytest.mark.parametrize(
    ("gegevens", "label"),
    [
        ({"titel": "", "herkomst": "regime:x"}, "Wat verbeteren wij"),
        ({"titel": "x" * 161, "herkomst": "regime:x"}, "Wat verbeteren wij"),
        ({"titel": "x", "herkomst": "https://kwaad.example"}, "Herkomst"),
        ({"titel": "x", "herkomst": "regime: x"}, "Herkomst"),
        ({"titel": "x"}, "Herkomst"),
    ],
)
def test_een_vreemd_verzoek_maakt_niets(houder: Gebruiker, gegevens: dict[str, Any], label: str) -> None:
    antwoord = log_in(houder).post(PAD, gegevens)
    assert antwoord.status_code == 422
    assert [fout.split(":")[0] for fout in fouten(antwoord)] == [label]
    assert Ontwikkelpunt.objects.count() == 0


def test_een_onbekende_herkomst_leidt_terug_naar_de_agenda(houder: Gebruiker) -> None:
    antwoord = log_in(houder).post(PAD, {"titel": "Iets", "herkomst": "elders:iets"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, PAD)
    assert Tabellen(log_in(houder).get(PAD).content).tabellen[0][1][4] == "zelf opgeschreven"


def test_het_bewerkscherm_biedt_alleen_de_stappen_die_kunnen(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    punt = maak_ontwikkelpunt(verband)
    klant = log_in(houder)
    pad = f"/verbanden/kring/bewerken/ontwikkelagenda/{punt.pk}/"
    inhoud = klant.get(pad).content.decode()
    assert re.findall(r'<option value="([a-z_]*)"', inhoud) == ["voorgesteld", "gepland", "vervallen"]
    antwoord = klant.post(pad, {"titel": "Iets", "stand": "gepland", "versie": "1"})
    assert antwoord.status_code == 422
    assert fouten(antwoord) == [
        "Wie doet het: Vul in wie het doet. Dat hoort bij een punt dat gepland of bezig is.",
        "Klaar voor: Vul in wanneer het klaar is. Dat hoort bij een punt dat gepland of bezig is.",
    ]


def test_de_peildatum_toont_wat_er_toen_op_stond(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_ontwikkelpunt(verband, titel="Van vandaag")
    maak_ontwikkelpunt(verband, GISTEREN, titel="Van gisteren")
    woorden = tekst(log_in(houder).get(PAD, {"peildatum": GISTEREN.date().isoformat()}))
    assert "Van gisteren" in woorden
    assert "Van vandaag" not in woorden
    assert "Werk de punten bij" not in woorden


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_groeit_niet(
    verband: Samenwerkingsverband, django_assert_num_queries: DjangoAssertNumQueries, aantal: int
) -> None:
    for nummer in range(aantal):
        maak_ontwikkelpunt(verband, titel=f"Loopt {nummer}")
        maak_ontwikkelpunt(verband, titel=f"Klaar {nummer}", stand="klaar", voortgang="Het werkt.")
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get(PAD)
    with django_assert_num_queries(6):
        assert klant.get(PAD).status_code == 200
