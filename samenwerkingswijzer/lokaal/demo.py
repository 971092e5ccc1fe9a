"""Runs the demo: everything in place, database, web server, address; and nothing left behind afterwards.

The web server is the one of production, with the same configuration. Its log goes to `var/demo.log`.
"""

import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import psycopg
from psycopg.conninfo import make_conninfo

from samenwerkingswijzer.lokaal import processen, statisch, systeem
from samenwerkingswijzer.lokaal.plekken import BASIS, VAR
from samenwerkingswijzer.lokaal.postgres import Cluster, PostgresFout
from samenwerkingswijzer.omgeving import Databaseadres, Omgeving, OmgevingsFout, lees
from samenwerkingswijzer.webserver import is_van_deze_machine

BOEK = VAR / "demo-processen.json"
LOGBOEK = VAR / "demo.log"
SLEUTEL = VAR / "demo-sleutel"
SLOT = VAR / "demo.slot"
STARTTIJD = 30  # seconds
OUDSTE_POSTGRES = 15


class Stoppen(Exception):
    """Somebody asked us to stop."""


def demo_omgeving() -> Omgeving:
    """The settings of the demo, also put into our own environment for the programs we start."""
    os.environ["SW_DEMO"] = "1"
    os.environ.setdefault("SW_SECRET_KEY", demo_sleutel())
    omgeving = lees(os.environ)
    if not is_van_deze_machine(omgeving.adres):
        raise OmgevingsFout("De demo heeft geen wachtwoorden en mag daarom alleen op 127.0.0.1 luisteren.")
    return omgeving


def demo_sleutel() -> str:
    """A secret key for this working copy only, made once."""
    VAR.mkdir(exist_ok=True)
    if not SLEUTEL.exists():
        with open(SLEUTEL, "x", encoding="utf-8", opener=lambda pad, vlag: os.open(pad, vlag, 0o600)) as bestand:
            bestand.write(secrets.token_urlsafe(50))
    return SLEUTEL.read_text(encoding="utf-8")


@contextmanager
def een_tegelijk() -> Iterator[None]:
    """Only one demo per working copy. The kernel lifts the lock when we die, however that happens."""
    with SLOT.open("w", encoding="utf-8") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("De demo draait al in deze map. Stop die eerst met Ctrl-C.")
        yield


