"""A view of one's own beside the choice: given on its own page, seen on the outcome and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from governance.handelingen import afwegingsoordelen
from governance.models import Afweging, Afwegingsoordeel
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_gemeente
from tests.governance.views import test_afdruk
from tests.governance.views.test_afweging import BESLUIT, pad
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_dashboard import tekst

pytestmark = pytest.mark.django_db
GEPOST = {"functie": "Juridisch adviseur", "vorm": "convenant", "waarom": "Een handtekening bindt.", "versie": ""}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        maak_afwegingskader()
        yield


@pytest.fixture
def controller() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def afweging(controller: Gebruiker) -> Afweging:
    return test_afdruk.beantwoord(controller)


def test_een_standpunt_staat_naast_het_advies_en_blijft_na_de_keuze(afweging: Afweging, controller: Gebruiker) -> None:
    browser = log_in(maak_gebruiker(Rol.ACCOUNTHOUDER))
    assert "Niemand legde een eigen standpunt vast. Geef uw standpunt" in tekst(browser.get(pad(afweging)).content)
    antwoord = browser.post(pad(afweging, "standpunt/"), GEPOST)
    assert antwoord["Location"] == f"{pad(afweging)}#standpunten"
    staat = (
        "Andere standpunten Juridisch adviseur, 20 mei 2026 Convenant of overeenkomst , wijkt af van het advies. "
        "Een handtekening bindt."
    )
    assert f"{staat} Verander uw standpunt" in tekst(browser.get(pad(afweging)).content)
    assert log_in(controller).post(pad(afweging), BESLUIT | {"vorm": "netwerk"}).status_code == 302
    pagina = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(pad(afweging)).content)
    assert (staat in pagina, "Verander uw standpunt" in pagina) == (True, False)
    dicht = browser.get(pad(afweging, "standpunt/"))
    assert "De standpunten van toen blijven staan." in tekst(dicht.content)


def test_wat_ontbreekt_wordt_gezegd_en_wat_getypt_is_blijft(afweging: Afweging, controller: Gebruiker) -> None:
    antwoord = log_in(controller).post(pad(afweging, "standpunt/"), GEPOST | {"vorm": ""})
    assert (antwoord.status_code, Afwegingsoordeel.objects.count()) == (422, 0)
    assert "Kies een vorm." in tekst(antwoord.content)
    assert "Een handtekening bindt." in antwoord.content.decode()


def test_wie_zichzelf_voor_was_verliest_niets(afweging: Afweging, controller: Gebruiker) -> None:
    browser = log_in(controller)
    assert browser.post(pad(afweging, "standpunt/"), GEPOST).status_code == 302
    antwoord = browser.post(pad(afweging, "standpunt/"), GEPOST | {"waarom": "Van de telefoon."})
    assert (antwoord.status_code, "Van de telefoon." in antwoord.content.decode()) == (409, True)
    assert '<input type="hidden" name="versie" value="1">' in antwoord.content.decode()
    assert browser.post(pad(afweging, "standpunt/"), GEPOST | {"versie": "1", "vorm": "stichting"}).status_code == 302
    assert 'value="stichting" selected' in browser.get(pad(afweging, "standpunt/")).content.decode()


@pytest.mark.parametrize("aantal", [1, 8])
def test_op_de_pdf_staan_de_standpunten_en_passen_vier_bladzijden(
    afweging: Afweging, controller: Gebruiker, aantal: int
) -> None:
    waarom = ("Woorden die ruimte vragen. " * 12)[:300].strip()
    for nummer in range(aantal):
        gegevens = {"functie": f"Adviseur {nummer}", "vorm": "convenant", "waarom": waarom}
        afwegingsoordelen.geef(
            afweging=afweging, gegevens=gegevens, versie=None, door=maak_gebruiker(Rol.GRIFFIE), op=NU
        )
    pdf = test_afdruk.pdf_van(afweging, controller)
    woorden = test_afdruk.tekst(pdf)
    assert "Andere standpunten Wie Zou kiezen Waarom Adviseur 0, 20 mei 2026" in woorden
    assert ("Nog 2 standpunten staan in het portaal." in woorden) == (aantal == 8)
    assert len(PdfReader(BytesIO(pdf)).pages) <= 4


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal_standpunten(
    aantal: int, afweging: Afweging, client: Client, controller: Gebruiker, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        wie = maak_gebruiker(Rol.GRIFFIE)
        gegevens = {naam: waarde for naam, waarde in GEPOST.items() if naam != "versie"}
        afwegingsoordelen.geef(afweging=afweging, gegevens=gegevens, versie=None, door=wie, op=NU)
    client.force_login(controller)
    client.get(pad(afweging))
    with django_assert_num_queries(10):
        client.get(pad(afweging))
    with django_assert_num_queries(10):
        client.get(pad(afweging, "standpunt/"))
