"""The reader on the whole country. All numbers were counted in the national file of 16 May 2026.

Counted apart from the reader: the raw text was split on its '<p:regeling ' openings; a version is in force where it has
no datumUitwerkingtreding (no day in the file lies after 16 May 2026); a municipality takes part where its code
stands in a deelnemendeOrganisatie; participants are the deelnemendeOrganisatie openings of those pieces.
"""

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from verbanden.roo.lezer import gemeenten, lees
from verbanden.roo.stroom import records

DAG = date(2026, 5, 16)
WORTEL = Path(__file__).resolve().parents[3]
GEHEUGEN_MAX = 200  # MB for the whole process, as the issue asks


@pytest.fixture(scope="module")
def maassluis(landelijk_register):
    return lees(landelijk_register, "Maassluis", peildatum=DAG)


@pytest.mark.parametrize(
    ("gemeente", "code", "regelingen", "deelnemers"),
    [
        ("Maassluis", "gm0556", 8, 86),
        ("Rotterdam", "gm0599", 12, 112),
        ("Schiermonnikoog", "gm0088", 6, 84),
        ("Vlieland", "gm0096", 7, 88),
        ("Rozendaal", "gm0277", 6, 83),
        ("Den Bosch", "gm0796", 8, 105),
    ],
)
def test_regelingen_and_participants_per_municipality(landelijk_register, gemeente, code, regelingen, deelnemers):
    register = lees(landelijk_register, gemeente, peildatum=DAG)
    assert (register.bestand_datum, register.gemeente.code) == (DAG, code)
    assert len(register.regelingen) == regelingen
    assert sum(len(regeling.deelnemers) for regeling in register.regelingen) == deelnemers


def test_the_eight_of_maassluis(maassluis):
    assert [(regeling.korte_naam, regeling.vorm, len(regeling.deelnemers)) for regeling in maassluis.regelingen] == [
        ("Archiefbeheer Maassluis", "regeling_zonder_meer", 2),
        ("DCMR Milieudienst Rijnmond", "openbaar_lichaam", 14),
        ("Gemeentelijke Gezondheidsdienst Rotterdam-Rijnmond", "openbaar_lichaam", 13),
        ("Metropoolregio Rotterdam Den Haag", "openbaar_lichaam", 23),
        ("Openbaar Lichaam Jeugdhulp Rijnmond", "openbaar_lichaam", 15),
        ("Rogplus", "openbaar_lichaam", 3),
        ("Stroomopwaarts MVS", "openbaar_lichaam", 3),
        ("Veiligheidsregio Rotterdam-Rijnmond", "openbaar_lichaam", 13),
    ]


def test_one_regeling_as_its_record_stands(maassluis):
    regeling = next(regeling for regeling in maassluis.regelingen if regeling.korte_naam == "Stroomopwaarts MVS")
    assert (regeling.kvk, regeling.rsin, regeling.oin) == ("62911872", "855010496", "00000001855010496000")
    assert regeling.website == "https://www.stroomopwaarts.nl"
    assert str(regeling.bezoekadres) == "Broersvest 110, 3112 DG Schiedam"
    assert (regeling.oprichting, regeling.in_werking) == (date(2015, 2, 1), date(2024, 1, 1))
    assert (regeling.gewijzigd_op, regeling.geverifieerd_op) == (date(2026, 1, 6), date(2026, 5, 8))
    assert [versie.systeem_id for versie in regeling.versies] == ["28467880", "28468541", "28468565", "29942061"]
    assert [deelnemer.naam for deelnemer in regeling.deelnemers] == [
        "Gemeente Maassluis",
        "Gemeente Schiedam",
        "Gemeente Vlaardingen",
    ]
    assert regeling.opmerkingen == ()


def test_the_register_is_stale_where_it_is_known_to_be(maassluis):
    opgegaan = {"Gemeente Brielle", "Gemeente Hellevoetsluis", "Gemeente Westvoorne"}
    achter = [
        regeling.korte_naam
        for regeling in maassluis.regelingen
        if opgegaan <= {deelnemer.naam for deelnemer in regeling.deelnemers}
    ]
    assert achter == ["Metropoolregio Rotterdam Den Haag", "Openbaar Lichaam Jeugdhulp Rijnmond"]


def test_the_whole_country(landelijk_register):
    alle = gemeenten(landelijk_register)
    soorten = Counter(record.naam for record in records(landelijk_register))
    assert len(alle) == len({gemeente.tooi for gemeente in alle}) == 342
    assert (soorten["organisatie"], soorten["regeling"]) == (1110, 1186)


def test_an_earlier_day_gives_the_version_of_then(landelijk_register):
    register = lees(landelijk_register, "Maassluis", peildatum=date(2020, 12, 31))
    regeling = next(regeling for regeling in register.regelingen if regeling.korte_naam == "Stroomopwaarts MVS")
    assert regeling.systeem_id == "28468541"


def test_memory_of_the_whole_process_stays_small(landelijk_register):
    # VmHWM and not ru_maxrss: the latter starts at the size of the process that started this one
    programma = (
        "import re, sys; from datetime import date; from pathlib import Path;"
        "from verbanden.roo.lezer import lees;"
        "register = lees(Path(sys.argv[1]), 'Maassluis', peildatum=date(2026, 5, 16));"
        "piek = re.search(r'VmHWM:\\s*(\\d+) kB', Path('/proc/self/status').read_text())[1];"
        "print(len(register.regelingen), int(piek) // 1024)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma, str(landelijk_register)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    aantal, megabytes = map(int, klaar.stdout.split())
    assert aantal == 8
    assert megabytes < GEHEUGEN_MAX
