"""What was done in a year: every note with its day, per partnership, on the reference date, as a page and as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Ontwikkelpunt
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_ontwikkelpunt, maak_verband
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_overzicht import Tabellen, tekst
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
BEGIN = NU.replace(year=2025, month=3)
PAD = "/ontwikkelagenda/gedaan/2025/"
PLAN: dict[str, Any] = {"eigenaar": "griffie", "termijn": NU.date(), "stand": "gepland"}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(BEGIN)
        yield


@pytest.fixture
def kring() -> Samenwerkingsverband:
    return maak_verband(BEGIN, slug="kring", naam="Kring")


def schrijf(punt: Ontwikkelpunt, op: datetime, **velden: Any) -> None:
    for naam, waarde in velden.items():
        setattr(punt, naam, waarde)
    bewaar(punt, door=None, op=op)


def punt_in_drie_stappen(verband: Samenwerkingsverband | None, **velden: Any) -> Ontwikkelpunt:
    """An item with a note in June, one more in August, and done in October 2025."""
    punt = maak_ontwikkelpunt(verband, BEGIN, **(PLAN | velden))
    schrijf(punt, BEGIN.replace(month=6), stand="bezig", voortgang="Begonnen.")
    schrijf(punt, BEGIN.replace(month=8), voortgang="Begonnen.\nHalf klaar.")
    schrijf(punt, BEGIN.replace(month=10), stand="klaar")
    return punt


def lees(pad: str = PAD, rol: Rol = Rol.RAADSLID) -> Any:
    antwoord = log_in(maak_gebruiker(rol)).get(pad)
    assert antwoord.status_code == 200
    return antwoord


def test_elke_aantekening_staat_met_haar_dag_bij_haar_punt(kring: Samenwerkingsverband) -> None:
    punt_in_drie_stappen(kring, titel="Werkafspraken", effect="Rust")
    breed = maak_ontwikkelpunt(None, BEGIN, titel="Breed punt", **PLAN)
    schrijf(breed, BEGIN.replace(month=5), stand="bezig", voortgang="Een proef.")
    schrijf(breed, NU, voortgang="Van dit jaar.")
    maak_ontwikkelpunt(kring, BEGIN, titel="Stil punt")
    antwoord = lees()
    assert "Aan 2 punten is gewerkt, 1 kwam klaar." in tekst(antwoord)
    assert Tabellen(antwoord.content).tabellen[0][1:] == [
        ["Voor de gemeente als geheel"],
        ["Breed punt", "20 mei 2025 Een proef.", "niet opgeschreven", "griffie", "Bezig"],
        ["Kring"],
        [
            "Werkafspraken",
            "20 juni 2025 Begonnen. 20 augustus 2025 Half klaar.",
            "Rust",
            "griffie",
            "Klaar op 20 oktober 2025",
        ],
    ]
    assert "Van dit jaar." in tekst(lees("/ontwikkelagenda/gedaan/2026/"))


def test_de_peildatum_laat_zien_wat_toen_bekend_was(kring: Samenwerkingsverband) -> None:
    punt_in_drie_stappen(kring, titel="Werkafspraken")
    toen = tekst(lees(f"{PAD}?peildatum=2025-07-01"))
    assert "Aan 1 punt is gewerkt, 0 kwamen klaar." in toen
    assert ("Begonnen." in toen, "Half klaar." in toen) == (True, False)


def test_een_jaar_zonder_werk_zegt_dat_en_een_jaar_dat_nog_komt_is_er_niet(kring: Samenwerkingsverband) -> None:
    punt_in_drie_stappen(kring)
    assert "In dit jaar is niets opgeschreven" in tekst(lees("/ontwikkelagenda/gedaan/2024/"))
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    for pad in ("2027/", "1999/", "2027.csv", "2025.exe"):
        assert klant.get(f"/ontwikkelagenda/gedaan/{pad}").status_code == 404


def test_het_verband_laat_zijn_eigen_werk_zien(kring: Samenwerkingsverband) -> None:
    punt_in_drie_stappen(kring, titel="Werkafspraken")
    punt_in_drie_stappen(maak_verband(BEGIN, slug="bond", naam="Bond"), titel="Van een ander")
    woorden = tekst(lees("/verbanden/kring/ontwikkelagenda/"))
    assert "Wat in 2025 is gedaan" in woorden
    assert "20 augustus 2025 Half klaar." in woorden
    assert "Van een ander" not in woorden


def test_het_bestand_heeft_een_regel_per_aantekening_en_staat_in_het_auditspoor(kring: Samenwerkingsverband) -> None:
    punt_in_drie_stappen(kring, titel="=Werkafspraken")
    antwoord = lees("/ontwikkelagenda/gedaan/2025.csv")
    assert 'filename="gedaan-in-2025-2026-05-20.csv"' in antwoord["Content-Disposition"]
    rijen = list(csv.DictReader(StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    assert [(rij["Wat verbeterden wij"], rij["Datum"], rij["Wat is gedaan"]) for rij in rijen] == [
        ("'=Werkafspraken", "20-6-2025", "Begonnen."),
        ("'=Werkafspraken", "20-8-2025", "Half klaar."),
    ]
    assert rijen[0]["Klaar op"] == "20-10-2025"
    details = Gebeurtenis.objects.get(wat="gedownload").details
    assert details == {"soort": "gedaan.csv", "jaar": 2025, "punten": 1, "peildatum": "2026-05-20"}


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_groeit_niet(django_assert_num_queries: DjangoAssertNumQueries, aantal: int) -> None:
    for nummer in range(aantal):
        verband = maak_verband(BEGIN, slug=f"kring{nummer}", naam=f"Kring {nummer}")
        punt = maak_ontwikkelpunt(verband, BEGIN, **PLAN)
        schrijf(punt, BEGIN + timedelta(days=30), stand="bezig", voortgang="Begonnen.")
    klant = log_in(maak_gebruiker(Rol.CONTROLLER))
    klant.get(PAD)
    with django_assert_num_queries(5):
        assert klant.get(PAD).status_code == 200
