"""System packages that pip cannot bring: looked for by really loading them, installed with apt-get where we may.

Standard library only: this also runs before the virtual environment exists.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable

# Library -> Debian package, as WeasyPrint opens them.
WEASYPRINT = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "libfontconfig1",
}
# The browser without a window, which is lighter, and what the driver of the tests in a browser needs.
BROWSER = {"chromium-headless-shell": "chromium-headless-shell", "libatomic.so.1": "libatomic1"}
# glib has another package name in Debian 13 and Ubuntu 24.04; pango brings it, so it need not be asked for.
KOMT_MEE = {"libglib2.0-0"}


def laadbaar(bibliotheek: str) -> bool:
    """Whether the system can load this shared library."""
    try:
        ctypes.CDLL(bibliotheek)
    except OSError:
        return False
    return True


def ontbrekend(laad: Callable[[str], bool] = laadbaar) -> list[str]:
    """Debian packages that WeasyPrint misses on this machine."""
    pakketten = {pakket for bibliotheek, pakket in WEASYPRINT.items() if not laad(bibliotheek)}
    if pakketten & KOMT_MEE:
        pakketten |= {"libpango-1.0-0"}
    return sorted(pakketten - KOMT_MEE)


def bevoegdheid() -> list[str] | None:
    """What to put before `apt-get`: nothing for root, sudo when it works, None when we may not install."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def installeer(pakketten: Iterable[str], waarvoor: str) -> None:
    """Install Debian packages, or stop with the one line that somebody with the right must run."""
    namen = list(pakketten)
    if not namen:
        return
    regel = ["apt-get", "install", "-y", "--no-install-recommends", *namen]
    voor = bevoegdheid()
    if voor is None or not shutil.which("apt-get"):
        sys.exit(
            f"Voor {waarvoor} ontbreken pakketten. Voer dit één keer uit en probeer het dan opnieuw:\n"
            f"    sudo apt-get update && sudo {' '.join(regel)}"
        )
    print(f"Installeert voor {waarvoor}: {' '.join(namen)}", flush=True)
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for opdracht in (["apt-get", "update", "-q"], regel):
        klaar = subprocess.run([*voor, *opdracht], env=omgeving, stdout=subprocess.DEVNULL, check=False)
        if klaar.returncode:
            sys.exit(f"Installeren lukte niet: {' '.join([*voor, *opdracht])}")


def zorg_voor_weasyprint() -> None:
    """The libraries for making PDF."""
    installeer(ontbrekend(), "het maken van PDF")


def zorg_voor_chromium() -> None:
    """Debian's Chromium without a window, and a library of its driver, for the tests in a browser."""
    pakketten = [pakket for naam, pakket in BROWSER.items() if not (shutil.which(naam) or laadbaar(naam))]
    installeer(pakketten, "de toetsen in een browser")


if __name__ == "__main__":
    zorg_voor_weasyprint()
    zorg_voor_chromium()
