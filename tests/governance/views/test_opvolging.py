"""From a Wgr-check, our say, a raadsvraag or a decision to the ontwikkelagenda: one click, and a way back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Ontwikkelpunt
from governance.models import Sessiestatus
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_verband, maak_wgrpunt
from tests.governance.sessie.opzet import zaal
from tests.governance.sessie.scherm import klant, lees
from tests.governance.views.test_zeggenschap import PRINCIPE, met_partners
from tests.governance.zienswijze.opzet import maak_raadsvraag
from verbanden.models import Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
KNOP = "Zet op de ontwikkelagenda"
Plek = tuple[Samenwerkingsverband, str, str]


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU + timedelta(minutes=10), tick=False):
        maak_gemeente(GISTEREN)
        yield


def wgr() -> Plek:
    verband = maak_verband(GISTEREN, slug="kring")
    maak_wgrpunt(verband, "evaluatie", "niet_geregeld", op=GISTEREN)
    return verband, "/verbanden/kring/wgr-check/", "wgr:evaluatie"


def zeggenschap() -> Plek:
    verband = met_partners("Kring", [60, 20, 20], PRINCIPE.GEWOGEN, op=GISTEREN)
    return verband, f"/verbanden/{verband.slug}/zeggenschap/", "zeggenschap:kosten"


def raadsvraag() -> Plek:
    vraag = maak_raadsvraag(maak_verband(GISTEREN), op=GISTEREN, onderwerp="Wachttijd")
    return vraag.verband, f"/raadsvragen/{vraag.pk}/", f"raadsvraag:{vraag.pk}"


def sessie() -> Plek:
    z = zaal(verbanden=1).tot(Sessiestatus.VASTGESTELD)
    return z.rijen[0].verband, f"/belangrijkheid/{z.sessie.pk}/", f"sessie:{z.sessie.pk}"


def knoppen(antwoord: Any) -> list[dict[str, str]]:
    """What the buttons on this page would send."""
    stukken = antwoord.content.decode().split('class="sw-opvolg"')[1:]
    return [dict(re.findall(r'name="(titel|herkomst)" value="([^"]+)"', een.split("</form>")[0])) for een in stukken]


@pytest.mark.parametrize("maak", [wgr, zeggenschap, raadsvraag, sessie])
def test_een_klik_en_een_weg_terug(maak: Callable[[], Plek]) -> None:
    verband, pad, gat = maak()
    agenda = f"/verbanden/{verband.slug}/ontwikkelagenda/"
    houder, lid = klant(maak_accounthouder(verband)), klant(maak_gebruiker(Rol.RAADSLID))
    vreemd = klant(maak_gebruiker(Rol.ACCOUNTHOUDER))
    (gestuurd,) = [knop for knop in knoppen(houder.get(pad)) if knop["herkomst"] == gat]
    for wie in (lid, vreemd):
        assert KNOP not in lees(wie.get(pad))
        assert wie.post(agenda, gestuurd).status_code == 403
    for _ in range(2):  # an impatient second click makes no second item
        antwoord = houder.post(agenda, gestuurd)
        assert (antwoord.status_code, antwoord["Location"]) == (302, pad)
    punt = Ontwikkelpunt.objects.get()
    assert (punt.herkomst, punt.titel, punt.verband) == (gat, gestuurd["titel"], verband)
    for wie in (lid, houder):
        inhoud = wie.get(pad).content.decode()
        assert (f'href="{agenda}"' in inhoud, ": voorgesteld" in inhoud) == (True, True)
    assert gat not in [knop["herkomst"] for knop in knoppen(houder.get(pad))]
    assert f'href="{pad}"' in lid.get(agenda).content.decode()
    assert f'href="{pad}"' in lid.get("/ontwikkelagenda/").content.decode()


@pytest.mark.parametrize("maak", [wgr, zeggenschap, raadsvraag])
def test_in_het_verleden_staat_er_geen_knop(maak: Callable[[], Plek]) -> None:
    verband, pad, gat = maak()
    controller, toen = klant(maak_gebruiker(Rol.CONTROLLER)), f"?peildatum={GISTEREN.date()}"
    assert knoppen(controller.get(pad))
    assert knoppen(controller.get(pad + toen)) == []
    agenda = f"/verbanden/{verband.slug}/ontwikkelagenda/{toen}"
    controller.post(agenda, {"titel": "Iets", "herkomst": gat})
    assert Ontwikkelpunt.objects.count() == 0


def test_een_besluit_dat_nog_niet_is_vastgesteld_staat_niet_op_de_agenda() -> None:
    z = zaal().tot(Sessiestatus.BESPREKEN).besluit()
    assert knoppen(klant(maak_gebruiker(Rol.CONTROLLER)).get(f"/belangrijkheid/{z.sessie.pk}/")) == []


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal_verbanden(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    z = zaal(verbanden=aantal).tot(Sessiestatus.VASTGESTELD)
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    for rij in z.rijen:
        maak_accounthouder(rij.verband, houder)
    client, pad = klant(houder), f"/belangrijkheid/{z.sessie.pk}/"
    client.get(pad)
    with django_assert_num_queries(14):
        assert len(knoppen(client.get(pad))) == aantal


def test_de_wgr_check_van_een_verband(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    verband = maak_verband(GISTEREN, slug="kring", vorm=Vorm.REGELING_ZONDER_MEER)
    maak_wgrpunt(verband, "uittreding", artikel="artikel 2", op=GISTEREN)
    maak_verband(GISTEREN, slug="netwerk", vorm=Vorm.NETWERK)
    client: Client = klant(maak_gebruiker(Rol.RAADSLID))
    with django_assert_num_queries(6):
        woorden = lees(client.get("/verbanden/kring/wgr-check/"))
    assert "1 van 5 onderwerpen geregeld" in woorden
    assert "Geregeld artikel 2" in woorden
    assert "staat nog niet op de ontwikkelagenda" in woorden
    assert client.get("/verbanden/netwerk/wgr-check/").status_code == 404
    assert "golden deze regels nog niet" not in woorden
    assert client.post("/verbanden/kring/wgr-check/").status_code == 405
