"""Measures the press for long documents against WeasyPrint's own time for the same pages as one untagged document.

`python -m tests.prestaties.drukpers`. Each measurement runs in a process of its own, three times in turn, and the
fastest counts. A figure fails when it is over its ratio both on the clock and in processor time: on a busy machine
only one of the two may be.
"""

from __future__ import annotations

import gc
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.instellingen")

BASIS = Path(__file__).resolve().parent.parent.parent
PARTIJEN, VEEL, RONDES, KEREN = 60, 300, 3, 20
MAAL_KOUD, MAAL_WIJZIGING, MAAL_ONGEWIJZIGD = 1.1, 0.25, 0.05
MEGABYTE = 1_000_000
MEEST_GEHEUGEN = 400 * MEGABYTE
GROEI = 1.03
INHOUD = re.compile(r"<main>(.*)</main>", re.DOTALL)
LETTERS = "METING_LETTERS"


def stand() -> tuple[float, float]:
    """The clock, and the processor time of this process and its children; seconds."""
    eigen, kinderen = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), eigen.ru_utime + eigen.ru_stime + kinderen.ru_utime + kinderen.ru_stime


def duur(taak: Callable[[], Any]) -> list[float]:
    """Seconds on the clock and of a processor that a task takes."""
    begin = stand()
    taak()
    return [na - voor for voor, na in zip(begin, stand(), strict=True)]


def drukkerij(plek: Path) -> Any:
    """A press with an empty store; the cut fonts are those of this whole run."""
    from samenwerkingswijzer.drukpers import letters  # noqa: PLC0415 - only in the measured process
    from samenwerkingswijzer.drukpers.bewaren import Bewaarplaats  # noqa: PLC0415
    from samenwerkingswijzer.drukpers.drukkerij import Drukkerij  # noqa: PLC0415
    from tests.samenwerkingswijzer.drukpers.proefdruk import MAPPEN  # noqa: PLC0415

    pers = Drukkerij(plek, MAPPEN)
    letters.bewaar_in(Bewaarplaats(Path(os.environ[LETTERS]), MEEST_GEHEUGEN))
    return pers


def weasyprint(plek: Path) -> dict[str, Any]:
    """WeasyPrint as it is: one document, no tags, nothing shared or held."""
    from weasyprint import HTML  # noqa: PLC0415

    from samenwerkingswijzer.drukpers.adressen import EigenBestanden  # noqa: PLC0415
    from tests.samenwerkingswijzer.drukpers import proefdruk  # noqa: PLC0415

    drukkerij(plek)
    delen = [INHOUD.findall(deel)[0] for deel in proefdruk.lijst(PARTIJEN).delen]
    los = '<div style="break-before: page">'
    html = proefdruk.document(f"{delen[0]}{''.join(f'{los}{deel}</div>' for deel in delen[1:])}")
    adressen = EigenBestanden(proefdruk.BASIS, proefdruk.MAPPEN)
    return {"duur": duur(lambda: HTML(string=html, base_url=proefdruk.BASIS, url_fetcher=adressen).write_pdf())}


def delen(plek: Path, processen: int) -> dict[str, Any]:
    """Cold, unchanged, and after an edit of one party."""
    from tests.samenwerkingswijzer.drukpers import proefdruk  # noqa: PLC0415

    pers, werk = drukkerij(plek), proefdruk.lijst(PARTIJEN)
    anders = replace(werk, delen=(*werk.delen[:9], proefdruk.partij(999), *werk.delen[10:]))
    return {
        "koud": duur(lambda: pers.druk(werk, processen=processen)),
        "ongewijzigd": duur(lambda: pers.druk(werk)),
        "wijziging": duur(lambda: pers.druk(anders)),
    }


