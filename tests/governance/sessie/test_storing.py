"""Web processes and database connections are killed while forty people score and the session closes half-way.

First the naive way, to show that the danger is real: who sends once and looks away, loses the score. Then the way of
the page, which keeps the form until the answer says 'opgeslagen' or 'gesloten': none lost, none double, none late.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlencode

import psycopg
import pytest

from governance.handelingen.sessieslot import NUMMER
from tests.prestaties.bench import BASIS, kladdatabase, vrije_poort, webserver
from tests.prestaties.sessie import bewijs

MENSEN, LANGST = 40, 60.0
OPGESLAGEN, GESLOTEN, GEEN_ANTWOORD = 302, 409, 0
KLASSEN = ("politiek_zeer_belangrijk", "politiek_belangrijk", "bestuurlijk_belangrijk", "ambtelijk_belangrijk")
BINNEN = """
    SELECT wie.email, score.klasse FROM governance_score score
    JOIN governance_sessieverband rij ON rij.id = score.sessieverband_id AND rij.volgorde = 1
    JOIN governance_sessiedeelnemer deelnemer ON deelnemer.id = score.deelnemer_id
    JOIN samenwerkingswijzer_gebruiker wie ON wie.id = deelnemer.gebruiker_id
"""
GESCOORD = """
    SELECT wie.email FROM governance_gescoord gescoord
    JOIN governance_sessieverband rij ON rij.id = gescoord.sessieverband_id AND rij.volgorde = 1
    JOIN governance_sessiedeelnemer deelnemer ON deelnemer.id = gescoord.deelnemer_id
    JOIN samenwerkingswijzer_gebruiker wie ON wie.id = deelnemer.gebruiker_id
"""
GETELD = """
    SELECT sum(aantal) FROM governance_scoretelling telling
    JOIN governance_sessieverband rij ON rij.id = telling.sessieverband_id AND rij.volgorde = 1
"""
VERBREEK = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name <> 'toets'
"""
WACHTENDEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@dataclass
class Opstelling:
    """A portal that serves an open session over loopback, and a hand on its processes and its database."""

    poort: int
    gevuld: dict[str, Any]
    adres: str
    server: subprocess.Popen[bytes]
    sleutels: list[tuple[str, str]] = field(default_factory=list)

    def verbinding(self) -> psycopg.Connection[Any]:
        """A connection of our own, which no disturbance ends."""
        return psycopg.connect(self.adres, autocommit=True, application_name="toets")

    def doe(self, vraag: LiteralString) -> list[tuple[Any, ...]]:
        """A query on the database."""
        with self.verbinding() as verbinding:
            return verbinding.execute(vraag).fetchall()

    def werkers(self) -> list[int]:
        """The processes that answer requests."""
        kinderen = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return [int(nummer) for nummer in kinderen.read_text(encoding="ascii").split()]

    def stuur(self, plek: int) -> int:
        """Send the score of one person once: the status, or 0 when no answer came."""
        cookie, bewijs_ = self.sleutels[plek]
        vorm = {"csrfmiddlewaretoken": bewijs_, "klasse": KLASSEN[plek % 4], "redenen": "geld", "zin": ""}
        return post(self.poort, self.gevuld["scoor"], cookie, vorm)

    def stuur_tot_antwoord(self, plek: int) -> int:
        """Send it again until it is kept or refused, as a person does whose screen says 'Niet opgeslagen'."""
        einde = time.monotonic() + LANGST
        while time.monotonic() < einde:
            if (status := self.stuur(plek)) in (OPGESLAGEN, GESLOTEN):
                return status
            time.sleep(0.05)
        return GEEN_ANTWOORD


Storing = Callable[[Opstelling], None]


