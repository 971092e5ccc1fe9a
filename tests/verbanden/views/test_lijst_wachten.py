"""A document of many pages is made outside the web worker; the page says how far it is."""

import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_verband
from tests.verbanden.views.test_dashboard import tekst
from verbanden.handelingen import edities

pytestmark = pytest.mark.django_db
PAD = "/lijsten/begroting/2027/1/lijst.pdf"
GEDULD = 60  # seconds


@pytest.fixture
def griffie(client: Client, settings: Any, tmp_path: Path) -> Client:
    settings.DRUK_BUITEN_WEB = True
    settings.OPSLAG = tmp_path
    maak_gemeente()
    wie = maak_gebruiker(Rol.GRIFFIE)
    maak_verband(bestuurlijk_belang="ja", financieel_belang="ja")
    edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
    client.force_login(wie)
    return client


def test_een_concept_wordt_buiten_de_webserver_gemaakt(griffie: Client) -> None:
    eerst = griffie.get(PAD)
    assert (eerst.status_code, eerst["Content-Type"]) == (202, "text/html; charset=utf-8")
    assert "Het document wordt gemaakt Lijst bij de begroting 2027" in tekst(eerst.content)
    stuk = griffie.get(PAD, headers={"HX-Request": "true"})
    assert stuk.status_code == 200
    assert "<html" not in stuk.content.decode()
    klaar = wacht_op(griffie)
    assert klaar["Content-Type"] == "application/pdf"
    assert klaar.content.startswith(b"%PDF")
    door = griffie.get(PAD, headers={"HX-Request": "true"})
    assert door["HX-Redirect"] == PAD


def wacht_op(client: Client) -> Any:
    """Ask until the document is there."""
    einde = time.monotonic() + GEDULD
    while (antwoord := client.get(PAD)).status_code == 202 and time.monotonic() < einde:
        time.sleep(0.5)
    assert antwoord.status_code == 200
    return antwoord
