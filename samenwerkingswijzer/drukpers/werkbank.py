"""Printing outside the web worker: a job in a process of its own, with limits, and a state that a page can ask for.

A job is a folder named after the address of its document. Whoever works on it holds the lock `slot` in that folder;
the lock falls when the process ends, however it ends, and then the job can be started again.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from samenwerkingswijzer.drukpers.bewaren import SLEUTEL, Bewaarplaats, schrijf
from samenwerkingswijzer.drukpers.drukwerk import Drukwerk

BRON = Path(__file__).resolve().parent.parent.parent
MEGABYTE = 1_000_000
DAG = 24 * 60 * 60  # seconds
AFGEBROKEN = "Het maken van het document is afgebroken. Probeer het later opnieuw of vraag de beheerder."
WEG = "Dit document is er niet meer. Vraag het opnieuw aan."
DOORGEGEVEN = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


@dataclass(frozen=True)
class Grenzen:
    """What a job may use: seconds on the clock and of a processor, bytes of memory, jobs at once, processes, tries."""

    seconden: int = 300
    rekenseconden: int = 240
    geheugen: int = 2_000 * MEGABYTE
    tegelijk: int = 2
    processen: int = min(2, os.cpu_count() or 1)
    pogingen: int = 2


@dataclass(frozen=True)
class Opdracht:
    """How far a job is. `sleutel` is its address, `gereed` and `totaal` count parts, `fout` says why it stopped."""

    sleutel: str
    klaar: bool
    gereed: int
    totaal: int
    fout: str = ""


class Werkbank:
    """Jobs below `plek`, the place of the stores of `drukkerij.Drukkerij`. `mappen` hold our static files."""

    def __init__(self, plek: Path, mappen: Sequence[Path], grenzen: Grenzen | None = None) -> None:
        self.plek, self.mappen, self.grenzen = plek, tuple(mappen), grenzen or Grenzen()
        self._werk = Bewaarplaats(plek / "werk", sys.maxsize)

    def opdracht(self, werk: Drukwerk) -> Opdracht:
        """Start printing, unless it is done or somebody is at it. Returns at once."""
        sleutel = werk.sleutel(werk.sleutels(self.mappen))
        if self._werk.heeft(sleutel):
            return Opdracht(sleutel, klaar=True, gereed=len(werk.delen), totaal=len(werk.delen))
        self._ruim_op()
        with _Slot(self._map(sleutel)) as slot:
            if slot.gekregen:
                schrijf(self._map(sleutel) / "opdracht.json", werk.als_json())
                self._begin(sleutel, slot, Stand(totaal=len(werk.delen)))
        return self.stand(sleutel)

    def stand(self, sleutel: str) -> Opdracht:
        """How far the job is. A job whose process died is started again, a limited number of times."""
        stand = Stand.lees(self._map(sleutel))
        if self._werk.heeft(sleutel):
            return Opdracht(sleutel, klaar=True, gereed=stand.totaal, totaal=stand.totaal)
        if not stand.totaal:
            return Opdracht(sleutel, klaar=False, gereed=0, totaal=0, fout=WEG)
        if not stand.fout:
            self._herstart_zo_nodig(sleutel)
            stand = Stand.lees(self._map(sleutel))
        return Opdracht(sleutel, klaar=False, gereed=stand.gereed, totaal=stand.totaal, fout=stand.fout)

    def haal(self, sleutel: str) -> bytes | None:
        """The PDF, or None as long as there is none."""
        return self._werk.haal(sleutel)

    def _map(self, sleutel: str) -> Path:
        if not SLEUTEL.fullmatch(sleutel):
            raise ValueError("een sleutel bestaat uit 64 hexadecimale cijfers")
        return self.plek / "opdrachten" / sleutel

    def _herstart_zo_nodig(self, sleutel: str) -> None:
        map_ = self._map(sleutel)
        with _Slot(map_) as slot:
            if not slot.gekregen or self._werk.heeft(sleutel):
                return
            stand = Stand.lees(map_)  # may have changed before we had the lock
            if stand.fout:
                return
            if stand.poging >= self.grenzen.pogingen or not (map_ / "opdracht.json").is_file():
                stand.bewaar(map_, fout=AFGEBROKEN)
            else:
                self._begin(sleutel, slot, stand)

    def _begin(self, sleutel: str, slot: _Slot, stand: Stand) -> None:
        """Start the process, and hand it the lock: there is no moment at which nobody holds it."""
        stand.bewaar(self._map(sleutel), poging=stand.poging + 1)
        taak = {
            "plek": str(self.plek),
            "sleutel": sleutel,
            "mappen": [str(map_) for map_ in self.mappen],
            "grenzen": asdict(self.grenzen),
        }
        proces = subprocess.Popen(  # noqa: S603 - our own module; the task holds no text of users
            [sys.executable, "-m", "samenwerkingswijzer.drukpers.werker", json.dumps(taak)],
            cwd=BRON,
            env={naam: os.environ[naam] for naam in DOORGEGEVEN if naam in os.environ},  # no keys, no database
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=(slot.greep,),
            start_new_session=True,
        )
        threading.Thread(target=proces.wait, daemon=True).start()  # no process stays behind as a zombie

    def _ruim_op(self) -> None:
        """Throw away jobs of more than a day ago."""
        grens = time.time() - DAG
        for map_ in (self.plek / "opdrachten").glob("*"):
            with suppress(OSError):
                if map_.stat().st_mtime < grens:
                    shutil.rmtree(map_)


@dataclass(frozen=True)
class Stand:
    """The state that the process writes down: parts done and in all, which try this is, and why it stopped."""

    gereed: int = 0
    totaal: int = 0
    poging: int = 0
    fout: str = ""

    @classmethod
    def lees(cls, map_: Path) -> Stand:
        """Read the state; a missing or damaged one says nothing."""
        try:
            return cls(**json.loads((map_ / "stand.json").read_bytes()))
        except (OSError, ValueError, TypeError):
            return cls()

    def bewaar(self, map_: Path, **anders: Any) -> None:
        """Write the state with some fields changed."""
        schrijf(map_ / "stand.json", json.dumps({**asdict(self), **anders}).encode())


class _Slot:
    """An exclusive lock on a job, if it is free. A process that got the handle keeps the lock after we let go."""

    def __init__(self, map_: Path) -> None:
        map_.mkdir(parents=True, exist_ok=True)
        self.greep = os.open(map_ / "slot", os.O_RDWR | os.O_CREAT, 0o600)
        self.gekregen = neem(self.greep)

    def __enter__(self) -> _Slot:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.greep)


def neem(greep: int) -> bool:
    """Take the lock on an open file; False when somebody else has it."""
    try:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
