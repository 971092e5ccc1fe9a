"""The command, on made-up files and on the national register itself."""

import gzip
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis, Gemeente
from tests.fabriek import AMSTERDAM, NU, maak_verband
from verbanden.handelingen.register import importeer
from verbanden.models import Deelname, Organisatie, Samenwerkingsverband, Voorstel
from verbanden.roo.lezer import lees

pytestmark = pytest.mark.django_db
WORTEL = Path(__file__).resolve().parents[3]
VANDAAG = datetime(2026, 6, 1, 12, tzinfo=AMSTERDAM)
REGISTERDAG = date(2026, 5, 16)
GEHEUGEN_MAX = 200  # MB, the whole command with Django
BOM = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><overheidsorganisaties>&c;</overheidsorganisaties>'
BUITEN = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><overheidsorganisaties>&b;</overheidsorganisaties>'


def roep_aan(bestand: Path, gemeente: str = "Verzonnendam", **opties) -> list[str]:
    """Run the command on 1 June 2026; the lines it prints."""
    uitvoer = StringIO()
    with time_machine.travel(VANDAAG):
        call_command("importeer_roo", str(bestand), gemeente=gemeente, stdout=uitvoer, **opties)
    return uitvoer.getvalue().splitlines()


def aantallen() -> list[int]:
    """How many rows there are of everything an import can touch."""
    modellen = (Samenwerkingsverband, Organisatie, Deelname, Voorstel, Gemeente, Gebeurtenis)
    return [model._default_manager.count() for model in modellen]


@pytest.mark.parametrize("gemeente", ["Verzonnendam", "gemeente verzonnendam", "gm9001"])
def test_filling_says_what_it_did(verzonnen_register, gemeente):
    assert roep_aan(verzonnen_register, gemeente, direct=True) == [
        "Register van 1 juni 2026, Gemeente Verzonnendam: 3 verbanden met 8 deelnemers.",
        "Alles staat in het portaal. Beoordeel per verband nog het bestuurlijk en het financieel belang.",
        "Het register is zelf niet overal even vers: de oudste controle is van 1 april 2026 (9 weken geleden).",
        "Openbaar lichaam Foute Nummers: Het KVK-nummer in het register is ongeldig en niet overgenomen: '1234567'.",
        "Openbaar lichaam Foute Nummers: Het rsin in het register is ongeldig en niet overgenomen: '123456789'.",
        (
            "Openbaar lichaam Foute Nummers: Het OIN in het register is ongeldig en niet overgenomen: "
            "'I0000003123456780000'."
        ),
        (
            "Openbaar lichaam Foute Nummers: De verdeelsleutel van Gemeente ’s-Bedachtenberg is geen getal en niet "
            "overgenomen."
        ),
    ]


def test_a_packed_file_and_proposals(verzonnen_register, schrijf):
    ingepakt = schrijf(gzip.compress(verzonnen_register.read_bytes()), "register.xml.gz")
    eerste = "Register van 1 juni 2026, Gemeente Verzonnendam: 3 verbanden met 8 deelnemers."
    assert roep_aan(ingepakt)[:2] == [eerste, "3 nieuwe voorstellen, 0 bijgewerkt, 0 vervallen; 3 open."]
    assert roep_aan(ingepakt)[:2] == [eerste, "0 nieuwe voorstellen, 0 bijgewerkt, 0 vervallen; 3 open."]


def test_a_reference_date(verzonnen_register):
    regels = roep_aan(verzonnen_register, direct=True, peildatum="1-1-2012")
    assert regels[0] == "Register van 1 juni 2026, Gemeente Verzonnendam: 2 verbanden met 3 deelnemers."


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        ({"gemeente": "Atlantis"}, "Atlantis"),
        ({"gemeente": ""}, r"\."),
        ({"peildatum": "gisteren"}, "De peildatum klopt niet. Vul een datum in"),
        ({"peildatum": "2-6-2026"}, "De peildatum ligt in de toekomst."),
    ],
)
def test_wrong_options_give_one_sentence_and_change_nothing(verzonnen_register, opties, melding):
    with pytest.raises(CommandError, match=melding):
        roep_aan(verzonnen_register, **({"direct": True} | opties))
    assert aantallen() == [0] * 6


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Het bestand is leeg."),
        (b"naam;vorm\n", "geen geldige XML"),
        (b"%PDF-1.7\n", "pdf-bestand"),
        (b"<factuur/>", "begint met 'factuur'"),
        (BOM.encode(), "documenttype"),
        (BUITEN.encode(), "documenttype"),
        (b"\x1f\x8b\x08\x00kapot", "beschadigd|afgebroken"),
        (bytes(range(256)), "geen geldige XML"),
    ],
)
@pytest.mark.parametrize("direct", [True, False])
def test_a_wrong_file_gives_one_sentence_and_changes_nothing(schrijf, inhoud, melding, direct):
    with pytest.raises(CommandError, match=melding) as gevangen:
        roep_aan(schrijf(inhoud), direct=direct)
    assert "\n" not in str(gevangen.value)
    assert aantallen() == [0] * 6


