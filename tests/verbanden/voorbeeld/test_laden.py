"""The loader: strict about what stands in a file, and all or nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils.module_loading import autodiscover_modules

from samenwerkingswijzer.models import Gemeente
from verbanden.models import Jaarcijfer, Organisatie, Samenwerkingsverband
from verbanden.voorbeeld import secties
from verbanden.voorbeeld.bestand import VoorbeeldFout
from verbanden.voorbeeld.laden import laad

pytestmark = pytest.mark.django_db

VERBAND = """
op: 2025-09-01
verbanden:
- {slug: proef, naam: Proef (fictief), vorm: nv}
"""


@pytest.fixture
def map_met(tmp_path):
    """Write files and load them."""
    autodiscover_modules("voorbeeld.register")

    def doe(**inhoud: str) -> int:
        for naam, tekst in inhoud.items():
            (tmp_path / f"{naam}.yaml").write_text(tekst)
        return laad([tmp_path])

    return doe


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("verbanden: [", "a.yaml is niet te lezen"),
        ("- een lijst", "a.yaml moet bestaan uit namen met waarden."),
        ("op: 2025-09-01\nop: 2025-09-02", "'op' staat er twee keer"),
        ("iets: []", "a.yaml: het onderdeel 'iets' is onbekend."),
        ("organisaties: {naam: X}", "a.yaml: het onderdeel 'organisaties' moet een lijst zijn."),
        ("organisaties: [{naam: X, soort: gemeente}]", "a.yaml, organisaties, nummer 1: 'None' is geen datum."),
        ("op: gisteren\norganisaties: [{naam: X, soort: gemeente}]", "'gisteren' is geen datum."),
        ("op: 2025-09-01\norganisaties: [{nam: X}]", "a.yaml, organisaties, nummer 1: 'nam' is onbekend."),
        ("op: 2025-09-01\norganisaties: [{naam: X, soort: gemeente, versie: 9}]", "'versie' is onbekend."),
        ("op: 2025-09-01\norganisaties: [{naam: X, soort: dorp}]", "Waarde 'dorp' is geen geldige keuze. (soort)"),
        ("op: 2025-09-01\nteamleden: [{verband: weg}]", "er is (dan nog) geen samenwerkingsverband met de naam 'weg'."),
        ("op: 2025-09-01\norganisaties: [{naam: X, soort: gemeente, door: ik}]", "geen gebruiker met de naam 'ik'."),
        (
            "op: 2025-09-01\norganisaties: [{naam: X, soort: gemeente, wijzigingen: [{op: 2025-09-01, naam: Y}]}]",
            "een wijziging komt na het begin.",
        ),
        (
            VERBAND + "verband: proef\ncijfers: {bijdrage: {begroting 1066: 5}}",
            "de ronde 'begroting 1066' is onbekend.",
        ),
        (VERBAND + "verband: proef\ncijfers: [1]", "cijfers staan per post en per ronde."),
        (VERBAND + "verband: proef\ncijfers: {koffie: {begroting 2026: 5}}", "(post)"),
    ],
)
def test_een_bestand_met_een_fout_wordt_geweigerd_met_de_plek(map_met, tekst, melding):
    with pytest.raises(VoorbeeldFout) as fout:
        map_met(a=tekst)
    assert melding in str(fout.value)


def test_bij_een_fout_staat_er_niets(map_met):
    with pytest.raises(VoorbeeldFout):
        map_met(a=VERBAND, b="op: 2025-09-01\norganisaties: [{naam: X, soort: dorp}]")
    assert (Samenwerkingsverband.objects.count(), Samenwerkingsverband.history.count()) == (0, 0)


def test_elke_rij_krijgt_haar_eigen_moment_en_haar_eigen_reden(map_met):
    aantal = map_met(
        a="""
gebruikers: [{sleutel: g, op: 2025-08-01, email: g@proef.example, naam: Griffier, rol: griffie}]
organisaties:
- naam: Oud
  soort: gemeente
  op: 2025-09-01
  wijzigingen:
  - {op: 2026-02-03 14:05:00, door: g, reden: Nieuwe naam, naam: Nieuw}
"""
    )
    amsterdam = ZoneInfo("Europe/Amsterdam")
    assert aantal == 3
    assert list(
        Organisatie.history.order_by("history_date").values_list(
            "naam", "versie", "history_date", "history_change_reason", "history_user__naam"
        )
    ) == [
        ("Oud", 1, datetime(2025, 9, 1, 12, 0, tzinfo=amsterdam), None, None),
        ("Nieuw", 2, datetime(2026, 2, 3, 14, 5, tzinfo=amsterdam), "Nieuwe naam", "Griffier"),
    ]


def test_een_cijfer_neemt_jaar_stadium_en_peildatum_van_zijn_ronde(map_met):
    map_met(a=VERBAND + "verband: proef\ncijfers: {bijdrage: {begroting 2026: 12.5}}")
    cijfer = Jaarcijfer.objects.get()
    assert (cijfer.jaar, cijfer.stadium, str(cijfer.bedrag), cijfer.bron) == (
        2026,
        "begroot",
        "12.500",
        "voorbeeldcijfer (fictief)",
    )


def test_buiten_de_demo_weigert_de_opdracht(settings):
    settings.DEMO = False
    with pytest.raises(CommandError) as fout:
        call_command("laad_voorbeeld")
    assert str(fout.value) == "De voorbeeldgemeente is alleen voor de demo. Zet SW_DEMO op 1."
    assert Gemeente.objects.count() == 0


def test_een_fout_in_de_gegevens_wordt_een_zin_van_de_opdracht(settings, tmp_path, monkeypatch):
    settings.DEMO = True
    (tmp_path / "fout.yaml").write_text("iets: []")
    monkeypatch.setattr(secties, "MAPPEN", [tmp_path])
    monkeypatch.setattr("verbanden.voorbeeld.laden.MAPPEN", [tmp_path])
    with pytest.raises(CommandError) as fout:
        call_command("laad_voorbeeld")
    assert str(fout.value) == "De voorbeeldgemeente is niet geladen. fout.yaml: het onderdeel 'iets' is onbekend."


def test_een_organisatie_zonder_verband_blijft_onaangeroerd_bij_een_gevulde_database(settings, capsys):
    settings.DEMO = True
    Gemeente.objects.create(id=1, naam="Elders")
    call_command("laad_voorbeeld")
    assert capsys.readouterr().out == "Er staat al een gemeente in de database. Er is niets geladen.\n"
    assert (Gemeente.huidige().naam, Organisatie.objects.count()) == ("Elders", 0)
