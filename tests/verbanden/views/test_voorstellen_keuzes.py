"""Choices on the page with proposals: carried out as a whole, or refused with everything that was typed."""

import re

import pytest
import time_machine

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_gebruiker, maak_gemeente, maak_verband, maak_voorstel
from tests.verbanden.views.voorstellenpagina import VANDAAG, Formulier, keuzes, pad, tekst
from verbanden.models import Voorstel

pytestmark = pytest.mark.django_db


@pytest.fixture
def portaal(client):
    """A logged-in controller, on a fixed day."""
    maak_gemeente()
    with time_machine.travel(VANDAAG):
        client.force_login(maak_gebruiker(Rol.CONTROLLER))
        yield client


def test_choices_are_carried_out_and_the_rest_stays(portaal):
    verband = maak_verband(naam="Alfa")
    neem = maak_voorstel(verband)
    niet = maak_voorstel(verband, sleutel="doel")
    later = maak_voorstel(verband, sleutel="kvk")
    open_ = maak_voorstel(verband, sleutel="rsin")
    velden = keuzes((neem, "neem", ""), (niet, "niet", "Onze tekst is beter."), (later, "later", "x"), (open_, "", ""))
    antwoord = portaal.post(pad(), velden, follow=True)
    assert antwoord.redirect_chain == [(pad(), 302)]
    assert "Uw keuzes zijn bewaard: 1 overgenomen en 1 niet overgenomen." in tekst(antwoord.content.decode())
    rijen = Voorstel.objects.order_by("id").values_list("status", "reden")
    assert list(rijen) == [("aangenomen", ""), ("afgewezen", "Onze tekst is beter."), ("open", ""), ("open", "")]
    verband.refresh_from_db()
    assert verband.website == "https://register.invalid"
    assert Gebeurtenis.objects.filter(wat__startswith="voorstel_").count() == 2


@pytest.mark.parametrize(
    ("keuze", "reden", "melding"),
    [
        ("niet", "", "Schrijf op waarom u dit niet overneemt."),
        ("niet", "x" * 301, "De reden is te lang: schrijf hoogstens 300 tekens."),
        ("", "Een reden zonder keuze", "Kies of u dit overneemt. U schreef al wel een reden."),
        ("alles", "", "Kies een van de mogelijkheden."),
    ],
)
def test_what_was_typed_stays_when_something_is_wrong(portaal, keuze, reden, melding):
    verband = maak_verband()
    goed = maak_voorstel(verband, sleutel="doel", omschrijving="Doel")
    fout = maak_voorstel(verband)
    antwoord = portaal.post(pad(), keuzes((goed, "niet", "Niet nodig."), (fout, keuze, reden)))
    assert antwoord.status_code == 422
    html = antwoord.content.decode()
    formulier = Formulier(html)
    gekozen = [f"keuze-{goed.id}-niet"] + ([f"keuze-{fout.id}-niet"] if keuze == "niet" else [])
    assert sorted(formulier.gekozen) == sorted(gekozen)
    redenen = [formulier.invoer[f"reden-{voorstel.id}"]["value"] for voorstel in (goed, fout)]
    assert redenen == ["Niet nodig.", reden]
    anker = re.search(r'<ul class="sw-errors__list">\s*<li><a href="#([^"]+)">([^<]+)</a></li>\s*</ul>', html)
    assert anker
    assert (anker[1] in formulier.ids, anker[2]) == (True, f"Website: {melding}")
    assert Voorstel.objects.open().count() == 2


def test_choosing_nothing_is_said(portaal):
    voorstel = maak_voorstel(maak_verband())
    for velden in ({}, keuzes((voorstel, "", "")), keuzes((voorstel, "later", ""))):
        antwoord = portaal.post(pad(), velden)
        assert antwoord.status_code == 422
        assert "Kies bij minstens één voorstel wat u ermee doet." in tekst(antwoord.content.decode())


def test_somebody_else_was_first(portaal):
    voorstel = maak_voorstel(maak_verband())
    voorstel.status, voorstel.besluit_op = "afgewezen", NU
    bewaar(voorstel, door=None, op=NU)
    antwoord = portaal.post(pad(), {f"versie-{voorstel.id}": "1", f"keuze-{voorstel.id}": "neem"})
    assert antwoord.status_code == 422
    assert "Over dit voorstel is al besloten: afgewezen." in tekst(antwoord.content.decode())


def test_the_portal_changed_meanwhile(portaal):
    verband = maak_verband()
    voorstel = maak_voorstel(verband)
    verband.website = "https://intussen.invalid"
    bewaar(verband, door=None, op=NU)
    antwoord = portaal.post(pad(), keuzes((voorstel, "neem", "")))
    assert antwoord.status_code == 422
    assert "Intussen staat in het portaal: https://intussen.invalid." in tekst(antwoord.content.decode())


def test_another_ones_proposal_is_forbidden_and_nothing_of_the_batch_goes(client):
    eigen = maak_verband()
    van_mij, van_ander = maak_voorstel(eigen), maak_voorstel(maak_verband())
    client.force_login(maak_accounthouder(eigen))
    with time_machine.travel(VANDAAG):
        antwoord = client.post(pad(), keuzes((van_mij, "neem", ""), (van_ander, "neem", "")))
    assert antwoord.status_code == 403
    assert Voorstel.objects.open().count() == 2


@pytest.mark.parametrize(
    "velden",
    [
        {"versie-x": "1", "keuze-x": "neem"},
        {"versie-99999999999999999999": "1", "keuze-99999999999999999999": "neem"},
        {"versie-²": "1", "keuze-²": "neem"},
        {"versie--1": "1", "keuze--1": "neem"},
        {"versie-123456": "1", "keuze-123456": "neem"},
        {"versie-9223372036854775807": "x", "keuze-9223372036854775807": "niet"},
    ],
)
def test_nonsense_is_a_clear_refusal(portaal, velden):
    maak_voorstel(maak_verband())
    assert portaal.post(pad(), velden).status_code == 422
    assert Voorstel.objects.open().count() == 1


def test_a_stale_or_missing_version_decides_nothing(portaal):
    voorstel = maak_voorstel(maak_verband())
    for versie in ("", "0", "2", "een", "9" * 30):
        velden = {f"versie-{voorstel.id}": versie, f"keuze-{voorstel.id}": "neem"}
        assert portaal.post(pad(), velden).status_code == 422
    assert Voorstel.objects.open().count() == 1


def test_form_and_typed_text_are_escaped(portaal):
    voorstel = maak_voorstel(maak_verband())
    antwoord = portaal.post(pad(), keuzes((voorstel, '"><b>', '"><script>x</script>')))
    assert antwoord.status_code == 422
    assert "<script>x" not in antwoord.content.decode()
