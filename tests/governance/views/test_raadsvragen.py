"""Questions of the raad on the screen: asking, answering, the list with its filters, and what is over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from governance.models import Raadsvraag, Relevantie
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_afwegingskader, maak_gebruiker, maak_gemeente, maak_verband
from tests.governance.sessie.scherm import klant, lees
from tests.governance.zienswijze.opzet import maak_raadsvraag
from tests.verbanden.views.hulp import fouten, velden
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
VROEGER = NU - timedelta(days=40)
NIEUW = "/verbanden/jeugdkring/raadsvragen/nieuw/"
VRAAG = {"onderwerp": "Wachttijd", "vraag": "Hoe lang wacht men?"}
PUNT = {"politiek_punt": "Snel of grondig."}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=90))
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(VROEGER, naam="Jeugdkring", slug="jeugdkring")


@pytest.fixture
def lid() -> Gebruiker:
    return maak_gebruiker(Rol.RAADSLID, naam="Raadslid fractie Q", fractie="Q")


def stuur(client: Client, adres: str, **anders: Any) -> Any:
    return client.post(adres, {**velden(client.get(adres)), **{naam: [w] for naam, w in anders.items()}})


def test_asked_and_answered(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    client, houder = klant(lid), klant(maak_accounthouder(verband))
    zonder = stuur(client, NIEUW, **VRAAG)
    assert zonder.status_code == 422
    assert fouten(zonder)[0].startswith("Welk politiek punt dient deze vraag:")
    assert velden(zonder)["vraag"] == ["Hoe lang wacht men?"]
    assert stuur(client, NIEUW, **VRAAG, **PUNT).status_code == 302
    vraag = Raadsvraag.objects.get()
    pad = f"/raadsvragen/{vraag.pk}/"
    woorden = lees(houder.get(pad))
    assert (
        "Open, antwoord uiterlijk 19 juni 2026 Gesteld door Raadslid fractie Q, fractie Q, op 20 mei 2026." in woorden
    )
    assert "Beantwoord deze vraag" in woorden
    assert "Beantwoord deze vraag" not in lees(client.get(pad))
    assert stuur(houder, f"{pad}antwoord/", antwoord="Drie weken.").status_code == 302
    woorden = lees(client.get(pad))
    assert "Het antwoord Drie weken. Namens het college beantwoord door Accounthouder" in woorden
    assert "Verbeter de vraag" not in woorden
    anders = stuur(houder, f"{pad}antwoord/", antwoord="Vier weken.")
    assert fouten(anders) == ["Waarom verandert u dit?: Schrijf op waarom u het antwoord verandert."]


def test_the_choices_of_the_partnership_are_offered(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    maak_afwegingskader()
    from governance.models import Instrumentversie  # noqa: PLC0415

    instrument = Instrumentversie.objects.geldend("politieke_relevantie")
    keuzes = [{"vraag": "Snel of grondig?", "mogelijkheden": ["Snel", "Grondig"]}]
    rij = Relevantie(verband=verband, jaar=2026, instrument=instrument, vraagstukken=keuzes, invuller=lid)
    bewaar(rij, door=lid, op=NU)
    client = klant(lid)
    assert "Snel of grondig?" in lees(client.get(NIEUW))
    assert "Schrijf op welk politiek punt deze vraag dient." in fouten(stuur(client, NIEUW, **VRAAG))[0]
    allebei = stuur(client, NIEUW, **VRAAG, **PUNT, keuzevraagstuk="Snel of grondig?")
    assert "niet allebei" in fouten(allebei)[0]
    assert stuur(client, NIEUW, **VRAAG, keuzevraagstuk="Snel of grondig?").status_code == 302
    assert stuur(client, NIEUW, **VRAAG, **PUNT).status_code == 302
    assert [v.politiek_punt for v in Raadsvraag.objects.order_by("id")] == ["Snel of grondig?", "Snel of grondig."]


def test_the_griffie_asks_for_somebody(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    client = klant(maak_gebruiker(Rol.GRIFFIE))
    assert "Namens welk raadslid: Kies het raadslid dat de vraag stelt." in fouten(
        stuur(client, NIEUW, **VRAAG, **PUNT)
    )
    assert stuur(client, NIEUW, **VRAAG, **PUNT, namens=str(lid.pk)).status_code == 302
    assert Raadsvraag.objects.get().gesteld_door == lid


def test_an_open_question_is_mended(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    vraag = maak_raadsvraag(verband, lid)
    adres = f"/raadsvragen/{vraag.pk}/verbeteren/"
    assert stuur(klant(lid), adres, vraag="Beter").status_code == 302
    oud = klant(lid).post(adres, {"versie": "1", **VRAAG, **PUNT, "vraag": "Ouder"})
    assert oud.status_code == 409
    assert "Beter" in lees(oud)
    assert velden(oud)["vraag"] == ["Ouder"]
    assert klant(maak_gebruiker()).get(adres).status_code == 403


def test_the_list_knows_states_and_partnerships(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    ander = maak_verband(VROEGER, naam="Zorgkring", slug="zorgkring")
    maak_raadsvraag(verband, lid, op=VROEGER, onderwerp="Oude vraag")
    maak_raadsvraag(ander, lid, onderwerp="Nieuwe vraag")
    wethouder = maak_gebruiker(Rol.COLLEGE)
    klaar = maak_raadsvraag(ander, lid, onderwerp="Klare vraag")
    klaar.antwoord, klaar.beantwoord_op, klaar.beantwoord_door = "Ja", NU.date(), wethouder
    bewaar(klaar, door=wethouder, op=NU)
    client = klant(lid)
    alles = lees(client.get("/raadsvragen/"))
    assert "Alle (3) Open (1) Over tijd (1) Beantwoord (1)" in alles
    assert "Over tijd 10 dagen te laat" in alles

    def toont(vraag: str) -> list[str]:
        woorden = lees(client.get(f"/raadsvragen/?{vraag}"))
        return [naam for naam in ("Oude vraag", "Nieuwe vraag", "Klare vraag") if naam in woorden]

    assert toont("stand=open") == ["Nieuwe vraag"]
    assert toont("stand=over_tijd") == ["Oude vraag"]
    assert toont("stand=beantwoord") == ["Klare vraag"]
    assert toont("verband=zorgkring") == ["Nieuwe vraag", "Klare vraag"]
    assert toont("verband=zorgkring&stand=over_tijd") == []
    assert toont("verband=<script>&stand='") == []
    eerder = lees(client.get(f"/raadsvragen/?peildatum={VROEGER.date()}"))
    assert "Alle (1) Open (1) Over tijd (0) Beantwoord (0)" in eerder


def test_in_the_past_nothing_is_asked_or_answered(verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    vraag = maak_raadsvraag(verband, lid, op=VROEGER)
    client = klant(lid)
    client.get(f"/raadsvragen/?peildatum={VROEGER.date()}")
    for adres in (NIEUW, f"/raadsvragen/{vraag.pk}/antwoord/", f"/raadsvragen/{vraag.pk}/verbeteren/"):
        assert client.get(adres).status_code == 403
        assert client.post(adres, {**VRAAG, **PUNT}).status_code == 403
    assert "Verbeter de vraag" not in lees(client.get(f"/raadsvragen/{vraag.pk}/"))


@pytest.mark.parametrize("waarde", ["", "x", "-1", "99999999999999999999", "<script>", "0" * 7000, "\u202e😀"])
def test_hostile_input_never_breaks_a_form(waarde: str, verband: Samenwerkingsverband, lid: Gebruiker) -> None:
    vraag = maak_raadsvraag(verband, lid)
    wie = [klant(lid), klant(maak_gebruiker(Rol.GRIFFIE)), klant(maak_gebruiker(Rol.COLLEGE))]
    namen = ("onderwerp", "vraag", "politiek_punt", "keuzevraagstuk", "namens", "antwoord", "versie", "gesteld_door")
    for adres in (NIEUW, f"/raadsvragen/{vraag.pk}/antwoord/", f"/raadsvragen/{vraag.pk}/verbeteren/"):
        for client in wie:
            assert client.post(adres, dict.fromkeys(namen, waarde)).status_code in (302, 403, 409, 422)
    vraag.refresh_from_db()
    assert vraag.gesteld_door == lid


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_number_of_queries_does_not_grow(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    nummers = [maak_raadsvraag().pk for _ in range(aantal)]
    client = klant(maak_gebruiker())
    client.get("/belangrijkheid/")
    with django_assert_num_queries(6):
        assert client.get("/raadsvragen/").status_code == 200
    with django_assert_num_queries(7):
        assert client.get(f"/raadsvragen/{nummers[0]}/").status_code == 200
