"""Makes `.venv` with the locked packages: `python3 -m samenwerkingswijzer.lokaal.opzetten lokaal|test`.

Standard library only, and run by the system's Python.
"""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

BASIS = Path(__file__).resolve().parent.parent.parent
OMGEVING = BASIS / ".venv"
STEMPEL = OMGEVING / ".vergrendeld"
# What holds everything that another needs: with the test packages in place the demo can start too.
VOLDOET = {"lokaal": ("lokaal", "test"), "test": ("test",)}


def slot(soort: str) -> Path:
    """The lock file of this kind."""
    return BASIS / "requirements" / f"{soort}.txt"


def stempel(soort: str) -> str:
    """What the stamp says when `.venv` holds exactly this lock file, for this Python."""
    inhoud = hashlib.sha256(slot(soort).read_bytes()).hexdigest()
    return f"{soort} {inhoud} {sys.version_info.major}.{sys.version_info.minor}"


def is_bij(soort: str, gestempeld: str) -> bool:
    """Whether the stamp belongs to a lock file that holds what `soort` needs."""
    return gestempeld in {stempel(genoeg) for genoeg in VOLDOET[soort]}


def zorg_voor_omgeving() -> Path:
    """The Python of `.venv`, made when it is not there."""
    python = OMGEVING / "bin" / "python"
    if not python.exists():
        if find_spec("ensurepip") is None:
            from samenwerkingswijzer.lokaal.systeem import installeer  # noqa: PLC0415

            installeer(["python3-venv"], "een eigen Python-omgeving")
        subprocess.run([sys.executable, "-m", "venv", "--clear", OMGEVING], check=True)
    return python


def zorg_voor_uv(python: Path) -> Path:
    """`uv` inside `.venv`, of the locked version, brought by pip."""
    uv = OMGEVING / "bin" / "uv"
    if not uv.exists():
        stil = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        if subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode:
            subprocess.run([python, "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
        opdracht: list[str | Path] = [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", slot("uv")]
        subprocess.run(opdracht, check=True, env=stil)
    return uv


def zet_op(soort: str) -> None:
    """Bring `.venv` to the lock file of this kind; does nothing when it is there already."""
    python = zorg_voor_omgeving()
    if STEMPEL.exists() and is_bij(soort, STEMPEL.read_text(encoding="utf-8")):
        return
    STEMPEL.unlink(missing_ok=True)
    print(f"Haalt de pakketten van requirements/{soort}.txt", flush=True)
    uv = zorg_voor_uv(python)
    subprocess.run(
        [uv, "pip", "sync", "-q", "--require-hashes", "--python", python, slot(soort)], check=True, cwd=BASIS
    )
    STEMPEL.write_text(stempel(soort), encoding="utf-8")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - says so in Dutch
        sys.exit("Het portaal heeft Python 3.11 of nieuwer nodig. Wijs een andere aan: make demo PYTHON=python3.12")
    try:
        zet_op(sys.argv[1])
    except subprocess.CalledProcessError as fout:
        sys.exit(f"Opzetten lukte niet: {fout}")