def geheugen(plek: Path) -> dict[str, Any]:
    """Resident bytes after each of a number of renders, every one with all parts new."""
    from tests.samenwerkingswijzer.drukpers import proefdruk  # noqa: PLC0415

    na = []
    for keer in range(KEREN):
        drukkerij(plek / str(keer)).druk(proefdruk.lijst(PARTIJEN // 4))
        gc.collect()
        na.append(int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize())
    return {"na": na}


def veel(plek: Path) -> dict[str, Any]:
    """The most memory that a long document takes, cold; and how long it and an edit take."""
    from tests.samenwerkingswijzer.drukpers import proefdruk  # noqa: PLC0415

    pers, werk = drukkerij(plek), proefdruk.lijst(VEEL)
    koud = duur(lambda: pers.druk(werk))
    anders = replace(werk, delen=(*werk.delen[:9], proefdruk.partij(999), *werk.delen[10:]))
    wijziging = duur(lambda: pers.druk(anders))
    return {"meest": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, "koud": koud, "wijziging": wijziging}


TAKEN: dict[str, Callable[[Path], dict[str, Any]]] = {
    "weasyprint": weasyprint,
    "een": lambda plek: delen(plek, 1),
    "twee": lambda plek: delen(plek, 2),
    "geheugen": geheugen,
    "veel": veel,
}


def vraag(taak: str) -> dict[str, Any]:
    """Do one measurement in a process of its own."""
    opdracht = [sys.executable, "-m", "tests.prestaties.drukpers", taak]
    klaar = subprocess.run(opdracht, cwd=BASIS, stdout=subprocess.PIPE, check=True)
    uitkomst: dict[str, Any] = json.loads(klaar.stdout.splitlines()[-1])
    return uitkomst


def snelst(metingen: list[dict[str, Any]], naam: str) -> list[float]:
    """The fastest of the rounds, on the clock and in processor time apart."""
    return [min(meting[naam][soort] for meting in metingen) for soort in (0, 1)]


def snelheid() -> list[str]:
    """Print the times of the document of 60; return what is too slow."""
    rondes: dict[str, list[dict[str, Any]]] = {taak: [] for taak in ("weasyprint", "een", "twee")}
    vraag("een")  # cuts the fonts
    for _ in range(RONDES):
        for taak, metingen in rondes.items():
            metingen.append(vraag(taak))
    maat = snelst(rondes["weasyprint"], "duur")
    print(f"\n{PARTIJEN} partijen{'klok s':>33}{'x':>7}{'processor s':>14}{'x':>7}")
    print(f"{'WeasyPrint, zonder labels':34}{maat[0]:12.2f}{'':7}{maat[1]:14.2f}")
    slecht = []
    for taak, naam, grens in (
        ("een", "koud", MAAL_KOUD),
        ("twee", "koud", MAAL_KOUD),
        ("een", "wijziging", MAAL_WIJZIGING),
        ("een", "ongewijzigd", MAAL_ONGEWIJZIGD),
    ):
        gemeten = snelst(rondes[taak], naam)
        maal = [tijd / norm for tijd, norm in zip(gemeten, maat, strict=True)]
        titel = f"{naam}, {taak} proces" + ("sen" if taak == "twee" else "")
        print(f"{titel:34}{gemeten[0]:12.2f}{maal[0]:7.2f}{gemeten[1]:14.2f}{maal[1]:7.2f}   grens {grens}")
        if min(maal) > grens:
            slecht.append(f"{titel}: {maal[0]:.2f} maal WeasyPrint")
    return slecht


def ruimte() -> list[str]:
    """Print the memory; return what is too much."""
    na = vraag("geheugen")["na"]
    lang = vraag("veel")
    print(f"\nGeheugen na {KEREN} keer drukken: {na[1] / MEGABYTE:.0f} MB na 2, {na[-1] / MEGABYTE:.0f} MB na {KEREN}")
    print(
        f"{VEEL} partijen: hoogstens {lang['meest'] / MEGABYTE:.0f} MB, koud {lang['koud'][1]:.1f} s processor, "
        f"na een wijziging {lang['wijziging'][1]:.1f} s"
    )
    slecht = []
    if na[-1] > na[1] * GROEI:
        slecht.append(f"het geheugen groeit van {na[1]} naar {na[-1]}")
    if lang["meest"] > MEEST_GEHEUGEN:
        slecht.append(f"{VEEL} partijen vragen {lang['meest'] / MEGABYTE:.0f} MB")
    return slecht


def meet() -> list[str]:
    """Measure all; return what is not good enough, in words."""
    with tempfile.TemporaryDirectory() as letters:
        os.environ[LETTERS] = letters
        return snelheid() + ruimte()


def main() -> int:
    """Measure, or do the one measurement that is named; 1 when something is too slow or too big."""
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as plek:
            print(json.dumps(TAKEN[sys.argv[1]](Path(plek))))
        return 0
    slecht = meet()
    for gebrek in slecht:
        print(f"Niet goed genoeg: {gebrek}")
    return 1 if slecht else 0


if __name__ == "__main__":
    sys.exit(main())
