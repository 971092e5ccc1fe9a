"""One click into the demo; outside the demo there is nothing to click."""

import pytest
from django.contrib.auth import get_user

from samenwerkingswijzer.demo import Demoaccount, demo_accounts
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol

pytestmark = pytest.mark.django_db

URL = "/demo/inloggen/"


@pytest.fixture
def accounts() -> list[Gebruiker]:
    """Three example accounts, one of them closed, and a real-looking one."""
    maak = Gebruiker.objects.create_user
    return [
        maak("griffier@proef.example", naam="Griffier", rol=Rol.GRIFFIE),
        maak("raadslid@proef.example", naam="Raadslid", rol=Rol.RAADSLID, fractie="A"),
        maak("oud@proef.example", naam="Oud-griffier", rol=Rol.GRIFFIE, is_active=False),
        maak("beheerder@gemeente.test", naam="Beheerder", rol=Rol.BEHEERDER),
    ]


def test_de_lijst_noemt_alleen_open_voorbeeldaccounts_op_volgorde_van_rol(settings, accounts):
    settings.DEMO = True
    assert demo_accounts() == [
        Demoaccount("raadslid@proef.example", "Raadslid", "Raadslid"),
        Demoaccount("griffier@proef.example", "Griffier", "Griffie"),
    ]


def test_buiten_de_demo_is_de_lijst_leeg_zonder_vraag_aan_de_database(settings, accounts, django_assert_num_queries):
    settings.DEMO = False
    with django_assert_num_queries(0):
        assert demo_accounts() == []


def test_een_klik_logt_in_en_gaat_naar_de_start(settings, accounts, client):
    settings.DEMO = True
    antwoord = client.post(URL, {"email": "Griffier@proef.example"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")
    assert get_user(client).get_username() == "griffier@proef.example"


@pytest.mark.parametrize("email", ["", "oud@proef.example", "beheerder@gemeente.test", "niemand@proef.example"])
def test_een_ander_adres_komt_er_niet_in(settings, accounts, client, email):
    settings.DEMO = True
    assert client.post(URL, {"email": email}).status_code == 404
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("methode", ["get", "head", "put", "delete"])
def test_alleen_post(settings, client, methode):
    settings.DEMO = True
    antwoord = getattr(client, methode)(URL)
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")


@pytest.mark.parametrize("methode", ["get", "post"])
def test_buiten_de_demo_bestaat_de_pagina_niet(settings, accounts, client, methode):
    settings.DEMO = False
    assert getattr(client, methode)(URL, {"email": "griffier@proef.example"}).status_code == 404
    assert not get_user(client).is_authenticated
