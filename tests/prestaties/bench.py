"""Measures overview, dashboard, agenda, zienswijzen, signals, search and the public side against a bare page.

`make bench` starts it. It makes a scratch database with 150 partnerships, ten years of figures and 2,000 texts,
serves it with the web server of production, and removes everything afterwards. A page fails when it is slower
than its ratio to the bare page, or than a generous bound in milliseconds: measure on a quiet machine.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

BASIS = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(BASIS))

from samenwerkingswijzer.lokaal.postgres import Cluster  # noqa: E402
from tests import databases  # noqa: E402

ONDERDELEN, JAREN = 150, 10
RONDES, OPWARMEN = 150, 15
KLANTEN, SECONDEN = 8, 4.0
KAAL, OVERZICHT, DASHBOARD = "kale pagina", "overzicht", "dashboard"
AGENDA, JAARBEELD, HELE_AGENDA = "agenda", "agenda, jaarbeeld", "agenda, tien jaar"
ZOEKEN, ZOEK_OVERAL, ZOEK_FOUT = "zoeken", "zoeken, gewoon woord", "zoeken, typefout"
ZIENSWIJZEN, SIGNALEN = "zienswijzen", "signalen"
OPENBAAR, OPENBAAR_VERBAND, OPEN_DATA = "openbaar overzicht", "openbaar, één verband", "openbaar, JSON"
INWONER = (OPENBAAR, OPENBAAR_VERBAND, OPEN_DATA)
TOEN = ", eerdere dag"
GEWIJZIGD = ", net na een wijziging"
# Under load: the overview must serve this part of what the bare page serves, or this many pages a second.
DEEL_VAN_KAAL = 150 / 1000


@dataclass(frozen=True)
class Grens:
    """When a page is too slow at the median: times the bare page, and milliseconds."""

    maal: float
    milliseconden: float


GRENZEN = {
    OVERZICHT: Grens(6, 200),
    DASHBOARD: Grens(5, 200),
    AGENDA: Grens(6, 200),
    JAARBEELD: Grens(6, 200),
    HELE_AGENDA: Grens(6, 200),
    ZOEKEN: Grens(7, 200),
    ZOEK_OVERAL: Grens(7, 200),
    ZOEK_FOUT: Grens(7, 200),
    ZIENSWIJZEN: Grens(6, 200),
    SIGNALEN: Grens(6, 200),
    OVERZICHT + TOEN: Grens(10, 400),
    DASHBOARD + TOEN: Grens(10, 400),
    # From memory: one query, no session and no template, so no more than the bare page, which has all three.
    OPENBAAR: Grens(1, 50),
    OPENBAAR_VERBAND: Grens(1, 50),
    OPEN_DATA: Grens(1, 50),
    # The first reader after a change waits until all partnerships are read (thirteen queries, five years of figures):
    # 10 to 17 times the bare page was measured, once per change and never per reader.
    OPENBAAR + GEWIJZIGD: Grens(25, 600),
    OPENBAAR_VERBAND + GEWIJZIGD: Grens(25, 600),
    OPEN_DATA + GEWIJZIGD: Grens(25, 600),
}


@dataclass(frozen=True)
class Uitslag:
    """How one page did: seconds one after another, and pages per second under load."""

    naam: str
    duren: list[float]
    per_seconde: float | None = None

    @property
    def mediaan(self) -> float:
        """In milliseconds."""
        return median(self.duren) * 1000

    def percentiel(self, procent: int) -> float:
        """In milliseconds."""
        return quantiles(self.duren, n=100, method="inclusive")[procent - 1] * 1000


@contextmanager
def kladdatabase(bron: str = "template1") -> Iterator[str]:
    """The address of a database for this run only: on DATABASE_URL when that is set, otherwise on a server of ours.

    It begins as a copy of `bron`.
    """
    naam = f"sw_meting_{os.getpid()}_{secrets.token_hex(4)}"
    with ExitStack() as stapel:
        adres = os.environ.get("DATABASE_URL")
        if not adres:
            cluster = Cluster(f"meting-{os.getpid()}", duurzaam=False)
            stapel.callback(cluster.verwijder)
            stapel.callback(cluster.stop)
            cluster.start()
            adres = f"postgresql://postgres@/postgres?host={cluster.socket}"
        stapel.callback(databases.verwijder, adres, naam)
        databases.maak(adres, naam, bron)
        yield databases.adres(adres, naam)


@contextmanager
def gegevens() -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """Tables and rows in the scratch database, with the process that can change something in them."""
    opdracht = [sys.executable, "-m", "tests.prestaties.vullen", str(ONDERDELEN), str(JAREN)]
    with subprocess.Popen(opdracht, cwd=BASIS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as vuller:
        assert vuller.stdin
        assert vuller.stdout
        yield vuller, json.loads(vuller.stdout.readline())
        vuller.stdin.close()


@contextmanager
def webserver(poort: int) -> Iterator[subprocess.Popen[bytes]]:
    """The web server of production on a free port; gives its main process."""
    opdracht = [str(Path(sys.executable).parent / "gunicorn"), "-c", "python:samenwerkingswijzer.webserver"]
    with subprocess.Popen(opdracht, cwd=BASIS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wacht(f"http://127.0.0.1:{poort}/healthz", server)
            yield server
        finally:
            server.terminate()


def _wacht(adres: str, server: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + 30
    while server.poll() is None and time.monotonic() < einde:
        try:
            with urllib.request.urlopen(adres, timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit("De webserver startte niet.")


def vrije_poort() -> int:
    """A port that nobody uses now."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


