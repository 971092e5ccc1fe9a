"""Before closing, no address of the portal tells anybody a score of somebody else; polling does not tell either."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.handelingen import sessies
from governance.models import Sessie, Sessiestatus
from samenwerkingswijzer import drukpers
from samenwerkingswijzer.logboek import JsonRegel
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import adres, klant
from tests.veiligheid.antwoord import leesbaar
from tests.veiligheid.belangsessies import ZIN
from tests.veiligheid.matrix import Geval, gevallen, patronen
from tests.veiligheid.papier import onthouden_druk
from tests.veiligheid.test_rechten import beheeradres
from tests.veiligheid.wereld import Wereld, gebouwd
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
KANARIE = "Kanarie in de kolenmijn"
ANDERS = "Specht in de spouwmuur"
MERKEN = (KANARIE, ANDERS, "kolenmijn", "spouwmuur")
MEEST = ("griffier", "beheerder")
SESSIE = ("scoren", "scoren_stand", "scoor", "zaal", "zaal_stand", "sessie_sluiten", "bespreken", "zonder_bespreking")


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture(scope="module")
def _wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=False), gebouwd() as wereld:
        yield wereld


@pytest.fixture
def wereld(_wereld: Wereld, db: None) -> Wereld:
    return deepcopy(_wereld)  # a test gives it other numbers


@pytest.fixture(autouse=True)
def een_keer_drukken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drukpers, "druk", onthouden_druk)


def _gescoord(openbaarheid: str) -> Zaal:
    """Everybody scored: the first with one marked sentence, the others with another, each class with its own."""
    z = zaal(openbaarheid).open()
    z.scoor_allen()
    z.scoor(z.raad[0], Klasse.AMBTELIJK, zin=KANARIE, redenen=["kansen"])
    z.scoor(z.college[0], Klasse.POLITIEK_ZEER, zin=ANDERS, redenen=["risicos"])
    return z


def _woorden(antwoord: Any) -> str:
    return unescape(leesbaar(antwoord.content, antwoord.headers.get("Content-Type", "text/html")))


def _adressen(z: Zaal, wereld: Wereld) -> list[str]:
    """Every address of the portal: those of the matrix, the admin, and all screens of this session."""
    wereld.nummers["sessie_id"] = dict.fromkeys(wereld.nummers["sessie_id"], z.sessie.pk)
    matrix = [geval.adres(wereld) for geval in gevallen() if _bruikbaar(geval)]
    beheer = [beheeradres(naam, patroon) for naam, patroon in patronen() if naam.startswith("admin:")]
    eigen = [adres(z, naam, nummer) for naam in SESSIE for nummer in (1, 2)]
    vragen = [adres(z, "zaal") + vraag for vraag in ("?verband=1", "?namen=ja", "?peildatum=2026-05-19", "?verband=9")]
    return sorted({*matrix, *beheer, *eigen, *vragen})


def _bruikbaar(geval: Geval) -> bool:
    """Not what logs out, and not the pages that only exist for who is not logged in."""
    return "logout" not in geval.naam and not geval.regel.get("zonder_inloggen")


def _lezers(z: Zaal, wereld: Wereld) -> dict[str, Client]:
    """Somebody of every kind who did not write the marked sentences."""
    binnen = {"voorzitter": z.raad[1], "college": z.college[1], "griffier": z.griffier}
    buiten = {str(rol): maak_gebruiker(rol) for rol in Rol}
    sessies.vervang_voorzitter(sessie=z.nu(), voorzitter=z.raad[1], door=z.griffier, op=NU)
    return {naam: klant(wie) for naam, wie in (binnen | buiten).items()} | {"anoniem": Client()}


def _verklapt(antwoord: Any) -> bool:
    alles = _woorden(antwoord) + str(antwoord.headers)
    return any(merk in alles for merk in MERKEN)


def _wie_kijkt(lezers: dict[str, Client], pad: str, plek: int) -> list[tuple[str, Client]]:
    """Everybody at the screens of sessions; elsewhere who sees most, and the others in turn."""
    allen = list(lezers.items())
    if pad.startswith("/belangrijkheid/"):
        return allen
    return [(naam, lezers[naam]) for naam in MEEST] + [allen[plek % len(allen)]]


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid.values)
def test_geen_geweigerd_formulier_verklapt_een_score(openbaarheid: str, wereld: Wereld) -> None:
    """What is sent by who may not lead: whatever is refused says nothing, and nothing changes."""
    z = _gescoord(openbaarheid)
    lezers = {
        naam: wie for naam, wie in _lezers(z, wereld).items() if naam not in ("voorzitter", "griffier", "griffie")
    }
    adressen = [pad for pad in _adressen(z, wereld) if pad.startswith(f"/belangrijkheid/{z.sessie.pk}/")]
    assert len(adressen) > 20
    gevonden = [(naam, pad) for pad in adressen for naam, client in lezers.items() if _verklapt(client.post(pad, {}))]
    assert gevonden == []
    assert z.nu().status == Sessiestatus.SCOREN


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid.values)
def test_geen_adres_verklapt_een_score(openbaarheid: str, wereld: Wereld, caplog: pytest.LogCaptureFixture) -> None:
    z = _gescoord(openbaarheid)
    adressen, lezers = _adressen(z, wereld), _lezers(z, wereld)
    assert len(adressen) > 200
    caplog.set_level(logging.DEBUG)
    gevonden = [
        (naam, pad)
        for plek, pad in enumerate(adressen)
        for naam, client in _wie_kijkt(lezers, pad, plek)
        if _verklapt(client.get(pad))
    ]
    assert gevonden == []
    regels = [JsonRegel().format(regel) for regel in caplog.records]
    assert not [regel for regel in regels if any(merk in json.loads(regel).__repr__() for merk in MERKEN)]


def test_de_eigen_score_en_na_sluiten_de_uitslag_staan_er_wel() -> None:
    """The search itself works: the writer does see the sentence, and after closing everybody does."""
    z = _gescoord("op_naam")
    assert KANARIE in _woorden(klant(z.raad[0]).get(adres(z)))
    assert KANARIE not in _woorden(klant(z.raad[1]).get(adres(z)))
    z.sluit()
    assert KANARIE in _woorden(klant(z.raad[1]).get(adres(z, "zaal") + "?verband=1"))


def _wijst_klasse_aan(inhoud: str) -> set[str]:
    """The classes that stand chosen on a screen."""
    return set(re.findall(r'value="(\w+)"[^>]*checked', inhoud))


def test_het_formulier_van_een_ander_is_leeg() -> None:
    z = zaal("op_naam").open()
    z.scoor(z.raad[0], Klasse.AMBTELIJK, redenen=["kansen"])
    assert _wijst_klasse_aan(klant(z.raad[0]).get(adres(z)).content.decode()) == {"ambtelijk_belangrijk", "kansen"}
    for wie in (z.raad[1], z.college[0]):
        assert _wijst_klasse_aan(klant(wie).get(adres(z)).content.decode()) == set()


def _indruk(client: Client, pad: str) -> tuple[Any, ...]:
    """Everything of an answer that could tell something: body, length, headers, and the questions to the database."""
    with CaptureQueriesContext(connection) as gevraagd:
        antwoord = client.get(pad)
    koppen = {naam: waarde for naam, waarde in antwoord.headers.items() if naam != "X-Request-ID"}
    kaal = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", antwoord.content.decode())
    return antwoord.status_code, kaal, koppen, [re.sub(r"\d{6,}", "", vraag["sql"]) for vraag in gevraagd]


@pytest.mark.parametrize("openbaarheid", Sessie.Openbaarheid.values)
@pytest.mark.parametrize("naam", ["zaal", "zaal_stand", "scoren", "scoren_stand", "scoor", "sessie_sluiten"])
def test_een_andere_score_verandert_niets_voor_anderen(openbaarheid: str, naam: str) -> None:
    z = _gescoord(openbaarheid)
    lezer: Gebruiker = z.raad[1] if naam.startswith("sco") else z.griffier
    client = klant(lezer)
    client.get(adres(z, naam))
    voor = _indruk(client, adres(z, naam))
    assert voor[0] == 200
    z.scoor(z.raad[0], Klasse.POLITIEK_ZEER, zin=ANDERS * 5, redenen=["geld", "opgave", "risicos", "kansen"])
    assert _indruk(client, adres(z, naam)) == voor


def _gezichten(client: Client, adressen: list[str]) -> dict[str, tuple[int, bytes]]:
    """What a reader gets at each address: the status, and the body without the marks of this visit."""
    antwoorden = {pad: client.get(pad) for pad in adressen}
    return {
        pad: (antwoord.status_code, re.sub(rb'csrfmiddlewaretoken" value="\w+"', b"", antwoord.content))
        for pad, antwoord in antwoorden.items()
    }


@pytest.mark.parametrize(("openbaarheid", "waar"), [("op_naam", "/"), ("samengevat", "/belangrijkheid/")])
def test_geen_enkel_adres_verandert_door_een_andere_score(openbaarheid: str, waar: str, wereld: Wereld) -> None:
    """Not the class, nor the reasons, nor a count: for the griffie every address of the portal stays as it was."""
    z = _gescoord(openbaarheid)
    alle = [pad for pad in _adressen(z, wereld) if not pad.split("?")[0].endswith((".pdf", ".xlsx", ".ods"))]
    adressen = [pad for pad in alle if pad.startswith(waar)]
    voor = _gezichten(klant(z.griffier), adressen)
    z.scoor(z.raad[0], Klasse.POLITIEK_ZEER, zin=ANDERS * 5, redenen=["geld", "opgave", "risicos", "kansen"])
    na = _gezichten(klant(z.griffier), adressen)
    assert len(alle) > 300
    assert [pad for pad in adressen if voor[pad] != na[pad]] == []


def test_een_ongeldige_score_komt_niet_in_het_logboek(caplog: pytest.LogCaptureFixture) -> None:
    z = zaal().open()
    caplog.set_level(logging.DEBUG)
    for lichaam in (
        {"zin": KANARIE},
        {"klasse": "verzonnen", "zin": KANARIE},
        {"klasse": Klasse.AMBTELIJK, "zin": KANARIE},
    ):
        klant(z.raad[0]).post(adres(z), lichaam)
    z.sluit()
    klant(z.raad[0]).post(adres(z), {"klasse": Klasse.AMBTELIJK, "zin": KANARIE})
    assert not [regel for regel in caplog.records if KANARIE in JsonRegel().format(regel)]


@pytest.mark.filterwarnings("ignore")
def test_ook_een_fout_van_ons_verklapt_niets(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """When the act itself breaks, the page and the log hold nothing of what was sent."""
    z = zaal().open()

    def stuk(**_: Any) -> None:
        raise RuntimeError("verzonnen storing")

    monkeypatch.setattr("governance.views.scoren.scores.score", stuk)
    client = klant(z.raad[0])
    client.raise_request_exception = False
    antwoord = client.post(adres(z), {"klasse": Klasse.AMBTELIJK, "zin": KANARIE})
    assert antwoord.status_code == 500
    assert KANARIE not in antwoord.content.decode()
    assert not [regel for regel in caplog.records if KANARIE in JsonRegel().format(regel)]


def test_de_wereld_van_de_toetsen_heeft_ook_een_uitslag(wereld: Wereld) -> None:
    """After closing the screen does show what was scored, to who takes part."""
    pad = reverse("governance:zaal", args=[wereld.nummers["sessie_id"]["bespreken"]])
    assert ZIN in _woorden(wereld.klant("raadslid").get(pad))
