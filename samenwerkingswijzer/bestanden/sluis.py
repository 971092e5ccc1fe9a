"""The lock between outside and in: a file is looked at by a process of its own, with limits, before we touch it."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from samenwerkingswijzer.bestanden.soorten import Geweigerd
from samenwerkingswijzer.drukpers.werkbank import BRON, DOORGEGEVEN, MEGABYTE, neem

logger = logging.getLogger(__name__)

NIET_NAGEKEKEN = (
    "Het lukte niet om dit bestand na te kijken. Open het, bewaar het opnieuw of als PDF, en probeer het nog eens."
)
TE_DRUK = "Er worden nu te veel bestanden nagekeken. Er is niets bewaard. Probeer het over een minuut opnieuw."


@dataclass(frozen=True)
class Grenzen:
    """What looking at one file may use: seconds on the clock and of a processor, bytes of memory and of output.

    `tegelijk` is how many files are looked at at once on this machine, `wachten` how many seconds one waits for that.
    """

    seconden: int = 40
    rekenseconden: int = 12
    geheugen: int = 1_200 * MEGABYTE
    uitvoer: int = 200 * MEGABYTE
    tegelijk: int = 2
    wachten: int = 10


@dataclass(frozen=True)
class Nagekeken:
    """A file that we take: its kind, where what is kept of it lies, and its text (None: no text could be read)."""

    soort: str
    pad: Path
    tekst: str | None


def kijk_na(bron: Path, naam: str, grenzen: Grenzen | None = None) -> Nagekeken:
    """Have the file looked at; `Geweigerd` when we do not take it. Works in the folder of the file."""
    grenzen = grenzen or Grenzen()
    uit, verslag = bron.with_name("uit"), bron.with_name("verslag")
    taak = {"bron": str(bron), "uit": str(uit), "naam": naam, "grenzen": asdict(grenzen)}
    with _beurt(bron.parent.parent / "beurten", grenzen), verslag.open("wb") as uitvoer:
        _voer_uit(taak, uitvoer.fileno(), grenzen)
    gelezen = _lees(verslag)
    if woorden := gelezen.get("geweigerd"):
        raise Geweigerd(woorden)
    if not (soort := gelezen.get("soort")):
        raise Geweigerd(NIET_NAGEKEKEN)
    if "tekst" not in gelezen:
        logger.warning("bestand zonder doorzoekbare tekst", extra={"soort": soort})
    return Nagekeken(soort, uit, gelezen.get("tekst"))


def _voer_uit(taak: Mapping[str, object], uitvoer: int, grenzen: Grenzen) -> None:
    proces = subprocess.Popen(  # noqa: S603 - our own module; the name is one argument and never reaches a shell
        [sys.executable, "-m", "samenwerkingswijzer.bestanden.werker", json.dumps(taak)],
        cwd=BRON,
        env={naam: os.environ[naam] for naam in DOORGEGEVEN if naam in os.environ},  # no keys, no database
        stdin=subprocess.DEVNULL,
        stdout=uitvoer,
        stderr=subprocess.DEVNULL,  # it may quote the document
        start_new_session=True,
    )
    try:
        proces.wait(timeout=grenzen.seconden + 1)
    except subprocess.TimeoutExpired:
        logger.warning("nakijken van een bestand duurde te lang")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()


def _lees(verslag: Path) -> dict[str, str]:
    """The lines that the process wrote; half a line is no line."""
    gelezen: dict[str, str] = {}
    for regel in verslag.read_bytes().splitlines():
        with suppress(ValueError):
            gelezen |= json.loads(regel)
    return gelezen


@contextmanager
def _beurt(map_: Path, grenzen: Grenzen) -> Iterator[None]:
    """One of the turns of this machine, held while the file is looked at."""
    map_.mkdir(parents=True, exist_ok=True)
    einde = time.monotonic() + grenzen.wachten
    beurten = [os.open(map_ / str(nummer), os.O_RDWR | os.O_CREAT, 0o600) for nummer in range(grenzen.tegelijk)]
    try:
        while not any(neem(beurt) for beurt in beurten):
            if time.monotonic() > einde:
                raise Geweigerd(TE_DRUK)
            time.sleep(0.05)
        yield
    finally:
        for beurt in beurten:
            os.close(beurt)
