"""The mandate beside a step that the law computes: who may answer, and what the answer does to the step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from governance.agenda.lezen import lees as lees_agenda
from governance.agenda.moment import Stapsleutel
from governance.handelingen.stapmomenten import schrijf, toets_mandaat
from governance.models import Stapmoment
from governance.signalering import vind
from samenwerkingswijzer.attendering.catalogus import standaard
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_gebruiker, maak_gemeente, maak_regeling, maak_ronde
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.views.hulp import fouten
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
SLEUTEL = Stapsleutel("begroting", 2027, 1, "begroting_vaststellen")
STAP = "/agenda/momenten/alfa/begroting/2027/1/begroting_vaststellen/"
PAD = f"{STAP}mandaat/"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    alfa = maak_regeling(naam="Alfa", slug="alfa")
    maak_ronde(alfa, vergadering=date(2026, 7, 9))
    maak_belangrijkheid(alfa, mandaat="Tot € 100.000 per jaar.")
    return alfa


@pytest.fixture
def wethouder() -> Gebruiker:
    return maak_gebruiker(Rol.COLLEGE)


def test_een_collegelid_antwoordt_en_dan_komt_het_bij_de_raad(
    verband: Samenwerkingsverband, wethouder: Gebruiker
) -> None:
    client = klant(wethouder)
    assert PAD in client.get(STAP).content.decode()
    woorden = lees(client.get(PAD))
    assert "Tot € 100.000 per jaar." in woorden
    assert "Begroting vaststellen (begroting 2027) Alfa, 9 juli 2026" in woorden
    assert client.post(PAD, {"antwoord": "nee", "versie": ""}).headers["Location"] == PAD
    (moment,) = (een for een in lees_agenda(Peildatum(VANDAAG)).momenten if een.stapsleutel == SLEUTEL)
    assert (moment.rol, moment.buiten_mandaat, moment.van_de_raad) == ("oordeelsvorming", True, True)
    (signaal,) = (
        een
        for een in vind(Peildatum(VANDAAG), {verband.id: verband}, standaard())
        if een.regel.sleutel == "buiten_mandaat"
    )
    assert signaal.url == PAD


def test_een_antwoord_laat_wat_er_geschreven_is_staan(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    schrijf(
        verband=verband, sleutel=SLEUTEL, waarden={"lokale_betekenis": "verzonnen"}, versie=None, door=griffier, op=NU
    )
    client = klant(wethouder)
    botsing = client.post(PAD, {"antwoord": "ja", "versie": ""})
    assert botsing.status_code == 409
    assert "veranderde dit moment intussen" in lees(botsing)
    client.post(PAD, {"antwoord": "ja", "versie": "1"})
    rij = Stapmoment.objects.get()
    assert (rij.mandaat, rij.lokale_betekenis, rij.rol_raad) == ("ja", "verzonnen", "")


def test_zonder_antwoord_of_recht_gebeurt_er_niets(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    assert fouten(klant(wethouder).post(PAD, {"versie": ""}))
    raadslid = klant(maak_gebruiker())
    assert "Bewaar het antwoord" not in lees(raadslid.get(PAD))
    assert raadslid.post(PAD, {"antwoord": "ja"}).status_code == 403
    assert (
        klant(wethouder).get(STAP.replace("begroting_vaststellen", "zienswijze_begroting") + "mandaat/").status_code
        == 404
    )
    assert klant(wethouder).put(PAD).status_code == 405
    with pytest.raises(ValidationError, match="Kies een antwoord"):
        toets_mandaat(verband=verband, sleutel=SLEUTEL, antwoord="onzin", versie=None, door=wethouder, op=NU)
    assert not Stapmoment.objects.exists()


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_staat_vast(
    verband: Samenwerkingsverband,
    wethouder: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for jaar in range(2027, 2027 + aantal - 1):
        maak_ronde(maak_regeling(), jaar, vergadering=date(jaar - 1, 7, 9))
    client = klant(wethouder)
    client.get(PAD)
    with django_assert_num_queries(15):
        client.get(PAD)
