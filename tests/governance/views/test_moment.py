"""The page of a moment, writing about a computed one, and the agenda of one partnership."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from governance.models import Moment, Stapmoment
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_gebruiker,
    maak_gemeente,
    maak_moment,
    maak_programma,
    maak_raadskalender,
    maak_regeling,
    maak_ronde,
    maak_verband,
)
from tests.tabellen import Tabellen, tekst
from tests.verbanden.views.hulp import fouten, log_in
from verbanden.models import Samenhang, Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
STAP = "/agenda/momenten/alfa/begroting/2027/1/zienswijze_begroting/"
SCHRIJF = f"{STAP}schrijven/"
VAN_VERBAND = "/verbanden/alfa/agenda/"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_raadskalender(date(2026, 6, 2), date(2026, 6, 23), date(2026, 6, 30), op=GISTEREN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    alfa = maak_regeling(GISTEREN, naam="Alfa", slug="alfa")
    maak_ronde(alfa, op=GISTEREN, ontvangen=date(2026, 4, 13), gevraagd_voor=date(2026, 6, 26))
    return alfa


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def test_de_bladzijde_zegt_hoe_de_datum_tot_stand_komt(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    inhoud = tekst(log_in(griffier).get(STAP))
    for zin in (
        "Zienswijze op de begroting 2027 Alfa",
        "Het ontwerp kwam op 13 april 2026. Vanaf die dag loopt de termijn.",
        "Wet gemeenschappelijke regelingen, art. 35 lid 3",
        "13-4-2026 het stuk kwam 9-6-2026 laatste dag om het te agenderen 23-6-2026 raad, over 5 weken",
        "26-6-2026 partner vraagt vóór deze dag 30-6-2026 laatste raad op tijd",
        "6-7-2026 wettelijk tot en met: 12 weken na 13 april",
        "Zonder deze alinea kan het niet naar de raad.",
    ):
        assert zin in inhoud
    for adres in (STAP.replace("2027", "2050"), STAP.replace("zienswijze_begroting", "onzin"), "/agenda/momenten/999/"):
        assert log_in(griffier).get(adres).status_code == 404


def test_wie_nog_niets_van_een_ontwerp_weet_ziet_geen_verzonnen_datum(griffier: Gebruiker) -> None:
    maak_regeling(GISTEREN, slug="alfa")
    antwoord = log_in(griffier).get(STAP.replace("zienswijze_begroting", "reactie_zienswijzen"))
    assert "Er is nog geen datum." in tekst(antwoord)


def test_schrijven_bewaart_en_weigert(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    klant = log_in(griffier)
    assert klant.get(SCHRIJF).status_code == 200
    vast = {"status": "naar_de_raad", "lokale_betekenis": ""}
    antwoord = klant.post(SCHRIJF, vast)
    assert antwoord.status_code == 422
    assert fouten(antwoord) == ["Schrijf eerst wat dit voor onze gemeente betekent. Daarna kan het naar de raad."]
    assert klant.post(SCHRIJF, vast | {"lokale_betekenis": "De bijdrage stijgt."}).status_code == 302
    inhoud = tekst(klant.get(STAP))
    assert "De bijdrage stijgt." in inhoud
    assert "Status Naar de raad" in inhoud
    assert klant.post(SCHRIJF, vast | {"versie": "1", "lokale_betekenis": "Nog meer."}).status_code == 302
    assert Stapmoment.objects.get().lokale_betekenis == "Nog meer."
    botsing = klant.post(SCHRIJF, vast | {"versie": "1", "lokale_betekenis": "Van mij."})
    assert botsing.status_code == 409
    assert "Nog meer." in tekst(botsing)
    assert "Van mij." in tekst(botsing)


def test_tegelijk_beginnen_verliest_niets(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = Stapmoment(verband=verband, stuk="begroting", jaar=2027, stap="zienswijze_begroting", invloed="van een ander")
    klant = log_in(griffier)
    klant.get(SCHRIJF)
    bewaar(rij, door=None, op=NU)
    antwoord = klant.post(SCHRIJF, {"status": "gepland", "invloed": "van mij"})
    assert antwoord.status_code == 409
    assert Stapmoment.objects.get().invloed == "van een ander"


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER])
def test_een_ander_schrijft_niet(verband: Samenwerkingsverband, rol: Rol) -> None:
    klant = log_in(maak_gebruiker(rol))
    assert klant.get(SCHRIJF).status_code == 403
    assert "Schrijf bij dit moment" not in tekst(klant.get(STAP))


def test_de_accounthouder_schrijft_maar_niet_in_het_verleden(verband: Samenwerkingsverband) -> None:
    klant = log_in(maak_accounthouder(verband, op=GISTEREN))
    assert "Schrijf bij dit moment" in tekst(klant.get(STAP))
    assert klant.get(SCHRIJF, {"peildatum": "2026-05-19"}).status_code == 403


def test_een_eigen_moment_heeft_dezelfde_bladzijde(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    moment = maak_moment(
        verband, GISTEREN, titel="Werkbezoek aan de haven", soort=Moment.Soort.WERKBEZOEK,
        ons_perspectief="Wij willen zien hoe het werkt.", hun_perspectief="Zij laten het graag zien.",
        uiterlijk=date(2026, 6, 26),
    )  # fmt: skip
    inhoud = tekst(log_in(griffier).get(f"/agenda/momenten/{moment.pk}/"))
    for zin in ("Soort Werkbezoek", "Wij Wij willen zien hoe het werkt.", "Het verband Zij laten het graag zien."):
        assert zin in inhoud
    assert "26-6-2026 uiterlijk" in inhoud


def test_wat_elders_speelt_staat_erbij_met_de_reden(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    samen, los, programma = maak_verband(naam="Bravo"), maak_verband(naam="Los"), maak_verband(naam="Charlie")
    onderwerp = maak_verband(naam="Delta", onderwerpen=["jeugd"])
    verband.onderwerpen = ["jeugd", "zorg"]
    bewaar(verband, door=None, op=NU)
    bewaar(Samenhang(verband=samen, met=verband, uitleg="Deelt de kosten."), door=None, op=NU)
    for een in (verband, programma):
        maak_programma(een, "Zorg", aandeel=50)
    for een in (samen, los, programma, onderwerp):
        maak_moment(een, titel=f"Besluit van {een.naam}")
    maak_moment(samen, titel="Veel later", datum=date(2026, 12, 1))
    antwoord = log_in(griffier).get(STAP)
    assert Tabellen(antwoord).tabellen[0][1:] == [
        ["Bravo", "23 juni 2026", "Besluit van Bravo", "Deelt de kosten."],
        ["Charlie", "23 juni 2026", "Besluit van Charlie", "Programma: Zorg"],
        ["Delta", "23 juni 2026", "Besluit van Delta", "Onderwerp: jeugd"],
    ]


def test_de_agenda_van_een_verband(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    maak_moment(verband, GISTEREN, titel="Overleg")
    antwoord = log_in(griffier).get(VAN_VERBAND)
    inhoud = tekst(antwoord)
    tabellen = {tabel[1][0]: tabel for tabel in Tabellen(antwoord).tabellen}
    kaders = tabellen["Kaders naar de raden , Begroting 2027"]
    assert kaders[3] == [
        "Zienswijze van de raad , Begroting 2027", "Raad", "23-6-2026", "6-7-2026", "nog niet",
        "Wet gemeenschappelijke regelingen, art. 35 lid 3",
    ]  # fmt: skip
    assert kaders[4][2:5] == ["nog geen datum", "geen termijn", "verwacht"]
    assert "Overleg 23 juni 2026 Raad" in inhoud
    assert "Vul dagen in" not in inhoud
    eigen = tekst(log_in(maak_accounthouder(verband)).get(VAN_VERBAND))
    assert "Werk de dagen bij van Begroting 2027" in eigen
    assert "Vul dagen in van Begroting 2028" in eigen
    assert log_in(griffier).get("/verbanden/onbekend/agenda/").status_code == 404


def test_wie_geen_kalender_heeft_leest_waarom(griffier: Gebruiker) -> None:
    maak_verband(GISTEREN, slug="alfa", vorm="stichting")
    inhoud = tekst(log_in(griffier).get(VAN_VERBAND))
    assert "Dit is geen gemeenschappelijke regeling." in inhoud
    assert "Er zijn nog geen andere momenten genoteerd." in inhoud


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(("pad", "vragen"), [(STAP, 16), (VAN_VERBAND, 19)])
def test_het_aantal_vragen_staat_vast(
    verband: Samenwerkingsverband,
    griffier: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
    pad: str,
    vragen: int,
) -> None:
    klant: Any = log_in(griffier)
    for nummer in range(aantal):
        maak_ronde(maak_regeling(GISTEREN, onderwerpen=["jeugd"]), op=GISTEREN, ontvangen=date(2026, 4, 13))
        maak_moment(verband, GISTEREN, titel=f"Moment {nummer}")
    with django_assert_num_queries(vragen):
        assert klant.get(pad).status_code == 200
