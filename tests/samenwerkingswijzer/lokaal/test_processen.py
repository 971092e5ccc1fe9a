"""Children die with us, and what a killed run left is recognised and ended; nothing else is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samenwerkingswijzer.lokaal import processen
from samenwerkingswijzer.lokaal.processen import Proces

SLAAP = [sys.executable, "-c", "import time; time.sleep(60)"]


def is_weg(nummer: int, *, geduld: float = 10) -> bool:
    """Whether the process ends within `geduld` seconds."""
    einde = time.monotonic() + geduld
    while time.monotonic() < einde:
        if Proces.van(nummer) is None:
            return True
        time.sleep(0.02)
    return False


def test_we_know_ourselves() -> None:
    zelf = Proces.van(os.getpid())
    assert zelf is not None
    assert zelf.leeft()


def test_another_process_with_the_same_number_is_not_ours() -> None:
    zelf = Proces.van(os.getpid())
    assert zelf is not None
    assert not Proces(zelf.nummer, zelf.begin - 1).leeft()


def test_a_child_stops_on_request() -> None:
    kind = processen.start(SLAAP, sein=signal.SIGTERM)
    processen.stop(kind, signal.SIGTERM)
    assert kind.returncode == -signal.SIGTERM
    processen.stop(kind, signal.SIGTERM)  # once more does no harm


def test_a_child_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    klaar = tmp_path / "klaar"
    doof = f"import signal, time, pathlib; signal.signal(15, signal.SIG_IGN); pathlib.Path({str(klaar)!r}).touch()"
    kind = processen.start([sys.executable, "-c", f"{doof}; time.sleep(60)"], sein=signal.SIGTERM)
    while not klaar.exists():
        time.sleep(0.02)
    processen.stop(kind, signal.SIGTERM, wacht=0.2)
    assert kind.returncode == -signal.SIGKILL


def test_a_child_dies_when_we_are_killed(basis: Path) -> None:
    ouder_code = (
        "import signal, sys, time\n"
        "from samenwerkingswijzer.lokaal import processen\n"
        f"kind = processen.start({SLAAP!r}, sein=signal.SIGTERM)\n"
        "print(kind.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", ouder_code], cwd=basis, stdout=subprocess.PIPE, text=True) as ouder:
        assert ouder.stdout is not None
        kind = int(ouder.stdout.readline())
        assert Proces.van(kind) is not None
        ouder.kill()
    assert is_weg(kind)


def test_a_noted_child_is_cleared_away(tmp_path: Path) -> None:
    boek = tmp_path / "boek.json"
    kind = processen.start(SLAAP, sein=signal.SIGTERM)
    processen.noteer(boek, {"webserver": kind.pid})
    assert [proces.nummer for proces in processen.achterblijvers(boek)] == [kind.pid]
    assert processen.ruim_op(boek) == 1
    assert kind.wait(5) == -signal.SIGTERM
    assert not boek.exists()


@pytest.mark.parametrize(
    "inhoud", ["", "{", "[]", "null", '{"a": 1}', '{"a": ["x", "y"]}', '{"a": [1]}', '{"webserver": [1, 0]}']
)
def test_a_damaged_or_stale_note_ends_nothing(tmp_path: Path, inhoud: str) -> None:
    boek = tmp_path / "boek.json"
    boek.write_text(inhoud, encoding="utf-8")
    assert processen.ruim_op(boek) == 0
    assert not boek.exists()


def test_no_note_is_no_trouble(tmp_path: Path) -> None:
    assert processen.ruim_op(tmp_path / "geen.json") == 0
