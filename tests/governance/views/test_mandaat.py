"""The mandate of the college: on the start page, and a moment that falls outside it comes to the raad."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from pytest_django import DjangoAssertNumQueries

from governance.handelingen.momenten import toets_mandaat
from governance.models import Moment
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_gebruiker,
    maak_gemeente,
    maak_portefeuille,
    maak_verband,
)
from tests.governance.sessie.opzet import zaal
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.views.hulp import fouten
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
MANDAAT = "Tot € 100.000 per jaar."


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


@pytest.fixture
def wethouder() -> Gebruiker:
    return maak_gebruiker(Rol.COLLEGE)


@pytest.fixture
def verband(wethouder: Gebruiker) -> Samenwerkingsverband:
    portefeuille = maak_portefeuille(naam="Zorg", gebruiker=wethouder)
    verband = maak_verband(NU, naam="Jeugdkring", slug="jeugdkring", portefeuille=portefeuille)
    maak_belangrijkheid(verband, mandaat=MANDAAT, voorwaarden="Een groot tekort.")
    return verband


def moment(verband: Samenwerkingsverband, **velden: Any) -> Moment:
    vast = {"datum": date(2026, 7, 1), "wie": Moment.Wie.BESTUUR, "titel": "Begroting", **velden}
    rij = Moment(verband=verband, **vast)
    bewaar(rij, door=None, op=NU)
    return rij


def test_de_startpagina_toont_ruimte_en_wat_te_toetsen_is(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    maak_verband(NU, naam="Van een ander")
    te_toetsen = moment(verband)
    moment(verband, titel="Al getoetst", mandaat="ja")
    moment(verband, titel="Voorbij", datum=VANDAAG - timedelta(days=1))
    moment(verband, titel="Van de raad", wie=Moment.Wie.RAAD)
    antwoord = klant(wethouder).get("/")
    woorden, inhoud = lees(antwoord), antwoord.content.decode()
    assert "Uw portefeuille: zorg. 1 verband." in woorden
    assert MANDAAT in woorden
    assert "Een groot tekort." in woorden
    assert "Van een ander" not in woorden
    toetsen = woorden.split("Past dit binnen uw mandaat?")[1]
    assert "Begroting Jeugdkring, 1 juli 2026" in toetsen
    assert not any(titel in toetsen for titel in ("Al getoetst", "Voorbij", "Van de raad"))
    assert f'href="/momenten/{te_toetsen.pk}/mandaat/"' in inhoud


def test_een_collegelid_zonder_portefeuille_leest_wat_er_mist() -> None:
    assert "U heeft nog geen portefeuille in het portaal." in lees(klant(maak_gebruiker(Rol.COLLEGE)).get("/"))


def test_wie_moet_scoren_ziet_dat_op_de_startpagina() -> None:
    z = zaal().open()
    assert f"/belangrijkheid/{z.sessie.pk}/scoren/" in klant(z.college[0]).get("/").content.decode()
    assert "scoren/" not in klant(maak_gebruiker(Rol.COLLEGE)).get("/").content.decode()


def test_nee_brengt_het_moment_bij_de_raad(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    rij = moment(verband)
    client, adres = klant(wethouder), f"/momenten/{rij.pk}/mandaat/"
    assert MANDAAT in lees(client.get(adres))
    assert fouten(client.post(adres)) == ["Past dit binnen het mandaat?: Kies een antwoord."]
    assert client.post(adres, {"antwoord": "nee", "versie": "1"}).status_code == 302
    rij.refresh_from_db()
    assert (rij.mandaat, rij.rol_raad) == ("nee", "oordeelsvorming")
    griffie = lees(klant(maak_gebruiker(Rol.GRIFFIE)).get("/"))
    assert "'Begroting' van Jeugdkring op 1 juli 2026 valt buiten het mandaat van het college." in griffie


def test_wie_al_besluit_blijft_besluiten(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    rij = moment(verband, rol_raad="besluitvorming")
    toets_mandaat(moment=rij, antwoord="nee", versie=1, door=wethouder, op=NU)
    rij.refresh_from_db()
    assert rij.rol_raad == "besluitvorming"


def test_een_ander_antwoord_tussendoor_gaat_niet_verloren(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    rij = moment(verband)
    toets_mandaat(moment=rij, antwoord="nee", versie=1, door=wethouder, op=NU)
    antwoord = klant(wethouder).post(f"/momenten/{rij.pk}/mandaat/", {"antwoord": "ja", "versie": "1"})
    assert antwoord.status_code == 409
    rij.refresh_from_db()
    assert rij.mandaat == "nee"


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_wie_niet_toetst(rol: Rol, verband: Samenwerkingsverband) -> None:
    rij, wie = moment(verband), maak_gebruiker(rol)
    with pytest.raises(PermissionDenied):
        toets_mandaat(moment=rij, antwoord="ja", versie=1, door=wie, op=NU)
    assert "Bewaar het antwoord" not in klant(wie).get(f"/momenten/{rij.pk}/mandaat/").content.decode()


def test_een_verzonnen_antwoord_wordt_geweigerd(verband: Samenwerkingsverband, wethouder: Gebruiker) -> None:
    with pytest.raises(ValidationError):
        toets_mandaat(moment=moment(verband), antwoord="misschien", versie=1, door=wethouder, op=NU)


def test_de_database_houdt_buiten_mandaat_bij_de_raad(verband: Samenwerkingsverband) -> None:
    rij = moment(verband)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("UPDATE governance_moment SET mandaat = 'nee', rol_raad = 'informeren' WHERE id = %s", [rij.pk])


def test_de_accounthouder_antwoordt_bij_het_bewerken(verband: Samenwerkingsverband) -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    maak_accounthouder(verband, houder)
    velden = {"datum": "1-7-2026", "wie": "bestuur", "titel": "Begroting", "mandaat": "nee", "rol_raad": "informeren"}
    velden |= {"soort": "anders", "status": "gepland"}
    assert klant(houder).post("/verbanden/jeugdkring/bewerken/momenten/nieuw/", velden).status_code == 302
    rij = Moment.objects.get()
    assert (rij.mandaat, rij.rol_raad) == ("nee", "oordeelsvorming")


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    wethouder = maak_gebruiker(Rol.COLLEGE)
    portefeuille = maak_portefeuille(naam="Zorg", gebruiker=wethouder)
    for _ in range(aantal):
        verband = maak_verband(NU, portefeuille=portefeuille)
        maak_belangrijkheid(verband, mandaat=MANDAAT)
        moment(verband)
    client = klant(wethouder)
    client.get("/belangrijkheid/")
    with django_assert_num_queries(51):
        assert client.get("/").status_code == 200
