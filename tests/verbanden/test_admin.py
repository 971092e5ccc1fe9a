"""What the beheerder does in the admin leaves the same traces as everything else."""

from decimal import Decimal

import pytest
from django.test import Client

from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import WACHTWOORD, maak_gebruiker, maak_gemeente, maak_organisatie, maak_risico, maak_verband
from verbanden.models import Organisatie, Samenwerkingsverband

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder() -> Gebruiker:
    """Somebody who may enter the admin."""
    return maak_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def beheer(beheerder: Gebruiker) -> Client:
    """Their beheer."""
    client = Client()
    client.force_login(beheerder)
    return client


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
def test_alleen_de_beheerder_komt_binnen(rol: Rol) -> None:
    client = Client()
    client.force_login(maak_gebruiker(rol))
    assert client.get("/beheer/verbanden/organisatie/").status_code == 302


def test_organisatie_met_versie_geschiedenis_en_gebeurtenis(beheer: Client, beheerder: Gebruiker) -> None:
    rij = maak_organisatie(naam="Oud")
    data = {"naam": "Nieuw", "soort": "bedrijf", "tooi": "", "kvk": "", "inwoners": "", "inwoners_bron": ""}
    assert beheer.post(f"/beheer/verbanden/organisatie/{rij.pk}/change/", data).status_code == 302
    rij.refresh_from_db()
    assert (rij.naam, rij.versie, rij.history.count(), rij.history.first().history_user) == ("Nieuw", 2, 2, beheerder)
    gebeurtenis = Gebeurtenis.objects.get(wat=Handeling.GEWIJZIGD)
    assert (gebeurtenis.wie, gebeurtenis.herkomst) == (beheerder, "beheer")
    assert beheer.post(f"/beheer/verbanden/organisatie/{rij.pk}/delete/", {"post": "yes"}).status_code == 302
    assert (Organisatie.objects.count(), Organisatie.history.first().history_type) == (0, "-")


def test_een_oude_stand_wordt_niet_teruggezet(beheer: Client) -> None:
    rij = maak_organisatie(naam="Oud")
    oud = rij.history.get().history_id
    beheer.post(f"/beheer/verbanden/organisatie/{rij.pk}/history/{oud}/", {"naam": "Terug", "soort": "bedrijf"})
    rij.refresh_from_db()
    assert (rij.naam, rij.versie) == ("Oud", 1)


def test_verband_alleen_weg_als_er_niets_aan_hangt(beheer: Client) -> None:
    vol, leeg = maak_verband(), maak_verband()
    maak_risico(vol)
    for verband in (vol, leeg):
        beheer.post(f"/beheer/verbanden/samenwerkingsverband/{verband.pk}/delete/", {"post": "yes"})
        assert beheer.post(
            f"/beheer/verbanden/samenwerkingsverband/{verband.pk}/change/", {"naam": "x"}
        ).status_code in (403, 302)
    assert list(Samenwerkingsverband.objects.all()) == [vol]
    assert Gebeurtenis.objects.get(wat=Handeling.VERWIJDERD).object_id == leeg.pk


def test_nieuwe_gebruiker(beheer: Client) -> None:
    data = {
        "email": "nieuw@voorbeeld.test",
        "naam": "Nieuw",
        "rol": "griffie",
        "fractie": "",
        "usable_password": "true",
    }
    data |= {"password1": WACHTWOORD, "password2": WACHTWOORD}
    assert beheer.post("/beheer/samenwerkingswijzer/gebruiker/add/", data).status_code == 302
    nieuw = Gebruiker.objects.get(email="nieuw@voorbeeld.test")
    assert nieuw.check_password(WACHTWOORD)
    assert Gebeurtenis.objects.get(wat=Handeling.AANGEMAAKT).object_id == nieuw.pk
    assert beheer.post(f"/beheer/samenwerkingswijzer/gebruiker/{nieuw.pk}/delete/", {"post": "yes"}).status_code == 403


def test_een_gemeente(beheer: Client) -> None:
    maak_gemeente()
    assert beheer.get("/beheer/samenwerkingswijzer/gemeente/add/").status_code == 403
    data = {
        "naam": "Anderstad",
        "tooi": "",
        "inwoners": "10",
        "inwoners_peiljaar": "2026",
        "begrotingstotaal": "",
        "drempel_bijdrage": "10",
        "band_zeggenschap": "12.5",
        "termijn_raadsvragen": "21",
    }
    assert beheer.post("/beheer/samenwerkingswijzer/gemeente/1/change/", data).status_code == 302
    gemeente = maak_gemeente()
    assert (gemeente.naam, gemeente.band_zeggenschap) == ("Anderstad", Decimal("12.5"))


def test_de_beheerder_zet_de_openbare_kant_aan_en_uit(beheer: Client) -> None:
    maak_gemeente()
    pad, vast = (
        "/beheer/samenwerkingswijzer/gemeente/1/change/",
        {"drempel_bijdrage": "10", "termijn_raadsvragen": "30"},
    )
    data = {"naam": "Anderstad", "band_zeggenschap": "10", "openbaar": "on", "contactpagina": "https://stad.example/c"}
    assert Client().get("/openbaar/").status_code == 404
    assert beheer.post(pad, data | vast).status_code == 302
    assert "https://stad.example/c" in Client().get("/openbaar/").content.decode()
    del data["openbaar"]
    assert beheer.post(pad, data | vast).status_code == 302
    assert Client().get("/openbaar/").status_code == 404


@pytest.mark.parametrize("adres", ["http://stad.example/", "stad.example", "javascript:alert(1)", "//stad.example/"])
def test_het_adres_voor_contact_is_volledig(beheer: Client, adres: str) -> None:
    maak_gemeente()
    data = {"naam": "Anderstad", "drempel_bijdrage": "10", "band_zeggenschap": "10", "termijn_raadsvragen": "30"}
    antwoord = beheer.post("/beheer/samenwerkingswijzer/gemeente/1/change/", data | {"contactpagina": adres})
    assert "Vul het hele adres in" in antwoord.content.decode()
    assert maak_gemeente().naam == "Voorbeeldstad"


@pytest.mark.parametrize("band", ["-0.1", "100.1"])
def test_een_band_buiten_de_procenten_wordt_geweigerd(beheer: Client, band: str) -> None:
    maak_gemeente()
    data = {"naam": "Anderstad", "drempel_bijdrage": "10", "band_zeggenschap": band, "termijn_raadsvragen": "30"}
    assert beheer.post("/beheer/samenwerkingswijzer/gemeente/1/change/", data).status_code == 200
    assert maak_gemeente().naam == "Voorbeeldstad"
