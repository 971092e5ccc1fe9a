"""A conclusion that asks to think again leads to a moment on the agenda; and an adopted report knows all its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from evaluatie.models import Evaluatie, VastgesteldeEvaluatie
from governance.models import Moment, Momentstatus
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.evaluatie.handelingen.test_evaluaties import concludeer, stel_vast
from tests.evaluatie.views.test_evaluaties import geconcludeerd
from tests.fabriek import NU, maak_evaluatiekader, maak_gebruiker, maak_gemeente, maak_moment, maak_verband
from tests.tabellen import tekst
from tests.verbanden.views.hulp import log_in
from verbanden.models import Levensfase, Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
PAD = "/verbanden/kring/evaluaties/"
VRAAG = "Moment van heroverweging"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_evaluatiekader(GISTEREN)
        yield


@pytest.fixture
def controller() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring", levensfase=Levensfase.UITVOEREN)


def evaluatie_met(besluit: str, verband: Samenwerkingsverband, controller: Gebruiker) -> Evaluatie:
    """An adopted evaluation with this conclusion on the whole."""
    rij = concludeer(geconcludeerd(verband, controller), controller, besluit=besluit)
    stel_vast(rij, maak_gebruiker(Rol.GRIFFIE))
    return rij


def planlink(klant: Client) -> str:
    inhoud = klant.get(PAD).content.decode()
    return inhoud.split("Zet een moment op de agenda")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")


@pytest.mark.parametrize(("besluit", "vraagt"), [("bijsturen", False), ("stoppen", True)])
def test_alleen_wie_heroverweegt_of_stopt_krijgt_een_moment(
    besluit: str, vraagt: bool, verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    evaluatie = evaluatie_met(besluit, verband, controller)
    klant = log_in(controller)
    assert (VRAAG in tekst(klant.get(PAD))) is vraagt
    assert (VRAAG in tekst(klant.get(f"/evaluaties/{evaluatie.pk}/"))) is vraagt


def test_het_moment_staat_al_ingevuld_klaar_en_komt_terug_bij_de_conclusie(
    verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    evaluatie_met("heroverwegen", verband, controller)
    klant = log_in(controller)
    link = planlink(klant)
    velden = {naam: waarde[0] for naam, waarde in parse_qs(urlsplit(link).query).items()}
    assert velden == {
        "soort": "heroverweging",
        "wie": "raad",
        "titel": "Heroverwegen: besluit na de evaluatie over 2025",
    }
    assert klant.get(link).context["formulier"]["titel"].value() == velden["titel"]
    velden |= {"datum": "1-9-2026", "status": "gepland"}
    assert klant.post(link, velden).status_code == 302
    moment = Moment.objects.get()
    woorden = tekst(klant.get(PAD))
    assert f"{VRAAG}: {velden['titel']} , 1 september 2026" in woorden
    assert f'href="/agenda/momenten/{moment.pk}/"' in klant.get(PAD).content.decode()


def test_een_eerder_of_vervallen_moment_telt_niet_en_wie_alleen_leest_ziet_dat_het_er_niet_is(
    verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    evaluatie_met("heroverwegen", verband, controller)
    soort = Moment.Soort.HEROVERWEGEN
    maak_moment(verband, GISTEREN, soort=soort, datum=date(2026, 1, 1))
    maak_moment(verband, GISTEREN, soort=soort, datum=date(2026, 9, 1), status=Momentstatus.VERVALLEN)
    woorden = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get(PAD))
    assert "staat nog niet op de agenda" in woorden
    assert "Zet een moment op de agenda" not in woorden


def test_het_vastgestelde_rapport_zegt_van_elke_stap_wanneer_die_klaar_was(
    verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    stel_vast(geconcludeerd(verband, controller), maak_gebruiker(Rol.GRIFFIE))
    stappen = {een["naam"]: een["klaar"] for een in VastgesteldeEvaluatie.objects.get().gegevens["stappen"]}
    assert (stappen["Conclusie"], stappen["Vastgesteld"]) == ("2026-05-20", "2026-05-20")
