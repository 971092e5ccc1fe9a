"""A document of many pages is made outside the web worker; the page says how far it is, also when it is adopted."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from samenwerkingswijzer.drukpers import Opdracht
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente, maak_verband
from tests.verbanden.lijst.volledig import volledig_verband
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_dashboard import tekst
from verbanden.handelingen import edities
from verbanden.lijst import druk
from verbanden.models import Editie, VastgesteldeLijst

pytestmark = pytest.mark.django_db
POORT = "/lijsten/begroting/2027/"
PAD = f"{POORT}1/lijst.pdf"
TEKSTEN = {"visie": "Samen waar het moet.", "voornemens": "Minder regelingen."}
GEDULD = 60  # seconds


@pytest.fixture(autouse=True)
def buiten_web(settings: Any, tmp_path: Path) -> None:
    settings.DRUK_BUITEN_WEB = True
    settings.OPSLAG = tmp_path
    maak_gemeente()


@pytest.fixture
def griffie(client: Client) -> Client:
    wie = maak_gebruiker(Rol.GRIFFIE)
    maak_verband(bestuurlijk_belang="ja", financieel_belang="ja")
    edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
    client.force_login(wie)
    return client


def test_een_concept_wordt_buiten_de_webserver_gemaakt(griffie: Client) -> None:
    eerst = griffie.get(PAD)
    assert (eerst.status_code, eerst["Content-Type"]) == (202, "text/html; charset=utf-8")
    assert "Het document wordt gemaakt Lijst bij de begroting 2027" in tekst(eerst.content)
    stuk = griffie.get(PAD, headers={"HX-Request": "true"})
    assert stuk.status_code == 200
    assert "<html" not in stuk.content.decode()
    klaar = wacht_op(lambda: griffie.get(PAD))
    assert klaar["Content-Type"] == "application/pdf"
    assert klaar.content.startswith(b"%PDF")
    door = griffie.get(PAD, headers={"HX-Request": "true"})
    assert door["HX-Redirect"] == PAD


def test_vaststellen_wacht_op_het_document_en_legt_dan_pas_iets_vast() -> None:
    vraag, controller = klaargezet()
    eerst = controller.post(f"{POORT}vaststellen/", vraag)
    assert (eerst.status_code, VastgesteldeLijst.objects.count()) == (202, 0)
    assert "De lijst is nog niet vastgesteld." in tekst(eerst.content)
    assert f'<input type="hidden" name="versie" value="{vraag["versie"]}">' in eerst.content.decode()
    stuk = controller.post(f"{POORT}vaststellen/", vraag, headers={"HX-Request": "true"})
    assert (stuk.status_code, "<html" in stuk.content.decode()) == (200, False)
    klaar = wacht_op(lambda: controller.post(f"{POORT}vaststellen/", vraag, headers={"HX-Request": "true"}))
    assert (klaar["HX-Redirect"], Editie.objects.get().status) == (POORT, Editie.Status.VASTGESTELD)
    vast = VastgesteldeLijst.objects.get()
    assert controller.get(PAD).content == bytes(vast.pdf)
    assert bytes(vast.pdf).startswith(b"%PDF")


def test_wie_wacht_terwijl_een_ander_de_lijst_terugzet_leest_dat_bij_de_controle() -> None:
    vraag, controller = klaargezet()
    assert controller.post(f"{POORT}vaststellen/", vraag).status_code == 202
    editie = Editie.objects.get()
    edities.zet_terug(editie=editie, door=Gebruiker.objects.get(rol=Rol.GRIFFIE), op=NU, reden="Toch nog iets.")
    antwoord = controller.post(f"{POORT}vaststellen/", vraag, headers={"HX-Request": "true"})
    assert (antwoord["HX-Redirect"], VastgesteldeLijst.objects.count()) == (POORT, 0)
    assert "Iemand anders veranderde deze lijst intussen." in tekst(controller.get(POORT).content)


def test_een_document_dat_niet_lukt_wordt_niet_vastgesteld(monkeypatch: pytest.MonkeyPatch) -> None:
    mislukt = Opdracht("0" * 64, klaar=False, gereed=1, totaal=3, fout="Het document vraagt te veel geheugen.")
    monkeypatch.setattr(druk, "bestel", lambda *_: mislukt)
    vraag, controller = klaargezet()
    antwoord = controller.post(f"{POORT}vaststellen/", vraag)
    assert (antwoord.status_code, VastgesteldeLijst.objects.count()) == (503, 0)
    assert "Het document vraagt te veel geheugen. Probeer het opnieuw Terug naar de controle" in tekst(antwoord.content)
    assert "hx-trigger" not in antwoord.content.decode()


def klaargezet() -> tuple[dict[str, str], Client]:
    """A list that stands ready: what the form sends, and the browser of who may adopt it."""
    volledig_verband()
    griffier = maak_gebruiker(Rol.GRIFFIE)
    editie = edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU)
    editie = edities.schrijf(editie=editie, waarden=TEKSTEN, versie=editie.versie, door=griffier, op=NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffier, op=NU)
    return {"versie": str(editie.versie)}, log_in(maak_gebruiker(Rol.CONTROLLER))


def wacht_op(vraag: Callable[[], Any]) -> Any:
    """Ask until the answer is no longer the page to wait on."""
    einde = time.monotonic() + GEDULD
    while wacht(antwoord := vraag()):
        assert time.monotonic() < einde
        time.sleep(0.5)
    return antwoord


def wacht(antwoord: Any) -> bool:
    return antwoord.get("Content-Type", "").startswith("text/html") and b'id="voortgang"' in antwoord.content
