"""The ontwikkelagenda of everything together, and the items for the municipality as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from evaluatie import ontwikkelbord
from evaluatie.handelingen.ontwikkelagenda import richt_in
from evaluatie.models import Ontwikkelpunt
from kennisbank.geheugen import Inhoud, naslag
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.naslag import Begrip
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_gebruiker, maak_gemeente, maak_ontwikkelpunt, maak_verband
from tests.verbanden.views.hulp import fouten, log_in
from tests.verbanden.views.test_overzicht import Tabellen, tekst

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
VORIG_JAAR = NU - timedelta(days=365)
PAD = "/ontwikkelagenda/"
GOED = {"titel": "Werkafspraken", "eigenaar": "griffie", "termijn": "1-10-2026", "stand": "gepland"}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(VORIG_JAAR)
        yield


@pytest.fixture
def griffie() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def test_bord_en_lijst_zeggen_hetzelfde(griffie: Gebruiker) -> None:
    kring = maak_verband(VORIG_JAAR, slug="kring", naam="Kring")
    maak_ontwikkelpunt(kring, titel="Laat punt", stand="bezig", eigenaar="college", termijn=GISTEREN.date())
    maak_ontwikkelpunt(kring, titel="Weg punt", stand="vervallen")
    maak_ontwikkelpunt(None, titel="Breed punt", herkomst="uitgangspunten:x", effect="Iets beters")
    antwoord = log_in(griffie).get(PAD)
    woorden = tekst(antwoord)
    assert "2 punten lopen. 1 is te laat." in woorden
    assert woorden.count("Laat punt") == woorden.count("Breed punt") == 2
    assert "Weg punt" not in woorden
    lijst = Tabellen(antwoord.content).tabellen[0]
    assert lijst[1:] == [
        ["Voor de gemeente als geheel"],
        ["Breed punt", "Iets beters", "Uitgangspunten 1.2", "nog niemand", "geen datum", "Voorgesteld"],
        ["Kring"],
        ["Laat punt", "nog niet opgeschreven", "Zelf opgeschreven", "college", "19 mei 2026 1 dag te laat", "Bezig"],
    ]


@pytest.mark.parametrize(
    ("vraag", "titels"),
    [
        ({}, {"Breed", "Smal"}),
        ({"verband": "gemeente"}, {"Breed"}),
        ({"verband": "kring"}, {"Smal"}),
        ({"eigenaar": "college"}, {"Smal"}),
        ({"herkomst": "doelen"}, {"Smal"}),
        ({"herkomst": "uitgangspunten", "eigenaar": "college"}, set()),
        ({"verband": "verzonnen"}, {"Breed", "Smal"}),
    ],
)
def test_kiezen_op_verband_eigenaar_en_herkomst(griffie: Gebruiker, vraag: dict[str, str], titels: set[str]) -> None:
    maak_ontwikkelpunt(None, titel="Breed", herkomst="uitgangspunten:x")
    kring = maak_verband(GISTEREN, slug="kring", naam="Kring")
    maak_ontwikkelpunt(kring, titel="Smal", eigenaar="college", herkomst="doelen:x")
    kolommen = log_in(griffie).get(PAD, vraag).context["kolommen"]
    assert {kaart.rij.titel for kolom in kolommen for kaart in kolom.kaarten} == titels


def test_wat_klaar_is_staat_bij_het_jaar_waarin_het_klaar_kwam() -> None:
    oud = maak_ontwikkelpunt(None, VORIG_JAAR, titel="Oud", stand="klaar")
    heropend = maak_ontwikkelpunt(None, VORIG_JAAR, titel="Heropend", stand="klaar", eigenaar="x", termijn=VANDAAG)
    for stand, op in (("bezig", GISTEREN), ("klaar", NU)):
        heropend.stand = stand
        bewaar(heropend, door=None, op=op)
    alle = ontwikkelbord.kaarten(Peildatum(VANDAAG, None))
    assert [(k.rij.id, k.klaar_op) for k in ontwikkelbord.klaar_in(alle, 2025)] == [(oud.pk, date(2025, 5, 20))]
    assert [(k.rij.id, k.klaar_op) for k in ontwikkelbord.klaar_in(alle, 2026)] == [(heropend.pk, VANDAAG)]


def test_de_peildatum_toont_het_bord_van_toen(griffie: Gebruiker) -> None:
    maak_ontwikkelpunt(None, GISTEREN, titel="Van gisteren")
    maak_ontwikkelpunt(None, titel="Van vandaag")
    woorden = tekst(log_in(griffie).get(PAD, {"peildatum": GISTEREN.date().isoformat()}))
    assert "Van gisteren" in woorden
    assert "Van vandaag" not in woorden
    assert "Nieuw punt" not in woorden


def test_de_griffie_houdt_de_punten_van_de_gemeente_bij(griffie: Gebruiker) -> None:
    klant = log_in(griffie)
    assert klant.post(f"{PAD}nieuw/", GOED).status_code == 302
    punt = Ontwikkelpunt.objects.get()
    assert (punt.verband_id, punt.titel, punt.termijn) == (None, "Werkafspraken", date(2026, 10, 1))
    anders = GOED | {"titel": "Betere werkafspraken", "stand": "bezig", "stap": "Bel de buren", "versie": "1"}
    assert klant.post(f"{PAD}{punt.pk}/", anders).status_code == 302
    punt.refresh_from_db()
    assert (punt.titel, punt.stand, punt.stap, punt.versie) == ("Betere werkafspraken", "bezig", "Bel de buren", 2)
    assert Gebeurtenis.objects.filter(object_soort="evaluatie.ontwikkelpunt").count() == 2


def test_een_botsing_toont_beide_versies(griffie: Gebruiker) -> None:
    punt = maak_ontwikkelpunt(None, titel="Eerst")
    klant = log_in(griffie)
    klant.post(f"{PAD}{punt.pk}/", {"titel": "Van de ander", "stand": "voorgesteld", "versie": "1"})
    antwoord = klant.post(f"{PAD}{punt.pk}/", {"titel": "Van mij", "stand": "voorgesteld", "versie": "1"})
    assert antwoord.status_code == 409
    inhoud = antwoord.content.decode()
    assert 'value="Van mij"' in inhoud
    assert "<dd>Van de ander</dd>" in inhoud
    assert 'name="versie" value="2"' in inhoud


@pytest.mark.parametrize(
    ("gegevens", "fout"),
    [
        ({"titel": ""}, "Wat verbeteren wij"),
        ({"eigenaar": ""}, "Wie doet het"),
        ({"termijn": ""}, "Klaar voor"),
        ({"stand": "klaar"}, "Stand"),
    ],
)
def test_een_punt_dat_niet_klopt_wordt_niets(griffie: Gebruiker, gegevens: dict[str, Any], fout: str) -> None:
    antwoord = log_in(griffie).post(f"{PAD}nieuw/", GOED | gegevens)
    assert antwoord.status_code == 422
    assert [regel.split(":")[0] for regel in fouten(antwoord)] == [fout]
    assert Ontwikkelpunt.objects.count() == 0


def test_een_punt_van_een_verband_staat_niet_bij_de_gemeente(griffie: Gebruiker) -> None:
    punt = maak_ontwikkelpunt(maak_verband(GISTEREN))
    assert log_in(griffie).get(f"{PAD}{punt.pk}/").status_code == 404


def test_de_gemeente_begint_met_vier_punten_en_maar_een_keer() -> None:
    assert richt_in(NU) == ["ontwikkelagenda: 4 punten voor de gemeente"]
    eerste = Ontwikkelpunt.objects.earliest("id")
    eerste.stand = "vervallen"
    bewaar(eerste, door=None, op=NU)
    assert richt_in(NU) == []
    assert Ontwikkelpunt.objects.count() == 4
    assert all(punt.effect and punt.stap for punt in Ontwikkelpunt.objects.all())


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_het_aantal_vragen_groeit_niet(django_assert_num_queries: DjangoAssertNumQueries, aantal: int) -> None:
    """Session and user 2; items, partnerships and history of what is done 3; the municipality 1."""
    for _ in range(aantal):
        maak_ontwikkelpunt(maak_verband(GISTEREN), herkomst="doelen:x")
        maak_ontwikkelpunt(None, stand="klaar")
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get(PAD)
    with django_assert_num_queries(6):
        assert klant.get(PAD).status_code == 200


def test_de_punten_van_het_begin_leiden_naar_waar_zij_vandaan_komen(griffie: Gebruiker) -> None:
    maak_ontwikkelpunt(None, titel="Breed", herkomst="uitgangspunten:x")
    assert "/kennisbank/begrip-ontwikkelagenda/" not in log_in(griffie).get(PAD).content.decode()
    uitleg = Begrip("Ontwikkelagenda", "De lijst met verbeteringen.", "/kennisbank/begrip-ontwikkelagenda/")
    naslag.onthoud(Inhoud(begrippen={"ontwikkelagenda": uitleg}))
    inhoud = log_in(griffie).get(PAD).content.decode()
    assert inhoud.count('href="/kennisbank/begrip-ontwikkelagenda/">Uitgangspunten 1.2</a>') == 2  # board and list
