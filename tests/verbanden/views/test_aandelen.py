"""Shares: filled in beside the two interests, shown on the dashboard, and checked on the gate of the list."""

from __future__ import annotations

import time_machine
from django.test import Client

from samenwerkingswijzer.opmaak import VASTE_SPATIE
from tests.fabriek import NU, maak_cijfer
from tests.verbanden.views.hulp import fouten, velden
from tests.verbanden.views.test_dashboard import tekst
from verbanden.models import Post, Samenwerkingsverband

PAD = "/verbanden/verzonnen-dienst/bewerken/belang/"


def test_van_formulier_tot_controle(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    """A share printed as 0,11 % that had to be 0,22 %."""
    maak_cijfer(verband, 2027, "0.11", post=Post.BELANG_EIND)
    ja = {"bestuurlijk_belang": ["ja"], "bestuurlijk_belang_motivering": ["Wij stemmen mee."]}
    ja |= {"financieel_belang": ["ja"], "financieel_belang_motivering": ["De aandelen kunnen niets waard worden."]}
    with time_machine.travel(NU, tick=False):
        formulier = velden(browser_van_controller.get(PAD)) | ja
        gepost = formulier | {"aandelen_ons": ["22"], "aandelen_totaal": ["10.000"]}
        assert browser_van_controller.post(PAD, gepost).status_code == 302
        poort = tekst(browser_van_controller.get("/lijsten/begroting/2027/").content)
        dashboard = tekst(browser_van_controller.get("/verbanden/verzonnen-dienst/").content)
    verband.refresh_from_db()
    assert (verband.aandelen_ons, verband.aandelen_totaal) == (22, 10_000)
    assert "Er staat 0,11%; 22 van de 10.000 aandelen is 0,22%." in poort.replace(VASTE_SPATIE, " ")
    assert "22 van de 10.000" in dashboard


def test_een_half_paar_of_te_veel_wordt_geweigerd(
    browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    formulier = velden(browser_van_controller.get(PAD))
    for ons, totaal in (("22", ""), ("", "10"), ("11", "10")):
        antwoord = browser_van_controller.post(PAD, formulier | {"aandelen_ons": [ons], "aandelen_totaal": [totaal]})
        assert antwoord.status_code == 422
        assert "Vul beide aantallen aandelen in." in str(fouten(antwoord))
    verband.refresh_from_db()
    assert verband.aandelen_totaal is None
