"""Builds what comes from npm: the component styles and the font, under `var/static-vendor/vendor/`.

With npm on the PATH that one is used; otherwise Node comes from PyPI into a throw-away environment. No script of a
package is run. A stamp keeps a second build from happening when nothing changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from samenwerkingswijzer.lokaal.plekken import BASIS, VAR

BRONNEN = (BASIS / "package.json", BASIS / "package-lock.json")
WERKMAP = VAR / "npm"
PAKKETTEN = WERKMAP / "node_modules"
UITVOER = VAR / "static-vendor"
STEMPEL = WERKMAP / "stempel"
LETTERTYPE = "source-sans-3"
SNEDEN = ("latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic", "latin-ext-wght-italic")

# Where it stands in the packages -> where it goes below static/vendor/.
BESTANDEN = {
    "@utrecht/component-library-css/dist/index.css": "utrecht-component-library.css",
    **{
        f"@fontsource-variable/{LETTERTYPE}/files/{LETTERTYPE}-{snede}.woff2": f"fonts/{LETTERTYPE}-{snede}.woff2"
        for snede in SNEDEN
    },
}


def stempel() -> str:
    """Fingerprint of everything that decides the outcome."""
    som = hashlib.sha256(repr(sorted(BESTANDEN.items())).encode())
    for bron in BRONNEN:
        som.update(bron.read_bytes())
    return som.hexdigest()


def is_gebouwd() -> bool:
    """Whether the last build was made from these same sources and is still there."""
    if not STEMPEL.exists() or STEMPEL.read_text(encoding="utf-8") != stempel():
        return False
    return all((UITVOER / "vendor" / doel).exists() for doel in BESTANDEN.values())


def bouw() -> None:
    """Take the packages from npm and lay out the files that the portal serves."""
    if is_gebouwd():
        return
    print("Bouwt de statische bestanden", flush=True)
    STEMPEL.unlink(missing_ok=True)
    WERKMAP.mkdir(parents=True, exist_ok=True)
    for bron in BRONNEN:
        shutil.copy(bron, WERKMAP)
    omgeving = node_omgeving()
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"],
        cwd=WERKMAP,
        env=omgeving,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    leg_neer()
    STEMPEL.write_text(stempel(), encoding="utf-8")


def leg_neer() -> None:
    """Copy the served files out of the packages."""
    shutil.rmtree(UITVOER, ignore_errors=True)
    for bron, doel in BESTANDEN.items():
        plek = UITVOER / "vendor" / doel
        plek.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PAKKETTEN / bron, plek)


def node_omgeving() -> dict[str, str]:
    """Environment in which `npm` can be found."""
    if shutil.which("npm") and shutil.which("node"):
        return dict(os.environ)
    plek = VAR / "node"
    if not (plek / "bin" / "npm").exists():
        uv = str(Path(sys.executable).parent / "uv")
        slot = str(BASIS / "requirements" / "node.txt")
        subprocess.run([uv, "venv", "-q", "--clear", "--python", sys.executable, plek], check=True)
        subprocess.run([uv, "pip", "sync", "-q", "--require-hashes", "--python", plek, slot], check=True)
    return {**os.environ, "PATH": f"{plek / 'bin'}:{os.environ.get('PATH', os.defpath)}"}


if __name__ == "__main__":
    try:
        bouw()
    except subprocess.CalledProcessError as fout:
        sys.exit(f"De statische bestanden konden niet worden gebouwd: {fout}")
