"""Messages on and off: on the own page, and with the link in a message."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenwerkingswijzer.attendering.afmelden import sleutel, van_wie
from samenwerkingswijzer.handelingen.meldingen import wil_weekbericht
from samenwerkingswijzer.models import Gebruiker, Meldingkeuze
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import maak_gebruiker, maak_gemeente

pytestmark = pytest.mark.django_db
PAGINA = "/account/meldingen/"


@pytest.fixture
def gebruiker() -> Gebruiker:
    maak_gemeente()
    return maak_gebruiker(Rol.RAADSLID)


@pytest.fixture
def klant(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def test_iedereen_krijgt_het_bericht_tot_men_het_uitzet(klant: Client, gebruiker: Gebruiker) -> None:
    assert " checked" in klant.get(PAGINA).content.decode()
    assert klant.post(PAGINA).status_code == 302
    assert not wil_weekbericht(gebruiker)
    assert " checked" not in klant.get(PAGINA).content.decode()
    klant.post(PAGINA, {"weekbericht": "aan"})
    klant.post(PAGINA, {"weekbericht": "aan"})
    assert wil_weekbericht(gebruiker)
    assert Meldingkeuze.objects.get().versie == 2


def test_niemand_kiest_voor_een_ander(klant: Client) -> None:
    ander = maak_gebruiker(Rol.GRIFFIE)
    klant.post(PAGINA, {"gebruiker": ander.pk, "gebruiker_id": ander.pk})
    assert wil_weekbericht(ander)


def test_de_link_stopt_het_bericht_pas_na_een_klik(client: Client, gebruiker: Gebruiker) -> None:
    pad = f"{PAGINA}afmelden/{sleutel(gebruiker.pk)}/"
    for _ in range(2):
        assert "Stop het weekbericht" in client.get(pad).content.decode()
    assert client.head(pad).status_code == 200
    assert wil_weekbericht(gebruiker)
    assert "U krijgt geen weekbericht meer" in client.post(pad).content.decode()
    assert not wil_weekbericht(gebruiker)
    assert client.post(pad).status_code == 200
    assert Meldingkeuze.objects.count() == 1
    inhoud = client.get(pad).content.decode()
    assert gebruiker.naam not in inhoud
    assert gebruiker.email not in inhoud


def test_de_link_vraagt_een_bewijs_tegen_vervalsing(gebruiker: Gebruiker) -> None:
    streng = Client(enforce_csrf_checks=True)
    assert streng.post(f"{PAGINA}afmelden/{sleutel(gebruiker.pk)}/").status_code == 403
    assert wil_weekbericht(gebruiker)


@pytest.mark.parametrize("verander", [lambda s: s[:-1], lambda s: f"9{s}", lambda s: s.upper(), lambda s: s + "a"])
def test_een_nagemaakte_link(client: Client, gebruiker: Gebruiker, verander: Any) -> None:
    pad = f"{PAGINA}afmelden/{verander(sleutel(gebruiker.pk))}/"
    assert client.get(pad).status_code == 404
    assert client.post(pad).status_code == 404
    assert wil_weekbericht(gebruiker)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_geen_tekst_is_vanzelf_een_sleutel(tekst: str) -> None:
    assert van_wie(tekst) is None


def test_een_sleutel_is_van_een_gebruiker(gebruiker: Gebruiker) -> None:
    assert van_wie(sleutel(gebruiker.pk)) == gebruiker.pk
    assert sleutel(1) != sleutel(2)


def test_een_sleutel_van_een_ander_zout_werkt_niet(gebruiker: Gebruiker) -> None:
    from django.core.signing import Signer  # noqa: PLC0415

    assert van_wie(Signer(salt="anders", sep=".").sign(str(gebruiker.pk))) is None


def test_een_account_dat_er_niet_is(client: Client, gebruiker: Gebruiker) -> None:
    assert client.get(f"{PAGINA}afmelden/{sleutel(999_999)}/").status_code == 404
