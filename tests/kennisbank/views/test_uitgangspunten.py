"""How a partnership stands on the principles: only what the data say, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from kennisbank.handelingen.inhoud import laad_eigen_invulling
from kennisbank.inhoud import hoofdpunten, slug_van
from kennisbank.models import Soort
from samenwerkingswijzer.models import Gebruiker
from tests.fabriek import (
    NU,
    maak_artikel,
    maak_belangrijkheid,
    maak_cijfer,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_ontwikkelpunt,
    maak_organisatie,
    maak_programma,
    maak_regimepunt,
    maak_spelerspunt,
    maak_stand,
    maak_standpunt,
    maak_verband,
    maak_wgrpunt,
    onze_organisatie,
)
from tests.tabellen import Tabellen
from tests.verbanden.views.hulp import log_in
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
PAD = "/kennisbank/uitgangspunten/kring/"
ONBEKEND = "Nog niet te zeggen"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        yield


@pytest.fixture
def lezer() -> Gebruiker:
    return maak_gebruiker()


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring")


@pytest.fixture
def uitgangspunten() -> None:
    """Every principle, with its key as title."""
    for punt in hoofdpunten():
        for sleutel in punt.uitgangspunten:
            maak_artikel(slug_van(Soort.UITGANGSPUNT, sleutel), Soort.UITGANGSPUNT, GISTEREN, titel=sleutel)


def standen(lezer: Gebruiker, vraag: str = "") -> dict[str, tuple[str, str]]:
    antwoord = log_in(lezer).get(PAD + vraag)
    assert antwoord.status_code == 200
    return {rij[0]: (rij[1], rij[2]) for tabel in Tabellen(antwoord).tabellen for rij in tabel[1:]}


def test_an_empty_partnership_has_no_invented_merit(
    uitgangspunten: None, verband: Samenwerkingsverband, lezer: Gebruiker
) -> None:
    gevonden = {sleutel: stand for sleutel, (stand, _) in standen(lezer).items()}
    assert len(gevonden) == 20  # 'overzicht' is about all partnerships together
    assert gevonden.pop("verlengd_lokaal_bestuur") == "Deels"  # a public form, and a Wgr-check that nobody did
    assert set(gevonden.values()) == {"Niet", ONBEKEND}
    for sleutel in ("raad_op_tijd", "goede_informatie", "evenredige_zeggenschap", "minder_kosten"):
        assert gevonden[sleutel] == ONBEKEND, sleutel


def test_evidence_of_every_function_stands_on_one_page(uitgangspunten: None, lezer: Gebruiker) -> None:
    verband = maak_verband(
        GISTEREN,
        slug="kring",
        doel="Samen doen.",
        meerwaarde="Meer dan alleen.",
        motieven=["ambitie"],
        belangrijkste_motieven=["ambitie"],
        rollen="eigenaar",
    )
    onze, buur = onze_organisatie(GISTEREN), maak_organisatie(GISTEREN)
    for partij, deel, stemmen in ((onze, 30, 1), (buur, 70, 3)):
        maak_deelname(verband, partij, GISTEREN, kostenaandeel=deel, stemmen=stemmen)
        maak_standpunt(verband, partij, op=GISTEREN)
    maak_cijfer(verband, 2026, op=GISTEREN)
    maak_stand(verband, op=GISTEREN)
    maak_programma(verband, op=GISTEREN)
    maak_belangrijkheid(verband, op=GISTEREN, datum=date(2026, 1, 1), mandaat="Tot de index.", onderwerpen=["Toezicht"])
    maak_regimepunt(verband, op=GISTEREN)
    maak_wgrpunt(verband, stand="niet_geregeld", op=GISTEREN)
    maak_spelerspunt(verband, "betrouwbaar_en_duidelijk", op=GISTEREN)
    maak_ontwikkelpunt(verband, GISTEREN, stand="gepland", eigenaar="griffie", termijn=date(2026, 5, 1))
    gevonden = standen(lezer)
    assert {sleutel: stand for sleutel, (stand, _) in gevonden.items()} == {
        "meer_ambitie": "Deels",
        "minder_kosten": "Deels",
        "meerwaarde_gevolgd": "Voldoet",
        "helder_wie_wat_kost": "Voldoet",
        "bedoelingen_passen": "Voldoet",
        "passende_verdeling": "Voldoet",
        "verlengd_lokaal_bestuur": "Deels",
        "raad_op_tijd": ONBEKEND,
        "goede_informatie": ONBEKEND,
        "aandacht_voor_keuzes": "Deels",
        "samenhang_te_zien": "Deels",
        "evaluatiekader": "Niet",
        "zicht_per_verband": "Voldoet",
        "actieve_verantwoording": "Deels",
        "belangen_in_evenwicht": "Voldoet",
        "evenredige_zeggenschap": "Voldoet",
        "goed_geinformeerd": "Voldoet",
        "betrouwbaar_en_duidelijk": "Voldoet",
        "helder_mandaat": "Deels",
        "krachten_bundelen": "Deels",
    }
    assert gevonden["helder_mandaat"][1].startswith("Het mandaat van het college is van 1 januari 2026.")
    assert "1 te laat." in gevonden["krachten_bundelen"][1]
    toen = {sleutel: stand for sleutel, (stand, _) in standen(lezer, "?peildatum=2026-05-19").items()}
    assert toen["meerwaarde_gevolgd"] == "Voldoet"


def test_the_page_is_of_the_day_that_was_asked(verband: Samenwerkingsverband, lezer: Gebruiker) -> None:
    klant = log_in(lezer)
    assert klant.get(f"{PAD}?peildatum=2026-05-18").status_code == 404
    assert klant.get("/kennisbank/uitgangspunten/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_page_asks_as_often_for_any_number(
    uitgangspunten: None,
    verband: Samenwerkingsverband,
    lezer: Gebruiker,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for nummer in range(aantal):
        maak_verband(GISTEREN)
        partij = maak_organisatie(GISTEREN)
        maak_deelname(verband, partij, GISTEREN)
        maak_standpunt(verband, partij, op=GISTEREN)
        maak_ontwikkelpunt(verband, GISTEREN)
        maak_artikel(f"over-{nummer}", op=GISTEREN, verbanden=["kring"])
    klant = log_in(lezer)
    with django_assert_num_queries(38):
        assert klant.get(PAD).status_code == 200


def test_an_ended_partnership_is_not_listed_but_can_still_be_read(lezer: Gebruiker) -> None:
    velden = {"slug": "oud", "naam": "Oud", "levensfase": "beeindigd", "beeindigd_op": date(2026, 1, 1)}
    maak_verband(GISTEREN, **velden)
    klant = log_in(lezer)
    assert "/kennisbank/uitgangspunten/oud/" not in klant.get("/kennisbank/uitgangspunten/").content.decode()
    assert klant.get("/kennisbank/uitgangspunten/oud/").status_code == 200
    assert "/kennisbank/uitgangspunten/oud/" in klant.get("/verbanden/oud/?beeld=totaal").content.decode()


def test_the_words_of_our_own_filling_fit_the_page(verband: Samenwerkingsverband, lezer: Gebruiker) -> None:
    laad_eigen_invulling(GISTEREN)
    assert len(standen(lezer)) == 20