def post(poort: int, pad: str, cookie: str, vorm: dict[str, str]) -> int:
    """A form sent over a connection of its own: the status, or 0 when no answer came."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=20)
    koppen = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    try:
        verbinding.request("POST", pad, urlencode(vorm), koppen)
        return verbinding.getresponse().status
    except (OSError, HTTPException):
        return GEEN_ANTWOORD
    finally:
        verbinding.close()


@contextmanager
def opstelling(openbaarheid: str, tabellen: str) -> Iterator[Opstelling]:
    """Two web processes of production on a scratch database with an open session of forty people."""
    poort = vrije_poort()
    with kladdatabase(tabellen) as adres, pytest.MonkeyPatch.context() as omgeving:
        instellingen = {
            "SW_DEMO": "1",
            "SW_SECRET_KEY": os.urandom(32).hex(),
            "SW_WEB_WORKERS": "2",
            "DATABASE_URL": adres,
            "PORT": str(poort),
            "DJANGO_SETTINGS_MODULE": "tests.prestaties.instellingen",
        }
        for naam, waarde in instellingen.items():
            omgeving.setenv(naam, waarde)
        opdracht = [sys.executable, "-m", "tests.prestaties.sessie_vullen", str(MENSEN), openbaarheid]
        klaar = subprocess.run(opdracht, cwd=BASIS, stdout=subprocess.PIPE, text=True, check=True)
        gevuld = json.loads(klaar.stdout)
        with webserver(poort) as server:
            gemaakt = Opstelling(poort, gevuld, adres, server)
            gemaakt.sleutels = [bewijs(poort, gevuld["scoor"], cookie) for cookie in gevuld["deelnemers"]]
            yield gemaakt


def sluit(opgesteld: Opstelling) -> None:
    """The griffie closes scoring, again and again until it is closed."""
    cookie, waarde = bewijs(opgesteld.poort, opgesteld.gevuld["sluiten"], opgesteld.gevuld["scherm"])
    einde = time.monotonic() + LANGST
    while opgesteld.doe("SELECT status FROM governance_sessie") == [("scoren",)]:
        assert time.monotonic() < einde, "the session did not close"
        post(opgesteld.poort, opgesteld.gevuld["sluiten"], cookie, {"csrfmiddlewaretoken": waarde})


def breek_verbindingen(opgesteld: Opstelling) -> None:
    """End every connection of the portal with its database."""
    opgesteld.doe(VERBREEK)


def dood_werkers(opgesteld: Opstelling) -> None:
    """Kill every web process, in the midst of what it does."""
    for werker in opgesteld.werkers():
        with suppress(ProcessLookupError):
            os.kill(werker, signal.SIGKILL)


@pytest.fixture(scope="module")
def op_naam(tabellen: str) -> Iterator[Opstelling]:
    with opstelling("op_naam", tabellen) as gemaakt:
        yield gemaakt


@pytest.mark.parametrize(
    ("storing", "plekken"), [(breek_verbindingen, range(4)), (dood_werkers, range(4, 8))], ids=["database", "web"]
)
def test_naief_gaat_een_score_verloren(op_naam: Opstelling, storing: Storing, plekken: range) -> None:
    """Who sends once loses the score when something breaks right then; who sends again does not."""
    voor = len(op_naam.doe(BINNEN))
    with ThreadPoolExecutor(len(plekken)) as draden, op_naam.verbinding() as slot:
        slot.execute("SELECT pg_advisory_lock(%s, %s)", [NUMMER, op_naam.gevuld["sessie"]])
        eenmaal = [draden.submit(op_naam.stuur, plek) for plek in plekken]
        einde = time.monotonic() + LANGST
        while op_naam.doe(WACHTENDEN) != [(len(plekken),)]:
            assert time.monotonic() < einde, "nobody waited"
        storing(op_naam)
        statussen = [een.result() for een in eenmaal]
    assert OPGESLAGEN not in statussen
    assert len(op_naam.doe(BINNEN)) == voor, "what was sent once is lost"
    assert [op_naam.stuur_tot_antwoord(plek) for plek in plekken] == [OPGESLAGEN] * len(plekken)
    assert len(op_naam.doe(BINNEN)) == voor + len(plekken)


def test_na_een_herstart_gaat_de_sessie_verder_waar_zij_was(op_naam: Opstelling) -> None:
    """The web server stops altogether and comes back: who scored sees that, and scoring goes on."""
    assert op_naam.stuur(0) == OPGESLAGEN
    op_naam.server.terminate()
    op_naam.server.wait(30)
    with webserver(op_naam.poort) as op_naam.server:
        verbinding = HTTPConnection("127.0.0.1", op_naam.poort, timeout=20)
        verbinding.request("GET", op_naam.gevuld["scoren"], headers={"Cookie": op_naam.gevuld["deelnemers"][0]})
        assert "U scoorde 1 van" in " ".join(verbinding.getresponse().read().decode().split())
        verbinding.close()
        assert op_naam.stuur(9) == OPGESLAGEN


@pytest.mark.parametrize("openbaarheid", ["op_naam", "samengevat"])
def test_niets_verloren_niets_dubbel_niets_te_laat(openbaarheid: str, tabellen: str) -> None:
    """Everybody sends twice while things break, and the session closes when half of them have an answer."""
    with opstelling(openbaarheid, tabellen) as opgesteld, ThreadPoolExecutor(MENSEN) as draden:
        eerste = [draden.submit(opgesteld.stuur_tot_antwoord, plek) for plek in range(MENSEN)]
        while sum(een.done() for een in eerste) < MENSEN // 4:
            time.sleep(0.01)
        breek_verbindingen(opgesteld)
        dood_werkers(opgesteld)
        while sum(een.done() for een in eerste) < MENSEN // 2:
            time.sleep(0.01)
        breek_verbindingen(opgesteld)
        sluit(opgesteld)
        antwoorden = [een.result() for een in eerste]
        nogmaals = list(draden.map(opgesteld.stuur_tot_antwoord, range(MENSEN)))
        binnen, getekend, geteld = (opgesteld.doe(vraag) for vraag in (BINNEN, GESCOORD, GETELD))
    assert set(antwoorden) <= {OPGESLAGEN, GESLOTEN}
    assert antwoorden.count(OPGESLAGEN) >= MENSEN // 2
    assert nogmaals == [GESLOTEN] * MENSEN, "late"
    bevestigd = [plek for plek, antwoord in enumerate(antwoorden) if antwoord == OPGESLAGEN]
    namen = [f"m{plek + 1}@meting.test" for plek in range(MENSEN)]
    gescoord = {naam for (naam,) in getekend}
    assert len(gescoord) == len(getekend), "double"
    assert {namen[plek] for plek in bevestigd} <= gescoord, "lost"
    if openbaarheid == "op_naam":
        assert dict(binnen) == {naam: KLASSEN[namen.index(naam) % 4] for naam in gescoord}
    else:
        assert (binnen, geteld) == ([], [(len(gescoord),)])
