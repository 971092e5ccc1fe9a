"""The goals of a partnership on the screen and on paper: both judgements, what differs, and the check of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pytest
import time_machine
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Doel, Doeloordeel, Meting
from governance.instrumenten import laad_eigen_invulling
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_doel,
    maak_doeloordeel,
    maak_gebruiker,
    maak_gemeente,
    maak_meting,
    maak_programma,
    maak_verband,
)
from tests.tabellen import Tabellen, tekst
from tests.verbanden.views.hulp import fouten, log_in
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
PAD = "/verbanden/kring/doelen/"
HEEL: dict[str, Any] = {"bron": "jaarverslag", "motief": "ambitie", "lokaal": "Voor ons.", "invloed": "Zelf."}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        laad_eigen_invulling(GISTEREN)
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(GISTEREN, slug="kring", naam="Kring", motieven=["ambitie"])


@pytest.fixture
def houder(verband: Samenwerkingsverband) -> Gebruiker:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER, naam="Accounthouder kring")
    maak_accounthouder(verband, houder)
    return houder


def lees(pad: str = PAD, **vraag: str) -> Any:
    """The page as a council member reads it."""
    return log_in(maak_gebruiker(Rol.RAADSLID)).get(pad, vraag)


def test_zonder_doelen_staat_er_wie_ze_opschrijft(verband: Samenwerkingsverband) -> None:
    woorden = tekst(lees())
    assert "Kring. Er zijn nog geen doelen." in woorden
    assert "De accounthouder schrijft op wat wij met dit verband willen bereiken" in woorden
    assert "5 Maatschappelijk effect Zou een inwoner dit belangrijk vinden en kunnen merken? Geen doel" in woorden


def test_de_berekening_en_het_oordeel_staan_er_beide_met_het_verschil(
    verband: Samenwerkingsverband, houder: Gebruiker
) -> None:
    doel = maak_doel(verband, titel="Meer dingen", programma=maak_programma(verband, "Dingen"), **HEEL)
    maak_meting(doel, 120)
    maak_doeloordeel(doel, "op_koers", zin="In de zomer komt er veel bij.", auteur=houder)
    woorden = tekst(lees())
    assert "Kring. Eén doel: 1 op koers." in woorden
    assert (
        "Berekend Achter 120 dingen gemeten op 31 december 2025. Op de lijn naar het doel hoort dan 125. "
        "Met dit tempo wordt het in 2028 ongeveer 180." in woorden
    )
    assert "Oordeel Op koers In de zomer komt er veel bij. Accounthouder kring, 20 mei 2026" in woorden
    assert "Verschil. De berekening zegt achter, het oordeel is op koers." in woorden
    assert "Motief Meer bereiken dan alleen kan Programma Dingen Bron jaarverslag, elk jaar" in woorden
    assert "trede 4, verandering in gedrag of kwaliteit" in woorden
    assert "Dit doel kan goed worden geëvalueerd. 14 van 14 punten kloppen." in woorden


@pytest.mark.parametrize(
    ("waarde", "oordeel", "verschil"),
    [
        (125, "op_koers", False),
        (124, "achter", False),
        (200, "gehaald", False),
        (200, "op_koers", True),
        (125, "niet_te_zeggen", True),
        (None, "niet_te_zeggen", False),
        (None, "op_koers", True),
    ],
)
def test_een_verschil_staat_er_alleen_als_het_er_is(
    verband: Samenwerkingsverband, waarde: int | None, oordeel: str, verschil: bool
) -> None:
    doel = maak_doel(verband)
    meting = maak_meting(doel, waarde) if waarde else None
    maak_doeloordeel(doel, oordeel, meting=meting if oordeel == "gehaald" else None)
    assert ("Verschil." in tekst(lees())) is verschil


def test_een_oordeel_van_voor_de_laatste_meting_zegt_dat(verband: Samenwerkingsverband) -> None:
    doel = maak_doel(verband)
    maak_doeloordeel(doel, "op_koers", datum=date(2025, 6, 1))
    maak_meting(doel, 110)
    assert "Het oordeel is van voor de laatste meting." in tekst(lees())


def test_een_getekende_toelichting_staat_er_met_wie_haar_tekende(
    verband: Samenwerkingsverband, houder: Gebruiker
) -> None:
    maak_doeloordeel(maak_doel(verband), "gehaald", onderbouwing="Het contract is getekend.", auteur=houder)
    woorden = tekst(lees())
    assert "Getekende toelichting: Het contract is getekend. Getekend: Accounthouder kring, 20 mei 2026" in woorden
    assert "De berekening zegt geen meting, het oordeel is gehaald." in woorden


def test_wat_ontbreekt_krijgt_een_tip_en_een_begin(verband: Samenwerkingsverband) -> None:
    maak_doel(verband, omschrijving="We zetten in op goede dingen.", streefwaarde=None, trede="inzet", richting="")
    woorden = tekst(lees())
    assert "Dit doel kan nog niet worden geëvalueerd. Vul eerst aan wat ontbreekt. 4 van 14 punten kloppen." in woorden
    assert "Er staat alleen een activiteit. Gevonden: ‘we zetten in’." in woorden
    assert "De tekst bevat een vaag woord. Gevonden: ‘goede’." in woorden
    assert "Een begin: ‘Verzonnen dingen: … in 2028, tegen 100 dingen in 2024.’" in woorden
    assert "Niet te berekenen: wat beter is en een streefwaarde ontbreekt." in woorden


def test_de_grafiek_heeft_woorden_en_een_tabel(verband: Samenwerkingsverband) -> None:
    doel = maak_doel(verband, titel="Meer dingen")
    maak_meting(doel, 120, toelichting="Voorlopig cijfer.")
    maak_meting(doel, "150.5", datum=date(2026, 5, 1))
    antwoord = lees()
    assert "<title>Meer dingen: meting tegenover doel</title>" in antwoord.content.decode()
    assert (
        "<desc>Nulmeting 2024: 100. Doel 2028: 200. Metingen: 31 december 2025: 120; 1 mei 2026: 150,5. "
        "Eenheid: dingen.</desc>" in antwoord.content.decode()
    )
    assert Tabellen(antwoord).tabellen == [
        [
            ["Gemeten op", "Waarde", "Op de lijn", "Bron"],
            ["1-5-2026", "150,5 dingen", "133,3", "verzonnen bron"],
            ["31-12-2025", "120 dingen", "125", "verzonnen bron Voorlopig cijfer."],
        ]
    ]


def test_wie_leest_ziet_geen_knoppen_en_wie_mag_wel(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    doel = maak_doel(verband)
    assert "/bewerken/" not in lees().content.decode()
    inhoud = log_in(houder).get(PAD).content.decode()
    for pad in ("doelen/nieuw/", f"metingen/nieuw/?doel={doel.pk}", f"doeloordelen/nieuw/?doel={doel.pk}"):
        assert f"/verbanden/kring/bewerken/{pad}" in inhoud


def test_een_doel_van_een_vervallen_trede_en_een_losgelaten_doel(verband: Samenwerkingsverband) -> None:
    maak_doel(verband, titel="Zonder trede", trede="van_vroeger")
    maak_doel(verband, titel="Losgelaten", vervallen_op=NU.date())
    woorden = tekst(lees())
    assert "Zonder trede staat op een trede die er niet meer is" in woorden
    assert "Losgelaten" not in woorden


def test_de_peildatum_toont_de_doelen_metingen_en_ladder_van_toen(
    verband: Samenwerkingsverband, houder: Gebruiker
) -> None:
    doel = maak_doel(verband, GISTEREN, titel="Van gisteren")
    maak_meting(doel, 120, GISTEREN)
    maak_doel(verband, titel="Van vandaag")
    maak_meting(doel, 199, datum=NU.date())
    antwoord = log_in(houder).get(PAD, {"peildatum": GISTEREN.date().isoformat()})
    woorden = tekst(antwoord)
    assert "Eén doel: 1 achter." in woorden
    assert "Van vandaag" not in woorden
    assert "/bewerken/" not in antwoord.content.decode()
    assert "199" not in woorden


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("toen", ["", "?peildatum=2026-05-20"])
def test_evenveel_vragen_bij_elk_aantal(
    django_assert_num_queries: DjangoAssertNumQueries, verband: Samenwerkingsverband, aantal: int, toen: str
) -> None:
    for _ in range(aantal):
        doel = maak_doel(verband, programma=maak_programma(verband, aandeel=0))
        maak_meting(doel)
        maak_doeloordeel(doel)
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get(PAD)
    with django_assert_num_queries(10):
        assert klant.get(PAD + toen).status_code == 200


def test_een_doel_meten_en_beoordelen_in_het_bewerkscherm(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    klant = log_in(houder)
    velden = {
        "titel": "Meer dingen", "omschrijving": "In 2028 zijn er 200 dingen.", "invalshoek": "inhoud",
        "trede": "effect", "richting": "hoger", "nulmeting": "100,5", "nulmeting_jaar": "2024", "streefwaarde": "200",
        "streefjaar": "2028", "ritme": "jaar",
    }  # fmt: skip
    assert klant.post("/verbanden/kring/bewerken/doelen/nieuw/", velden).status_code == 302
    doel = Doel.objects.get()
    assert (str(doel.nulmeting), str(doel.marge)) == ("100.500", "0.000")
    meting = {"doel": str(doel.pk), "datum": "31-12-2025", "waarde": "120,25", "bron": "telling"}
    assert klant.post("/verbanden/kring/bewerken/metingen/nieuw/", meting).status_code == 302
    lijst = Tabellen(klant.get("/verbanden/kring/bewerken/metingen/")).tabellen[0]
    assert lijst[1] == ["Meer dingen bewerken", "31 december 2025", "120,25", "telling"]
    lijst = Tabellen(klant.get("/verbanden/kring/bewerken/doelen/")).tabellen[0]
    assert lijst[1][3:5] == ["200", "2028"]
    oordeel = {"doel": str(doel.pk), "oordeel": "gehaald", "zin": "Het is gelukt.", "datum": "20-5-2026"}
    antwoord = klant.post("/verbanden/kring/bewerken/doeloordelen/nieuw/", oordeel)
    assert antwoord.status_code == 422
    assert fouten(antwoord) == [
        (
            "Onderbouwing zonder meting: Een doel is pas gehaald met een meting of een getekende toelichting. "
            "Er is geen meting die de streefwaarde haalt: schrijf hier op waarom het doel toch is gehaald."
        )
    ]
    oordeel["onderbouwing"] = "Het contract is getekend."
    assert klant.post("/verbanden/kring/bewerken/doeloordelen/nieuw/", oordeel).status_code == 302
    assert Doeloordeel.objects.get().auteur == houder
    woorden = tekst(klant.get("/verbanden/kring/geschiedenis/"))
    assert "Meer dingen" in woorden


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"trede": "verzonnen"}, "Trede van de prestatieladder: "),
        ({"nulmeting_jaar": ""}, "Vul bij de nulmeting de waarde en het jaar in, of geen van beide."),
        ({"streefjaar": "2020"}, "Het streefjaar komt na het jaar van de nulmeting."),
        ({"marge": "2"}, "Een bandbreedte hoort alleen bij 'rond de streefwaarde blijven'."),
        ({"streefwaarde": "veel"}, "Streefwaarde: Vul een getal in, bijvoorbeeld 12 of 7,5."),
        ({"motief": "partner"}, "Motief: "),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(
    verband: Samenwerkingsverband, houder: Gebruiker, velden: dict[str, str], melding: str
) -> None:
    goed = {
        "titel": "Doel", "omschrijving": "In 2028 is het klaar.", "invalshoek": "inhoud", "trede": "effect",
        "richting": "hoger", "nulmeting": "1", "nulmeting_jaar": "2024", "streefwaarde": "2", "streefjaar": "2028",
        "ritme": "jaar",
    }  # fmt: skip
    antwoord = log_in(houder).post("/verbanden/kring/bewerken/doelen/nieuw/", goed | velden)
    assert antwoord.status_code == 422
    assert [fout[: len(melding)] for fout in fouten(antwoord)] == [melding]
    assert Doel.objects.count() == 0


def test_een_meting_uit_de_toekomst_bestaat_niet(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    velden = {"doel": str(maak_doel(verband).pk), "datum": "1-1-2027", "waarde": "1", "bron": "x"}
    antwoord = log_in(houder).post("/verbanden/kring/bewerken/metingen/nieuw/", velden)
    assert fouten(antwoord) == ["Gemeten op: Deze datum ligt in de toekomst."]
    assert Meting.objects.count() == 0


def test_een_doel_waar_iets_aan_hangt_gaat_niet_weg(verband: Samenwerkingsverband, houder: Gebruiker) -> None:
    doel = maak_doel(verband)
    meting = maak_meting(doel)
    klant = log_in(houder)
    antwoord = klant.post(f"/verbanden/kring/bewerken/doelen/{doel.pk}/verwijderen/", {"versie": "1"})
    assert antwoord.status_code == 422
    assert "Er is niets verwijderd. Andere gegevens horen hierbij of rusten hierop." in tekst(antwoord)
    klant.post(f"/verbanden/kring/bewerken/metingen/{meting.pk}/verwijderen/", {"versie": "1"})
    klant.post(f"/verbanden/kring/bewerken/doelen/{doel.pk}/verwijderen/", {"versie": "1"})
    assert Doel.objects.count() == 0


def test_het_dashboard_toont_drie_doelen_en_de_rest_onder_meer(verband: Samenwerkingsverband) -> None:
    for nummer in range(4):
        doel = maak_doel(verband, titel=f"Goed {nummer}")
        maak_meting(doel, 130)
    achter = maak_doel(verband, titel="Slecht", eenheid="%")
    maak_meting(achter, 101)
    maak_doeloordeel(achter, "op_koers")
    achter = maak_doel(verband, titel="Slechter", eenheid="%")
    maak_meting(achter, 101)
    kern, alle = (rijen for rijen in Tabellen(lees("/verbanden/kring/")).tabellen if rijen[0][0] == "Doel")
    assert kern[1:] == [
        ["Slechter", "200%", "101%", "Achter"],
        ["Goed 0 dingen", "200", "130", "Op koers"],
        ["Goed 1 dingen", "200", "130", "Op koers"],
    ]
    assert len(alle) == 7
    assert "En nog 3 doelen." in tekst(lees("/verbanden/kring/"))


def woorden_van(pdf: bytes) -> str:
    """The words of a PDF."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("aantal", [0, 4])