def vraag_klant(**taak: Any) -> Any:
    """Let the client do a task in a process of its own."""
    klaar = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("klant.py"))],
        input=json.dumps(taak),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(klaar.stdout)


def paginas(slug: str, cookie: str, toen: str) -> list[dict[str, Any]]:
    """What is measured: the pages of today first, then those at an earlier day."""
    adressen = {
        KAAL: "/meting/kaal/?peildatum=",
        OVERZICHT: "/verbanden/?peildatum=",
        DASHBOARD: f"/verbanden/{slug}/?peildatum=",
        AGENDA: "/agenda/?peildatum=",
        JAARBEELD: "/agenda/jaar/?peildatum=",
        HELE_AGENDA: "/agenda/?periode=alles&peildatum=",
        ZOEKEN: "/zoeken/?q=zienswijze+begroting+onderdeel+12&peildatum=",
        ZOEK_OVERAL: "/zoeken/?q=gemeente&peildatum=",
        ZOEK_FOUT: "/zoeken/?q=weerstandsvermgen&peildatum=",
        ZIENSWIJZEN: "/zienswijzen/?peildatum=",
        SIGNALEN: "/signalen/?peildatum=",
        OVERZICHT + TOEN: f"/verbanden/?peildatum={toen}",
        DASHBOARD + TOEN: f"/verbanden/{slug}/?peildatum={toen}",
    }
    inwoner = {
        OPENBAAR: "/openbaar/",
        OPENBAAR_VERBAND: f"/openbaar/verbanden/{slug}/",
        OPEN_DATA: "/openbaar/samenwerkingen.json",
    }
    return [
        {"naam": naam, "pad": pad, "koppen": {} if naam in inwoner else {"Cookie": cookie}, "status": 200}
        for naam, pad in (adressen | inwoner).items()
    ]


def meet(poort: int, lijst: list[dict[str, Any]]) -> list[Uitslag]:
    """Every page one after another, and then each of them under load."""
    duren: dict[str, list[float]] = {}
    verleden = [pagina for pagina in lijst if pagina["naam"].endswith(TOEN)]
    heden = [pagina for pagina in lijst if pagina not in verleden]
    for groep in (heden, verleden):  # apart, so that the remembered date does not change with every request
        duren |= vraag_klant(soort="na_elkaar", poort=poort, paginas=groep, rondes=RONDES, opwarmen=OPWARMEN)
    return [
        Uitslag(
            pagina["naam"],
            duren[pagina["naam"]],
            vraag_klant(soort="tegelijk", poort=poort, pagina=pagina, klanten=KLANTEN, seconden=SECONDEN),
        )
        for pagina in lijst
    ]


