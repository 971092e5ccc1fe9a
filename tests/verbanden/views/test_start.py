import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from governance.models import Moment
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_gebruiker,
    maak_gemeente,
    maak_stand,
    maak_verband,
)
from tests.verbanden.views.test_dashboard import tekst

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def op_de_dag() -> object:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        yield


def maak_moment(verband: Any, over: int, wie: str = "raad", **velden: Any) -> Moment:
    moment = Moment(verband=verband, datum=VANDAAG + timedelta(days=over), wie=wie, titel=f"Stap {over}", **velden)
    bewaar(moment, door=None, op=NU)
    return moment


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.CONTROLLER, Rol.BEHEERDER])
def test_wie_leest_begint_op_het_overzicht(client: Client, rol: Rol) -> None:
    client.force_login(maak_gebruiker(rol))
    antwoord = client.get("/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/verbanden/")


def test_een_accounthouder_ziet_alleen_de_eigen_verbanden_en_wat_ontbreekt(client: Client) -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    eigen, ander = maak_verband(naam="Van mij"), maak_verband(naam="Van een ander")
    maak_accounthouder(eigen, houder)
    maak_accounthouder(ander)
    maak_stand(eigen, datum=date(2026, 5, 18))
    maak_moment(eigen, 9, uiterlijk=date(2026, 6, 5))
    maak_moment(ander, 3)
    client.force_login(houder)
    pagina = client.get("/").content.decode()
    woorden = tekst(pagina.encode())
    assert "Van een ander" not in woorden
    assert "29 mei vrijdag, over 9 dagen Van mij Raad: Stap 9. Uiterlijk 5 juni 2026." in woorden
    assert "Op koers 2 dagen oud" in woorden
    links = re.findall(r'<a class="utrecht-link" href="([^"]+)">Resultaat over 2027', pagina)
    assert links == [f"/verbanden/{eigen.slug}/bewerken/cijfers/2027/#id_resultaat-resultaat"]


def test_zonder_verbanden_staat_er_wie_ze_toewijst(client: Client) -> None:
    client.force_login(maak_gebruiker(Rol.ACCOUNTHOUDER))
    assert "U bent nog geen accounthouder van een verband." in tekst(client.get("/").content)


def test_de_griffie_ziet_de_momenten_van_de_raad_en_wat_nog_geen_klasse_heeft(client: Client) -> None:
    met, zonder = maak_verband(naam="Met klasse"), maak_verband(naam="Zonder klasse")
    maak_belangrijkheid(met)
    maak_moment(met, 4, wie="college")
    maak_moment(met, 5)
    client.force_login(maak_gebruiker(Rol.GRIFFIE))
    pagina = client.get("/").content.decode()
    woorden = tekst(pagina.encode())
    assert "Eerst: Met klasse op 25 mei." in woorden
    assert "Stap 4" not in woorden
    assert re.findall(r'/verbanden/([^/]+)/bewerken/belangrijkheid/"', pagina) == [zonder.slug]


@pytest.mark.parametrize(("rol", "vragen"), [(Rol.ACCOUNTHOUDER, 67), (Rol.GRIFFIE, 66)])
def test_het_aantal_vragen_aan_de_database_groeit_niet(
    client: Client, django_assert_num_queries: Any, rol: Rol, vragen: int
) -> None:
    wie = maak_gebruiker(rol)
    client.force_login(wie)
    gemaakt = 0
    for aantal in (1, 3, 25):
        while gemaakt < aantal:
            verband = maak_verband()
            maak_accounthouder(verband, wie if rol is Rol.ACCOUNTHOUDER else None)
            maak_stand(verband)
            maak_moment(verband, 5 + gemaakt)
            gemaakt += 1
        with django_assert_num_queries(vragen):
            client.get("/")


def test_in_het_verleden_is_er_niets_om_te_bewerken(client: Client) -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    verband = maak_verband(op=NU - timedelta(days=9))
    maak_accounthouder(verband, houder, op=NU - timedelta(days=9))
    client.force_login(houder)
    pagina = client.get("/", {"peildatum": "2026-05-15"}).content.decode()
    assert "/bewerken/" not in pagina
    assert "Resultaat over 2027" in pagina
