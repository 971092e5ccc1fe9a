"""The page with proposals: what it shows, to whom, on which day, at what cost."""

import re
from datetime import date

import pytest
import time_machine

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_verband, maak_voorstel
from tests.verbanden.views.voorstellenpagina import VANDAAG, Formulier, groepen, keuzes, pad, tekst
from verbanden.models import Voorstel

pytestmark = pytest.mark.django_db
KWAAD = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "javascript:alert(1)"]


@pytest.fixture
def portaal(client):
    """A logged-in controller, on a fixed day."""
    maak_gemeente()
    with time_machine.travel(VANDAAG):
        client.force_login(maak_gebruiker(Rol.CONTROLLER))
        yield client


def test_the_page_shows_both_sides_per_partnership(portaal):
    beta = maak_verband(naam="Beta", roo_gewijzigd_op=date(2026, 2, 2), roo_geverifieerd_op=date(2024, 5, 20))
    alfa = maak_verband(naam="alfa")
    maak_voorstel(beta)
    maak_voorstel(beta, sleutel="doel", omschrijving="Doel", nu="Samen.", register="Samen sterk.", waarde={})
    maak_voorstel(alfa)
    maak_voorstel(None, soort="nieuw", sleutel="7", omschrijving="Verzinsel", register="Stichting", waarde={})
    maak_voorstel(alfa, sleutel="kvk", status="afgewezen", besluit_op=NU)
    antwoord = portaal.get(pad())
    website = ("Website", "staat er niet", "https://register.invalid Open https://register.invalid")
    assert groepen(antwoord) == [
        ("alfa", [website], True),
        ("Beta", [website, ("Doel", "Samen.", "Samen sterk.")], True),
        ("Nieuwe verbanden", [("Verzinsel", "staat er niet", "Stichting")], True),
    ]
    woorden = tekst(antwoord.content.decode())
    assert "4 voorstellen, waarvan u er 4 kunt beoordelen. Gelezen is het register van 16 mei 2026." in woorden
    assert "In het register gewijzigd op 2 februari 2026, gecontroleerd op 20 mei 2024 (2 jaar geleden)" in woorden


def test_no_proposals(portaal):
    antwoord = portaal.get(pad())
    assert groepen(antwoord) == []
    assert "Er zijn geen voorstellen." in tekst(antwoord.content.decode())


def test_an_account_holder_sees_own_first_and_decides_there_only(client):
    maak_gemeente()
    ander, eigen = maak_verband(naam="Aaa"), maak_verband(naam="Zzz")
    houder = maak_accounthouder(eigen)
    naam = maak_accounthouder(ander).naam
    for verband in (ander, eigen):
        maak_voorstel(verband)
    maak_voorstel(None, soort="nieuw", sleutel="7")
    client.force_login(houder)
    with time_machine.travel(VANDAAG):
        antwoord = client.get(pad())
    assert [(kop, mag) for kop, _, mag in groepen(antwoord)] == [
        ("Zzz", True),
        ("Aaa", False),
        ("Nieuwe verbanden", False),
    ]
    woorden = tekst(antwoord.content.decode())
    assert f"Aan zet: {naam}." in woorden
    assert "Aan zet: de concerncontroller of de beheerder." in woorden


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE])
def test_others_read(client, rol):
    voorstel = maak_voorstel(maak_verband())
    client.force_login(maak_gebruiker(rol))
    assert [mag for *_, mag in groepen(client.get(pad()))] == [False]
    assert client.post(pad(), keuzes((voorstel, "neem", ""))).status_code == 403
    assert Voorstel.objects.open().count() == 1


def test_a_stranger_must_log_in(client):
    assert client.get(pad()).status_code == 302


@pytest.mark.parametrize("methode", ["put", "patch", "delete"])
def test_other_methods_are_refused(portaal, methode):
    assert getattr(portaal, methode)(pad()).status_code == 405


def test_nothing_is_chosen_beforehand_and_every_input_has_its_label(portaal):
    verband = maak_verband()
    maak_voorstel(verband)
    maak_voorstel(verband, sleutel="doel", omschrijving="Doel")
    formulier = Formulier(portaal.get(pad()).content.decode())
    zichtbaar = [sleutel for sleutel, velden in formulier.invoer.items() if velden["type"] != "hidden"]
    assert formulier.gekozen == []
    assert len(formulier.ids) == len(set(formulier.ids))
    assert set(zichtbaar) <= set(formulier.verwijzingen) <= set(formulier.ids)


def test_in_the_past_one_reads_what_was_open_then(portaal):
    verband = maak_verband(naam="Toen")
    voorstel = maak_voorstel(verband)
    bewaar(voorstel, door=None, op=NU)
    verband.naam = "Nu"
    bewaar(verband, door=None, op=VANDAAG)
    portaal.post(pad(), keuzes((voorstel, "neem", "")))
    assert groepen(portaal.get(pad())) == []
    toen = portaal.get(pad(), {"peildatum": NU.date().isoformat()})
    assert [(kop, len(rijen), mag) for kop, rijen, mag in groepen(toen)] == [("Toen", 1, False)]
    assert portaal.post(pad(), keuzes((voorstel, "neem", ""))).status_code == 403
    assert groepen(portaal.get(pad(), {"peildatum": "2026-05-01"})) == []


@pytest.mark.parametrize("kwaad", KWAAD)
def test_texts_of_the_register_are_only_text(portaal, kwaad):
    verband = maak_verband(naam=f"Verband {kwaad}")
    maak_voorstel(verband, omschrijving=kwaad, nu=kwaad, register=kwaad, waarde={"register": kwaad})
    maak_voorstel(verband, soort="verwijzing", sleutel="x", register=kwaad, waarde={"register": {"url": kwaad}})
    antwoord = portaal.get(pad())
    html = antwoord.content.decode()
    assert [rijen for _, rijen, _ in groepen(antwoord)] == [
        [(tekst_van(kwaad),) * 3, ("Website", "staat er niet", tekst_van(kwaad))]
    ]
    assert "<script>alert" not in html
    assert "<img" not in html
    assert not re.search(r'href="(?!https?://|/|#)', html.split("<main", 1)[1])


def tekst_van(kwaad: str) -> str:
    """The text as it reads on the page: nothing of it became markup."""
    return " ".join(kwaad.split())


@pytest.mark.parametrize("rol", [Rol.CONTROLLER, Rol.ACCOUNTHOUDER])
@pytest.mark.parametrize("peildatum", ["", "2026-05-21"])
def test_the_page_costs_the_same_for_one_and_for_many(client, rol, peildatum, django_assert_num_queries):
    maak_gemeente()
    client.force_login(maak_gebruiker(rol))
    with time_machine.travel(VANDAAG):
        client.get(pad(), {"peildatum": peildatum})
        eerste, gemaakt = maak_verband(), 0
        for aantal in (1, 3, 25):
            for nummer in range(gemaakt, aantal):
                verband = maak_verband()
                maak_accounthouder(verband)
                maak_voorstel(verband)
                maak_voorstel(eerste, sleutel=f"veld-{nummer}")
                maak_voorstel(None, soort="nieuw", sleutel=str(nummer))
            gemaakt = aantal
            with django_assert_num_queries(AANTAL_VRAGEN):
                antwoord = client.get(pad())
            assert len(groepen(antwoord)) == aantal + 2


AANTAL_VRAGEN = 7  # session, user, municipality, proposals, partnerships, account holders and their names
