"""The page on which the griffie keeps the council's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from governance.models import Raadsvergadering, Reces
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_raadskalender
from tests.tabellen import tabel, tekst
from tests.verbanden.views.hulp import fouten, log_in

pytestmark = pytest.mark.django_db
PAGINA = "/agenda/vergaderingen/"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def test_een_lijst_met_dagen_plakken(griffier: Gebruiker) -> None:
    klant = log_in(griffier)
    assert "Er staat nog geen vergadering in de kalender." in tekst(klant.get(PAGINA))
    antwoord = klant.post(PAGINA, {"soort": "raad", "dagen": "2-6-2026\r\n2026-06-23\n\n 7-7-2026 "}, follow=True)
    assert "3 vergaderingen toegevoegd." in tekst(antwoord)
    assert [rij[0] for rij in tabel(klant.get(PAGINA), 0)] == [
        "2 juni 2026 wijzigen", "23 juni 2026 wijzigen", "7 juli 2026 wijzigen",
    ]  # fmt: skip
    for dagen, fout in (
        ("2-6-2026\nmorgen", "Dagen: 'morgen' kunnen wij niet lezen. Vul een datum in, zoals 13-4-2026."),
        ("2-6-2026", "Dagen: Al deze vergaderingen staan er al."),
        ("", "Dagen: Vul ten minste één dag in."),
    ):
        antwoord = klant.post(PAGINA, {"soort": "raad", "dagen": dagen})
        assert antwoord.status_code == 422
        assert fouten(antwoord) == [fout]


def test_een_reces_erbij_wijzigen_en_weg(griffier: Gebruiker) -> None:
    klant = log_in(griffier)
    gegevens = {"naam": "zomerreces", "van": "11-7-2026", "tot": "30-8-2026"}
    assert klant.post("/agenda/recessen/nieuw/", gegevens).status_code == 302
    rij = Reces.objects.get()
    adres = f"/agenda/kalender/recessen/{rij.pk}/"
    verkeerd = klant.post(adres, gegevens | {"tot": "1-7-2026", "versie": "1"})
    assert (verkeerd.status_code, fouten(verkeerd)) == (422, ["De laatste dag ligt voor de eerste dag."])
    assert klant.post(adres, gegevens | {"tot": "31-8-2026", "versie": "1"}).status_code == 302
    assert klant.post(adres, gegevens | {"tot": "1-9-2026", "versie": "1"}).status_code == 409
    assert klant.post(f"{adres}verwijderen/", {"versie": "1"}).status_code == 409
    assert Reces.objects.get().tot == date(2026, 8, 31)
    assert klant.post(f"{adres}verwijderen/", {"versie": "2"}).status_code == 302
    assert not Reces.objects.exists()


def test_een_vergadering_krijgt_een_dag_voor_de_stukken(griffier: Gebruiker) -> None:
    maak_raadskalender(date(2026, 6, 23))
    rij = Raadsvergadering.objects.get()
    adres, klant = f"/agenda/kalender/vergaderingen/{rij.pk}/", log_in(griffier)
    gegevens = {"datum": "23-6-2026", "soort": "raad", "versie": "1"}
    fout = klant.post(adres, gegevens | {"stukken_uiterlijk": "24-6-2026"})
    assert fouten(fout) == ["De stukken komen voor of op de dag van de vergadering."]
    assert klant.post(adres, gegevens | {"stukken_uiterlijk": "5-6-2026"}).status_code == 302
    assert tabel(klant.get(PAGINA), 0) == [["23 juni 2026 wijzigen", "Raad", "5 juni 2026"]]


def test_een_raadslid_leest_en_verandert_niets() -> None:
    maak_raadskalender(date(2026, 6, 23), op=NU - timedelta(days=1))
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    assert tabel(klant.get(PAGINA), 0) == [["23 juni 2026", "Raad", "volgt uit de kalender"]]
    assert "Voeg vergaderingen toe" not in tekst(klant.get(PAGINA))
    assert klant.post(PAGINA, {"soort": "raad", "dagen": "1-7-2026"}).status_code == 403
    assert tabel(klant.get(PAGINA, {"peildatum": "2026-05-19"}), 0)[0][0] == "23 juni 2026"


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_staat_vast(
    griffier: Gebruiker, django_assert_num_queries: DjangoAssertNumQueries, aantal: int
) -> None:
    maak_raadskalender(*(date(2026, 6, 1) + timedelta(days=dag) for dag in range(aantal)))
    klant = log_in(griffier)
    with django_assert_num_queries(5):
        assert klant.get(PAGINA).status_code == 200
