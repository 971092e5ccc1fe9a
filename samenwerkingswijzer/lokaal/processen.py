"""Starting child processes that never outlive us, and clearing away what a killed run left behind."""

import ctypes
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1  # <sys/prctl.h>


@dataclass(frozen=True)
class Proces:
    """A process as the kernel knows it: its number and when it started, in clock ticks since boot."""

    nummer: int
    begin: int

    @classmethod
    def van(cls, nummer: int) -> "Proces | None":
        """The running process with this number, or None; a zombie does not count."""
        try:
            stat = Path(f"/proc/{nummer}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        velden = stat.rpartition(")")[2].split()  # the name, in parentheses, may hold anything
        return None if velden[0] == "Z" else cls(nummer, int(velden[19]))

    def leeft(self) -> bool:
        """Whether this very process still runs; another process with the same number does not count."""
        return Proces.van(self.nummer) == self


def sterf_mee(sein: int) -> Callable[[], None]:
    """A function for the child to call before it starts: the kernel then sends it `sein` when we die."""
    libc = ctypes.CDLL(None, use_errno=True)

    def zeg_het_de_kern() -> None:
        libc.prctl(PR_SET_PDEATHSIG, sein)

    return zeg_het_de_kern


def start(
    opdracht: Sequence[str | Path],
    *,
    sein: int,
    uitvoer: IO[bytes] | None = None,
    omgeving: Mapping[str, str] | None = None,
    gebruiker: str | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child outside our terminal group (Ctrl-C reaches only us) that gets `sein` when we disappear."""
    return subprocess.Popen(
        [str(deel) for deel in opdracht],
        stdin=subprocess.DEVNULL,
        stdout=uitvoer,
        stderr=uitvoer,
        env=omgeving,
        user=gebruiker,
        group=gebruiker,
        extra_groups=None if gebruiker is None else [],
        start_new_session=True,
        preexec_fn=sterf_mee(sein),  # noqa: PLW1509 - we have one thread here
    )


def stop(kind: subprocess.Popen[bytes], sein: int, *, wacht: float = 15) -> None:
    """Ask the child to stop with `sein`, and kill it when it has not after `wacht` seconds."""
    if kind.poll() is not None:
        return
    kind.send_signal(sein)
    try:
        kind.wait(wacht)
    except subprocess.TimeoutExpired:
        kind.kill()
        kind.wait()


def noteer(boek: Path, processen: Mapping[str, int]) -> None:
    """Write down which children run, so that a next run can find them."""
    levend = {naam: Proces.van(nummer) for naam, nummer in processen.items()}
    boek.write_text(json.dumps({naam: [p.nummer, p.begin] for naam, p in levend.items() if p}), encoding="utf-8")


def achterblijvers(boek: Path) -> list[Proces]:
    """The noted children that still run. A missing or damaged note means none."""
    try:
        notities = json.loads(boek.read_text(encoding="utf-8"))
        genoteerd = [Proces(int(nummer), int(begin)) for nummer, begin in notities.values()]
    except (OSError, ValueError, TypeError, AttributeError):
        return []
    return [proces for proces in genoteerd if proces.leeft()]


def beeindig(lopend: Sequence[Proces], sein: int, *, wacht: float = 10) -> None:
    """End processes that are not our children: with `sein`, and by force when they stay."""
    for stuur, geduld in ((sein, wacht), (signal.SIGKILL, 2.0)):
        for proces in lopend:
            if proces.leeft():
                os.kill(proces.nummer, stuur)
        einde = time.monotonic() + geduld
        while time.monotonic() < einde and any(proces.leeft() for proces in lopend):
            time.sleep(0.05)


def ruim_op(boek: Path) -> int:
    """End the children that a killed run left behind; return how many there were."""
    over = achterblijvers(boek)
    beeindig(over, signal.SIGTERM)
    boek.unlink(missing_ok=True)
    return len(over)