def test_a_truncated_file_changes_nothing(verzonnen_register, schrijf):
    inhoud = verzonnen_register.read_bytes()
    with pytest.raises(CommandError, match="afgebroken"):
        roep_aan(schrijf(inhoud[: len(inhoud) // 2]), direct=True)
    assert aantallen() == [0] * 6


def test_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="bestaat niet"):
        roep_aan(Path("weg.xml"), direct=True)


def test_a_value_that_does_not_fit_stops_everything(verzonnen_register, schrijf):
    lang = verzonnen_register.read_text().replace("Stadt Erfundenburg", "Stadt " + "x" * 200)
    with pytest.raises(CommandError, match=r"^Deelnemer Stadt x+: .* Er is niets veranderd\.$"):
        roep_aan(schrijf(lang), direct=True)
    assert aantallen() == [0] * 6


def test_direct_on_a_filled_portal_is_refused(verzonnen_register):
    maak_verband()
    voor = aantallen()
    with pytest.raises(CommandError, match="Laat --direct weg"):
        roep_aan(verzonnen_register, direct=True)
    assert aantallen() == voor


@pytest.mark.parametrize(
    ("gemeente", "verbanden", "deelnemers"),
    [
        ("Maassluis", 8, 86),
        ("Rotterdam", 12, 112),
        ("Schiermonnikoog", 6, 84),
        ("Vlieland", 7, 88),
        ("Rozendaal", 6, 83),
    ],
)
def test_the_national_register(landelijk_register, gemeente, verbanden, deelnemers):
    register = lees(landelijk_register, gemeente, peildatum=REGISTERDAG)
    eerste = importeer(register=register, op=NU, direct=True)
    assert (eerste.verbanden, eerste.deelnemers) == (verbanden, deelnemers)
    assert (Samenwerkingsverband.objects.count(), Deelname.objects.count()) == (verbanden, deelnemers)
    assert Organisatie.objects.filter(tooi=Gemeente.huidige().tooi, soort="gemeente").count() == 1

    tweede = importeer(register=register, op=NU + timedelta(days=1), direct=False)
    assert (tweede.voorstellen.nieuw, tweede.voorstellen.open) == (0, 0)

    verband = Samenwerkingsverband.objects.earliest("id")
    verband.vestigingsplaats = "Elders"
    bewaar(verband, door=None, op=NU + timedelta(days=2))
    derde = importeer(register=register, op=NU + timedelta(days=3), direct=False)
    assert (derde.voorstellen.nieuw, derde.voorstellen.open) == (1, 1)


def test_memory_of_the_whole_command_stays_small(landelijk_register):
    programma = (
        "import re, sys, django; from pathlib import Path; django.setup();"
        "from django.core.management import call_command; from django.db import connection, transaction;"
        "connection.settings_dict['NAME'] = sys.argv[2];"
        "a = transaction.atomic(); a.__enter__();"
        "call_command('importeer_roo', sys.argv[1], gemeente='Maassluis', direct=True);"
        "transaction.set_rollback(True); a.__exit__(None, None, None);"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', Path('/proc/self/status').read_text())[1])"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma, str(landelijk_register), connection.settings_dict["NAME"]],
        cwd=WORTEL,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.instellingen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    *regels, piek = klaar.stdout.splitlines()
    assert regels[0] == "Register van 16 mei 2026, Gemeente Maassluis: 8 verbanden met 86 deelnemers."
    assert int(piek) // 1024 < GEHEUGEN_MAX
    assert aantallen() == [0] * 6
