"""No text becomes a query, a program or a request to elsewhere (T15, T17, T18, T19)."""

from __future__ import annotations

import ast
import socket
from typing import Any

import pytest
import yaml
from pytest_socket import SocketConnectBlockedError

from tests.fabriek import maak_verband
from tests.repository.broncode import aanroepen, knopen, naam
from tests.veiligheid.wereld import Wereld
from verbanden.voorbeeld import bestand

GEVAARLIJK = {"pickle", "cPickle", "marshal", "shelve", "dill", "telnetlib", "ftplib", "xmlrpc", "code", "pty"}
# Modules that read XML of others: only through defusedxml.
RUWE_XML = {"xml.sax", "xml.dom.minidom", "xml.dom.pulldom", "lxml", "lxml.etree"}
# Where programs are started: setting up a machine, never in answer to a request.
PROGRAMMA = (
    "samenwerkingswijzer/lokaal/",
    "samenwerkingswijzer/drukpers/werkbank.py",
    "samenwerkingswijzer/bestanden/sluis.py",
)
ZOEKTEKSTEN = (
    "'", "''", '"', "%", "_", "\\", "%'", "' OR 1=1 --", "'; DROP TABLE verbanden_samenwerkingsverband; --", "$$", "{}",
    "%s", "%(a)s", "\u202e", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "*", "(", "[", "\\x",
)  # fmt: skip


def namen_van_imports() -> list[tuple[str, str]]:
    """Every module that our code imports: file and full name."""
    gevonden = [
        (pad.as_posix(), deel.name) for pad, k in knopen(ast.Import) if isinstance(k, ast.Import) for deel in k.names
    ]
    return gevonden + [
        (pad.as_posix(), knoop.module or "")
        for pad, knoop in knopen(ast.ImportFrom)
        if isinstance(knoop, ast.ImportFrom)
    ]


def test_nothing_unpacks_objects_or_reads_raw_xml() -> None:
    fout = [
        (pad, module) for pad, module in namen_van_imports() if module.split(".")[0] in GEVAARLIJK or module in RUWE_XML
    ]
    assert fout == []


def test_yaml_and_programs_are_read_and_started_safely() -> None:
    lezers = [(wat, roep) for _, wat, roep in aanroepen() if wat.startswith("yaml.") and "load" in wat]
    assert {wat for wat, _ in lezers} <= {"yaml.safe_load", "yaml.load"}
    eigen = {naam(roep.args[1]) for wat, roep in lezers if wat == "yaml.load"}
    assert eigen <= {"_Lezer"}
    assert issubclass(bestand._Lezer, yaml.SafeLoader)
    starters = {
        pad for pad, wat, _ in aanroepen() if wat.split(".")[0] in ("subprocess", "Popen") or wat == "os.system"
    }
    assert all(pad.startswith(PROGRAMMA) for pad in starters)
    shell = [pad for pad, _, roep in aanroepen() if any(woord.arg == "shell" for woord in roep.keywords)]
    assert shell == []


def test_sessions_hold_json(settings: Any) -> None:
    assert settings.SESSION_SERIALIZER == "django.contrib.sessions.serializers.JSONSerializer"


def test_sql_is_never_put_together_from_text() -> None:
    """Values go in as parameters; a built-up text is only a name of our own tables."""
    gebouwd = {
        pad
        for pad, wat, roep in aanroepen()
        if wat.split(".")[-1] in {"execute", "executemany", "raw", "extra", "RawSQL"}
        and roep.args
        and isinstance(roep.args[0], ast.JoinedStr | ast.BinOp)
        and not pad.startswith(PROGRAMMA)
    }
    assert gebouwd <= {"samenwerkingswijzer/geheugen.py", "samenwerkingswijzer/zoeken/index.py"}


@pytest.mark.parametrize("tekst", ZOEKTEKSTEN)
def test_a_search_finds_signs_and_nothing_else(wereld: Wereld, tekst: str) -> None:
    """A sign of SQL or of a pattern is a sign: it finds the partnership that has it in its name, and no other."""
    verband = maak_verband(naam=f"Raar{tekst}teken")
    antwoord = wereld.klant("raadslid").get("/verbanden/selectie.csv", {"zoek": f"raar{tekst}teken"})
    assert antwoord.status_code == 200
    regels = antwoord.content.decode("utf-8-sig").splitlines()[1:]
    assert len(regels) == 1
    assert regels[0].replace('""', '"').startswith((verband.naam, f'"{verband.naam}'))


@pytest.mark.parametrize(("tekst", "status"), [("a" * 101, 400), ("a" * 100_000, 400), ("a\x00b", 400), ("   ", 200)])
def test_a_search_that_cannot_be_is_refused(wereld: Wereld, tekst: str, status: int) -> None:
    antwoord = wereld.klant("raadslid").get("/verbanden/", {"zoek": tekst})
    assert antwoord.status_code == status


@pytest.mark.parametrize("plek", [("192.0.2.1", 80), ("198.51.100.7", 443)])
def test_the_suite_itself_reaches_nothing(plek: tuple[str, int]) -> None:
    """The guard that makes every other test prove that nothing is fetched."""
    with pytest.raises((SocketConnectBlockedError, UserWarning)):  # warnings are errors in this suite
        socket.create_connection(plek, timeout=1)
