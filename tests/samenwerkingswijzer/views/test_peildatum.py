import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_verband

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def op_de_dag() -> object:
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def lezer(client: Client) -> Client:
    maak_gemeente()
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


@pytest.mark.parametrize(
    ("terug", "doel"),
    [
        ("/verbanden/", "/verbanden/?peildatum=2026-03-01"),
        ("/verbanden/?peildatum=2026-01-01&zoek=x", "/verbanden/?peildatum=2026-03-01&zoek=x"),
        ("", "/?peildatum=2026-03-01"),
        ("https://elders.test/", "/?peildatum=2026-03-01"),
        ("//elders.test/", "/?peildatum=2026-03-01"),
        ("/\\elders.test/", "/?peildatum=2026-03-01"),
        ("javascript:alert(1)", "/?peildatum=2026-03-01"),
    ],
)
def test_een_gekozen_dag_brengt_u_terug_binnen_het_portaal(lezer: Client, terug: str, doel: str) -> None:
    antwoord = lezer.get(reverse("peildatum"), {"dag": "1-3-2026", "terug": terug})
    assert (antwoord.status_code, antwoord["Location"]) == (302, doel)


def test_vandaag_kiezen_is_terug_naar_nu(lezer: Client) -> None:
    antwoord = lezer.get(reverse("peildatum"), {"dag": "20-5-2026", "terug": "/verbanden/"})
    assert antwoord["Location"] == "/verbanden/?peildatum="


@pytest.mark.parametrize("dag", ["morgen", "31-2-2026", "21-5-2026", "1-1-1800", ""])
def test_een_onmogelijke_dag_houdt_wat_u_typte(lezer: Client, dag: str) -> None:
    antwoord = lezer.get(reverse("peildatum"), {"dag": dag})
    assert antwoord.status_code == 400
    assert f'value="{dag}"' in antwoord.content.decode() or not dag
    assert "De peildatum is niet veranderd." in antwoord.content.decode()


def test_de_dag_blijft_onthouden_en_gaat_weer_weg(lezer: Client) -> None:
    verband = maak_verband(op=NU.replace(month=1))
    adres = verband.get_absolute_url()
    assert "U kijkt naar 1 maart 2026" in lezer.get(adres, {"peildatum": "2026-03-01"}).content.decode()
    assert "U kijkt naar 1 maart 2026" in lezer.get(adres).content.decode()
    assert "U kijkt naar" not in lezer.get(adres, {"peildatum": ""}).content.decode()
    assert "U kijkt naar" not in lezer.get(adres).content.decode()


@pytest.mark.parametrize("dag", ["x", "2026-13-01", "2027-01-01", "0001-01-01", "2026-03-01T00:00"])
def test_een_kapot_adres_geeft_een_duidelijke_400(lezer: Client, dag: str) -> None:
    antwoord = lezer.get("/verbanden/", {"peildatum": dag})
    assert antwoord.status_code == 400
    assert "peildatum" in antwoord.content.decode()
    assert lezer.get("/verbanden/").status_code == 200
