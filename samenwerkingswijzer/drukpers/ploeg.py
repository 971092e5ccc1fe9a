"""Several processes at one job.

Only for a process with a single thread that has set nothing yet: it makes copies of itself, and the text library starts
threads of its own with the first document, of which a copy would wait for ever.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from samenwerkingswijzer.lokaal.processen import sterf_mee

GELUKT, MISLUKT = 0, 1
GEDULD = 10  # seconds that a copy may take longer than twice what we took ourselves


@contextmanager
def helpers(taken: Sequence[Callable[[], object]]) -> Iterator[None]:
    """Let a copy of this process do each task, while the body goes on with its own part of the same size.

    What a copy makes is lost unless it writes it down; whether it succeeded is for the caller to look.
    """
    begin = time.monotonic()
    kinderen = [_kopie(taak) for taak in taken]
    try:
        yield
        nu = time.monotonic()
        _wacht(kinderen, nu + (nu - begin) + GEDULD)
    finally:
        for kind in kinderen:
            with suppress(ProcessLookupError):
                os.kill(kind, signal.SIGKILL)
            os.waitpid(kind, 0)


def _wacht(kinderen: list[int], einde: float) -> None:
    """Until all have ended, or it takes too long; who has ended goes from the list."""
    while kinderen and time.monotonic() < einde:
        kinderen[:] = [kind for kind in kinderen if os.waitpid(kind, os.WNOHANG) == (0, 0)]
        time.sleep(0.01)


def _kopie(taak: Callable[[], object]) -> int:
    ouder = os.getpid()
    kind = os.fork()
    if kind:
        return kind
    uitkomst = MISLUKT
    try:
        sterf_mee(signal.SIGKILL)()
        if os.getppid() == ouder:  # it may have died before we could ask to die with it
            taak()
            uitkomst = GELUKT
    finally:
        os._exit(uitkomst)  # nothing of the original may run twice