def poort_vrij(adres: str, poort: int) -> bool:
    """Whether we can listen on this port."""
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(familie, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
        except OSError:
            return False
    return True


def beheer(*opdracht: str) -> None:
    """Run one management command, and stop when it fails."""
    subprocess.run([sys.executable, "manage.py", *opdracht], cwd=BASIS, check=True)


def verzamel_static() -> None:
    """Collect the static files, unless nothing changed since the last time."""
    stempel = VAR / "static-stempel"
    tops = (BASIS / "static", statisch.UITVOER)
    bronnen = [plek for top in tops for plek in sorted(top.rglob("*")) if plek.is_file()]
    bronnen.append(BASIS / "samenwerkingswijzer" / "stijlblad.py")  # decides what becomes of them
    nu = "\n".join(f"{plek} {plek.stat().st_size} {plek.stat().st_mtime_ns}" for plek in bronnen)
    if not (stempel.exists() and stempel.read_text(encoding="utf-8") == nu and (VAR / "static").exists()):
        beheer("collectstatic", "--no-input", "--clear", "--verbosity=0")
        stempel.write_text(nu, encoding="utf-8")


def vul() -> None:
    """Bring database and static files to this version; the example is loaded only into an empty portal."""
    verzamel_static()
    beheer("bijwerken", "--zonder-static", "--voorbeeld", "--verbosity=0")


def wacht_op_antwoord(adres: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the web server answers that everything is ready."""
    einde = time.monotonic() + STARTTIJD
    while time.monotonic() < einde and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{adres}/readyz", timeout=5):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    regels = LOGBOEK.read_text(encoding="utf-8", errors="replace").splitlines()
    sys.exit("De webserver startte niet. De laatste regels van var/demo.log:\n" + "\n".join(regels[-15:]))


def start_database(stapel: ExitStack) -> None:
    """Start the embedded PostgreSQL and see to it that it stops with us."""
    print("Start de database", flush=True)
    cluster = Cluster()
    stapel.callback(cluster.stop)
    cluster.start()


def proef_database(adres: Databaseadres) -> None:
    """Stop with a clear message when the PostgreSQL of DATABASE_URL does not answer or is too old."""
    velden = {"dbname": adres.naam, "user": adres.gebruiker, "password": adres.wachtwoord}
    velden |= {"host": adres.host, "port": adres.poort, "connect_timeout": "5", **dict(adres.opties)}
    gekozen = {naam: waarde for naam, waarde in velden.items() if waarde}
    try:
        with psycopg.connect(make_conninfo(**gekozen)) as verbinding:
            versie = verbinding.info.server_version // 10_000
    except psycopg.Error as fout:
        raise PostgresFout(f"De database van DATABASE_URL antwoordt niet: {str(fout).strip()}") from fout
    if versie < OUDSTE_POSTGRES:
        raise PostgresFout(f"De database van DATABASE_URL is versie {versie}; {OUDSTE_POSTGRES} of nieuwer is nodig.")


def dien(omgeving: Omgeving) -> None:
    """Serve until somebody stops us, or the web server does."""
    with ExitStack() as stapel:
        if omgeving.database is None:
            start_database(stapel)
        else:
            proef_database(omgeving.database)
        vul()
        gunicorn = Path(sys.executable).parent / "gunicorn"
        with LOGBOEK.open("wb") as uitvoer:
            server = processen.start(
                [gunicorn, "-c", "python:samenwerkingswijzer.webserver"], sein=signal.SIGTERM, uitvoer=uitvoer
            )
        stapel.callback(BOEK.unlink, missing_ok=True)
        stapel.callback(processen.stop, server, signal.SIGTERM)
        processen.noteer(BOEK, {"webserver": server.pid})
        adres = f"http://{omgeving.adres}:{omgeving.poort}"
        wacht_op_antwoord(adres, server)
        print(f"\nHet logboek staat in var/demo.log. Stoppen: Ctrl-C.\nHet portaal staat klaar op {adres}", flush=True)
        server.wait()
    sys.exit("De webserver is gestopt. Zie var/demo.log.")


def begin_opnieuw(omgeving: Omgeving) -> None:
    """Throw the data of the demo away."""
    if omgeving.database is not None:
        sys.exit("Met DATABASE_URL wist de demo niets. Maak zelf een lege database en voer 'make demo' uit.")
    Cluster().verwijder()
    shutil.rmtree(VAR / "opslag", ignore_errors=True)


def draai(*, opnieuw: bool) -> None:
    """The whole demo, from bare working copy to address."""
    VAR.mkdir(exist_ok=True)
    omgeving = demo_omgeving()
    systeem.zorg_voor_weasyprint()
    with een_tegelijk():
        processen.ruim_op(BOEK)
        if not poort_vrij(omgeving.adres, omgeving.poort):
            sys.exit(f"Poort {omgeving.poort} is bezet. Kies een andere: make demo PORT={omgeving.poort + 1}")
        if opnieuw:
            begin_opnieuw(omgeving)
        statisch.bouw()
        dien(omgeving)


def _stop(sein: int, _: FrameType | None) -> None:
    for ander in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ander, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the tidying up
    raise Stoppen


def main() -> None:
    """Run the demo from the command line; `--opnieuw` starts with empty data."""
    for sein in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sein, _stop)
    try:
        draai(opnieuw="--opnieuw" in sys.argv[1:])
    except Stoppen:
        print("\nGestopt.")
    except (OmgevingsFout, PostgresFout) as fout:
        sys.exit(str(fout))
    except subprocess.CalledProcessError as fout:
        sys.exit(f"Dit onderdeel lukte niet: {' '.join(str(deel) for deel in fout.cmd)}")


if __name__ == "__main__":
    main()
