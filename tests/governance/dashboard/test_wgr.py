"""What the dashboard of a regeling says of its Wgr-check."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_verband, maak_wgrpunt
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_overzicht import tekst
from verbanden.models import Vorm

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid() -> Client:
    maak_gemeente(NU - timedelta(days=1))
    return log_in(maak_gebruiker(Rol.RAADSLID))


def test_het_dashboard_zegt_hoeveel_er_geregeld_is(raadslid: Client) -> None:
    verband = maak_verband(slug="dienst")
    maak_wgrpunt(verband, "evaluatie", artikel="artikel 14")
    maak_wgrpunt(verband, "participatie", "niet_geregeld")
    antwoord = raadslid.get("/verbanden/dienst/")
    woorden = tekst(antwoord)
    assert (
        "Wgr-check: 1 van 7 onderwerpen geregeld Onderwerp Stand Artikel Zienswijze op andere besluiten Onbekend"
        in woorden
    )
    assert "Evaluatie van de regeling Geregeld artikel 14 Uittreding Onbekend" in woorden
    assert "1 niet geregeld, 5 nog onbekend. De hele Wgr-check" in woorden
    assert 'href="/wgr-check/#regeling-dienst"' in antwoord.content.decode()
    assert 'id="regeling-dienst"' in raadslid.get("/wgr-check/").content.decode()


def test_het_dashboard_van_een_ander_verband_zwijgt_erover(raadslid: Client) -> None:
    verband = maak_verband(vorm=Vorm.STICHTING)
    assert "Wgr-check" not in raadslid.get(verband.get_absolute_url()).content.decode()


def test_alles_geregeld_zegt_dat_ook(raadslid: Client) -> None:
    verband = maak_verband(vorm=Vorm.REGELING_ZONDER_MEER)
    for onderwerp in ("zienswijze_besluiten", "participatie", "evaluatie", "uittreding", "informatieplicht"):
        maak_wgrpunt(verband, onderwerp)
    woorden = tekst(raadslid.get(verband.get_absolute_url()))
    assert "Wgr-check: 5 van 5 onderwerpen geregeld" in woorden
    assert "Alles wat telt is geregeld. De hele Wgr-check" in woorden