def test_het_blad_is_toegankelijk_en_zegt_hetzelfde(verband: Samenwerkingsverband, tmp_path: Path, aantal: int) -> None:
    for nummer in range(aantal):
        doel = maak_doel(verband, titel=f"Doel {nummer}", **HEEL)
        maak_meting(doel, 120)
        maak_doeloordeel(doel, "op_koers")
    antwoord = lees("/verbanden/kring/doelen.pdf")
    assert antwoord["Content-Type"] == "application/pdf"
    assert Gebeurtenis.objects.latest("id").details["soort"] == "doelen.pdf"
    bestand = tmp_path / "doelen.pdf"
    bestand.write_bytes(antwoord.content)
    woorden = woorden_van(antwoord.content)
    if aantal:
        assert "Doel 0 4 200 dingen in 2028 120 dingen Achter Op koers" in woorden
        assert "Verschil. De berekening zegt achter, het oordeel is op koers." in woorden
    else:
        assert "Er zijn nog geen doelen." in woorden
    with pikepdf.open(bestand) as document:
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Doelen en resultaten van Kring, 20 mei 2026"
        assert bool(document.Root.MarkInfo.Marked)
    uitslag = outloud.check(str(bestand))
    ernstig = [vondst.rule for vondst in uitslag.findings if str(vondst.severity).lower().endswith("error")]
    assert ernstig == ([] if aantal else ["TAG-002"])  # on an almost empty sheet the footer looks like prose
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []


def test_de_ladder_wordt_uitgelegd_en_de_beheerder_vindt_het_instrument(verband: Samenwerkingsverband) -> None:
    antwoord = lees("/prestatieladder/")
    woorden = tekst(antwoord)
    assert woorden.index("5 Maatschappelijk effect") < woorden.index("1 Middelen en inspanning")
    assert "Kan dit doel worden geëvalueerd?" in woorden
    assert "U kunt er een nieuwe versie van maken" not in woorden
    beheer = log_in(maak_gebruiker(Rol.BEHEERDER)).get("/prestatieladder/")
    assert "U kunt er een nieuwe versie van maken bij Instrumenten" in tekst(beheer)
    assert re.search(r'href="/instrumenten/\d+/">Naar het instrument', antwoord.content.decode())