def meet_na_wijziging(poort: int, pagina: dict[str, Any], vuller: subprocess.Popen[str]) -> Uitslag:
    """A page right after a change: nothing that was read before may be used."""
    assert vuller.stdin
    assert vuller.stdout
    duren: list[float] = []
    for _ in range(20):
        print("wijzig", file=vuller.stdin, flush=True)
        vuller.stdout.readline()
        duren += vraag_klant(soort="na_elkaar", poort=poort, paginas=[pagina], rondes=1, opwarmen=0)[pagina["naam"]]
    return Uitslag(pagina["naam"] + GEWIJZIGD, duren)


def toon(uitslagen: list[Uitslag]) -> None:
    """Print the table."""
    kaal = uitslagen[0]
    print(f"{ONDERDELEN} verbanden, {JAREN} jaar cijfers, {KLANTEN} klanten tegelijk, {os.cpu_count()} kernen.\n")
    print(f"{'pagina':42}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'x kaal':>9}{'per s':>9}{'x kaal':>9}")
    for uitslag in uitslagen:
        maal = uitslag.mediaan / kaal.mediaan
        regel = f"{uitslag.naam:42}{uitslag.mediaan:9.1f}{uitslag.percentiel(95):9.1f}{uitslag.percentiel(99):9.1f}"
        regel += f"{maal:9.1f}"
        if uitslag.per_seconde is not None and kaal.per_seconde is not None:
            regel += f"{uitslag.per_seconde:9.0f}{kaal.per_seconde / uitslag.per_seconde:9.1f}"
        print(regel)


def gebreken(uitslagen: list[Uitslag]) -> list[str]:
    """Which pages are too slow, in words."""
    kaal = uitslagen[0]
    gevonden = []
    for uitslag in uitslagen:
        grens = GRENZEN.get(uitslag.naam)
        maal = uitslag.mediaan / kaal.mediaan
        if grens and (maal > grens.maal or uitslag.mediaan > grens.milliseconden):
            gevonden.append(f"{uitslag.naam}: {maal:.1f} maal de kale pagina, {uitslag.mediaan:.0f} ms")
        if uitslag.naam == OVERZICHT and uitslag.per_seconde and kaal.per_seconde:
            deel = uitslag.per_seconde / kaal.per_seconde
            if deel < DEEL_VAN_KAAL:
                gevonden.append(f"{uitslag.naam}: {uitslag.per_seconde:.0f} per seconde onder druk")
    return gevonden


def main() -> int:
    """Measure; 1 when a page is too slow."""
    poort = vrije_poort()
    with kladdatabase() as adres:
        os.environ |= {
            "SW_DEMO": "1",
            "SW_SECRET_KEY": os.urandom(32).hex(),
            "SW_WEB_WORKERS": "2",
            "DATABASE_URL": adres,
            "PORT": str(poort),
            "DJANGO_SETTINGS_MODULE": "tests.prestaties.instellingen",
        }
        with gegevens() as (vuller, gevuld), webserver(poort):
            lijst = paginas(**gevuld)
            uitslagen = meet(poort, lijst)
            vers = [pagina for pagina in lijst if pagina["naam"] in (OVERZICHT, *INWONER)]
            uitslagen += [meet_na_wijziging(poort, pagina, vuller) for pagina in vers]
    toon(uitslagen)
    for gebrek in (slecht := gebreken(uitslagen)):
        print(f"Te traag: {gebrek}")
    return 1 if slecht else 0


if __name__ == "__main__":
    sys.exit(main())
